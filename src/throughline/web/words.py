"""How dates, times and people's words are written on every page. Pure: the day it is comes in as an argument.

Figures, not words; "Tuesday 3 March"; "3 March 2026" when it is not this year; "2:30pm"; a number of days is always
followed by the date. All times are read in England and Wales.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from functools import lru_cache

from babel.dates import format_date
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from throughline.base.clock import LONDON

NO_BREAK = "\N{NO-BREAK SPACE}"
_I_AND_SPACE = re.compile(r"\bI ")
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")
_OUTER_MARKS = "\"“”'‘’ "


def _local(value: datetime) -> datetime:
    return value.astimezone(LONDON) if value.tzinfo else value


def day_in_london(value: date | datetime) -> date:
    """The day on which something falls, in England and Wales."""
    return _local(value).date() if isinstance(value, datetime) else value


def _written(day: date, pattern: str) -> str:
    return _in_language(day, pattern, get_language() or "en-gb")


@lru_cache(maxsize=4096)
def _in_language(day: date, pattern: str, language: str) -> str:
    locale = language.replace("-", "_")
    return format_date(day, pattern, locale="en_GB" if locale.startswith("en") else locale)


def full_day(value: date | datetime, today: date) -> str:
    """Tuesday 3 March; in another year, 3 March 2026."""
    day = day_in_london(value)
    return _written(day, "EEEE d MMMM" if day.year == today.year else "d MMMM y")


def short_day(value: date | datetime, today: date) -> str:
    """3 March; in another year, 3 March 2026."""
    day = day_in_london(value)
    return _written(day, "d MMMM" if day.year == today.year else "d MMMM y")


def month(value: date, today: date) -> str:
    """March; in another year, December 2025."""
    return _written(value, "LLLL" if value.year == today.year else "LLLL y")


def clock_time(value: time | datetime) -> str:
    """2:30pm, 2pm, midday, midnight."""
    if isinstance(value, datetime):
        value = _local(value).time()
    return _clock_time(value.replace(second=0, microsecond=0, tzinfo=None), get_language())


@lru_cache(maxsize=4096)
def _clock_time(value: time, language: str | None) -> str:
    if value.minute == 0 and value.hour in (0, 12):
        return _("midday") if value.hour else _("midnight")
    hour = value.hour % 12 or 12
    half = _("am") if value.hour < 12 else _("pm")
    return f"{hour}:{value.minute:02d}{half}" if value.minute else f"{hour}{half}"


def day_and_time(value: datetime, today: date) -> str:
    """Tuesday 3 March, 2:30pm."""
    return f"{full_day(value, today)}, {clock_time(value)}"


def days_ago(value: date | datetime, today: date) -> str:
    """today; yesterday, 18 May; 6 days ago, 13 May; in 3 days, 22 May. Never a number of days without the date."""
    day = day_in_london(value)
    days = (today - day).days
    if days == 0:
        return _("today")
    return f"{_distance(days)}, {short_day(day, today)}"


def _distance(days: int) -> str:
    if days == 1:
        return _("yesterday")
    if days == -1:
        return _("tomorrow")
    if days > 0:
        return ngettext("%(n)d day ago", "%(n)d days ago", days) % {"n": days}
    return ngettext("in %(n)d day", "in %(n)d days", -days) % {"n": -days}


def days_long(days: int) -> str:
    """1 day, 6 days."""
    return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}


def sound_length(seconds: int) -> str:
    """0:11, 1:05."""
    return f"{seconds // 60}:{seconds % 60:02d}"


def keep_i(text: object) -> str:
    """Keep "I" with the word after it, so that a line never ends in "I"."""
    return _I_AND_SPACE.sub(f"I{NO_BREAK}", str(text))


def in_quotes(text: object) -> str:
    """The words between “ and ”, once, whatever marks somebody typed around them."""
    return f"“{str(text).strip(_OUTER_MARKS)}”"


def fill(text: object, names: Mapping[str, str]) -> str:
    """Put names where the sentence has %(name)s; any other % stays as it is."""
    return _PLACEHOLDER.sub(lambda found: names.get(found[1], found[0]), str(text))
