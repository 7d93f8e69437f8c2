"""Crossings: which are open, of one person and of everybody that somebody answers for, and what each counted."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from throughline.access import scope
from throughline.access.roles import Act
from throughline.base.prepared import prepared
from throughline.people.queries import only, owner
from throughline.people.sight import Sight

from . import crossing
from .counting import Happening
from .models import CheckIn, Crossing, MissedCheckIn


@dataclass(frozen=True, slots=True)
class Open:
    """A crossing with what it counts as the record stands now, and whether that is still enough."""

    crossing: Crossing
    happened: tuple[Happening, ...]
    stands: bool


def open_of(sight: Sight) -> list[Open]:
    """The open crossings of a person that still stand, the first first."""
    rows = Crossing.objects.unsettled().filter(person=sight.person_id, threshold__version__audience__in=sight.audiences)
    if sight.topics is not None:
        rows = rows.filter(threshold__version__topic__in=sight.topics)
    return _standing(rows.select_related("threshold__version__item", "person").order_by("opened_at"))


def open_for(actor: Any) -> list[Open]:
    """Those of everybody for whom an actor may write down a review. Few at any time; one query when there are none."""
    if not _any_waits():
        return []
    people = scope.people_visible_to(actor, Act.REVIEW)
    rows = Crossing.objects.unsettled().filter(person__in=people.values("pk"))
    return _standing(rows.select_related("threshold__version__item", "person").order_by("person", "opened_at"))


def _any_waits() -> bool:
    return bool(_waiting())


@prepared()
def _waiting() -> QuerySet[Crossing]:
    return Crossing.objects.unsettled()[:1]


def _standing(rows: Iterable[Crossing]) -> list[Open]:
    """Those around which there is still enough. Two queries for each: they are few."""
    return [found for row in rows if (found := as_it_stands(row)).stands]


def as_it_stands(row: Crossing) -> Open:
    """A crossing with what counts for it now, and whether that is still enough."""
    watch = crossing.watches([row.threshold], row.happened_at)[0]
    return Open(row, watch.around(row.happened_at), watch.reached(row.happened_at))


def one(sight: Sight, crossing_id: UUID) -> Crossing:
    """One crossing, whether it is open or not."""
    rows = Crossing.objects.filter(person=sight.person_id, threshold__version__audience__in=sight.audiences)
    if sight.topics is not None:
        rows = rows.filter(threshold__version__topic__in=sight.topics)
    return only(rows.select_related("threshold__version__item", "person"), crossing_id)


person_of_crossing = partial(owner, Crossing)


def is_open(row: Crossing) -> bool:
    """Whether no review cites it yet."""
    return Crossing.objects.unsettled().filter(pk=row.pk).exists()


def reached_by(row: Any) -> list[Any]:
    """The thresholds in force that a row reaches, for whoever may see the row. One query where nothing counts it, otherwise three."""
    found = crossing.concerned(row)
    if not found:
        return []
    moment = crossing.at_of(row)
    return [each.threshold for each in crossing.watches(found, moment) if each.reached(moment)]


def reached_by_missed(row: CheckIn) -> list[Any]:
    """The same for what a check-in says was missed."""
    return reached_by(MissedCheckIn(person=row.person, agreed=row.agreed, due_at=row.due_at))
