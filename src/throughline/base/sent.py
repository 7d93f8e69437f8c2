"""A form pressed twice is one record: the page brings the id with it, and what stands under that id already is the answer."""

from typing import TypeVar

from .models import Recorded
from .written import Written

Row = TypeVar("Row", bound=Recorded)


def already(model: type[Row], *, by: object, written: Written) -> Row | None:
    """What the same author kept under this id before; None when there is none, or when the page brought no id."""
    if written.id is None:
        return None
    found: Row | None = model._base_manager.filter(pk=written.id, author=by).first()
    return found
