"""What a rota says, read from a file of comma-separated values: every line, or what is wrong with it and what was expected. Pure."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from throughline.base import clock
from throughline.base.sentences import N_

COLUMNS = ("email", "home", "day", "from", "to")
MOST_LINES = 2_000
LONGEST_SHIFT = timedelta(hours=24)

EXPECTED = {
    "header": N_("a first line that names the columns: email, home, day, from, to"),
    "lines": N_("at most 2,000 lines; split the file"),
    "columns": N_("as many values as there are columns"),
    "text": N_("comma-separated text"),
    "email": N_("the e-mail address with which somebody signs in here"),
    "home": N_("the name of one of the homes that you manage"),
    "day": N_("a day like 2026-05-19, or 19/05/2026"),
    "time": N_("a time like 14:00"),
    "spring": N_("a time that there was: the clocks went forward that night"),
    "length": N_("a shift of at most 24 hours"),
    "role": N_("somebody who has a role at this home on that day; give them one first"),
    "overlap": N_("one place at a time: this is beside another shift of the same worker"),
}


@dataclass(frozen=True, slots=True)
class Planned:
    """One line of a rota: whose shift, where, from when until when."""

    line: int
    email: str
    home: str
    from_at: datetime
    until_at: datetime


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong on a line: in which column, what stands there, and the code of what was expected."""

    line: int
    column: str
    found: str
    expected: str


class _Wrong(Exception):
    def __init__(self, column: str, found: str, expected: str) -> None:
        super().__init__(expected)
        self.fault = (column, found[:60], expected)


def read(text: str) -> tuple[list[Planned], list[Fault]]:
    """The lines of a file, and every fault. Lines are counted from 1, the names of the columns being line 1."""
    try:
        rows = list(csv.reader(io.StringIO(text.lstrip("\N{ZERO WIDTH NO-BREAK SPACE}"), newline=""), strict=True))
    except csv.Error:
        return [], [Fault(1, "", "", "text")]
    names = [name.strip().lower() for name in rows[0]] if rows else []
    if sorted(names) != sorted(COLUMNS):
        return [], [Fault(1, "", ", ".join(names)[:60], "header")]
    if len(rows) > MOST_LINES + 1:
        return [], [Fault(MOST_LINES + 2, "", "", "lines")]
    return _lines(names, rows[1:])


def _lines(names: list[str], rows: list[list[str]]) -> tuple[list[Planned], list[Fault]]:
    planned, faults = [], []
    for number, values in enumerate(rows, 2):
        if not any(value.strip() for value in values):
            continue
        try:
            planned.append(_planned(number, names, [value.strip() for value in values]))
        except _Wrong as wrong:
            faults.append(Fault(number, *wrong.fault))
    return planned, faults


def _planned(number: int, names: list[str], values: list[str]) -> Planned:
    if len(values) != len(names):
        raise _Wrong("", ", ".join(values), "columns")
    given = dict(zip(names, values, strict=True))
    day = _read("day", given, "day", _day)
    begins, ends = _read("from", given, "time", _time), _read("to", given, "time", _time)
    last = day if ends > begins else day + timedelta(days=1)  # a night ends on the next day
    return Planned(number, given["email"].lower(), given["home"], _moment("from", day, begins), _moment("to", last, ends))


def _read(column: str, given: dict[str, str], expected: str, reader: Callable[[str], Any]) -> Any:
    try:
        return reader(given[column])
    except ValueError:
        raise _Wrong(column, given[column], expected) from None


def _day(text: str) -> date:
    if "/" in text:
        day, month, year = text.split("/")
        return date(int(year), int(month), int(day))
    return date.fromisoformat(text)


def _time(text: str) -> time:
    hour, minute = text.split(":")[:2]
    return time(int(hour), int(minute))


def _moment(column: str, day: date, at: time) -> datetime:
    moment = clock.moment(day, at.hour, at.minute)
    if moment.astimezone(clock.LONDON).time() != at:
        raise _Wrong(column, f"{at:%H:%M}", "spring")
    return moment


def overlaps(planned: Iterable[Planned]) -> Iterator[Fault]:
    """Shifts of one worker that run at the same time, and shifts that go on for too long."""
    last: dict[str, Planned] = {}
    for each in sorted(planned, key=lambda row: (row.email, row.from_at)):
        before = last.get(each.email)
        if before is not None and before.until_at > each.from_at:
            yield Fault(each.line, "from", f"{each.from_at.astimezone(clock.LONDON):%Y-%m-%d %H:%M}", "overlap")
        if each.until_at - each.from_at > LONGEST_SHIFT or each.until_at <= each.from_at:
            yield Fault(each.line, "to", f"{each.until_at.astimezone(clock.LONDON):%Y-%m-%d %H:%M}", "length")
        last[each.email] = each
