"""Rows of this package by the short name of their table, and what was taken back of them."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from throughline.base.errors import NotFound
from throughline.base.models import Amendment
from throughline.people.models import PersonRow
from throughline.people.queries import only
from throughline.people.sight import Sight

from .models import (
    AssessmentTold,
    CapacityAssessment,
    ConditionMet,
    Decision,
    Disagreement,
    DisagreementClosed,
    DisagreementStep,
    LibertyAuthorisation,
    LibertyAuthorisationEnded,
    LibertyObjection,
    LibertyReview,
    Option,
    Position,
    Question,
    SafeguardingConcern,
    SafeguardingStep,
    Telling,
)

QUESTIONS: dict[str, Any] = {"question": Question, "option": Option, "decision": Decision, "told": Telling}
ASSESSMENTS: dict[str, Any] = {"assessment": CapacityAssessment, "told": AssessmentTold}
LIBERTY: dict[str, Any] = {
    "review": LibertyReview,
    "objection": LibertyObjection,
    "authorisation": LibertyAuthorisation,
    "met": ConditionMet,
    "ended": LibertyAuthorisationEnded,
}
DISAGREEMENTS: dict[str, Any] = {
    "disagreement": Disagreement,
    "position": Position,
    "step": DisagreementStep,
    "closed": DisagreementClosed,
}
SAFEGUARDING: dict[str, Any] = {"concern": SafeguardingConcern, "step": SafeguardingStep}


def row(sight: Sight, tables: dict[str, Any], table: str, row_id: UUID) -> PersonRow:
    """One row of some tables; NotFound when there is none."""
    if table not in tables:
        raise NotFound
    return only(tables[table].objects.visible_to(sight).select_related("person"), row_id)


def taken_back(sight: Sight, tables: Iterable[Any], as_at: datetime | None = None, **of: Any) -> list[Any]:
    """Rows that say that something was entered by mistake, the latest first. One query a table. of: what else they have to be of."""
    rows: list[Any] = []
    for each in tables:
        mistakes = each.objects.visible_to(sight).had_by(as_at).filter(amendment=Amendment.MISTAKE, **of)
        rows += mistakes.select_related("author", "amends__author")
    return sorted(rows, key=lambda each: each.sequence, reverse=True)
