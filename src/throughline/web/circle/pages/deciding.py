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
from throughline.base import clock
from throughline.conversations import queries as conversations
from throughline.decisions import queries as decisions
from throughline.decisions.proposing import lasts_until
from throughline.people.choices import Area
from throughline.people.sight import Sight

from ... import quotes, words
from ...decisions.pages.beforehand import refused
from ...parts import Button, Quote
from .. import shared

LATEST, MOST = 40, 5  # words of the person that are looked through, and shown


def areas(sight: Sight) -> frozenset[str]:
    """The parts of life that somebody's own authority reaches today."""
    mine = [link.contact_id for link in circle.links(sight.actor, sight.person_id)]
    return authority.areas_held_by(sight.person_id, mine, clock.today())


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


@dataclass(frozen=True)
class ToDecide:
    """`found`: why it is theirs, until when; `said`: the person's own words where it was talked about."""

    text: str
    area: str
    found: tuple[str, ...]
    said: tuple[Quote, ...]
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
    held, open_ones = areas(sight), _in_scope(sight)
    lacking = {each.question_id: each for each in decisions.lacking(sight)}
    names = tuple(str(area.label) for area in Area if area.value in held)
    mine = tuple(_question(sight, each, lacking[each.pk]) for each in open_ones if each.pk in lacking)
    return DecidePage(sight.person.name, names, mine, tuple(each.text for each in open_ones if each.pk not in lacking))


def _question(sight: Sight, question: Any, found: Any) -> ToDecide:
    ways = [each for each in decisions.options(sight, question) if shared.all_open(sight, [each.topic])]
    write = Button(_("Write what you decide, and why"), reverse("circle:decided", args=[sight.person_id, question.pk]))
    return ToDecide(
        text=question.text,
        area=str(Area(question.area).label),
        found=tuple(_found(found, sight.person.name)),
        said=tuple(quotes.quote(each, sight.person.name, with_sound=False) for each in _said(sight, question)),
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


def _way(option: Any, name: str) -> Way:
    taken = _("%(name)s %(reaction)s.") % {"name": name, "reaction": option.get_reaction_display()}
    taken = f"{taken} {option.reaction_words}".strip()
    return Way(option.title, tuple(option.benefits.splitlines()), tuple(option.risks.splitlines()), taken)
