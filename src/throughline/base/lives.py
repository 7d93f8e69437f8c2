"""Whether what a row cites still stands: corrected it does, taken back it does not, however often it was corrected before."""

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import F, Func, Value

from .models import Amendment, Recorded

# From the first row along the rows that amend it; one that tells is enough.
WALK = """EXISTS (
WITH RECURSIVE life(id, tells) AS (
SELECT cited.id, CASE WHEN {cited_tells} THEN 1 ELSE 0 END FROM {table} cited WHERE {first}{cited_by}
UNION ALL SELECT later.id, CASE WHEN {later_tells} THEN 1 ELSE 0 END FROM {table} later JOIN life ON later.amends_id = life.id{later_by}
) SELECT 1 FROM life WHERE life.tells = 1)"""


class TakenBack(Func):
    """Whether the life of a cited row has ended; as the server had it at a moment. False for a key that is empty."""

    output_field = models.BooleanField()
    first = "cited.id = {key}"  # where the walk begins
    tells = "{name}.amendment IN ({endings})"  # what it looks for; an ending is never amended

    def __init__(self, key: Any, model: type[Recorded], as_at: datetime | None = None) -> None:
        moment = [] if as_at is None else [Value(as_at, output_field=models.DateTimeField())]
        super().__init__(F(key) if isinstance(key, str) else key, *moment)
        self.model = model

    def as_sql(self, compiler: Any, connection: Any, **_more: Any) -> tuple[str, list[Any]]:  # type: ignore[override]  # one way for both databases
        """One correlated subquery; the moment stands in it twice."""
        key, *moment = [compiler.compile(each) for each in self.source_expressions]
        until, values = moment[0] if moment else ("", [])
        by = {name: f" AND {name}.received_at <= {until}" if moment else "" for name in ("cited", "later")}
        endings = sorted(Amendment.ends())
        marks = ", ".join(["%s"] * len(endings))
        statement = WALK.format(
            table=connection.ops.quote_name(self.model._meta.db_table),
            first=self.first.format(key=key[0]),
            cited_by=by["cited"],
            later_by=by["later"],
            **{f"{name}_tells": self.tells.format(name=name, endings=marks) for name in by},
        )
        return statement, [*endings, *key[1], *values, *endings, *values]


def is_taken_back(row: Recorded, written_by: datetime | None = None) -> bool:
    """The same of one row; as it was written by a moment of the authors' clocks. One question for each time that it was amended."""
    return ending_of(row, written_by) is not None


def ending_of(row: Recorded, written_by: datetime | None = None) -> Any:
    """The row by which the life of a row ended; None while it goes on."""
    last = latest_of(row, written_by)
    return last if last.amendment in Amendment.ends() else None


def latest_of(row: Recorded, written_by: datetime | None = None) -> Any:
    """The last row of the life of a row: itself, what corrected it, or what ended it."""
    table: Any = type(row)
    last, later = row, row
    while later is not None:
        last, rows = later, table._base_manager.filter(amends=later.pk)
        later = (rows if written_by is None else rows.filter(recorded_at__lte=written_by)).first()
    return last
