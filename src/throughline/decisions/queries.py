"""Questions about what was decided."""

from collections.abc import Collection
from datetime import datetime
from functools import partial
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Prefetch, QuerySet

from throughline.base.clock import now
from throughline.base.lives import TakenBack
from throughline.base.models import Amendment
from throughline.conversations.models import Contribution, Conversation, Voice
from throughline.conversations.queries import conversations_cited
from throughline.people.queries import only, owner
from throughline.people.sight import Sight, whole

from .able import lacks_among
from .choices import Standing
from .models import (
    ActingHolder,
    AssessmentTold,
    BestInterests,
    CapacityAssessment,
    Consideration,
    Consultee,
    Decision,
    Option,
    Question,
    SaidAbout,
    TalkedAbout,
    Telling,
)

MOST_BEFORE = 50  # earlier assessments with which one is compared


def questions(sight: Sight, as_at: datetime | None = None) -> list[Question]:
    """Questions of the person, newest first."""
    return list(Question.objects.visible_to(sight).current(as_at).select_related("author").order_by("-occurred_at"))


def question(sight: Sight, question_id: UUID) -> Question:
    """One question; `is_over` when it was taken back."""
    rows = Question.objects.visible_to(sight).annotate(is_over=TakenBack("pk", Question))
    return only(rows.select_related("person", "author", "contact"), question_id)


def options(sight: Sight, of: Question, as_at: datetime | None = None) -> list[Option]:
    """The options of a question, from what limits the person least to what limits them most; otherwise as they were offered."""
    rows = Option.objects.visible_to(sight).current(as_at).filter(question=of).select_related("photo")
    return list(rows.order_by(F("limits").asc(nulls_last=True), "sequence"))


def decisions(sight: Sight, as_at: datetime | None = None) -> list[Decision]:
    """Decisions that stand as the latest version, newest first; those that are not valid too."""
    rows = Decision.objects.visible_to(sight).current(as_at).with_lost(as_at)
    return list(rows.select_related("author", "question").order_by("-occurred_at"))


def decision(sight: Sight, decision_id: UUID, as_at: datetime | None = None) -> Decision:
    """One version of a decision, with its question and what it weighed; `is_over` when it was taken back. Two queries."""
    rows = (
        Decision.objects.visible_to(whole(sight))
        .had_by(as_at)
        .with_lost(as_at)
        .annotate(is_over=TakenBack("pk", Decision, as_at))
        .select_related(
            "person", "author", "question", "option", "conversation", "decided_by_contact", "decided_by_staff", "assessment", "authority"
        )
    )
    return only(rows.prefetch_related(Prefetch("considerations", _considerations(as_at))), decision_id)


def _considerations(as_at: datetime | None) -> QuerySet[Consideration]:
    """What was weighed, with whose words it was; `is_gone` where the words were taken back or moved to somebody else's record."""
    voice = ("voice", "voice__sound", "voice__told_by_contact", "voice__told_by_staff", "voice__thought_by", "voice__person")
    rows = Consideration.objects.select_related(*voice, "contribution", "contribution__contact", "contribution__staff")
    return rows.annotate(is_gone=TakenBack("voice", Voice, as_at))


def weighing(sight: Sight, voices: Collection[UUID], as_at: datetime | None = None) -> list[Consideration]:
    """What decisions that stand did with a voice, whichever of its rows they cite; the newest decision first. Two queries."""
    standing = Decision.objects.visible_to(sight).current(as_at).with_lost(as_at)
    rows = Consideration.objects.filter(person=whole(sight).person_id, voice__in=voices, decision__in=standing.values("pk"))
    return list(rows.prefetch_related(Prefetch("decision", standing)).order_by("-decision__occurred_at"))


def weighing_words(sight: Sight, contributions: Collection[UUID]) -> list[Consideration]:
    """What valid decisions that stand did with somebody's own words, for whoever said them; the newest decision first. One query.

    Of the decision itself nothing may be shown but what `shared` answers.
    """
    rows = Consideration.objects.filter(person=sight.person_id, contribution__in=contributions, decision__audience__in=sight.audiences)
    rows = rows.filter(decision__in=Decision.objects.in_effect().values("pk"))
    return list(rows.select_related("decision__question").order_by("-decision__occurred_at"))


def decisions_of(sight: Sight, of: Question, as_at: datetime | None = None) -> list[Decision]:
    """What was decided about a question, the newest first."""
    rows = Decision.objects.visible_to(sight).current(as_at).with_lost(as_at).filter(question=of)
    return list(rows.select_related("author", "question").order_by("-occurred_at"))


def standing_of(sight: Sight, of: Question) -> Decision | None:
    """The decision of a question that takes effect; None while there is none."""
    return next((each for each in decisions_of(sight, of) if each.takes_effect), None)


def newest_of(sight: Sight, of: Question) -> Decision | None:
    """What was written down last about a question, whether or not it takes effect."""
    row: Decision | None = Decision.objects.visible_to(sight).current().filter(question=of).order_by("-sequence").first()
    return row


def talked_in(sight: Sight, of: Question) -> list[Conversation]:
    """The conversations in which a question was talked about, as they stand, in their order."""
    cited = TalkedAbout.objects.filter(person=sight.person_id, question=of).values_list("conversation_id", flat=True)
    return conversations_cited(sight, list(cited))


def questions_in(sight: Sight, rows: Collection[UUID]) -> list[Question]:
    """The questions that a conversation talked about, whichever of its rows they cite."""
    ids = TalkedAbout.objects.filter(person=sight.person_id, conversation__in=rows).values("question")
    return list(Question.objects.visible_to(sight).current().filter(pk__in=ids).order_by("occurred_at"))


