"""The one clock. Stories and tests set it; nothing else asks for the time."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")

_set: ContextVar[datetime | None] = ContextVar("throughline_clock", default=None)


def now() -> datetime:
    """This moment, in UTC."""
    return _set.get() or datetime.now(UTC)


def today() -> date:
    """The day it is in England and Wales."""
    return now().astimezone(LONDON).date()


def day_of(moment: datetime) -> date:
    """The day in England and Wales on which a moment fell."""
    return moment.astimezone(LONDON).date()


def start_of(day: date) -> datetime:
    """The first moment of a day in England and Wales."""
    return datetime.combine(day, time.min, LONDON).astimezone(UTC)


def end_of(day: date) -> datetime:
    """The last moment of a day in England and Wales."""
    return start_of(day + timedelta(days=1)) - timedelta(microseconds=1)


def moment(day: date, hour: int = 12, minute: int = 0) -> datetime:
    """A time of day in England and Wales, as a moment."""
    return datetime.combine(day, time(hour, minute), LONDON).astimezone(UTC)


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Set the clock inside the block; stories are told on the days on which they happened."""
    token = _set.set(moment)
    try:
        yield
    finally:
        _set.reset(token)
