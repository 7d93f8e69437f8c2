"""Tallies counted again from the routine records that they were counted from: after an import, or when in doubt."""

from typing import Any

from django.db import connection, models
from django.db.models import Count, F, QuerySet
from django.db.models.functions import TruncDate

from throughline.base import clock
from throughline.base.models import Amendment

from .models import RoutineRecord, Tally

COLUMNS = "person_id, item_id, day, received_on, result"


def recount(items: "QuerySet[Any] | None" = None) -> None:
    """Count the tallies of some plan items again, or of all, in the caller's transaction.

    items: a queryset of ids. A row counts one more on the day the server had it, unless it only ends an earlier one; what it amends
    counts one less, on the day of the amending row.
    """
    _lock()
    tallies, records = Tally.objects.all(), RoutineRecord.objects.all()
    if items is not None:
        tallies, records = tallies.filter(item__in=items), records.filter(item__in=items)
    tallies.delete()
    more = _counted(records.exclude(amendment__in=Amendment.ends()), "")
    less = _counted(records.filter(amends__isnull=False), "amends__")
    _insert(more, less)


def _lock() -> None:
    """On PostgreSQL others count at the same time: they wait until this count stands. SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {Tally._meta.db_table} IN SHARE ROW EXCLUSIVE MODE")


def _counted(records: "QuerySet[Any]", of: str) -> "QuerySet[Any]":
    """How many records there are by what a tally is of; `of` leads to the row whose result is counted."""
    named = {name: F(f"{of}{name}") for name in ("person", "item", "day", "result")}
    keys = {f"of_{name}": each for name, each in named.items()} | {"received_on": TruncDate("received_at", tzinfo=clock.LONDON)}
    ordered = ("of_person", "of_item", "of_day", "received_on", "of_result")
    return records.order_by().annotate(**keys).values_list(*ordered).annotate(times=Count("pk"))


def _insert(more: "QuerySet[Any]", less: "QuerySet[Any]") -> None:
    """One statement: what is more, less what is less."""
    (more_sql, more_values), (less_sql, less_values) = _as_sql(more), _as_sql(less)
    counts = f"WITH more ({COLUMNS}, times) AS ({more_sql}), less ({COLUMNS}, times) AS ({less_sql})"
    both = f"SELECT {COLUMNS}, times FROM more UNION ALL SELECT {COLUMNS}, -times FROM less"
    grouped = f"SELECT {COLUMNS}, sum(times) FROM ({both}) AS each_one GROUP BY {COLUMNS} HAVING sum(times) <> 0"
    with connection.cursor() as cursor:
        # SQLite wants the WITH before INSERT or inside; inside works on both.
        cursor.execute(f"INSERT INTO {Tally._meta.db_table} ({COLUMNS}, count) {counts} {grouped}", [*more_values, *less_values])


def _as_sql(query: "QuerySet[Any, models.Model]") -> tuple[str, tuple[Any, ...]]:
    return query.query.sql_with_params()
