"""For attorneys and deputies: the questions that are theirs now, and what they need to decide them.

Theirs is only what their authority reaches and the person cannot decide, as an assessment that can be relied on says now (Mental Capacity
Act 2005, ss. 11(7) and 20(1)). Everything else in their scope is the person's, and the page says so.
"""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.access import circle
from throughline.authority import queries as authority
from throughline.authority.choices import HowAct
from throughline.base import clock
from throughline.conversations import queries as conversations
from throughline.decisions import queries as decisions
from throughline.decisions.proposing import lasts_until
from throughline.people.choices import Area
from throughline.people.sight import Sight

from ... import quotes, words
from ...decisions.pages.beforehand import refused
from ...decisions.pages.wording import limits
from ...parts import Button, Contribution, Quote, Source
from ...said import showing
from .. import shared

LATEST, MOST = 40, 5  # words of the person that are looked through, and shown


def areas(sight: Sight) -> frozenset[str]:
    """The parts of life that somebody's own authority reaches today."""
    return frozenset(area for each in _held(sight) for area in authority.reached(each, clock.today()))


def _held(sight: Sight) -> list[authority.Papers]:
    return authority.held_by(sight.person_id, _mine(sight), clock.today())


def _mine(sight: Sight) -> list[Any]:
    """As which contacts somebody reads this."""
    return [link.contact_id for link in circle.links(sight.actor, sight.person_id)]


def yours(sight: Sight) -> list[Any]:
    """Open questions that are theirs to decide now."""
    lacking = {each.question_id for each in decisions.lacking(sight)}
    return [each for each in _in_scope(sight) if each.pk in lacking]


def _in_scope(sight: Sight) -> list[Any]:
    held = areas(sight)
    return [each for each in shared.open_questions(sight) if each.area in held and not each.excluded_class]


@dataclass(frozen=True)
class Way:
    title: str
    good: tuple[str, ...]
    less_good: tuple[str, ...]
    taken: str
    limits: str  # how much it limits the person; that nobody said so is said too


@dataclass(frozen=True)
class ToDecide:
    """`found`: why it is theirs, until when; `said`: the person's own words where it was talked about; `views`: what others wrote."""

    text: str
    area: str
    found: tuple[str, ...]
    said: tuple[Quote, ...]
    views: tuple[Contribution, ...]
    together: tuple[str, ...]  # how those act who hold the papers
    ways: tuple[Way, ...]
    write: Button
    beforehand: bool  # something that the person refused beforehand may be what it is about


@dataclass(frozen=True)
class DecidePage:
    """`theirs`: questions in scope that the person decides."""

    name: str
    areas: tuple[str, ...]
    questions: tuple[ToDecide, ...]
    theirs: tuple[str, ...]


def decide_page(sight: Sight) -> DecidePage:
    """Open questions in their scope, of what is shared with them."""
    papers, open_ones = _held(sight), _in_scope(sight)
    held = frozenset(area for each in papers for area in authority.reached(each, clock.today()))
    lacking = {each.question_id: each for each in decisions.lacking(sight)}
    names = tuple(str(area.label) for area in Area if area.value in held)
    mine = tuple(_question(sight, each, lacking[each.pk], papers) for each in open_ones if each.pk in lacking)
    return DecidePage(sight.person.name, names, mine, tuple(each.text for each in open_ones if each.pk not in lacking))


def _question(sight: Sight, question: Any, found: Any, papers: list[authority.Papers]) -> ToDecide:
    ways = [each for each in decisions.options(sight, question) if shared.all_open(sight, [each.topic])]
    write = Button(_("Write what you decide, and why"), reverse("circle:decided", args=[sight.person_id, question.pk]))
    return ToDecide(
        text=question.text,
        area=str(Area(question.area).label),
        found=tuple(_found(found, sight.person.name)),
        said=tuple(quotes.quote(each, sight.person.name, with_sound=False) for each in _said(sight, question)),
        views=tuple(_views(sight, question)),
        together=_together(papers, question.area),
        ways=tuple(_way(each, sight.person.name) for each in ways),
        write=write,
        beforehand=refused(sight, question),
    )


def _found(found: Any, name: str) -> list[str]:
    today, named = clock.today(), {"name": name}
    days = {"day": words.full_day(found.occurred_at, today), "until": words.full_day(lasts_until(found), today)}
    lines = [_("It was found on %(day)s that %(name)s cannot decide this now.") % {**days, **named}]
    lines.append(_("That holds until %(until)s at most, and ends as soon as %(name)s can decide it.") % {**days, **named})
    if found.best_times:
        lines.append(_("When %(name)s is at their best: %(when)s.") % {"when": found.best_times.rstrip("."), **named})
    if found.disagrees_words:
        lines.append(_("%(name)s sees it otherwise: %(words)s") % {"words": words.in_quotes(found.disagrees_words), **named})
    return lines


def _said(sight: Sight, question: Any) -> list[Any]:
    """The person's latest words about what the question is about: what they want and feel counts (s. 4(6)). Only what is shared."""
    about = shared.of_question(question)
    return [each for each in conversations.voices(sight, most=LATEST) if each.topic in about][:MOST]


def _views(sight: Sight, question: Any) -> list[Contribution]:
    """What others wrote about this very question: whoever decides takes it into account (s. 4(7)). Only of what is shared.

    Those who write it on pages of their own read there that whoever has to decide by law reads it too.
    """
    others = [each for each in decisions.said_about(sight, question) if each.contact_id not in _mine(sight)]
    return [_view(each, sight.person) for each in others if shared.all_open(sight, [each.topic])]


def _view(said: Any, person: Any) -> Contribution:
    speaker = showing.speaker(said.party, said.contact, said.staff, person)
    return Contribution(said.words, Source((showing.short_day(said.occurred_at),), speaker), quoted=True)


def _together(papers: list[authority.Papers], area: str) -> tuple[str, ...]:
    """How those act who hold the papers that reach it, where there are several. Nobody else is named here."""
    said = {
        HowAct.JOINTLY: _("You hold this together with others: it counts only when all of you decide it."),
        HowAct.MIXED: _("You hold this with others, in some things each alone. Unless your papers say so of this, all have to decide it."),
        HowAct.JOINTLY_AND_SEVERALLY: _("You hold this with others: each of you can decide it alone, or all of you together."),
    }
    ways = [HowAct(each.authority.how_act) for each in papers if each.authority.how_act and area in authority.reached(each, clock.today())]
    return tuple(dict.fromkeys(said[way] for way in ways if way in said))


def _way(option: Any, name: str) -> Way:
    taken = _("%(name)s %(reaction)s.") % {"name": name, "reaction": option.get_reaction_display()}
    taken = f"{taken} {option.reaction_words}".strip()
    return Way(option.title, tuple(option.benefits.splitlines()), tuple(option.risks.splitlines()), taken, _limits(option, name))


def _limits(option: Any, name: str) -> str:
    return limits(option, name) or _("Nobody has written down how much this limits %(name)s. Ask the team.") % {"name": name}
