"""From a form to an action and back: what cannot be kept comes back in the form, with everything that was written."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from throughline.base.errors import Invalid, Refused

from .forms import Form

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
        return Done(act(form.cleaned_data))
    except Invalid as invalid:
        for field, message in invalid.faults.items():
            form.add_error(field if field in form.fields else None, message)
    except Refused as refused:
        form.add_error(None, str(refused))
    return None
