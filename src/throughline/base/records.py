"""The one door through which rows are written. Only `actions` (and the bulk door) may call it."""

from collections.abc import Callable
from functools import wraps
from itertools import groupby
from typing import Any, ParamSpec, TypeVar, cast
from uuid import UUID

from django.db import IntegrityError, connection, models
from django.utils.translation import gettext as _

from . import checks, clock, events, sent
from .copies import content_of
from .copies import copy_of as copy_of
from .errors import Invalid
from .inserting import insert_one
from .models import Amendment, Recorded
from .prepared import prepared
from .written import NOW, Written

Row = TypeVar("Row", bound=models.Model)
RecordedRow = TypeVar("RecordedRow", bound=Recorded)
Given = ParamSpec("Given")
Result = TypeVar("Result")


def keep(verb: str, row: Row, *parts: models.Model, by: Any, written: Written = NOW) -> Row:
    """Keep a new row and its parts, with one event, in the caller's transaction.

    The row and every recorded part get their author, times and sequence here and nowhere else.
    Raises Invalid with one sentence a field when something cannot be kept.
    """
    rows: tuple[models.Model, ...] = (row, *parts)
    if written.id is not None:
        _take_id(row, parts, written.id)
    for each in rows:
        if isinstance(each, Recorded):
            stamp(each, by=by, written=written)
    check(rows)
    event = events.record(verb, by=by, about=row, detail=sent.detail(written))
    for each in rows:
        if isinstance(each, Recorded):
            each.sequence = event.pk
    insert(rows)
    return row


def _take_id(row: models.Model, parts: tuple[models.Model, ...], row_id: UUID) -> None:
    """Give the row the id that the author's device made; parts that were made with the row go on belonging to it."""
    row.pk = row_id
    for part in parts:
        for field in cast(Any, part)._meta.concrete_fields:
            if field.is_relation and field.is_cached(part) and field.get_cached_value(part) is row:
                setattr(part, field.attname, row_id)


def stamp(row: Recorded, *, by: Any, written: Written) -> None:
    """Say who wrote the row and the times that are known of it."""
    now = clock.now()
    row.author = by
    row.received_at = now
    row.recorded_at = written.recorded_at or now
    row.occurred_at = written.occurred_at or row.occurred_at or row.recorded_at
    row.device, row.device_counter = written.device, written.counter


def check(rows: tuple[models.Model, ...]) -> None:
    """Refuse what no table may hold: NUL, too long, not on the list, a happening still to come."""
    faults: dict[str, str] = {}
    for row in rows:
        faults |= checks.faults(row)
    if faults:
        raise Invalid(faults)


def insert(rows: tuple[models.Model, ...]) -> None:
    """Insert rows in the order given, one statement for each run of rows of the same table."""
    for model, run in groupby(rows, key=type):
        batch = list(run)
        if len(batch) == 1:
            insert_one(batch[0])
        else:
            cast(Any, model)._base_manager.bulk_create(batch)


def amend(
    verb: str, old: Recorded, amended: RecordedRow, *parts: models.Model, kind: Amendment, reason: str, by: Any, written: Written = NOW
) -> RecordedRow:
    """Keep a row that corrects, undoes or withdraws an earlier one of the same table, with the reason."""
    if kind in Amendment.with_reason() and not reason.strip():
        raise Invalid({"reason": _("Say why this is changed. The first words stay in the record.")})
    cast(Any, amended).amends_id = old.pk
    amended.amendment, amended.reason = kind, reason
    return keep(verb, amended, *parts, by=by, written=written)


def sent_before(row: RecordedRow, *, by: Any, written: Written) -> RecordedRow | None:
    """The row that stands already under the id that the author's device made: a record sent twice is one record.

    None when there is none. Raises Invalid when something else stands there, or was sent with the same row.
    """
    table: Any = type(row)
    there: RecordedRow | None = None if written.id is None else next(iter(_under(table=table, row_id=written.id)), None)
    if there is None:
        return None
    if there.author_id != by.pk or content_of(there) != content_of(row) or sent.other(there):
        raise sent.KeptAlready(there)
    return there


@prepared("row_id")
def _under(table: Any, row_id: UUID) -> models.QuerySet[Any]:
    """What stands under an id. Asked with every record that a phone sends, so it is built once."""
    return table._base_manager.filter(pk=row_id)  # type: ignore[no-any-return]


def once(action: Callable[Given, Result]) -> Callable[Given, Result]:
    """For actions that ask `sent_before`: of two sendings in the same moment, the second to arrive finds the first."""

    @wraps(action)
    def twice_is_once(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        try:
            return action(*args, **kwargs)
        except IntegrityError:
            if connection.in_atomic_block:
                raise
            return action(*args, **kwargs)

    return twice_is_once


def change(verb: str, row: Row, *, by: Any, **values: Any) -> Row:
    """Change a mutable ground row; the event keeps what stood before."""
    detail = {name: [_plain(getattr(row, name)), _plain(value)] for name, value in values.items() if getattr(row, name) != value}
    for name, value in values.items():
        setattr(row, name, value)
    check((row,))
    events.record(verb, by=by, about=row, detail=detail)
    row.save(update_fields=list(values))
    return row


def _plain(value: Any) -> Any:
    """A value as the journal keeps it."""
    if isinstance(value, models.Model):
        return str(value.pk)
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)
