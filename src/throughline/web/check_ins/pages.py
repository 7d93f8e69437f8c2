"""The sheet of one check-in, and what came of it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.people.sight import Sight
from throughline.plan.choices import Method
from throughline.practice import policy
from throughline.practice.choices import Answer
from throughline.practice.expected import Expected, State
from throughline.practice.queries_crossings import reached_by_missed

from .. import about_person, mistakes
from ..as_at import Moment, banner
from ..forms.parts import ShownPart
from ..parts import Answers, Button, Link, Notice, Outcome, Portrait
from ..said import showing
from ..said.amended import Told, first_stood
from ..sections import Section, SectionsPage, kept, lines
from ..watch import wording as thresholds
from ..watch.phone import Watched, watched
from . import forms, wording


@dataclass(frozen=True)
class Sheet:
    """One check-in: what was agreed, the person's words, and two answers."""

    back: Link
    portrait: Portrait
    title: str
    expected: str
    agreed: str
    answers: Answers
    form: Any
    folded: ShownPart
    person_id: UUID
    agreed_id: UUID
    watched: tuple[Watched, ...]
    done: Button


def to_today(sight: Sight) -> Link:
    return Link(_("Back to Today"), f"{reverse('today:today')}?p={sight.person_id}")


def sheet(sight: Sight, each: Expected, form: forms.CheckInForm) -> Sheet:
    """The sheet."""
    name = {"name": sight.person.name}
    outcomes = (
        Outcome(_("%(name)s answered") % name, Answer.ANSWERED.value),
        Outcome(_("No answer") % name, Answer.NO_ANSWER.value),
    )
    return Sheet(
        back=to_today(sight),
        portrait=about_person.portrait(sight.person),
        title=wording.title(each.agreed, sight.person.name),
        expected=_("Expected on %(when)s") % {"when": showing.moment(each.due_at)},
        agreed=wording.agreed(each.agreed),
        answers=Answers(_("What came?"), "answer", outcomes, _("One press saves it.")),
        form=form,
        folded=form.fold(form.FOLDED, str(forms.MORE)),
        person_id=sight.person_id,
        agreed_id=each.agreed.pk,
        watched=watched(sight, "check_in", each.agreed.version.item_id),
        done=Button(_("Done"), to_today(sight).href, main=True, wide=True, size="shift"),
    )


def check_in_page(sight: Sight, life: list[Any], at: Moment) -> SectionsPage:
    """Its life, the first words first; the last that are no ending are shown."""
    row, name = life[-1], sight.person.name
    over = mistakes.notice(row)
    quotes = (showing.quote(row.voice, name, size="l"),) if row.voice else ()
    return SectionsPage(
        title=wording.title(row.agreed, name),
        back=to_today(sight),
        portrait=about_person.portrait(sight.person),
        notice=over or _crossed(row, at),
        comm=about_person.comm(sight),
        as_at=banner(at, reverse("check_ins:one", args=[row.pk])),
        sections=kept(
            Section(_("What %(name)s said") % {"name": name}, quotes=quotes),
            *(Section(heading, lines=lines(words)) for heading, words in told(row).items()),
            Section(_("What was agreed"), lines=(wording.agreed(row.agreed),), links=(_thread(row),)),
            Section(_("Written down"), lines=(_wrote(life[0]),)),
            *(Section(_("As it was first written"), lines=each.lines, soft=(each.why,)) for each in first_stood(life, told)),
        ),
        actions=() if over or at.is_past else _actions(sight, row),
        mistakes=() if over or at.is_past or not policy.may_correct(sight.actor, row) else (_mistake(row),),
    )


def _thread(row: Any) -> Link:
    return Link(row.agreed.version.title, reverse("thread:thread", args=[row.agreed.version.item_id]))


def _crossed(row: Any, at: Moment) -> Notice | None:
    """What to do now, when it was missed."""
    if at.is_past or not Expected(row.agreed, row.due_at, row).state(row.occurred_at).is_missed:
        return None
    return thresholds.reached(reached_by_missed(row)) or Notice(thresholds.sentence(row.agreed.if_missed), "", "look")


def told(row: Any) -> Told:
    """What was written of it, by what it answers."""
    late = Expected(row.agreed, row.due_at, row).state(row.occurred_at) is State.LATE
    came = _("Answered, after the agreed time.") if late else f"{Answer(row.answer).label}."
    return {
        _("Expected"): showing.moment(row.due_at),
        _("What came"): came,
        _("When"): showing.moment(row.occurred_at),
        _("How"): str(Method(row.method).label),
        _("What was seen or done"): row.note,
    }


def _wrote(row: Any) -> str:
    return _("%(who)s, %(when)s") % {"who": row.author.name, "when": showing.moment(row.recorded_at)}


def _actions(sight: Sight, row: Any) -> tuple[Button, ...]:
    if not policy.may_correct(sight.actor, row):
        return ()
    return (Button(_("Put this right"), reverse("check_ins:correct", args=[row.pk]), icon="pencil"),)


def _mistake(row: Any) -> Link:
    title = wording.title(row.agreed, row.person.name)
    return Link(title, reverse("check_ins:mistake", args=[row.pk]), more=_("was entered by mistake"))
