"""What changed in the weeks of a chart, and when: another version of the plan, an agreed step; and the answer by month, easy to read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from throughline.base import clock
from throughline.people.sight import Sight
from throughline.practice import queries_upset

from .. import as_at, words
from ..said import showing
from .chart import Change
from .phases import Phase


@dataclass(frozen=True)
class Changed:
    """One change, in words with its day. kind: "change" of the plan, which breaks the line, or an agreed "step"."""

    day: date
    text: str
    kind: Literal["change", "step"]


def changed(phases: Iterable[Phase], steps: Iterable[Any]) -> tuple[Changed, ...]:
    """The oldest first. steps: publications by which the person moved on a ladder."""
    plans = [Changed(each.changed, _of_plan(each.changed, each.what), "change") for each in phases if each.changed]
    moved = [Changed(clock.day_of(each.occurred_at), _of_step(each), "step") for each in steps]
    return tuple(sorted([*plans, *moved], key=lambda each: each.day))


def _of_plan(day: date, what: str) -> str:
    return _("%(day)s: %(what)s changed") % {"day": showing.short_day(day), "what": what}


def _of_step(publication: Any) -> str:
    told = {"day": showing.short_day(publication.occurred_at), "what": publication.version.title}
    return _("%(day)s: a step back, %(what)s") % told if publication.version.move.reason else _("%(day)s: a step on, %(what)s") % told


def as_drawn(phases: tuple[Phase, ...], several: Iterable[Changed]) -> tuple[Change, ...]:
    """Where each stands among the weeks. A change of the plan stands before its week; a step on its day."""
    first, last = phases[0].weeks[0].begins, phases[-1].weeks[-1].begins
    return tuple(Change(_place(first, each), each.text, each.kind) for each in several if first <= each.day <= last + timedelta(days=6))


def _place(first: date, each: Changed) -> float:
    days = (each.day - first).days
    return max(0.0, days // 7 - 0.5 if each.kind == "change" else days / 7 - 0.5)


def easy(sight: Sight, phases: tuple[Phase, ...], names: Mapping[str, str], at: as_at.Moment) -> str:
    """Jo was upset 3 times in March, and 1 time in May: the first and the last whole month with anything written. One query."""
    today = clock.day_of(at.moment) if at.moment else clock.today()
    weeks = [week.begins for phase in phases for week in phase.weeks if week.times is not None]
    whole = sorted({each.replace(day=1) for each in weeks if min(weeks) <= each.replace(day=1) < today.replace(day=1)})
    if not whole:
        return ""
    times = queries_upset.months(sight, whole[0], today.replace(day=1), at.moment)
    told = [(words.month(each, today), _times(times.get(each, 0))) for each in (whole[0], whole[-1])]
    said = dict(names) | dict(zip(("month", "before"), told[0], strict=True)) | dict(zip(("later", "since"), told[1], strict=True))
    if len(whole) == 1:
        return _("%(name)s was %(distress)s %(before)s in %(month)s.") % said
    return _("%(name)s was %(distress)s %(before)s in %(month)s, and %(since)s in %(later)s.") % said


def _times(n: int) -> str:
    return ngettext("%(n)d time", "%(n)d times", n) % {"n": n}
