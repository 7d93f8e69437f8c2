"""What became of what somebody said: their own words, and what decisions did with them."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughline.access import circle
from throughline.base import clock
from throughline.conversations import queries as conversations
from throughline.conversations.choices import ContributionKind
from throughline.decisions import queries as decisions
from throughline.decisions.choices import Effect
from throughline.people.sight import Sight

from ... import words
from ...parts import State
from .. import shared

EFFECTS: dict[str, Any] = {
    Effect.SHAPED: (gettext_lazy("It shaped a decision"), "good"),
    Effect.PARTLY: (gettext_lazy("A decision followed it in part"), "info"),
    Effect.NOT_FOLLOWED: (gettext_lazy("A decision did not follow it"), "look"),
}


@dataclass(frozen=True)
class Came:
    """What one decision did with the words. What was decided, and why, only where its topic is shared."""

    effect: State
    when: str
    because: str
    outcome: str


@dataclass(frozen=True)
class Words:
    kind: str
    when: str
    words: str
    came: tuple[Came, ...]


@dataclass(frozen=True)
class SaidPage:
    name: str
    rows: tuple[Words, ...]


def said_page(sight: Sight) -> SaidPage:
    """Three queries, whatever was said."""
    return SaidPage(sight.person.name, own_words(sight))


def own_words(sight: Sight) -> tuple[Words, ...]:
    """Everything that somebody said, newest first, with what came of it."""
    mine = [link.contact_id for link in circle.links(sight.actor, sight.person_id)]
    rows = conversations.said_by(sight, mine)
    weighed = decisions.weighing_words(sight, [row.pk for row in rows])
    return tuple(_words(row, [_came(each, sight) for each in weighed if each.contribution_id == row.pk]) for row in rows)


def _words(row: Any, came: list[Came]) -> Words:
    when = words.short_day(row.occurred_at, clock.today())
    return Words(str(ContributionKind(row.kind).label), when, row.words, tuple(came))


def _came(weighed: Any, sight: Sight) -> Came:
    decision = weighed.decision
    text, tone = EFFECTS[weighed.effect]
    when = words.short_day(decision.occurred_at, clock.today())
    if not shared.all_open(sight, shared.of_decision(decision)):
        return Came(State(str(text), tone), when, _("What was decided is about something that is not shared with you."), "")
    return Came(State(str(text), tone), when, weighed.because, decision.outcome)
