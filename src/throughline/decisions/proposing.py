"""A decision as the law asks about it: rows to plain values. Used by the actions; an import works out the same for many at once."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from django.db import models

from throughline.authority.queries import as_held
from throughline.base import clock
from throughline.base.errors import Invalid
from throughline.base.lives import latest_of
from throughline.base.models import Amendment
from throughline.base.terms import gettext as _
from throughline.base.written import NOW, Written
from throughline.conversations.models import Contribution, SecondObservation, Voice

from . import deciders, law
from .choices import Fluctuates, Standing
from .law import OWN_BASES, capacity
from .models import ActingHolder, BestInterests, CapacityAssessment, Consideration, Consultee, Decision, Option, Question, TalkedAbout

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
    acting, asked = of_type(parts, ActingHolder), of_type(parts, Consultee)
    return law.Proposed(
        basis=decision.basis,
        decided_at=decided_at,
        impact=question.impact,
        excluded_class=deciders.excluded_class(question),
        options=len(options),
        only_one_because=decision.only_one_because,
        support_given=decision.support_given,
        weighed=_weighed(of_type(parts, Consideration), question),
        no_voice_because=decision.no_voice_because,
        emergency=bool(question.emergency_because),
        decided_by=decision.decided_by,
        area=question.area,
        repeated=question.repeated,
        look_again_on=decision.look_again_on,
        assessment=asked_about(decision, decided_at),
        best_interests=checklist(of_type(parts, BestInterests), deciders.consulted(decision, asked, acting), decision, options),
        authority=as_held(decision.authority, clock.day_of(decided_at)),
        acting=deciders.originals(acting),
        decider=deciders.decider(decision, decided_at, acting, is_stranger=deciders.is_stranger(decision, decided_at)),
        heard=deciders.heard(decision, decided_at, asked, acting),
        keeps_apart=decision.keeps_apart,
        shares=frozenset(question.shares),
    )


def asked_about(decision: Decision, decided_at: datetime, written_by: datetime | None = None) -> capacity.Concluded | None:
    """The assessment that it cites, as it stands; of the person's own decision, the one that stood for the question then.

    written_by: as it was written down by a moment of the authors' clocks, for what is judged later. What was corrected or taken back
    after something rested on it, `models.lost` says.
    """
    stood = CapacityAssessment.objects.filter(question=decision.question_id).written_by(written_by)
    of_question = list(stood.order_by("occurred_at"))
    if decision.basis not in OWN_BASES:
        cited = latest_of(decision.assessment, written_by) if decision.assessment else None
        return concluded(cited, decision.question, of_question, decided_at) if cited else None
    then = [each for each in of_question if each.occurred_at <= decided_at and each.standing == Standing.VALID]
    return concluded(then[-1], decision.question, then, decided_at) if then else None


def concluded(
    assessment: CapacityAssessment, question: Question, of_question: Iterable[CapacityAssessment], decided_at: datetime
) -> capacity.Concluded:
    """An assessment as a decision asks about it. of_question: all that stand for the question."""
    later = (each for each in of_question if assessment.occurred_at < each.occurred_at <= decided_at and each.standing == Standing.VALID)
    return capacity.Concluded(
        question_is_same=assessment.question_id == question.pk and not _asked_otherwise(question, assessment.occurred_at, decided_at),
        conclusion=assessment.conclusion,
        is_valid=assessment.standing == Standing.VALID,
        assessed_at=assessment.occurred_at,
        lasts_until=lasts_until(assessment),
        was_replaced=any(each.conclusion != assessment.conclusion for each in later),
        is_mistaken=assessment.amendment in Amendment.ends(),
    )


def _asked_otherwise(question: Question, assessed_at: datetime, decided_at: datetime) -> bool:
    """Whether the question was put in other words between its assessment and its decision."""
    later = Question.objects.filter(amends=question.pk, recorded_at__gt=assessed_at, recorded_at__lte=decided_at)
    return later.exclude(amendment__in=Amendment.ends()).exclude(text=question.text).exists()


def lasts_until(assessment: CapacityAssessment) -> Any:
    """The last day on which a decision can rest on it."""
    day = clock.day_of(assessment.occurred_at)
    return capacity.lasts_until(day, assessment.review_by, assessment.fluctuates != Fluctuates.NO)


def checklist(found: Sequence[BestInterests], consulted: int, decision: Decision, options: Iterable[Option]) -> law.BestInterests | None:
    """The checklist as plain values; None when nobody went through it."""
    if not found:
        return None
    row, said = found[0], [each.limits for each in options]
    levels = [each for each in said if each is not None]
    chosen = decision.option.limits if decision.option else None
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
        chosen_level=chosen,
        least_level=min(levels, default=None),
        less_restrictive_because=row.less_restrictive_because,
        chosen_unclear=bool(levels) and chosen is None,
        levels_unsaid=len(levels) < len(said),
        harm=row.harm,
        harm_likely=row.harm_likely,
        proportionate_because=row.proportionate_because,
    )


def _weighed(considered: Sequence[Consideration], question: Question) -> tuple[law.Weighed, ...]:
    voices = {each.voice_id for each in considered if each.voice_id}
    seconds = (
        SecondObservation.objects.current().filter(voice__in=voices, agrees=True).values_list("voice_id", "author_id") if voices else ()
    )
    seconded = set(seconds)
    about = is_about(question, [each.voice for each in considered if each.voice])
    return tuple(replace(_weigh(each, seconded), is_about_it=each.voice_id in about) for each in considered)


def is_about(question: Question, voices: Iterable[Voice]) -> set[Any]:
    """The keys of what was said after a question was put, or in a conversation in which it was talked about."""
    talked_in = set(TalkedAbout.objects.filter(question=question).values_list("conversation", flat=True))
    return {each.pk for each in voices if each.occurred_at >= question.occurred_at or each.conversation_id in talked_in}


def said(each: Consideration) -> Voice | Contribution:
    """Whatever it is that was weighed; the table holds that it is one of the two."""
    found = each.voice or each.contribution
    if found is None:
        raise Invalid({"considerations": _("Say what was weighed: something that %(person)s said, or that somebody else did.")})
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
