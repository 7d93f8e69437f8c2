"""A form pressed twice is one record, and what was changed before it was pressed again is never taken for it.

The page brings the record's id with it. The door says what was sent (a sum of the whole form), and the event of the record keeps that
sum: the same under the same id is answered with what stands there; anything else goes back to whoever wrote it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar
from uuid import UUID

from django.utils.translation import gettext as _

from .errors import Invalid
from .models import Event, Recorded
from .written import Written

Row = TypeVar("Row", bound=Recorded)
KEPT_AS = "sent"  # in the detail of an event

_sum: ContextVar[str] = ContextVar("throughline_sent", default="")


class KeptAlready(Invalid):
    """Something else was kept under this id before: `row`. Both are to be had, so whoever wrote it is asked."""

    def __init__(self, row: Recorded) -> None:
        super().__init__({"id": _("Something else was saved from this page already. It is safe. Open the page again and write this anew.")})
        self.row = row


@contextmanager
def what(sum_: str) -> Iterator[None]:
    """Say what a device sent, for the record that is kept inside."""
    token = _sum.set(sum_)
    try:
        yield
    finally:
        _sum.reset(token)


def detail(written: Written) -> dict[str, str]:
    """What the event of a record keeps of its sending; nothing where no device made the record's id, or no door said what came."""
    return {KEPT_AS: _sum.get()} if written.id is not None and _sum.get() else {}


def kept_as(row: Recorded) -> str:
    """The sum of what a row was kept from; "" where no door said it."""
    return kept_from(row.pk, about_table=row._meta.label_lower)


def kept_from(row_id: UUID, **which: str) -> str:
    """The same, for a door that knows the id alone."""
    first = Event.objects.filter(about_id=row_id, **which).order_by("pk").first()
    return first.detail.get(KEPT_AS, "") if first else ""


def same(row: Recorded) -> bool:
    """Whether what is sent now is what the row was kept from."""
    return _sum.get() == kept_as(row)


def other(row: Recorded) -> bool:
    """Whether it is known that something else is sent now: both doors said what came, and it is not the same."""
    return bool(_sum.get()) and kept_as(row) not in ("", _sum.get())


def already(model: type[Row], *, by: Any, written: Written) -> Row | None:
    """What the same author kept under this id before; None when there is none, or when the page brought no id.

    Raises KeptAlready when it was kept from something else than what is sent now.
    """
    if written.id is None:
        return None
    found: Row | None = model._base_manager.filter(pk=written.id, author=by).first()
    if found is not None and not same(found):
        raise KeptAlready(found)
    return found
