"""What became of a voice: the decisions that weighed it, the plan items that rest on it, what we answered. One query each."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse

from throughline.base import clock
from throughline.base.terms import gettext as _
from throughline.base.terms import gettext_lazy
from throughline.conversations.choices import Wish
from throughline.decisions import queries as decisions
from throughline.decisions.choices import Effect
from throughline.people.sight import Sight
from throughline.plan import queries as plan
from throughline.reviews import policy as answering
from throughline.reviews import queries as reviews
from throughline.reviews.choices import ResponseState, RightForThem

from .. import words
from ..parts import Button, Gap, LinkRow
from .showing import short_day


@dataclass(frozen=True)
class Became:
    """Each row is a link: one click from the voice to what came of it."""

    decisions: tuple[LinkRow, ...]
    plan: tuple[LinkRow, ...]
    answers: tuple[LinkRow, ...]
    waiting: Gap | None = None

    @property
    def is_nothing(self) -> bool:
        return not (self.decisions or self.plan or self.answers or self.waiting)


def of_voice(sight: Sight, voice: Any, rows: Collection[UUID], as_at: datetime | None, may_change: bool) -> Became:
    """rows: every row of the voice's life, since what came later may cite any of them."""
    answers = reviews.answers_to(sight, rows, as_at)
    waits = voice.wish in Wish.awaits_answer() and not any(_told_at(each) for each in answers)
    return Became(
        decisions=tuple(_decision(each) for each in decisions.weighing(sight, rows, as_at)),
        plan=tuple(_item(each) for each in plan.resting_on(sight, rows, as_at)),
        answers=tuple(_answer(each, sight) for each in answers),
        waiting=_waiting(sight, voice, bool(answers), may_change) if waits else None,
    )


def _told_at(response: Any) -> Any:
    return response.told_at


def _decision(weighed: Any) -> LinkRow:
    decision = weighed.decision
    soft = EFFECTS[weighed.effect] % {"because": weighed.because} if weighed.because else str(Effect(weighed.effect).label)
    if not decision.takes_effect:
        soft = _("%(effect)s. The decision is not valid and takes no effect") % {"effect": soft}
    return LinkRow(reverse("decisions:decision", args=[decision.pk]), decision.outcome, strong=str(decision), soft=soft)


EFFECTS = {
    Effect.SHAPED: gettext_lazy("Shaped it: %(because)s"),
    Effect.PARTLY: gettext_lazy("Partly followed: %(because)s"),
    Effect.NOT_FOLLOWED: gettext_lazy("Not followed: %(because)s"),
}


def _item(version: Any) -> LinkRow:
    soft = _("%(Staff)s follow version %(n)s of it") if version.followed else _("Version %(n)s is written and nobody follows it yet")
    return LinkRow(
        reverse("thread:thread", args=[version.item_id]), version.title, strong=str(version.item), soft=soft % {"n": version.number}
    )


def _answer(response: Any, sight: Sight) -> LinkRow:
    name = sight.person.name
    soft = _("%(name)s is not told yet") % {"name": name}
    if response.told_at:
        soft = _("%(name)s was told on %(day)s") % {"name": name, "day": short_day(response.told_at)}
    if response.right:
        said = {"name": name, "told": soft, "right": RightForThem(response.right).label}
        soft = _("%(told)s. Is it right? %(name)s: %(right)s") % said
    state = str(ResponseState(response.state).label)
    return LinkRow(reverse("reviews:said_did", args=[sight.person_id]), response.what, strong=state, soft=soft)


def _waiting(sight: Sight, voice: Any, answered: bool, may_change: bool) -> Gap:
    name = sight.person.name
    days = (clock.today() - clock.day_of(voice.occurred_at)).days
    title = _("Not told yet.") if answered else _("Nobody has answered yet.")
    since = {"name": name, "days": words.days_long(days), "day": short_day(voice.occurred_at)}
    text = _("%(name)s has waited %(days)s, since %(day)s.") % since if days else _("%(name)s said it today.") % since
    may = may_change and answering.may_respond(sight.actor, sight.person)
    action = Button(_("Answer %(name)s") % {"name": name}, reverse("reviews:respond", args=[voice.pk]), main=True) if may else None
    return Gap(title, text, action)