def undecided(sight: Sight, as_at: datetime | None = None) -> list[Question]:
    """Questions about which nothing is decided that takes effect, the newest first."""
    valid = Decision.objects.in_effect(as_at).filter(question=OuterRef("pk"))
    rows = Question.objects.visible_to(sight).current(as_at).filter(~Exists(valid))
    return list(rows.select_related("author").order_by("-occurred_at"))


def versions(sight: Sight, of: Decision) -> list[Decision]:
    """All versions of a decision, the first one first."""
    return list(
        Decision.objects.visible_to(sight)
        .with_lost()
        .filter(number=of.number, question=of.question_id)
        .exclude(amendment__in=Amendment.ends())
        .select_related("author")
        .order_by("sequence")
    )


def tellings(sight: Sight, of: Decision, as_at: datetime | None = None) -> list[Telling]:
    """When the person was told, whichever version."""
    rows = Telling.objects.visible_to(sight).current(as_at).filter(decision__number=of.number, decision__question=of.question_id)
    return list(rows.select_related("author").order_by("occurred_at"))


def valid_decisions(sight: Sight) -> list[Decision]:
    """Decisions on which something may rest."""
    return [each for each in decisions(sight) if each.takes_effect]


person_of_decision = partial(owner, Decision)

person_of_question = partial(owner, Question)


def told(sight: Sight, as_at: datetime | None = None) -> set[int]:
    """Numbers of the decisions of which the person was told. One query."""
    return set(Telling.objects.visible_to(sight).current(as_at).values_list("decision__number", flat=True))


def said_about(sight: Sight, of: Question) -> list[Contribution]:
    """What others wrote before a question is decided, as it stands, the first first. One query."""
    cited = SaidAbout.objects.filter(person=sight.person_id, question=of).values("contribution")
    rows = Contribution.objects.visible_to(sight).current().filter(pk__in=cited).select_related("author", "contact", "staff")
    return list(rows.order_by("occurred_at"))


def asked_by_words(sight: Sight, contributions: Collection[UUID]) -> dict[UUID, tuple[Question, bool]]:
    """By somebody's own words, the question for which they wrote them, and whether it is decided. One query.

    Of the question nothing may be shown but what `shared` answers.
    """
    valid = Decision.objects.current().filter(question=OuterRef("question"), standing=Standing.VALID)
    rows = SaidAbout.objects.filter(person=sight.person_id, contribution__in=contributions).annotate(decided=Exists(valid))
    return {row.contribution_id: (row.question, row.decided) for row in rows.select_related("question")}


def assessments_of(sight: Sight, of: Question, as_at: datetime | None = None) -> list[CapacityAssessment]:
    """Assessments of a question that stand, the newest first; those that cannot be relied on too."""
    rows = CapacityAssessment.objects.visible_to(sight).current(as_at).filter(question=of)
    return list(rows.select_related("author", "assessor_contact", "assessor_staff").order_by("-occurred_at"))


def lacking(sight: Sight) -> list[CapacityAssessment]:
    """Assessments that show now that the person cannot decide their question, the latest of each question. Two queries."""
    stand = list(CapacityAssessment.objects.visible_to(sight).current().select_related("question").order_by("occurred_at"))
    of_question = {row.question_id: [each for each in stand if each.question_id == row.question_id] for row in stand}
    found = {row.question_id: row for row in stand if lacks_among(row, of_question[row.question_id], now())}
    return list(reversed(found.values()))


def assessment(sight: Sight, assessment_id: UUID) -> CapacityAssessment:
    """One assessment, as it was written down in that row, with what was told and tried. Three queries."""
    related = ("person", "author", "question", "assessor_contact", "assessor_staff")
    rows = CapacityAssessment.objects.visible_to(sight).select_related(*related).prefetch_related("information", "tried")
    return only(rows, assessment_id)


def assessed_before(sight: Sight, row: CapacityAssessment) -> list[CapacityAssessment]:
    """Assessments of other questions of the person, made no later than one and kept before it, the latest first. One query."""
    rows = CapacityAssessment.objects.visible_to(sight).current().exclude(question=row.question_id)
    earlier = rows.filter(occurred_at__lte=row.occurred_at, sequence__lt=row.sequence).select_related("assessor_contact")
    return list(earlier.order_by("-sequence")[:MOST_BEFORE])


def assessment_life(sight: Sight, row: CapacityAssessment) -> list[CapacityAssessment]:
    """What was written of an assessment, the first words first. One query."""
    rows = CapacityAssessment.objects.visible_to(sight).filter(question=row.question_id, occurred_at=row.occurred_at)
    return list(rows.select_related("author").order_by("sequence"))


def assessment_tellings(sight: Sight, of: CapacityAssessment) -> list[AssessmentTold]:
    """When the person was told what it came to."""
    rows = AssessmentTold.objects.visible_to(sight).current().filter(assessment=of)
    return list(rows.select_related("author").order_by("occurred_at"))


person_of_assessment = partial(owner, CapacityAssessment)


def best_interests_of(sight: Sight, of: Decision) -> BestInterests | None:
    """How a decision for the person was worked out; None when it was not one."""
    return BestInterests.objects.filter(decision=of, person=sight.person_id).first()


def consultees_of(sight: Sight, of: Decision) -> list[Consultee]:
    """Who was asked about a decision for the person, and what they said."""
    return list(Consultee.objects.filter(decision=of, person=sight.person_id).select_related("contact", "staff").order_by("pk"))


def acting_in(sight: Sight, of: Decision) -> list[ActingHolder]:
    """Which holders of the authority decided."""
    rows = ActingHolder.objects.filter(decision=of, person=sight.person_id).select_related("holder__contact")
    return list(rows.order_by("holder__contact__name"))
