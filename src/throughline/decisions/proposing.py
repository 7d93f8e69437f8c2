"""A decision as the law asks about it: rows to plain values. Used by the actions; an import works out the same for many at once."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from django.db import models
from django.utils.translation import gettext as _

from throughline.authority.queries import as_held
from throughline.base import clock
from throughline.base.errors import Invalid
from throughline.base.lives import is_taken_back
from throughline.base.written import NOW, Written
from throughline.conversations.models import Contribution, SecondObservation, Voice

from . import law
from .choices import Fluctuates, Standing
from .law import OWN_BASES, capacity
from .models import ActingHolder, BestInterests, CapacityAssessment, Consideration, Consultee, Decision, Option

Part = TypeVar("Part", bound=models.Model)


def of_type(parts: Iterable[models.Model], kind: type[Part]) -> list[Part]:
    """The parts of one kind, in their order."""
    return [each for each in parts if isinstance(each, kind)]


def of_somebody_else(decision: Decision, parts: Sequence[models.Model]) -> dict[str, str]:
    """What a decision cites that belongs to somebody else, or to another question; one sentence a field."""
    found = {}
    if any(said(each).person_id != decision.person_id for each in of_type(parts, Consideration)):
        found["considerations"] = _("This was said about somebody else. Weigh what stands on this person's record.")
    if decision.decided_by_contact is not None and decision.decided_by_contact.person_id != decision.person_id:
        found["decided_by"] = _("This is a contact of somebody else. Choose one of this person’s.")
    if decision.option is not None and decision.option.question_id != decision.question_id:
        found["option"] = _("This option belongs to another question. Choose one of this question's.")
    if any(cited is not None and cited.person_id != decision.person_id for cited in (decision.assessment, decision.authority)):
        found["authority"] = _("This stands on somebody else’s record. Choose again.")
    if any(each.contact is not None and each.contact.person_id != decision.person_id for each in of_type(parts, Consultee)):
        found["consultees"] = _("This is a contact of somebody else. Choose one of this person’s.")
    if any(each.holder.authority_id != decision.authority_id for each in of_type(parts, ActingHolder)):
        found["acting"] = _("They do not hold this authority. Choose those who do.")
    return found


def proposal(decision: Decision, parts: Sequence[models.Model], written: Written = NOW) -> law.Proposed:
    """A decision as plain values, for the law."""
    question, decided_at = decision.question, written.occurred_at or written.recorded_at or clock.now()
    options = list(Option.objects.filter(question=question).current())
    return law.Proposed(
        basis=decision.basis,
        decided_at=decided_at,
        impact=question.impact,
        excluded_class=question.excluded_class,
        options=len(options),
        only_one_because=decision.only_one_because,
        support_given=decision.support_given,
        weighed=_weighed(of_type(parts, Consideration)),
        no_voice_because=decision.no_voice_because,
        emergency=bool(question.emergency_because),
        decided_by=decision.decided_by,
        area=question.area,
        repeated=question.repeated,
        look_again_on=decision.look_again_on,
        assessment=_as_it_stands(decision, asked_about(decision, decided_at)),
        best_interests=checklist(of_type(parts, BestInterests), len(of_type(parts, Consultee)), decision, options),
        authority=as_held(decision.authority, clock.day_of(decided_at)),
        acting=len(of_type(parts, ActingHolder)),
    )


def _as_it_stands(decision: Decision, found: capacity.Concluded | None) -> capacity.Concluded | None:
    """Nothing new rests on an assessment that was taken back; what rested on it before, `models.lost` says."""
    if found is None or decision.assessment is None or not is_taken_back(decision.assessment):
        return found
    return replace(found, is_mistaken=True)


def asked_about(decision: Decision, decided_at: datetime) -> capacity.Concluded | None:
    """The assessment that it cites; of the person's own decision, the one that stood for the question then."""
    of_question = list(CapacityAssessment.objects.filter(question=decision.question_id).current().order_by("occurred_at"))
    if decision.basis not in OWN_BASES:
        return concluded(decision.assessment, decision.question_id, of_question, decided_at) if decision.assessment else None
    then = [each for each in of_question if each.occurred_at <= decided_at and each.standing == Standing.VALID]
    return concluded(then[-1], decision.question_id, then, decided_at) if then else None


def concluded(
    assessment: CapacityAssessment, question_id: Any, of_question: Iterable[CapacityAssessment], decided_at: datetime
) -> capacity.Concluded:
    """An assessment as a decision asks about it. of_question: all that stand for the question."""
    later = (each for each in of_question if assessment.occurred_at < each.occurred_at <= decided_at and each.standing == Standing.VALID)
    return capacity.Concluded(
        question_is_same=assessment.question_id == question_id,
        conclusion=assessment.conclusion,
        is_valid=assessment.standing == Standing.VALID,
        assessed_at=assessment.occurred_at,
        lasts_until=lasts_until(assessment),
        was_replaced=any(each.conclusion != assessment.conclusion for each in later),
    )


def lasts_until(assessment: CapacityAssessment) -> Any:
    """The last day on which a decision can rest on it."""
    day = clock.day_of(assessment.occurred_at)
    return capacity.lasts_until(day, assessment.review_by, assessment.fluctuates != Fluctuates.NO)


def checklist(found: Sequence[BestInterests], consulted: int, decision: Decision, options: Iterable[Option]) -> law.BestInterests | None:
    """The checklist as plain values; None when nobody went through it."""
    if not found:
        return None
    row, levels = found[0], [each.limits for each in options if each.limits is not None]
    return law.BestInterests(
        took_part=row.took_part,
        present_wishes=row.present_wishes,
        past_wishes=row.past_wishes,
        values=row.values,
        circumstances=row.circumstances,
        may_regain=row.may_regain,
        why_not_wait=row.why_not_wait,
        consulted=consulted,
        not_consulted_because=row.not_consulted_because,
        weight=row.weight,
        staff_do=row.staff_do,
        life_sustaining=row.life_sustaining,
        no_wish_for_death=row.no_wish_for_death,
        chosen_level=decision.option.limits if decision.option else None,
        least_level=min(levels, default=None),
        less_restrictive_because=row.less_restrictive_because,
    )


def _weighed(considered: Sequence[Consideration]) -> tuple[law.Weighed, ...]:
    voices = {each.voice_id for each in considered if each.voice_id}
    seconds = (
        SecondObservation.objects.current().filter(voice__in=voices, agrees=True).values_list("voice_id", "author_id") if voices else ()
    )
    seconded = set(seconds)
    return tuple(_weigh(each, seconded) for each in considered)


def said(each: Consideration) -> Voice | Contribution:
    """Whatever it is that was weighed; the table holds that it is one of the two."""
    found = each.voice or each.contribution
    if found is None:
        raise Invalid({"considerations": _("Say what was weighed: something that the person said, or that somebody else did.")})
    return found


def _weigh(each: Consideration, seconded: set[Any]) -> law.Weighed:
    found, voice_said = said(each), each.voice
    is_seconded = any(voice == found.pk and second != found.author_id for voice, second in seconded)
    return law.Weighed(
        is_voice=voice_said is not None,
        is_persons_view=voice_said is not None and law.is_persons_view(own_words=voice_said.is_own_words, seconded=is_seconded),
        said_at=found.occurred_at,
        effect=each.effect,
        because=each.because,
    )
