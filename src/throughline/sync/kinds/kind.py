from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from throughline.access.roles import Act
from throughline.base.errors import Invalid, NotFound
from throughline.people.sight import Sight

from ..reading import Sent

Found = TypeVar("Found")


@dataclass(frozen=True)
class Kind:
    """One kind of record that a phone can send.

    name: for a manager's page. act: what its author has to be allowed for the person.
    person_of: whose record a row of this kind stands on, by its id; NotFound when there is none.
    keep: keeps it through the action of the page, as `by`, and answers the address to go on to. Sent twice, it is one record.
    words: what it says, for the manager who looks at one that was held.
    """

    name: str | Promise
    act: Act
    person_of: Callable[[UUID], UUID]
    keep: Callable[[Sent, Any], str]
    words: Callable[[Sent, Sight], Sequence[str]]


def given(form: Any) -> dict[str, Any]:
    """The values of a form. Raises Invalid with its own sentences."""
    if form.is_valid():
        values: dict[str, Any] = form.cleaned_data
        return values
    raise Invalid({str(number): text for number, (text, _box) in enumerate(form.mistakes)})


def put(*texts: str) -> list[str]:
    """Those that say something."""
    return [text for text in texts if text.strip()]


def cited(find: Callable[[], Found]) -> Found:
    """What a record cites of the plan. Raises Invalid when staff do not follow it any more, or it was never this person's."""
    try:
        return find()
    except (ValueError, NotFound):
        raise Invalid({"item": _("This is not part of this person's plan any more. Open the page again with signal.")}) from None
