"""The bulk wing of the one door: many finished rows at once, for an import and for the demo's filler.

Rows come complete, with authors and times: nothing is filled in here. What the door gives is what only the server can: one event
for all of them, whose number is every row's sequence. The checks are those of `base.records.keep`.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from django.db import connections, models, router

from . import events, records
from .models import Event, Recorded


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
    """Insert rows of one table with one prepared statement."""
    alias = router.db_for_write(model)
    connection = connections[alias]
    fields: list[Any] = [field for field in model._meta.concrete_fields if not (field.primary_key and isinstance(field, models.AutoField))]
    quoted = connection.ops.quote_name
    columns = ", ".join(quoted(field.column) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    values = ([field.get_db_prep_save(field.pre_save(row, True), connection) for field in fields] for row in rows)
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {quoted(model._meta.db_table)} ({columns}) VALUES ({places})", list(values))
    for row in rows:
        row._state.adding, row._state.db = False, alias
