"""Decide a question, and decide it again."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from throughline.authority.models import Holder
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.models import Amendment
from throughline.base.numbers import next_number
from throughline.base.records import amend, keep, once
from throughline.base.sent import already
from throughline.base.written import NOW, Written
from throughline.conversations.standing import still_stands

from .. import law, policy, proposing
from ..choices import Standing
from ..models import ActingHolder, BestInterests, Consideration, Consultee, Decision, Option, Question
from .questions import say_limits

NONE_SAID: Mapping[Option, int] = {}


@once
@transaction.atomic
def decide(
    *,
    question: Question,
    outcome: str,
    basis: str,
    considered: Sequence[Consideration] = (),
    best_interests: BestInterests | None = None,
    consultees: Sequence[Consultee] = (),
    acting: Sequence[Holder] = (),
    levels: Mapping[Option, int] = NONE_SAID,
    by: Any,
    written: Written = NOW,
    **told: Any,
) -> Decision:
    """Keep what was decided. What happened is always recordable; without a lawful basis it takes no effect, and says why.

    considered, best_interests, consultees: unsaved rows. acting: the holders of `authority` who decided. levels: how much options limit the
    person, where nobody had said so. Raises Invalid with what is still to be written, and when a valid decision of the question stands:
    that one is decided again, and keeps its number. One that takes no effect is no bar, and stays beside the new one as it was.
    """
    require(policy.may_decide(by, question.person, question.impact))
    if there := already(Decision, by=by, written=written):
        return there
    told = _levelled(levels, told, by)
    decision = Decision(person=question.person, question=question, outcome=outcome, basis=basis, topic=question.topic, **told)
    decision.number = next_number("D")  # whoever decides at the same time waits here, and then sees this one
    parts = _of(decision, considered, best_interests, consultees, acting)
    _nothing_else_stands(decision)
    _judge(decision, parts, written)
    return keep("decisions.decided", decision, *parts, by=by, written=written)


@once
@transaction.atomic
def decide_again(
    *,
    decision: Decision,
    reason: str,
    considered: Sequence[Consideration] = (),
    best_interests: BestInterests | None = None,
    consultees: Sequence[Consultee] = (),
    acting: Sequence[Holder] = (),
    levels: Mapping[Option, int] = NONE_SAID,
    by: Any,
    written: Written = NOW,
    **told: Any,
) -> Decision:
    """Keep a later version of a decision: same question, same number, with the reason. The first version stays.

    One that takes no effect takes nothing's place: while the decision is in effect, it is kept beside it, under a number of its own.
    """
    require(policy.may_decide(by, decision.person, decision.question.impact))
    if there := already(Decision, by=by, written=written):
        return there
    still_stands(decision)
    told = _levelled(levels, told, by)
    later = Decision(person=decision.person, question=decision.question, number=decision.number, topic=decision.question.topic, **told)
    parts = _of(later, considered, best_interests, consultees, acting)
    _nothing_else_stands(later)
    _judge(later, parts, written)
    if later.faults and Decision.objects.in_effect().filter(pk=decision.pk).exists():
        later.number, later.reason = next_number("D"), reason
        return keep("decisions.decided", later, *parts, by=by, written=written)
    return amend("decisions.decided-again", decision, later, *parts, kind=Amendment.CORRECTED, reason=reason, by=by, written=written)


def _levelled(levels: Mapping[Option, int], told: dict[str, Any], by: Any) -> dict[str, Any]:
    """What was told, with the chosen option as it stands once each says how much it limits."""
    later = {option.pk: say_limits(option=option, limits=limits, by=by) for option, limits in levels.items()}
    chosen = told.get("option")
    return told if chosen is None else told | {"option": later.get(chosen.pk, chosen)}


def _nothing_else_stands(decision: Decision) -> None:
    """A question has one decision that takes effect; what takes its place is a later version of that one."""
    stands = Decision.objects.in_effect().filter(question=decision.question).exclude(number=decision.number).first()
    if stands is not None:
        told = _("This question is decided already: %(number)s. Decide that again instead, and say why.")
        raise Invalid({"question": told % {"number": stands}})


def _of(
    decision: Decision,
    considered: Sequence[Consideration],
    best_interests: BestInterests | None,
    consultees: Sequence[Consultee],
    acting: Sequence[Holder],
) -> list[models.Model]:
    """The parts of a decision, made its own, in the order in which they are kept."""
    holders = [ActingHolder(holder=each) for each in acting]
    if acting and decision.decided_by_contact is None:
        decision.decided_by_contact = acting[0].contact
    parts: list[Any] = [*considered, *([best_interests] if best_interests is not None else []), *consultees, *holders]
    for each in parts:
        each.person, each.decision = decision.person, decision
    return parts


def _judge(decision: Decision, parts: Sequence[models.Model], written: Written) -> None:
    """Ask the law: refuse what is incomplete or somebody else's, mark what takes no effect."""
    if strange := proposing.of_somebody_else(decision, parts):
        raise Invalid(strange)
    proposed = proposing.proposal(decision, parts, written)
    if missing := law.incomplete(proposed):
        raise Invalid.by_law(missing)
    decision.faults = list(law.faults(proposed))
    decision.standing = Standing.NOT_VALID if decision.faults else Standing.VALID
