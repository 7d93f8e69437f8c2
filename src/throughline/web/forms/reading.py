"""Reads days and times as people write them. Pure."""

import re
from collections.abc import Callable
from datetime import date, time

from django.utils.translation import gettext as _

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_CLOCK = re.compile(r"(\d{1,2})(?:[:. ]?(\d{2}))? ?(am|pm)?", re.IGNORECASE)
_NAMED = {"midday": time(12), "noon": time(12), "midnight": time(0)}

PARTS = ("day", "month", "year")


class NotRead(ValueError):
    """What is wrong, kindly and with how to put it right; and in which boxes."""

    def __init__(self, message: str, boxes: tuple[str, ...]) -> None:
        super().__init__(message)
        self.message, self.boxes = message, boxes


def read_day(day: str, month: str, year: str) -> date:
    """A day from three boxes: 3, 3 or March, 2026."""
    given = dict(zip(PARTS, (day.strip(), month.strip(), year.strip()), strict=True))
    empty = tuple(part for part in PARTS if not given[part])
    if empty:
        raise NotRead(_say_empty(empty), empty)
    numbers = [_READERS[part](given[part]) for part in PARTS]
    try:
        return date(numbers[2], numbers[1], numbers[0])
    except ValueError:
        raise NotRead(_("There is no such day. Check the day and the month."), ("day", "month")) from None


def _say_empty(empty: tuple[str, ...]) -> str:
    sentences = {
        ("day",): _("Add the day."),
        ("month",): _("Add the month."),
        ("year",): _("Add the year."),
        ("day", "month"): _("Add the day and the month."),
        ("day", "year"): _("Add the day and the year."),
        ("month", "year"): _("Add the month and the year."),
    }
    return sentences.get(empty, _("Write the day, the month and the year."))


def _read_day_number(text: str) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text) <= 31:
        return int(text)
    raise NotRead(_("Write the day as a number, like 3."), ("day",))


def _read_month(text: str) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text) <= 12:
        return int(text)
    begins = [number for number, name in enumerate(_MONTHS, 1) if len(text) >= 3 and name.startswith(text.lower())]
    if begins:
        return begins[0]
    raise NotRead(_("Write the month as a number or a word, like 3 or March."), ("month",))


def _read_year(text: str) -> int:
    if len(text) == 4 and text.isascii() and text.isdigit() and int(text) >= 1900:
        return int(text)
    raise NotRead(_("Write the year with 4 figures, like 2026."), ("year",))


_READERS: dict[str, Callable[[str], int]] = {"day": _read_day_number, "month": _read_month, "year": _read_year}


def read_time(text: str) -> time:
    """2:30pm, 2.30 pm, 2pm, 14:30, 1430, midday."""
    if text.strip().lower() in _NAMED:
        return _NAMED[text.strip().lower()]
    found = _CLOCK.fullmatch(text.strip())
    try:
        if found:
            return time(_hour(int(found[1]), (found[3] or "").lower()), int(found[2] or 0))
    except ValueError:
        pass
    raise NotRead(_("Write the time like 2:30pm or 14:30."), ("time",))


def _hour(hour: int, half: str) -> int:
    if not half:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError(hour)
    return hour % 12 + (12 if half == "pm" else 0)
