"""Reading a page as the record stood at the end of a past day, with today's permissions.

Which day it is, is held for one request: the frame offers another, and links to pages that can be read so go on reading it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from throughline.base import clock

from . import words
from .parts import AsAt, Link


@dataclass(frozen=True)
class Moment:
    """The day on which a page is read: today, or the end of a past day."""

    day: date
    moment: datetime | None  # None: now
    mistake: str = ""

    @property
    def is_past(self) -> bool:
        return self.moment is not None

    @property
    def iso(self) -> str:
        return self.day.isoformat()

    def keep(self, address: str) -> str:
        """Another page's address, read as at the same day."""
        if not self.is_past:
            return address
        return f"{address}{'&' if '?' in address else '?'}as_at={self.iso}"

    @property
    def latest(self) -> str:
        """The last day that can be picked."""
        return clock.today().isoformat()


def today() -> Moment:
    """Now."""
    return Moment(clock.today(), None)


_held: ContextVar[list[Moment] | None] = ContextVar("throughline_web_as_at", default=None)


@contextmanager
def holding() -> Iterator[None]:
    """Hold the day for the length of one request."""
    token = _held.set([])
    try:
        yield
    finally:
        _held.reset(token)


def read_on() -> Moment | None:
    """The day on which this page is read; None while nobody asked, as of a page that can be read today alone."""
    held = _held.get()
    return held[0] if held else None


def keep(address: str) -> str:
    """The address of a page that can be read as at a past day, read on the day of this one."""
    moment = read_on()
    return moment.keep(address) if moment else address


def asked_day(request: HttpRequest) -> Moment:
    """The day asked for by `?as_at=2026-06-01`; today when none was, with a sentence when it cannot be read."""
    moment, held = _asked(request), _held.get()
    if held is not None:
        held[:] = [moment]
    return moment


def _asked(request: HttpRequest) -> Moment:
    given = request.GET.get("as_at", "").strip()
    today = clock.today()
    if not given:
        return Moment(today, None)
    try:
        day = date.fromisoformat(given)
    except ValueError:
        return Moment(today, None, _("This day could not be read. Pick it again."))
    if day >= today:
        return Moment(today, None, "" if day == today else _("That day is still to come. You are reading today."))
    return Moment(day, clock.end_of(day))


def banner(moment: Moment, address: str) -> AsAt | None:
    """The banner over a page that is read as at a past day."""
    if not moment.is_past:
        return None
    shown = words.full_day(moment.day, clock.today())
    return AsAt(
        _("You are reading the record as it stood at the end of %(day)s.") % {"day": shown}, Link(_("Read it as it is today"), address)
    )


@dataclass(frozen=True)
class DayBox:
    """Where another day is picked: under every page that can be read so. What else was asked of the page is asked again."""

    day: Moment
    reading: str
    asked: tuple[tuple[str, str], ...]


class Around:
    """What the layout says of the day. It is known once the page is made, so it is asked while it is shown."""

    def __init__(self, request: HttpRequest) -> None:
        self._asked = request.GET if request.method == "GET" else QueryDict()

    @property
    def box(self) -> DayBox | None:
        moment = read_on()
        if moment is None:
            return None
        others = tuple((name, str(value)) for name, value in self._asked.items() if name not in ("as_at", "before", "page"))
        return DayBox(moment, _("You are reading %(day)s.") % {"day": words.full_day(moment.day, clock.today())}, others)

    @property
    def is_of_today(self) -> bool:
        """Whether somebody asked for another day, of a page that cannot be read so."""
        return "as_at" in self._asked and read_on() is None
