"""A question: its options, where it was talked about, what was decided, what is still needed. And the list of a person's decisions."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.access import queries as access
from throughline.base.models.recorded import Topic
from throughline.conversations import queries as said
from throughline.decisions import policy, queries
from throughline.decisions.choices import Area, Conclusion, ExcludedClass, Impact, Standing
from throughline.people.sight import Sight

from ... import about_person, mistakes
from ...as_at import Moment, banner
from ...assessed import CONCLUDED
from ...parts import AsAt, Button, Comm, Empty, Link, LinkRow, Notice, Option, Portrait, State, Tab, Table
from ...said import showing
from . import wording

DRAFT = "decisions.decide"


@dataclass(frozen=True)
class QuestionPage:
    back: Link
    portrait: Portrait
    title: str
    about: tuple[str, ...]
    options: tuple[Option, ...]
    talked: tuple[LinkRow, ...]
    decided: tuple[LinkRow, ...]
    needed: tuple[str, ...]
    add_option: Button | None
    add_talked: Button | None
    decide: Button | None
    assessed: tuple[LinkRow, ...]
    in_doubt: tuple[Button, ...]
    draft: Notice | None
    gone: Notice | None
    mistakes: tuple[Link, ...]


def question_page(sight: Sight, question: Any) -> QuestionPage:
    """Everything about one question, on the way to its decision."""
    name = sight.person.name
    options, talked, decided = queries.options(sight, question), queries.talked_in(sight, question), queries.decisions_of(sight, question)
    gone = mistakes.notice(question) if question.is_over else None
    may = not gone and bool(policy.may_decide(sight.actor, sight.person, question.impact))
    draft = access.draft_of(person=sight.person, form=DRAFT, about_id=question.pk, by=sight.actor) if may else None
    needed = _needed(sight, question, len(options), bool(talked))
    return QuestionPage(
        back=Link(_("%(name)s’s decisions") % {"name": name}, reverse("decisions:list", args=[sight.person_id])),
        portrait=about_person.portrait(sight.person),
        title=question.text,
        about=_about(question, name),
        options=tuple(wording.shown_option(each, name, _is_chosen(each, decided)) for each in options),
        talked=tuple(
            LinkRow(reverse("said:conversation", args=[each.pk]), each.purpose, strong=each.title, soft=showing.day(each.occurred_at))
            for each in talked
        ),
        decided=tuple(_decided(each, name) for each in decided),
        needed=() if decided else needed,
        add_option=Button(_("Add an option"), reverse("decisions:option_new", args=[question.pk]), icon="plus") if may else None,
        add_talked=Button(_("Say where it was talked about"), reverse("decisions:talked", args=[question.pk])) if may else None,
        decide=_decide(question, decided) if may else None,
        assessed=tuple(_assessed(each, name) for each in queries.assessments_of(sight, question)),
        in_doubt=_in_doubt(question, decided, name) if may else (),
        draft=_draft(question, draft) if draft else None,
        gone=gone,
        mistakes=() if gone else _mistakes(sight, question, options),
    )


def _mistakes(sight: Sight, question: Any, options: list[Any]) -> tuple[Link, ...]:
    rows = [*(("option", each, each.title) for each in options), ("question", question, question.text)]
    return mistakes.links(sight, "decisions:mistake", policy.may_take_back_seen, *rows)


def _assessed(assessment: Any, name: str) -> LinkRow:
    concluded = CONCLUDED[Conclusion(assessment.conclusion)] % {"name": name}
    stands = "" if assessment.standing == Standing.VALID else _("It cannot be relied on.")
    soft = (
        _("%(day)s. %(stands)s") % {"day": showing.day(assessment.occurred_at), "stands": stands}
        if stands
        else showing.day(assessment.occurred_at)
    )
    return LinkRow(reverse("capacity:assessment", args=[assessment.pk]), concluded, soft=soft)


def _in_doubt(question: Any, decided: list[Any], name: str) -> tuple[Button, ...]:
    """Only when it is in doubt that the person can decide it; nobody decides what the law names for somebody else."""
    assess = Button(_("Can %(name)s decide this? Assess this question") % {"name": name}, reverse("capacity:assess", args=[question.pk]))
    if question.excluded_class or any(wording.short_standing(each).tone == "good" for each in decided):
        return (assess,)
    return (assess, Button(_("Decide it for %(name)s") % {"name": name}, reverse("capacity:for_them", args=[question.pk])))


def _is_chosen(option: Any, decided: list[Any]) -> bool:
    return any(option.is_or_was(each.option_id) for each in decided)


def _whom(question: Any) -> str:
    """Whom it is about; of sharing, what they would know about."""
    topics = ", ".join(str(Topic(each).label) for each in question.shares)
    said = {"who": str(question.contact), "topics": topics}
    return _("About %(who)s, and what they would know about: %(topics)s") % said if topics else _("About %(who)s") % said


def _about(question: Any, name: str) -> tuple[str, ...]:
    lines = [_("%(area)s. %(impact)s") % {"area": Area(question.area).label, "impact": Impact(question.impact).label}]
    if question.contact is not None:
        lines.append(_whom(question))
    if question.emergency_because:
        lines.append(_("It could not wait: %(why)s") % {"why": question.emergency_because})
    if question.excluded_class:
        what = ExcludedClass(question.excluded_class).label
        lines.append(_("%(what)s: the law lets nobody decide this for somebody else. Only %(name)s can.") % {"what": what, "name": name})
    return tuple(lines)


def _needed(sight: Sight, question: Any, options: int, talked: bool) -> tuple[str, ...]:
    """What is still missing before it can be decided well. Weight follows impact."""
    name = {"name": sight.person.name}
    found = []
    if not said.voices(sight, most=1):
        found.append(_("Nothing from %(name)s yet. Ask %(name)s, watch, or ask someone who knows %(name)s.") % name)
    if not talked:
        found.append(_("It was not talked about with %(name)s yet, or nobody has said where.") % name)
    if question.impact != Impact.LOW and options < 2:
        found.append(_("At least two options, with keeping things as they are. If there is only one, the decision says why."))
    return tuple(found)


def _decided(decision: Any, name: str) -> LinkRow:
    when = {"day": showing.day(decision.occurred_at), "standing": wording.short_standing(decision).text}
    soft = _("%(day)s. %(standing)s") % when
    return LinkRow(reverse("decisions:decision", args=[decision.pk]), decision.outcome, strong=str(decision), soft=soft)


def _decide(question: Any, decided: list[Any]) -> Button | None:
    """One decision a question: what stands is decided again from its own page; what takes no effect leaves the question open."""
    if any(wording.short_standing(each).tone == "good" for each in decided):
        return None
    return Button(_("Write down the decision"), reverse("decisions:decide", args=[question.pk]), main=True)


def _draft(question: Any, draft: Any) -> Notice:
    text = _("You kept a draft on %(when)s. Nobody else sees it, and nothing is decided by it.") % {
        "when": showing.moment(draft.updated_at)
    }
    return Notice(
        _("A decision is begun"), text, "info", Button(_("Go on with your draft"), reverse("decisions:decide", args=[question.pk]))
    )


# --- the list ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class DecisionsPage:
    tabs: tuple[Tab, ...]
    back: Link
    title: str
    name: str
    open: tuple[LinkRow, ...]
    table: Table | None
    empty: Empty
    add: Button | None
    as_at: AsAt | None
    comm: Comm | None


def decisions_page(sight: Sight, at: Moment) -> DecisionsPage:
    """What was decided with a person, and what is still to decide."""
    person, name = sight.person, sight.person.name
    decided, told = queries.decisions(sight, at.moment), queries.told(sight, at.moment)
    rows = tuple(_row(each, name, told) for each in decided)
    columns = (_("Decision"), _("When"), _("Who decided"), _("Where it stands"))
    may = not at.is_past and policy.may_ask(sight.actor, person, Impact.LOW)
    return DecisionsPage(
        tabs=about_person.tabs(person, "decisions:list"),
        back=showing.person_link(person),
        title=_("%(name)s’s decisions") % {"name": name},
        name=name,
        open=tuple(_open(each) for each in queries.undecided(sight, at.moment)),
        table=Table(_("What was decided"), columns, rows, caption_hidden=True) if rows else None,
        empty=Empty(_("Nothing is decided yet. A decision begins with a question, and with what %(name)s says to it.") % {"name": name}),
        add=_ask(sight) if may else None,
        as_at=banner(at, reverse("decisions:list", args=[person.pk])),
        comm=about_person.comm(sight),
    )


def _ask(sight: Sight) -> Button:
    return Button(_("Put a question to be decided"), reverse("decisions:question_new", args=[sight.person_id]), main=True, icon="plus")


def _row(decision: Any, name: str, told: set[int]) -> tuple[Any, ...]:
    link = Link(
        _("%(number)s: %(outcome)s") % {"number": decision, "outcome": decision.outcome}, reverse("decisions:decision", args=[decision.pk])
    )
    state = wording.short_standing(decision)
    if state.tone == "good" and decision.number not in told:
        state = State(_("Takes effect. %(name)s is not told yet") % {"name": name}, "look")
    return (link, showing.short_day(decision.occurred_at), wording.decider(decision, name), state)


def _open(question: Any) -> LinkRow:
    soft = _("Asked on %(day)s by %(who)s") % {"day": showing.short_day(question.occurred_at), "who": question.author.name}
    return LinkRow(reverse("decisions:question", args=[question.pk]), question.text, soft=soft)
