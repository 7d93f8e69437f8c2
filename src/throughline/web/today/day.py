"""A person's day: which steps are now, next, earlier, or at any time, and what is written of each. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

HOUR = timedelta(hours=1)  # how long a step without an end is "now"


@dataclass(frozen=True, slots=True)
class Place:
    """One step of the day with the records that stand for it."""

    step: Any
    records: tuple[Any, ...] = ()
    day_before: bool = False  # begun on the day before, and recorded for it

    @property
    def begins(self) -> Any:
        """When it is due; None for any time today."""
        return self.step.from_time

    @property
    def ends(self) -> time:
        """When it is no longer "now": as written, or an hour after it begins. What goes past midnight ends with the day."""
        begins = self.step.from_time or time.min
        if self.step.to_time:
            return self.step.to_time if self.step.to_time > begins else time.max
        after = datetime.combine(date.min, begins) + HOUR
        return after.time() if after.date() == date.min else time.max

    @property
    def ends_after_midnight(self) -> time:
        """When it ends on the day after it began; midnight for what ends with its own day."""
        begins = self.step.from_time
        if begins is None:
            return time.min
        if self.step.to_time:
            return self.step.to_time if self.step.to_time < begins else time.min
        after = datetime.combine(date.min, begins) + HOUR
        return after.time() if after.date() > date.min else time.min

    @property
    def twice(self) -> bool:
        """Whether more than one record stands for it."""
        return len(self.records) > 1


@dataclass(frozen=True, slots=True)
class ShiftDay:
    """The places of a day, each in one list; lists are in the person's own order."""

    now: tuple[Place, ...]
    next: tuple[Place, ...]
    any_time: tuple[Place, ...]
    not_written: tuple[Place, ...]
    written: tuple[Place, ...]
    every: tuple[Place, ...] = ()

    @property
    def due(self) -> int:
        """How many were to be recorded by now."""
        return len(self.not_written) + len(self.written)


def arrange(steps: Iterable[Any], records: Iterable[Any], at: time | None) -> ShiftDay:
    """Put each step where it is at a time of day; `at` is None on a day that is over."""
    kept = list(records)
    places = sorted((Place(step, _of(step, kept)) for step in steps), key=_order)
    written = [place for place in places if place.records]
    open_ = [place for place in places if not place.records]
    timed = [place for place in open_ if place.begins is not None]
    return ShiftDay(
        now=tuple(place for place in timed if at and place.begins <= at < place.ends),
        next=tuple(place for place in timed if at and place.begins > at),
        any_time=tuple(place for place in open_ if place.begins is None and at),
        not_written=tuple(place for place in open_ if not at or (place.begins is not None and place.ends <= at)),
        written=tuple(written),
        every=tuple(places),
    )


def goes_on(steps: Iterable[Any], at: time) -> list[Any]:
    """Those of the day before that are still going on at a time of the new day."""
    return [step for step in steps if at < Place(step).ends_after_midnight]


def of_the_night(steps: Iterable[Any], records: Iterable[Any]) -> tuple[Place, ...]:
    """Steps that go on past midnight, where nothing is written of them yet; they are recorded for the day on which they began."""
    kept = list(records)
    places = sorted((Place(step, _of(step, kept), day_before=True) for step in steps), key=_order)
    return tuple(place for place in places if not place.records)


def _order(place: Place) -> tuple[Any, ...]:
    """Time first, then the order of the plan; steps without a time come last, in their order."""
    step = place.step
    return (step.from_time is None, step.from_time or time.min, step.version.item.number, step.position)


def _of(step: Any, records: list[Any]) -> tuple[Any, ...]:
    """Records of a step; also those made against the same step of a card that was replaced during the day."""
    return tuple(each for each in records if each.step_id == step.pk or _same(step, each))


def _same(step: Any, record: Any) -> bool:
    old = record.step
    return (
        old is not None
        and record.item_id == step.version.item_id
        and old.version_id != step.version_id
        and (old.text, old.from_time) == (step.text, step.from_time)
    )
