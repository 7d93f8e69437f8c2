"""From a form to an action and back: what cannot be kept comes back in the form, with everything that was written."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.utils.translation import gettext as _

from throughline.base import sent
from throughline.base.errors import Invalid, Refused

from .first_kept import address_of
from .forms import Form
from .forms.once import anew, sum_of

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Done(Generic[Result]):
    """What the action gave back."""

    value: Result


def submit(form: Form, act: Callable[[dict[str, Any]], Result]) -> Done[Result] | None:
    """Run the action on a form's values. None when it has to go back, with the sentences of what to put right in the form."""
    if not form.is_valid():
        return None
    try:
        with sent.what(sum_of(form.data, form.files.items())):
            return Done(act(form.cleaned_data))
    except sent.KeptAlready as kept:
        _ask(form, kept)
    except Invalid as invalid:
        for field, message in invalid.faults.items():
            form.add_error(field if field in form.fields else None, message)
    except Refused as refused:
        form.add_error(None, str(refused))
    return None


def _ask(form: Form, kept: sent.KeptAlready) -> None:
    """The first words are kept, and these are others: they come back, to be kept beside the first or written into it."""
    anew(form)
    form.add_error(None, _("You kept this already. Keep these words as a new record, or put the first right?"))
    if address := address_of(kept.row):
        form.ways = (*form.ways, (_("Open what you kept first"), address))
