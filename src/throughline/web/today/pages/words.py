"""Results, reasons and feelings, in whole sentences with the person's name."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from throughline.practice.choices import Feeling, Result, WhyNot


def result(value: str, name: str) -> str:
    """What happened, as it stands on a page."""
    sentences = {
        Result.SAID_YES: _("Offered. %(name)s said yes"),
        Result.SAID_NO: _("Offered. %(name)s said no"),
        Result.DIFFERENT: _("Done a different way"),
        Result.NOT_OFFERED: _("Not offered"),
    }
    return sentences[Result(value)] % {"name": name}


def why_question(result: str) -> str:
    """What is asked after an answer that has a reason."""
    return _("What was different?") if result == Result.DIFFERENT else _("Why was it not offered?")


def why(value: str, name: str) -> str:
    """Why it was not offered, or how it was done instead."""
    sentences = {
        WhyNot.AWAY: _("%(name)s was away or out"),
        WhyNot.ASLEEP: _("%(name)s was asleep"),
        WhyNot.NOT_WELL: _("%(name)s was not well"),
        WhyNot.BUSY_SHIFT: _("We could not, on this shift"),
        WhyNot.ASKED: _("%(name)s wanted it another way"),
        WhyNot.OTHER_TIME: _("At another time"),
        WhyNot.OTHER_PLACE: _("In another place"),
        WhyNot.SOMEONE_ELSE: _("With somebody else"),
        WhyNot.OTHER: _("Something else"),
    }
    return sentences[WhyNot(value)] % {"name": name} if value else ""


def feeling(value: str, name: str) -> str:
    """How it was for the person."""
    sentences = {
        Feeling.GOOD: _("Good for %(name)s"),
        Feeling.SO_SO: _("So-so for %(name)s"),
        Feeling.NOT_GOOD: _("Not good for %(name)s"),
    }
    return sentences[Feeling(value)] % {"name": name} if value else ""


def listed(names: Iterable[str]) -> str:
    """Amina; Amina and Tom; Amina, Priya and Tom."""
    several = list(dict.fromkeys(names))
    if len(several) < 2:
        return several[0] if several else ""
    return _("%(first)s and %(last)s") % {"first": ", ".join(several[:-1]), "last": several[-1]}
