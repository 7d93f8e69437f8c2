"""What became of what somebody said: their own words, what decisions did with them, where they stand, what was answered."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from throughline.access import circle
from throughline.base import clock
from throughline.base.terms import gettext as _
from throughline.base.terms import gettext_lazy
from throughline.conversations import queries as conversations
from throughline.conversations.choices import ContributionKind
from throughline.decisions import queries as decisions
from throughline.decisions.choices import Effect
from throughline.people.sight import Sight
from throughline.reviews import queries as reviews

from ... import words
from ...parts import Contribution, Source, Speaker, State
from .. import shared

EFFECTS: dict[str, Any] = {
    Effect.SHAPED: (gettext_lazy("It shaped a decision"), "good"),
    Effect.PARTLY: (gettext_lazy("A decision followed it in part"), "info"),
    Effect.NOT_FOLLOWED: (gettext_lazy("A decision did not follow it"), "look"),
}
KINDS: dict[str, Any] = {
    ContributionKind.INFORMATION: gettext_lazy("What you know"),
    ContributionKind.OPINION: gettext_lazy("What you think"),
    ContributionKind.REQUEST: gettext_lazy("What you asked for"),
    ContributionKind.CONCERN: gettext_lazy("A worry of yours"),
    ContributionKind.OFFER: gettext_lazy("What you offered"),
    ContributionKind.WORKING: gettext_lazy("What works, as you see it"),
    ContributionKind.NOT_WORKING: gettext_lazy("What does not work, as you see it"),
}


@dataclass(frozen=True)
class Came:
    """One thing that came of the words. What was decided, and why, only where its topic is shared."""

    state: State
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Words:
    """`about`: the question for which it was written, where that is shared."""

    said: Contribution
    came: tuple[Came, ...]
    about: str = ""
    is_answered: bool = True


@dataclass(frozen=True)
class SaidPage:
    name: str
    rows: tuple[Words, ...]
    next_look: str


@dataclass(frozen=True, slots=True)
class _Known:
    """Everything that can have come of some words, by their rows."""

    weighed: list[Any]
    questions: dict[UUID, Any]
    answers: dict[UUID, Any]
    followed: list[Any]


def said_page(sight: Sight) -> SaidPage:
    """A settled number of queries, whatever was said."""
    followed = shared.in_force(sight)
    days = sorted(day for each in followed if (day := each.version.look_again_on) and day >= clock.today())
    look = _("People next look again together on %(day)s.") % {"day": words.full_day(days[0], clock.today())} if days else ""
    return SaidPage(sight.person.name, own_words(sight, followed), look)


def own_words(sight: Sight, followed: list[Any]) -> tuple[Words, ...]:
    """Everything that somebody said, newest first, with what came of it. followed: what staff follow, of what is shared."""
    mine = [link.contact_id for link in circle.links(sight.actor, sight.person_id)]
    rows = conversations.said_by(sight, mine)
    ids = [row.pk for row in rows]
    weighed, questions = decisions.weighing_words(sight, ids), decisions.asked_by_words(sight, ids)
    known = _Known(weighed, questions, reviews.asks_answered(sight, ids), followed)
    return tuple(_words(row, known, sight) for row in rows)


def _words(row: Any, known: _Known, sight: Sight) -> Words:
    came = [_came(each, sight) for each in known.weighed if each.contribution_id == row.pk]
    came += [_stands(each) for each in known.followed if any(line.contribution_id == row.pk for line in each.version.lines.all())]
    came += [_answered(known.answers[row.pk], sight)] if row.pk in known.answers else []
    question, decided = known.questions.get(row.pk, (None, False))
    is_shared = question is not None and shared.all_open(sight, shared.of_question(question))
    is_answered = bool(came)
    if question is not None and not came:
        came = [_waits(decided and is_shared)]
    return Words(
        said=_said(row, sight),
        came=tuple(came),
        about=question.text if question is not None and is_shared else "",
        is_answered=is_answered,
    )


def _said(row: Any, sight: Sight) -> Contribution:
    """Their own words, with by whose hand they were written down where it was not their own."""
    parts = [str(KINDS[row.kind]), words.short_day(row.occurred_at, clock.today())]
    parts += [] if row.author_id == sight.actor.pk else [_("%(who)s wrote it down for you.") % {"who": row.author.name}]
    return Contribution(row.words, Source(tuple(parts), Speaker(row.party, _("You"))), quoted=True)


def _came(weighed: Any, sight: Sight) -> Came:
    decision = weighed.decision
    text, tone = EFFECTS[weighed.effect]
    when = words.short_day(decision.occurred_at, clock.today())
    if not shared.all_open(sight, shared.of_decision(decision)):
        return Came(State(str(text), tone), (_("What was decided is about something that is not shared with you."),))
    outcome = _("It was decided on %(day)s: %(outcome)s") % {"day": when, "outcome": decision.outcome}
    return Came(State(str(text), tone), (outcome, *((weighed.because,) if weighed.because else ())))


def _stands(publication: Any) -> Came:
    line = _("It is one of the reasons behind “%(title)s”.") % {"title": publication.version.title}
    return Came(State(_("%(Staff)s follow it"), "good"), (line,))


def _answered(answer: Any, sight: Sight) -> Came:
    """Whether, when and with whom people look again; at what, only where that is shared."""
    lines = (_leads(answer, sight), *((answer.words,) if answer.words else ()))
    if answer.on is None:
        return Came(State(_("People do not look again now"), "look"), tuple(each for each in lines if each))
    text = _("People look again on %(day)s") % {"day": words.full_day(answer.on, clock.today())}
    return Came(State(text, "info"), tuple(each for each in lines if each))


def _leads(answer: Any, sight: Sight) -> str:
    mine = [link.contact_id for link in circle.links(sight.actor, sight.person_id)]
    return _("You lead it.") if answer.led_by_id in mine else ""


def _waits(decided: bool) -> Came:
    """Written for a question that is open; or that was decided, and no decision names these words."""
    if decided:
        text = _("The decision does not say what it did with your words. Ask the team why.")
        return Came(State(_("It has been decided"), "look"), (text,))
    return Came(State(_("Not decided yet"), "waiting"), (_("Your words stand on the page on which it is decided."),))
