"""A try of a graded step: the sheet on which it is written down, and its own page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base import clock
from throughline.people.sight import Sight
from throughline.plan.choices import LinePart
from throughline.practice import policy
from throughline.practice.choices import Ready, TrialSupport

from ... import about_person, mistakes
from ...as_at import Moment
from ...parts import Button, Link, Portrait, Quote
from ...plan import graded
from ...plan.cited import cited
from ...said import showing
from ...said.amended import Told, first_stood
from ...sections import Section, SectionsPage, kept, lines
from ...today.pages.sheets import back_to_today
from ...watch.phone import Watched, watched
from ...words import fill
from ..forms.trials import WAS_HARD, WENT_WELL, TrialForm

MOST_SIGNS = 4  # early signs of the card among the chips


@dataclass(frozen=True)
class TrySheet:
    """One step of a ladder: why in the person's words, what staff do on it, and how it went."""

    back: Link
    portrait: Portrait
    heading: str
    quote: Quote | None
    support: str
    stop: str
    form: TrialForm
    yes: Button
    no: Button
    not_tried: Link | None
    card: Link
    done: Button
    person_id: UUID
    watched: tuple[Watched, ...]
    today: date


def chips(stage: Any, name: str) -> tuple[list[str], list[str]]:
    """What is offered to tick: of what was hard, the early signs of the person's own card too."""
    signs = stage.version.lines.filter(part=LinePart.EARLY_SIGN).values_list("text", flat=True)[:MOST_SIGNS]
    names = {"name": name}
    return [fill(each, names) for each in WENT_WELL], [*(fill(each, names) for each in WAS_HARD), *signs]


def sheet(sight: Sight, stage: Any, step: Any, form: TrialForm, day: date) -> TrySheet:
    """The sheet of a step; `step`: where it is due in the day, when it was opened from there."""
    name, version = sight.person.name, stage.version
    back = back_to_today(sight, day) if step else Link(version.title, reverse("ladders:ladder", args=[version.item_id]))
    other = (
        showing.with_query(reverse("today:outcome", args=[sight.person_id, step.pk]), day="" if day == clock.today() else day)
        if step
        else ""
    )
    return TrySheet(
        back=back,
        portrait=about_person.portrait(sight.person),
        heading=graded.numbered(stage),
        quote=cited(sight).quote(version.own_words),
        support=stage.support,
        stop=_("Stop if: %(what)s") % {"what": stage.stop} if stage.stop else "",
        form=form,
        no=_save(_("No new risk. Save"), "no", main=True),
        yes=_save(_("Yes, a new risk. Save"), "yes"),
        not_tried=Link(_("%(name)s did not try it. Say so") % {"name": name}, other) if other else None,
        card=Link(_("See the whole card: %(card)s") % {"card": version.title}, reverse("plan:card", args=[version.item_id])),
        done=Button(_("Done"), back.href, main=True, wide=True, size="shift"),
        person_id=sight.person_id,
        watched=watched(sight, "trial", version.item_id),
        today=clock.today(),
    )


def _save(text: str, value: str, *, main: bool = False) -> Button:
    return Button(text, name="new_risk", value=value, main=main, wide=True, size="shift")


# --- its own page ---


def named(row: Any) -> str:
    """Alone, 3 March."""
    return _("%(how)s, %(day)s") % {"how": TrialSupport(row.support).label, "day": showing.short_day(row.occurred_at)}


def to_ladder(row: Any) -> Link:
    return Link(row.stage.version.title, reverse("ladders:ladder", args=[row.item_id]))


def trial_page(sight: Sight, life: list[Any], at: Moment) -> SectionsPage:
    """The life of a try, the first words first; the last that are no ending are shown."""
    row, name, over = life[-1], sight.person.name, mistakes.notice(life[-1])
    earlier = first_stood(life, told)
    may = not over and not at.is_past and policy.may_correct(sight.actor, row)
    correct = Button(_("Put this right"), reverse("ladders:correct", args=[row.pk]), icon="pencil")
    return SectionsPage(
        title=named(row),
        back=to_ladder(row),
        portrait=about_person.portrait(sight.person),
        lead=graded.numbered(row.stage),
        notice=over,
        comm=about_person.comm(sight),
        sections=kept(
            _says(row, name),
            *(Section(heading, lines=lines(*texts)) for heading, texts in _went(row)),
            Section(_("Written down"), lines=(_wrote(life[0]),)),
            *(Section(_("As it was first written"), lines=each.lines, soft=(each.why,)) for each in earlier),
        ),
        actions=(correct,) if may else (),
        mistakes=(Link(named(row), reverse("ladders:mistake", args=[row.pk]), more=_("was entered by mistake")),) if may else (),
    )


def _says(row: Any, name: str) -> Section:
    quotes = (showing.quote(row.voice, name, size="l"),) if row.voice else ()
    said = [_("%(name)s was sure: %(n)s of 10") % {"name": name, "n": row.confidence}] if row.confidence else []
    said += [_("The next step: %(what)s") % {"what": Ready(row.ready).label}] if row.ready else []
    nothing = [] if quotes or said else [_("Nothing from %(name)s yet. Ask %(name)s how it was.") % {"name": name}]
    return Section(_("What %(name)s says about it") % {"name": name}, quotes=quotes, lines=tuple([*said, *nothing]))


def _went(row: Any) -> Iterable[tuple[str, tuple[str, ...]]]:
    yield _("What went well"), tuple(row.went_well.splitlines())
    yield _("What was hard"), tuple(row.was_hard.splitlines())
    yield _("A new risk"), (_new_risk(row),)
    yield _("What nearly happened"), (row.near_miss,)
    yield _("How it was done"), (*_measured(row), showing.moment(row.occurred_at))


def _new_risk(row: Any) -> str:
    if not row.new_risk:
        return _("None")
    return str(row.risk) or _("There was one. Nobody has written yet what it is.")


def _measured(row: Any) -> tuple[str, ...]:
    prompts = (_("Prompts: %(n)s") % {"n": row.prompts},) if row.prompts is not None else ()
    return (*prompts, *((_("Minutes: %(n)s") % {"n": row.minutes},) if row.minutes is not None else ()))


def _wrote(row: Any) -> str:
    return _("%(who)s, %(when)s") % {"who": row.author.name, "when": showing.moment(row.recorded_at)}


def told(row: Any) -> Told:
    """What was written of it, by the question that it answers."""
    return {
        _("How was it done?"): str(TrialSupport(row.support).label),
        _("What went well?"): row.went_well,
        _("What was hard?"): row.was_hard,
        _("Was there a new risk?"): _new_risk(row),
        _("What nearly happened, if anything did?"): row.near_miss,
        _("Was the next step asked about?"): str(Ready(row.ready).label),
        _("How sure, prompts and minutes?"): ", ".join(str(each or "-") for each in (row.confidence, row.prompts, row.minutes)),
    }
