"""Questions about what was decided."""

from datetime import datetime
from functools import partial
from uuid import UUID

from throughline.people.queries import only, owner
from throughline.people.sight import Sight

from .choices import Standing
from .models import Decision, Option, Question, Telling


def questions(sight: Sight, as_at: datetime | None = None) -> list[Question]:
    """Questions of the person, newest first."""
    return list(Question.objects.visible_to(sight).current(as_at).select_related("author").order_by("-occurred_at"))


def question(sight: Sight, question_id: UUID) -> Question:
    """One question."""
    return only(Question.objects.visible_to(sight).select_related("person", "author"), question_id)


def options(sight: Sight, of: Question, as_at: datetime | None = None) -> list[Option]:
    """The options of a question, in the order in which they were offered."""
    return list(Option.objects.visible_to(sight).current(as_at).filter(question=of).select_related("photo").order_by("sequence"))


def decisions(sight: Sight, as_at: datetime | None = None) -> list[Decision]:
    """Decisions that stand as the latest version, newest first; those that are not valid too."""
    return list(Decision.objects.visible_to(sight).current(as_at).select_related("author", "question").order_by("-occurred_at"))


def decision(sight: Sight, decision_id: UUID) -> Decision:
    """One version of a decision, with its question and what it weighed."""
    rows = Decision.objects.visible_to(sight).select_related(
        "person", "author", "question", "option", "conversation", "decided_by_contact", "decided_by_staff"
    )
    return only(
        rows.prefetch_related(
            "considerations__voice__sound", "considerations__contribution__contact", "considerations__contribution__staff"
        ),
        decision_id,
    )


def versions(sight: Sight, of: Decision) -> list[Decision]:
    """All versions of a decision, the first one first."""
    return list(
        Decision.objects.visible_to(sight).filter(number=of.number, question=of.question_id).select_related("author").order_by("sequence")
    )


def tellings(sight: Sight, of: Decision, as_at: datetime | None = None) -> list[Telling]:
    """When the person was told, whichever version."""
    rows = Telling.objects.visible_to(sight).current(as_at).filter(decision__number=of.number, decision__question=of.question_id)
    return list(rows.select_related("author").order_by("occurred_at"))


def valid_decisions(sight: Sight) -> list[Decision]:
    """Decisions on which something may rest."""
    return [each for each in decisions(sight) if each.standing == Standing.VALID]


person_of_decision = partial(owner, Decision)

person_of_question = partial(owner, Question)
