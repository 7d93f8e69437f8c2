"""One upset: what the person says first, then what was seen and what helped, and apart from it what somebody thinks."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.people.sight import Sight
from throughline.practice import law_upset, policy, queries_upset
from throughline.practice.choices_upset import Before, Intensity, Toward, Trigger
from throughline.practice.queries_crossings import reached_by

from .. import about_person, mistakes, not_told
from ..as_at import Moment
from ..parts import Button, Link, State
from ..said import showing
from ..said.amended import Told, first_stood
from ..sections import Section, SectionsPage, kept, lines
from ..watch import wording as thresholds
from .wording import named as named
from .wording import when


def to_timeline(sight: Sight) -> Link:
    return Link(_("%(name)s’s days") % {"name": sight.person.name}, f"{reverse('people:timeline', args=[sight.person_id])}?show=days")


def upset_page(sight: Sight, life: list[Any], at: Moment) -> SectionsPage:
    """The life of an upset, the first words first; the last that are no ending are shown."""
    row, name, over = life[-1], sight.person.name, mistakes.notice(life[-1])
    shut, missing = bool(over) or at.is_past, _missing(row)
    return SectionsPage(
        title=named(row, name),
        back=to_timeline(sight),
        portrait=about_person.portrait(sight.person),
        notice=over or (None if at.is_past else thresholds.reached(reached_by(row))),
        lead=when(row),
        state=State(_("Not finished"), "look") if missing and not over else None,
        comm=about_person.comm(sight),
        sections=kept(
            _says(row, name),
            Section(_("Still to be written"), lines=tuple(_(each) for each in missing) if not over else ()),
            *(Section(heading, lines=lines(*told)) for heading, told in _happened(row, name)),
            not_told.named(sight, row),
            Section(_("What %(who)s thinks") % {"who": life[0].author.name}, lines=lines(row.thought)),
            Section(_("Written down"), lines=(_wrote(life[0]),), soft=_late(life[0])),
            *(Section(_("As it was first written"), lines=each.lines, soft=(each.why,)) for each in first_stood(life, told)),
        ),
        actions=() if shut else _actions(sight, row, bool(missing)),
        mistakes=() if shut or not policy.may_correct(sight.actor, row) else (_mistake(row, name),),
    )


def _missing(row: Any) -> tuple[str, ...]:
    return law_upset.still_to_write(
        ended=row.ended_at, seen=row.seen, intensity=row.intensity, injuries=row.injuries, restriction_used=row.restriction_used
    )


def _says(row: Any, name: str) -> Section:
    quotes = (showing.quote(row.voice, name, size="l"),) if row.voice else ()
    nothing = () if quotes else (_("Nothing from %(name)s yet. Ask %(name)s when it is calm.") % {"name": name},)
    return Section(_("What %(name)s says about it") % {"name": name}, quotes=quotes, lines=nothing)


def _labels(codes: list[str], choices: Any) -> tuple[str, ...]:
    return tuple(str(choices(each).label) for each in codes)


def _of_cards(row: Any, part: str) -> tuple[str, ...]:
    return tuple(each.line.text for each in row.lines.all() if each.line.part == part)


def _happened(row: Any, name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    limited = row.restriction_words if row.restriction_used else _("Nothing was written down that limited %(name)s.") % {"name": name}
    strong = str(Intensity(row.intensity).label) if row.intensity else ""
    return (
        (_("Just before"), (*_labels(row.fast, Trigger), row.before)),
        (_("That day"), _labels(row.slow, Before)),
        (_("What was seen"), (*_of_cards(row, queries_upset.SIGN), row.seen)),
        (_("What helped"), (*_of_cards(row, queries_upset.HELPS), row.helped)),
        (_("How strong it was"), (_("%(n)s of 5. %(words)s") % {"n": row.intensity, "words": strong} if strong else "",)),
        (_("Toward whom"), _labels(row.toward, Toward)),
        (_("Who was hurt, and how"), (row.injuries,)),
        (_("What held, stopped or limited %(name)s") % {"name": name}, (limited,)),
        (_("Who was told"), (row.told,)),
        (_("Where, and who was there"), (row.place, row.who_was_there)),
    )


def _wrote(row: Any) -> str:
    return _("%(who)s, %(when)s") % {"who": row.author.name, "when": showing.moment(row.recorded_at)}


def _late(row: Any) -> tuple[str, ...]:
    late = law_upset.is_late(began=row.occurred_at, ended=row.ended_at, recorded=row.recorded_at)
    return (_("More than a day after it was over."),) if late else ()


def told(row: Any) -> Told:
    """What was written of it, by the question that it answers."""
    answers = (*_happened(row, row.person.name), (_("What it may mean"), (row.thought,)), (_("When it was"), (when(row),)))
    return {_("%(what)s:") % {"what": heading}: " ".join(lines(*answer)) for heading, answer in answers}


def _actions(sight: Sight, row: Any, unfinished: bool) -> tuple[Button, ...]:
    found = []
    if policy.may_finish(sight.actor, row):
        found.append(Button(_("Finish the words"), reverse("upsets:finish", args=[row.pk]), main=unfinished, icon="pencil"))
    if policy.may_correct(sight.actor, row):
        found.append(Button(_("Put this right"), reverse("upsets:correct", args=[row.pk])))
    found.append(Button(_("How often, and how long"), reverse("upsets:trend", args=[sight.person_id])))
    return tuple(found)


def _mistake(row: Any, name: str) -> Link:
    return Link(named(row, name), reverse("upsets:mistake", args=[row.pk]), more=_("was entered by mistake"))
