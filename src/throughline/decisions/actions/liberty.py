from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from throughline.base import clock
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.models import Topic
from throughline.base.records import keep, once
from throughline.base.sent import already
from throughline.base.terms import gettext as _
from throughline.base.written import NOW, Written
from throughline.people.models import Person

from .. import policy, queries_liberty
from ..choices import Feeling
from ..law import authorisation, liberty
from ..law.fault import Fault
from ..models import (
    ConditionMet,
    Decision,
    LibertyAuthorisation,
    LibertyAuthorisationEnded,
    LibertyCondition,
    LibertyObjection,
    LibertyReview,
    LibertyWish,
    LookedAt,
)


@once
@transaction.atomic
def review_liberty(
    *,
    person: Person,
    conclusion: str,
    concluded_as: str = "",
    wishes: Sequence[LibertyWish] = (),
    looked_at: Sequence[Decision] = (),
    test: str = "",
    by: Any,
    written: Written = NOW,
    **told: Any,
) -> LibertyReview:
    """Conclude whether the arrangements take the person's liberty away. Only whoever has a role for it; never by itself.

    concluded_as: the role in which they conclude; the first that lets them, unless said.
    wishes: unsaved rows. looked_at: the decisions whose limits were looked at. test: the one that is used on that day, unless said.
    told: the fields of LibertyReview. Raises Invalid with what is still to be written.
    """
    require(policy.may_conclude_liberty(by, person))
    if there := already(LibertyReview, by=by, written=written):
        return there
    on = clock.day_of(written.occurred_at or clock.now())
    _is_theirs(person, wishes, looked_at)
    role = _role(by, person, concluded_as)
    review = LibertyReview(person=person, conclusion=conclusion, concluded_by=by, concluded_as=role, topic=Topic.PLANS, **told)
    review.test = test or liberty.in_use_on(on)
    objected = queries_liberty.objected_since(person.pk, queries_liberty.last_reviewed(person.pk))
    _as_the_law_asks(liberty.FAULTS, liberty.faults(queries_liberty.concluded(review, wishes, on, objected_before=objected)))
    for wish in wishes:
        wish.person, wish.review = person, review
    parts = [LookedAt(person=person, review=review, decision=each) for each in looked_at]
    return keep("decisions.liberty-reviewed", review, *wishes, *parts, by=by, written=written)


def _role(by: Any, person: Person, named: str) -> str:
    """The role in which somebody concludes: one that they have for the person, and that lets them."""
    held = queries_liberty.roles_of(by, person)
    if named and named not in held:
        raise Invalid({"concluded_as": _("You do not have this role for %(person)s now. Choose one that you have.")})
    return named or held[0]


def _is_theirs(person: Person, wishes: Sequence[LibertyWish], looked_at: Sequence[Decision]) -> None:
    if any(each.voice is not None and each.voice.person_id != person.pk for each in wishes):
        raise Invalid({"wishes": _("These words are somebody else's. Choose this person's own.")})
    lawful = set(Decision.objects.in_effect().filter(person=person, pk__in=[each.pk for each in looked_at]).values_list("pk", flat=True))
    if any(each.pk not in lawful for each in looked_at):
        raise Invalid({"looked_at": _("Choose decisions of this person that take effect.")})


def _as_the_law_asks(faults: Mapping[str, Fault], codes: Sequence[str]) -> None:
    """Refuse with what is wrong and what to do, each at its box."""
    if codes:
        raise Invalid({faults[code].field: f"{_(faults[code].wrong)} {_(faults[code].do)}" for code in reversed(codes)})


@once
@transaction.atomic
def keep_objection(*, person: Person, feeling: str, by: Any, written: Written = NOW, **told: Any) -> LibertyObjection:
    """Keep that the person objects to how they live, in words or behaviour. It opens the last review again.

    told: a voice, or what was seen; and who saw or heard it, when that was not `by`.
    """
    require(policy.may_object(by, person))
    if there := already(LibertyObjection, by=by, written=written):
        return there
    voice = told.get("voice")
    if feeling not in Feeling.objections():
        raise Invalid({"feeling": _("Say how %(person)s objects: in words, or by what they do.")})
    if voice is None and not told.get("seen", "").strip():
        raise Invalid({"seen": _("Write what %(person)s said or what was seen, or choose their words.")})
    if voice is not None and voice.person_id != person.pk:
        raise Invalid({"voice": _("These words are somebody else's. Choose this person's own.")})
    audience = {"audience": voice.audience} if voice is not None else {}
    objection = LibertyObjection(person=person, feeling=feeling, topic=Topic.PLANS, **audience, **told)
    return keep("decisions.liberty-objected", objection, by=by, written=written)


@once
@transaction.atomic
def keep_authorisation(
    *,
    person: Person,
    kind: str,
    from_on: date,
    until_on: date | None = None,
    extends: LibertyAuthorisation | None = None,
    conditions: Sequence[str] = (),
    by: Any,
    written: Written = NOW,
    **told: Any,
) -> LibertyAuthorisation:
    """Keep what authorises that the person's liberty is taken away, as its papers say. extends: the urgent one that it makes longer."""
    require(policy.may_conclude_liberty(by, person))
    if there := already(LibertyAuthorisation, by=by, written=written):
        return there
    if extends is not None and extends.person_id != person.pk:
        raise Invalid({"extends": _("This is somebody else's. Choose one of this person's.")})
    row = LibertyAuthorisation(person=person, kind=kind, from_on=from_on, until_on=until_on, extends=extends, topic=Topic.PLANS, **told)
    _as_the_law_asks(authorisation.AUTHORISATION_FAULTS, authorisation.authorisation_faults(queries_liberty.granted(row)))
    lines = [each.strip() for each in conditions if each.strip()]
    parts = [LibertyCondition(person=person, authorisation=row, position=n, text=text) for n, text in enumerate(lines, 1)]
    return keep("decisions.liberty-authorised", row, *parts, by=by, written=written)


@once
@transaction.atomic
def meet_condition(*, condition: LibertyCondition, evidence: str, by: Any, written: Written = NOW) -> ConditionMet:
    """Keep what shows that a condition is met."""
    require(policy.may_meet(by, condition.person))
    if there := already(ConditionMet, by=by, written=written):
        return there
    met = ConditionMet(person=condition.person, condition=condition, evidence=evidence, topic=Topic.PLANS)
    return keep("decisions.liberty-condition-met", met, by=by, written=written)


@once
@transaction.atomic
def end_authorisation(
    *, authorisation: LibertyAuthorisation, on: date, why: str, by: Any, written: Written = NOW
) -> LibertyAuthorisationEnded:
    """Keep that an authorisation ended early. From that day on nothing rests on it."""
    require(policy.may_conclude_liberty(by, authorisation.person))
    if there := already(LibertyAuthorisationEnded, by=by, written=written):
        return there
    if on > clock.today():
        raise Invalid({"on": _("This has not come yet. Write today or an earlier day.")})
    ended = LibertyAuthorisationEnded(person=authorisation.person, authorisation=authorisation, on=on, why=why, topic=Topic.PLANS)
    return keep("decisions.liberty-authorisation-ended", ended, by=by, written=written)
