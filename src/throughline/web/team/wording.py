"""How shifts, sign-offs and what was expected are said, the same on every page."""

from datetime import datetime

from django.utils.translation import gettext as _

from throughline.base import clock
from throughline.workforce import law
from throughline.workforce.choices import Subject

from .. import words


def hours(begins: datetime, ends: datetime) -> str:
    """2pm to 10pm"""
    return _("%(begins)s to %(ends)s") % {"begins": words.clock_time(begins), "ends": words.clock_time(ends)}


def day_and_hours(begins: datetime, ends: datetime) -> str:
    """Tuesday 19 May, 2pm to 10pm"""
    return f"{words.full_day(begins, clock.today())}, {hours(begins, ends)}"


def why_not(standing: law.Standing) -> str:
    """Why somebody is not signed off, and what that means on the shift."""
    sentences = {
        law.Standing.SUPERVISED: _("Signed off only with somebody beside them."),
        law.Standing.NOT_YET: _("Watched, and not yet able to do it."),
        law.Standing.OVER: _("The sign-off is over."),
        law.Standing.CHANGED: _("The card changed since the sign-off."),
        law.Standing.NONE: _("Nobody signed them off."),
        law.Standing.LIVE: _("Signed off."),
    }
    return sentences[standing]


def why_not_you(standing: law.Standing) -> str:
    """The same, said to the worker."""
    sentences = {
        law.Standing.SUPERVISED: _("You are signed off with somebody beside you."),
        law.Standing.NOT_YET: _("You were watched, and are not signed off yet. Ask who is to be beside you."),
        law.Standing.OVER: _("Your sign-off is over. Ask a team leader to watch."),
        law.Standing.CHANGED: _("The card changed since you were signed off. Ask a team leader to watch."),
        law.Standing.NONE: _("You are not signed off. Ask who is to be beside you."),
        law.Standing.LIVE: _("You are signed off."),
    }
    return sentences[standing]


def subject(value: str) -> str:
    """What a key routine is about."""
    return str(Subject(value).label)


def fault(found: law.Fault) -> str:
    """Line 4, email: “amina@” stands there. Expected was the address with which …"""
    said = {"line": found.line, "column": found.column, "found": found.found, "expected": _(law.EXPECTED[found.expected])}
    if found.column:
        return _("Line %(line)s, column %(column)s: found “%(found)s”. Expected: %(expected)s.") % said
    if found.found:
        return _("Line %(line)s: found “%(found)s”. Expected: %(expected)s.") % said
    return _("Line %(line)s. Expected: %(expected)s.") % said
