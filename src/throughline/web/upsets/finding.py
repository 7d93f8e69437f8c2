"""What a chart shows, as sentences made by rule from its numbers: "since", and never "because"."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .phases import ENOUGH, Phase


def found(phases: Sequence[Phase], names: Mapping[str, str], say_day: Callable[[date], str]) -> tuple[str, ...]:
    """The last change, when there are enough weeks on both sides of it; else what the weeks say by themselves. names: name, distress."""
    if not phases:
        return ()
    if len(phases) == 1:
        return _of_one(phases[0], names)
    before, since = phases[-2:]
    told = dict(names) | {"day": say_day(since.changed) if since.changed else ""}
    sentences = (_often(before.times, since.times, told), _long(before.long, since.long))
    return tuple(each for each in sentences if each) or (_too_few(since, before, told),)


def number(value: float) -> str:
    """5.5, 12: at most one place behind the point."""
    return f"{round(value, 1):g}"


def a_week(times: float) -> str:
    """Once a week; 5.5 times a week."""
    return _("once a week") if number(times) == "1" else _("%(n)s times a week") % {"n": number(times)}


def _of_one(phase: Phase, names: Mapping[str, str]) -> tuple[str, ...]:
    """No change of the plan to look at."""
    if phase.times is None:
        weeks = sum(week.times is not None for week in phase.weeks)
        told = {"n": weeks, "enough": ENOUGH}
        return (
            ngettext(
                "There is %(n)d week with something written. A middle value is said from %(enough)d weeks on.",
                "There are %(n)d weeks with something written. A middle value is said from %(enough)d weeks on.",
                weeks,
            )
            % told,
        )
    often = _("%(name)s was %(distress)s %(often)s: the middle value. The plan about it did not change in these weeks.")
    return (often % (dict(names) | {"often": a_week(phase.times)}),)


def _often(before: float | None, since: float | None, told: Mapping[str, str]) -> str:
    if before is None or since is None:
        return ""
    values = dict(told) | {"before": number(before), "since": a_week(since)}
    if since < before:
        return _("Since the plan changed on %(day)s, %(name)s is %(distress)s less often: %(since)s, not %(before)s.") % values
    if since > before:
        return _("Since the plan changed on %(day)s, %(name)s is %(distress)s more often: %(since)s, not %(before)s.") % values
    return _("Since the plan changed on %(day)s, %(name)s is %(distress)s as often as before: %(since)s.") % values


def _long(before: float | None, since: float | None) -> str:
    if before is None or since is None:
        return ""
    values = {"before": number(before), "since": number(since)}
    if since < before:
        return _("It is for less time: %(since)s minutes, not %(before)s. These are middle values.") % values
    if since > before:
        return _("It is for more time: %(since)s minutes, not %(before)s. These are middle values.") % values
    return _("It is for as long as before: %(since)s minutes. These are middle values.") % values


def _too_few(since: Phase, before: Phase, told: Mapping[str, str]) -> str:
    """Too few weeks on one side of the change to say what is in the middle."""
    weeks = {"since": _known(since), "before": _known(before), "enough": ENOUGH, "day": told["day"]}
    return (
        _(
            "The plan changed on %(day)s. There are %(before)d weeks before it and %(since)d since:"
            " it takes %(enough)d on both sides to compare them."
        )
        % weeks
    )


def _known(phase: Phase) -> int:
    return sum(week.times is not None for week in phase.weeks)
