"""The page on how often and how long: the finding in a sentence, the chart, every number, and the latest records."""

from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base import clock
from throughline.people.sight import Sight
from throughline.practice import policy, queries_upset

from .. import about_person, as_at
from ..parts import AsAt, Button, Empty, Link, LinkRow, Portrait, Table
from ..said import showing
from . import finding
from .changed import Changed, as_drawn, changed, easy
from .chart import NARROW, WIDE, Drawing, Panel, draw
from .phases import Phase, in_phases
from .wording import when
from .writing import names_of

WEEKS = 26  # half a year: what one looks at when a plan is looked at again


@dataclass(frozen=True)
class TrendPage:
    """easy: the shortest answer, by month. drawings: wide and narrow, of `title_of`. changed: what changed and when. figures: as a file."""

    title: str
    back: Link
    portrait: Portrait
    as_at: AsAt | None
    easy: str
    found: tuple[str, ...]
    limit: str
    title_of: str
    drawings: tuple[Drawing, ...]
    changed: tuple[str, ...]
    table: Table | None
    figures: Link | None
    empty: Empty | None
    latest: tuple[LinkRow, ...]
    all: Link
    add: Button | None


def trend_page(sight: Sight, at: as_at.Moment) -> TrendPage:
    """A fixed number of queries, whatever the history. Only whole weeks: one that is not over would look like fewer."""
    phases, several = looked_at(sight, at)
    latest, names = queries_upset.upsets(sight, at.moment), names_of(sight)
    return TrendPage(
        title=_("When %(name)s was %(distress)s: how often, and how long") % names,
        back=showing.person_link(sight.person),
        portrait=about_person.portrait(sight.person),
        as_at=as_at.banner(at, reverse("upsets:trend", args=[sight.person_id])),
        easy=easy(sight, phases, names, at),
        found=finding.found(phases, names, showing.short_day),
        limit=_("This shows when things changed. It does not prove why. This week is not over and is not drawn."),
        title_of=_("Times %(name)s was %(distress)s each week, and how long") % names,
        drawings=_drawings(phases, names, several) if phases else (),
        changed=tuple(each.text for each in several),
        figures=Link(_("These numbers as a file for a spreadsheet"), at.keep(reverse("upsets:figures", args=[sight.person_id])))
        if phases
        else None,
        table=_table(phases, names) if phases else None,
        empty=None if phases else Empty(_("Nothing is written down for any whole week yet.")),
        latest=tuple(LinkRow(reverse("upsets:one", args=[row.pk]), row.seen, strong=when(row)) for row in latest),
        all=Link(_("All of %(name)s’s days") % names, at.keep(f"{reverse('people:timeline', args=[sight.person_id])}?show=days")),
        add=_add(sight, names, at),
    )


def looked_at(sight: Sight, at: as_at.Moment) -> tuple[tuple[Phase, ...], tuple[Changed, ...]]:
    """The weeks in their phases, and what changed in them. Five queries, whatever the history."""
    today = clock.day_of(at.moment) if at.moment else clock.today()
    until = today - timedelta(days=today.weekday())
    first = until - WEEKS * queries_upset.WEEK
    weeks = _since_first(queries_upset.weeks(sight, first, until, at.moment))
    if not weeks:
        return (), ()
    changes = queries_upset.changes(sight, first, until, at.moment)
    steps = queries_upset.steps(sight, first, until, at.moment)
    phases = in_phases(weeks, [(clock.day_of(each.occurred_at), each.version.title if each.version else "") for each in changes])
    return phases, changed(phases, steps)


def _drawings(phases: tuple[Phase, ...], names: dict[str, str], several: tuple[Changed, ...]) -> tuple[Drawing, ...]:
    panels, marks = _panels(phases, names), as_drawn(phases, several)
    return tuple(draw(phases, panels, width, showing.short_day, marks) for width in (WIDE, NARROW))


def _since_first(weeks: list[queries_upset.Week]) -> list[queries_upset.Week]:
    """From the first week in which anything was written."""
    first = next((n for n, week in enumerate(weeks) if week.times is not None), len(weeks))
    return weeks[first:]


def _panels(phases: tuple[Phase, ...], names: dict[str, str]) -> tuple[Panel, Panel]:
    often, long = tuple(phase.times for phase in phases), tuple(phase.long for phase in phases)
    return (
        Panel(
            _("Times %(distress)s each week") % names,
            tuple(tuple(week.times for week in phase.weeks) for phase in phases),
            often,
            tuple(_label(phase, middle) for phase, middle in zip(phases, often, strict=True)),
            "dot",
        ),
        Panel(
            _("Middle length, in minutes"),
            tuple(tuple(week.middle for week in phase.weeks) for phase in phases),
            long,
            tuple(_label(phase, middle) for phase, middle in zip(phases, long, strict=True)),
            "square",
        ),
    )


def _label(phase: Phase, middle: float | None) -> str:
    """Since 4 March: middle 2."""
    if middle is None:
        return phase_name(phase)
    return _("%(phase)s: middle %(n)s") % {"phase": phase_name(phase), "n": finding.number(middle)}


def phase_name(phase: Phase) -> str:
    return _("Since %(day)s") % {"day": showing.short_day(phase.changed)} if phase.changed else _("Before")


def _table(phases: tuple[Phase, ...], names: dict[str, str]) -> Table:
    rows = [
        (showing.short_day(week.begins), _times(week.times), finding.number(week.middle) if week.middle is not None else "", _plan(phase))
        for phase in phases
        for week in phase.weeks
    ]
    columns = (_("Week from"), _("Times %(distress)s") % names, _("Middle length, minutes"), _("Plan"))
    return Table(_("Every number, by week"), columns, tuple(rows), cards=True)


def _times(times: int | None) -> str:
    return str(times) if times is not None else _("Nothing was written")


def _plan(phase: Phase) -> str:
    if phase.changed is None:
        return phase_name(phase)
    return _("%(since)s: %(what)s") % {"since": phase_name(phase), "what": phase.what}


def _add(sight: Sight, names: dict[str, str], at: as_at.Moment) -> Button | None:
    if at.is_past or not policy.may_keep(sight.actor, sight.person):
        return None
    return Button(_("%(name)s is %(distress)s") % names, f"{reverse('upsets:new', args=[sight.person_id])}")
