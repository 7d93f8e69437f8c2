"""Who has looked at a person's record: a page for those who answer for it, and a paper for the person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.access import readings
from throughline.base import clock
from throughline.people import queries
from throughline.people.sight import Sight

from .. import about_person
from ..forms import Day, Form
from ..parts import Link, Pages, Portrait, Reading
from ..terms import terms
from ..words import clock_time, full_day
from .looked_at import MINE, THEIRS, in_words

LENGTH = 50
ON_PAPER = 200


class WhichDay(Form):
    day = Day("", optional=True, past=True)


@dataclass(frozen=True)
class Asked:
    """Which readings: of one day or of all, which part of the list, and whether for paper."""

    day: date | None
    form: WhichDay
    start: int
    paper: bool


def read_page(get: QueryDict) -> Asked:
    """From the address. A day is no secret, so it may stand there, and a list can be sent to somebody."""
    form = WhichDay(get if "day_day" in get else None)
    day = form.cleaned_data["day"] if form.is_valid() else None
    start = get.get("from", "")
    return Asked(day, form, min(int(start), 1_000_000) if start.isdecimal() else 0, "paper" in get)


@dataclass(frozen=True)
class DayOfReadings:
    day: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True)
class ReadingsPage:
    back: Link
    name: str
    days: tuple[DayOfReadings, ...]
    pages: Pages | None
    form: WhichDay
    everything: str
    paper: str
    is_one_day: bool


def readings_page(sight: Sight, wanted: Asked) -> ReadingsPage:
    """Two queries, whatever the history."""
    rows = readings.page_of(sight, day=wanted.day, start=wanted.start, length=LENGTH)
    here = reverse("people:readings", args=[sight.person_id])
    person = sight.person
    return ReadingsPage(
        back=Link(_("People in %(name)s’s life") % {"name": person.name}, reverse("people:circle", args=[person.pk])),
        name=person.name,
        days=_by_day(rows[:LENGTH], person.name),
        pages=_pages(here, wanted, len(rows) > LENGTH),
        form=wanted.form,
        everything=here,
        paper=f"{here}?paper=1{_same_day(wanted)}",
        is_one_day=wanted.day is not None,
    )


def _by_day(rows: list[Any], name: str) -> tuple[DayOfReadings, ...]:
    today, who = clock.today(), readings.readers(rows)
    found = groupby(rows, key=lambda row: clock.day_of(row.at))
    return tuple(DayOfReadings(full_day(day, today), tuple(_reading(row, who, name) for row in those)) for day, those in found)


def _reading(row: Any, who: dict[Any, tuple[str, str]], name: str) -> Reading:
    reader, job = who.get(row.user_id, (_("Somebody"), ""))
    return Reading(
        reader, job or terms().staff, _("Looked at %(what)s.") % {"what": in_words(row.page, THEIRS) % {"name": name}}, clock_time(row.at)
    )


def _same_day(wanted: Asked) -> str:
    return f"&day_day={wanted.day.day}&day_month={wanted.day.month}&day_year={wanted.day.year}" if wanted.day else ""


def _pages(here: str, wanted: Asked, more: bool) -> Pages | None:
    """Earlier and later; how many there are in all is nobody's question, and counting them would cost."""
    newer, older = max(0, wanted.start - LENGTH), wanted.start + LENGTH
    before = Link(_("Newer"), f"{here}?from={newer}{_same_day(wanted)}") if wanted.start else None
    after = Link(_("Older"), f"{here}?from={older}{_same_day(wanted)}") if more else None
    return Pages(_("readings"), (), before, after) if before or after else None


@dataclass(frozen=True)
class Looked:
    """One person on one day: what they looked at, in the person's own terms."""

    who: str
    what: tuple[str, ...]


@dataclass(frozen=True)
class Mine:
    back: Link
    note: str
    portrait: Portrait
    days: tuple[tuple[str, tuple[Looked, ...]], ...]
    printed: str


def mine(sight: Sight, wanted: Asked) -> Mine:
    """For the person to read or to have read to them: whoever looked, named once a day, and what at, each once."""
    rows = readings.page_of(sight, day=wanted.day, length=ON_PAPER)[:ON_PAPER]
    today, who = clock.today(), readings.readers(rows)
    days = groupby(rows, key=lambda row: clock.day_of(row.at))
    portrait = about_person.portrait(sight.person, queries.portrait(sight))
    found = tuple((full_day(day, today), _looked(those, who)) for day, those in days)
    named = {"name": sight.person.name}
    back = Link(_("Who has looked at %(name)s’s page") % named, reverse("people:readings", args=[sight.person_id]))
    note = _("Print this page, and read it with %(name)s.") % named
    return Mine(back, note, portrait, found, _("Printed %(day)s.") % {"day": full_day(today, today)})


def _looked(rows: Iterable[Any], who: dict[Any, tuple[str, str]]) -> tuple[Looked, ...]:
    found: dict[Any, dict[str, None]] = {}
    for row in rows:
        found.setdefault(row.user_id, {})[in_words(row.page, MINE)] = None
    return tuple(Looked(who.get(user, (_("Somebody"), ""))[0], tuple(what)) for user, what in found.items())
