"""Assess whether the person can decide one question, and tell them what it came to."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.base.copies import copy_of
from throughline.base.errors import Invalid
from throughline.base.models import Amendment
from throughline.base.records import amend, keep, once
from throughline.base.sent import already
from throughline.base.written import NOW, Written

from .. import assessing, policy
from ..choices import Standing
from ..law import capacity
from ..models import AssessmentTold, CapacityAssessment, InformationGiven, Question, SupportTried


@once
@transaction.atomic
def assess(
    *,
    question: Question,
    conclusion: str,
    information: Sequence[InformationGiven] = (),
    tried: Sequence[SupportTried] = (),
    by: Any,
    written: Written = NOW,
    **found: Any,
) -> CapacityAssessment:
    """Keep an assessment of one question. information, tried: unsaved rows. `written.occurred_at` is when it was.

    One that a member of staff made is refused while something is missing: they can finish it. One that came from somebody outside is kept
    as it came; what cannot be relied on is marked not valid, and nothing can rest on it.
    """
    require(policy.may_assess(by, question.person, question.impact))
    if there := already(CapacityAssessment, by=by, written=written):
        return there
    assessment = CapacityAssessment(person=question.person, question=question, conclusion=conclusion, topic=question.topic, **found)
    _judge(assessment, information, tried, written)
    return keep("decisions.assessed", assessment, *information, *tried, by=by, written=written)


@transaction.atomic
def correct_assessment(
    *,
    assessment: CapacityAssessment,
    reason: str,
    information: Sequence[InformationGiven] = (),
    tried: Sequence[SupportTried] = (),
    by: Any,
    written: Written = NOW,
    **found: Any,
) -> CapacityAssessment:
    """Say it better, with a reason; the first words stay. What rested on the first row goes on citing it."""
    require(policy.may_amend(by, assessment))
    if CapacityAssessment.objects.filter(amends=assessment).exists():
        raise Invalid({"reason": _("Somebody changed this meanwhile. Open it again and look at what stands now.")})
    corrected = copy_of(assessment)
    for name, value in found.items():
        setattr(corrected, name, value)
    when = Written(written.id, assessment.occurred_at, written.recorded_at, written.device, written.counter)
    _judge(corrected, information, tried, when)
    return amend(
        "decisions.assessment-corrected",
        assessment,
        corrected,
        *information,
        *tried,
        kind=Amendment.CORRECTED,
        reason=reason,
        by=by,
        written=when,
    )


def _judge(
    assessment: CapacityAssessment, information: Sequence[InformationGiven], tried: Sequence[SupportTried], written: Written
) -> None:
    """Ask the law, and make the parts this assessment's."""
    if assessment.assessor_contact is not None and assessment.assessor_contact.person_id != assessment.person_id:
        raise Invalid({"assessor": _("This is a contact of somebody else. Choose one of this person’s.")})
    asked = assessing.as_assessed(assessment, len(information), tried, written)
    if assessment.assessor_contact is None and (missing := capacity.incomplete(asked)):
        raise Invalid.by_law(missing)
    assessment.faults = list(capacity.faults(asked))
    assessment.standing = Standing.NOT_VALID if assessment.faults else Standing.VALID
    parts: list[Any] = [*information, *tried]
    for part in parts:
        part.person, part.assessment = assessment.person, assessment


@once
@transaction.atomic
def tell_of_assessment(*, assessment: CapacityAssessment, how: str, by: Any, written: Written = NOW, **told: Any) -> AssessmentTold:
    """Keep that the person was told what an assessment came to, and what they say of it."""
    require(policy.may_tell(by, assessment.person))
    if there := already(AssessmentTold, by=by, written=written):
        return there
    row = AssessmentTold(person=assessment.person, assessment=assessment, how=how, topic=assessment.topic, **told)
    return keep("decisions.assessment-told", row, by=by, written=written)
