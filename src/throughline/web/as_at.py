"""Reading a page as the record stood at the end of a past day, with today's permissions."""

from dataclasses import dataclass
from datetime import date, datetime

from django.http import HttpRequest
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


def asked_day(request: HttpRequest) -> Moment:
    """The day asked for by `?as_at=2026-06-01`; today when none was, with a sentence when it cannot be read."""
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
