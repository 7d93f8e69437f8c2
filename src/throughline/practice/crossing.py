"""Whether thresholds are crossed by what is on the record, and which crossings are open. A fixed number of queries; writes nothing."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection

from throughline.plan.counted import Measure
from throughline.plan.models import Threshold
from throughline.plan.queries_watch import thresholds

from . import law
from .counting import SOURCES, Happening, happenings, kinds_of
from .models import Crossing


@dataclass(frozen=True, slots=True)
class Watch:
    """A threshold with what counts for it, and the crossings of it that no review cites, whether they stand or not."""

    threshold: Threshold
    happened: tuple[Happening, ...]
    crossings: tuple[Crossing, ...]

    @property
    def amounts(self) -> list[law.Happened]:
        """When, and how much it counts: one, or its minutes."""
        in_minutes = self.threshold.measure == Measure.MINUTES
        return [(each.at, each.minutes if in_minutes else 1) for each in self.happened]

    def reached(self, moment: datetime) -> bool:
        """Whether any window that holds a moment holds enough."""
        return law.reached(self.amounts, moment, at_least=self.threshold.at_least, within=length(self.threshold))

    def around(self, moment: datetime) -> tuple[Happening, ...]:
        """What shares a window with a moment, the first first."""
        within = length(self.threshold)
        return tuple(each for each in self.happened if moment - within < each.at < moment + within)

    @property
    def open(self) -> Crossing | None:
        """The crossing that stands and waits for people to look again."""
        return next((each for each in self.crossings if self.reached(each.happened_at)), None)

    def fallen_on(self) -> datetime | None:
        """Where it is crossed besides, when none of its crossings stands any more: by what came since they were opened."""
        if not self.crossings or self.open is not None:
            return None
        opened = min(each.opened_at for each in self.crossings)
        return next((each.at for each in self.happened if each.received_at >= opened and self.reached(each.at)), None)


def length(threshold: Threshold) -> timedelta:
    """How long its window is: days of 24 hours, whatever the clocks do."""
    return timedelta(days=threshold.within_days)


def concerned(row: Any) -> list[Threshold]:
    """The thresholds in force for which a row counts. None, and no query, for what no threshold can count."""
    kinds = kinds_of(row)
    found = thresholds(row.person_id, kinds) if kinds else []
    return [each for each in found if SOURCES[each.counts].counts_for(row, each)]


def at_of(row: Any) -> datetime:
    """When it happened, as it counts."""
    source = next(each for each in SOURCES.values() if each.matches(row))
    moment: datetime = getattr(row, source.at)
    return moment


def hold(found: Iterable[Threshold]) -> None:
    """One at a time: who comes second sees what the first kept, and opens no second crossing. SQLite has one writer anyway."""
    if connection.features.has_select_for_update:
        list(Threshold.objects.select_for_update().filter(pk__in=[each.pk for each in found]).order_by("pk").values_list("pk"))


def watches(found: list[Threshold], around: datetime | None = None) -> list[Watch]:
    """Each threshold with what counts for it: near a moment and near its crossings, or all that there is. Two queries."""
    crossings = unsettled(found)
    moments = [] if around is None else [around, *(each.happened_at for each in crossings)]
    longest = max(length(each) for each in found)
    happened = happenings(found, [(moment - longest, moment + longest) for moment in moments])
    return [_watch(each, happened, crossings) for each in found]


def _watch(threshold: Threshold, happened: Iterable[Happening], crossings: Iterable[Crossing]) -> Watch:
    source = SOURCES[threshold.counts]
    own = tuple(each for each in crossings if each.threshold.terms == threshold.terms)
    return Watch(threshold, tuple(each for each in happened if source.said_by(each.said)), own)


def unsettled(found: list[Threshold]) -> list[Crossing]:
    """Crossings that no review cites, of the plan items of some thresholds, whatever version they were of. One query."""
    if not found:
        return []
    rows = Crossing.objects.unsettled().filter(person=found[0].person_id, threshold__counts__in={each.counts for each in found})
    return list(rows.select_related("threshold__version").order_by("opened_at"))


# --- who is told at once ---

_heard: ContextVar["list[Threshold] | None"] = ContextVar("throughline_crossed", default=None)


@contextmanager
def heard() -> Iterator[list[Threshold]]:
    """Collects the thresholds that are reached by what is kept inside, for the door that answers whoever wrote it."""
    found: list[Threshold] = []
    token = _heard.set(found)
    try:
        yield found
    finally:
        _heard.reset(token)


def say(threshold: Threshold) -> None:
    """Tell whoever listens that it was reached, whether a crossing is open for it already or not."""
    listening = _heard.get()
    if listening is not None:
        listening.append(threshold)
