"""Agreed check-ins as they fall due, and where each stands. Pure, but for what is asked in `practice.queries_check_ins`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from throughline.base import clock
from throughline.plan.choices import Days

from .choices import Answer


class State(StrEnum):
    """Where an agreed check-in stands at a moment."""

    TO_COME = "to_come"
    WAITING = "waiting"  # its time has come, its grace is not over
    ANSWERED = "answered"
    LATE = "late"  # answered, after its grace
    NO_ANSWER = "no_answer"  # somebody wrote down that there was none
    NOTHING = "nothing"  # its grace is over, and nobody wrote anything

    @property
    def is_missed(self) -> bool:
        """Whether nothing came in time."""
        return self in (State.LATE, State.NO_ANSWER, State.NOTHING)


@dataclass(frozen=True, slots=True)
class Expected:
    """One agreed check-in on one day, with the record that stands for it."""

    agreed: Any
    due_at: datetime
    record: Any = None

    @property
    def until_at(self) -> datetime:
        """From when on it counts as missed."""
        return self.due_at + timedelta(minutes=self.agreed.grace)

    def state(self, now: datetime) -> State:
        """Where it stands."""
        if self.record is not None:
            if self.record.answer == Answer.NO_ANSWER:
                return State.NO_ANSWER
            return State.ANSWERED if self.record.occurred_at <= self.until_at else State.LATE
        if now < self.due_at:
            return State.TO_COME
        return State.WAITING if now < self.until_at else State.NOTHING


def due_at(agreed: Any, day: date) -> datetime | None:
    """When it is due on a day; None when it is not."""
    return clock.moment(day, agreed.at.hour, agreed.at.minute) if agreed.days in Days.that_hold(day.weekday()) else None


def expected(agreed: Iterable[Any], days: Iterable[date], records: Iterable[Any] = ()) -> list[Expected]:
    """Every check-in that falls due on some days, the first first; none from before it was agreed (`since`)."""
    standing: dict[tuple[UUID, datetime], Any] = {(each.agreed_id, each.due_at): each for each in records}
    several = list(days)
    moments = [(each, moment) for each in agreed for day in several if (moment := due_at(each, day)) and moment >= each.since]
    found = [Expected(each, moment, standing.get((each.pk, moment))) for each, moment in moments]
    return sorted(found, key=lambda each: each.due_at)
