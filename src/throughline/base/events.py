"""The journal: who did what, about which row, when. An event's number is the server's sequence."""

from typing import Any

from . import clock
from .inserting import insert_one
from .models import Event


def record(verb: str, *, by: Any, about: Any, detail: dict[str, Any] | None = None) -> Event:
    """Write one event, in the caller's transaction; `by` is the acting user, or None for the program itself."""
    event = Event(
        verb=verb,
        author_id=by.pk if by is not None else None,
        about_table=about._meta.label_lower,
        about_id=about.pk,
        person_id=person_of(about),
        at=clock.now(),
        detail=detail or {},
    )
    insert_one(event)
    return event


def person_of(row: Any) -> Any:
    """Whose record a row belongs to, where it belongs to one."""
    return row.pk if row._meta.label_lower == "people.person" else getattr(row, "person_id", None)
