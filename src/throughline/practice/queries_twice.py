"""Records of one step on one day: which are asked about, and which are known to be two."""

from collections.abc import Collection, Iterable
from uuid import UUID

from throughline.people.sight import Sight

from .models import RoutineRecord, ToldApart


def told_apart(sight: Sight, records: Collection[UUID]) -> set[frozenset[UUID]]:
    """Pairs of which somebody said that they are two. No query without records; otherwise one."""
    if not records:
        return set()
    rows = ToldApart.objects.visible_to(sight).current().filter(first__in=records)
    return {frozenset(pair) for pair in rows.values_list("first", "second")}


def beside(sight: Sight, row: RoutineRecord) -> list[RoutineRecord]:
    """The records of the same step and day that stand, this one among them, the first first. One query."""
    rows = RoutineRecord.objects.visible_to(sight).current().filter(item=row.item_id, day=row.day, step=row.step_id)
    return list(rows.select_related("person", "author", "step", "version").order_by("sequence"))


def asked_about(rows: Iterable[RoutineRecord], apart: set[frozenset[UUID]]) -> tuple[RoutineRecord, RoutineRecord] | None:
    """The first two of some records of one step, the first first, of which nobody has said that they are two."""
    several = list(rows)
    pairs = ((first, second) for at, first in enumerate(several) for second in several[at + 1 :])
    return next((pair for pair in pairs if frozenset(each.pk for each in pair) not in apart), None)
