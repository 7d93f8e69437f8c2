"""From the button under a handover to the action: the same for the page and for a phone."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from throughline.access import scope
from throughline.access.roles import Act
from throughline.base.errors import Invalid
from throughline.base.written import Written
from throughline.practice import actions


def keep(given: dict[str, Any], *, by: Any, written: Written) -> Any:
    """Keep that it was read. Whom the reader does not support any more is left out: nothing of theirs was to be kept but the reading."""
    people = _people(given["people"], by)
    return actions.read_handover(people=people, made_at=given["made_at"], by=by, written=written)


def _people(ids: str, by: Any) -> list[Any]:
    """In the order of the page, which says whose row has the record's id."""
    try:
        asked = [UUID(each) for each in ids.split()]
    except ValueError:
        raise Invalid({"people": _("Open the handover again.")}) from None
    found = {person.pk: person for person in scope.people_visible_to(by, Act.KEEP_PRACTICE).filter(pk__in=asked)}
    return [found[each] for each in asked if each in found]
