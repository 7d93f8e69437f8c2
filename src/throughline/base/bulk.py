"""The bulk wing of the one door: many finished rows at once, for an import and for the demo's filler.

Rows come complete, with authors and times: nothing is filled in here. What the door gives is what only the server can: one event
for all of them, whose number is every row's sequence. The checks are those of `base.records.keep`.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any

from django.db import connections, models, router

from . import events, records
from .models import Event, Line, Recorded, Words

Kept = Callable[[Any], Any]

PLAIN = {models.CharField, models.TextField, models.EmailField, models.BooleanField, models.PositiveIntegerField, Line, Words}
PLAIN |= {models.PositiveSmallIntegerField, models.PositiveBigIntegerField, models.BigIntegerField, models.IntegerField}


class Bulk:
    """One bulk entry: one event, and the rows that came with it. Used inside the caller's transaction.

    about: the row that the event is about; it is brought in first, through the same door, when it is new.
    """

    def __init__(self, verb: str, *, by: Any, about: models.Model, detail: dict[str, Any] | None = None) -> None:
        self.event: Event = events.record(verb, by=by, about=about, detail=detail)
        if about._state.adding:
            self.bring([about])

    def bring(self, rows: Iterable[models.Model]) -> int:
        """Keep rows as they are, in the order given; answers how many. Raises Invalid where no table may hold one."""
        kept = 0
        for model, run in groupby(rows, key=type):
            batch = list(run)
            records.check(tuple(batch))
            for row in batch:
                if isinstance(row, Recorded):
                    row.sequence = self.event.pk
            insert(model, batch)
            kept += len(batch)
        return kept


def insert(model: type[models.Model], rows: Sequence[models.Model]) -> None:
    """Insert rows of one table: with one prepared statement on SQLite, as one stream on PostgreSQL."""
    alias = router.db_for_write(model)
    connection = connections[alias]
    taken = columns(model, connection)
    table = connection.ops.quote_name(model._meta.db_table)
    named = ", ".join(connection.ops.quote_name(field.column) for field, _ in taken)
    values = ([as_kept(getattr(row, field.attname)) for field, as_kept in taken] for row in rows)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with connection.wrap_database_errors, cursor.copy(f"COPY {table} ({named}) FROM STDIN") as stream:
                for row in values:
                    stream.write_row(row)
        else:
            cursor.executemany(f"INSERT INTO {table} ({named}) VALUES ({', '.join(['%s'] * len(taken))})", list(values))
    for brought in rows:
        brought._state.adding, brought._state.db = False, alias


def columns(model: type[models.Model], connection: Any) -> list[tuple[Any, Kept]]:
    """The columns of a table: the field, and how this database keeps its value."""
    fields: list[Any] = [each for each in model._meta.concrete_fields if not (each.primary_key and isinstance(each, models.AutoField))]
    return [(field, _as_kept(field, connection)) for field in fields]


def _as_kept(field: Any, connection: Any) -> Kept:
    """What Django does to a value of this field before it is kept; for text, numbers and ids without asking it each time."""
    target = field.target_field if field.is_relation else field
    if type(target) in PLAIN:
        return _same
    if isinstance(target, models.UUIDField):
        return _same if connection.features.has_native_uuid_field else _hexadecimal
    return lambda value: field.get_db_prep_save(value, connection)


def _same(value: Any) -> Any:
    return value


def _hexadecimal(value: Any) -> Any:
    return None if value is None else value.hex
