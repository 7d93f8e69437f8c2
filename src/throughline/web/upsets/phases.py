"""How often and how long by week, in phases: broken where staff were given another card. Pure.

A middle value (median) is said only of ten weeks or more; a week in which nothing was written is a gap, never a nought (`ux.md` 6).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import Protocol

ENOUGH = 10


class Counted(Protocol):
    """A week: its Monday, how often (None: nothing was written at all), and the middle length in minutes."""

    @property
    def begins(self) -> date:
        """Its Monday."""

    @property
    def times(self) -> int | None:
        """How often; None for a week without any recording."""

    @property
    def middle(self) -> float | None:
        """The middle length in minutes; None where no length is known."""


@dataclass(frozen=True)
class Phase:
    """Weeks between two changes of the plan. changed: the day of the change with which it begins; None for what was before."""

    changed: date | None
    what: str
    weeks: tuple[Counted, ...]

    @property
    def times(self) -> float | None:
        """The middle value of how often; None with fewer than ten weeks."""
        return middle(week.times for week in self.weeks)

    @property
    def long(self) -> float | None:
        """The middle value of how long, in minutes; None with fewer than ten weeks that have one."""
        return middle(week.middle for week in self.weeks)


def middle(values: Iterable[float | None]) -> float | None:
    """The median of what is known, of ten or more."""
    known = [value for value in values if value is not None]
    return median(known) if len(known) >= ENOUGH else None


def in_phases(weeks: Sequence[Counted], changes: Iterable[tuple[date, str]]) -> tuple[Phase, ...]:
    """Weeks in phases. changes: (day, what changed), the oldest first; several in one week are one change, named by the first.

    The week of a change belongs to what came after it.
    """
    breaks: dict[date, tuple[date, str]] = {}
    for day, what in changes:
        breaks.setdefault(day - timedelta(days=day.weekday()), (day, what))
    begins = [week.begins for week in weeks]
    cuts = sorted(monday for monday in breaks if monday in begins[1:])
    edges = [0, *(begins.index(monday) for monday in cuts), len(weeks)]
    named = [(None, ""), *(breaks[monday] for monday in cuts)]
    parts = [tuple(weeks[start:end]) for start, end in zip(edges, edges[1:], strict=False)]
    return tuple(Phase(changed, what, part) for (changed, what), part in zip(named, parts, strict=True))


def runs(values: Sequence[float | None]) -> list[list[tuple[int, float]]]:
    """What stands next to each other without a gap: (place, value)."""
    found: list[list[tuple[int, float]]] = [[]]
    for place, value in enumerate(values):
        if value is None:
            found.append([])
        else:
            found[-1].append((place, value))
    return [run for run in found if run]
