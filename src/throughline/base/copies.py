"""What a row says, apart from who wrote it and when: for a row that says it again, and to see whether two say the same."""

from typing import Any, TypeVar

from .models import Recorded

RecordedRow = TypeVar("RecordedRow", bound=Recorded)


def copy_of(row: RecordedRow) -> RecordedRow:
    """A new, unsaved row with the same content: what an undoing or withdrawal says it is about."""
    return type(row)(occurred_at=row.occurred_at, **content_of(row))


def content_of(row: Recorded) -> dict[str, Any]:
    """What a row says, without who wrote it and when."""
    ours = {f.attname for f in Recorded._meta.local_fields} - {"topic", "audience"}
    return {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields if f.attname not in ours}
