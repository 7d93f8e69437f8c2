"""What assessments that count show of one question at a moment: whether the person can decide it. For what rests on that later."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from throughline.people.models import Contact

from .choices import Area, Standing
from .law import capacity
from .models import CapacityAssessment, Question
from .proposing import concluded


def shown(question_id: Any, moment: datetime, written_by: datetime | None = None) -> capacity.Concluded | None:
    """The latest assessment of a question that counts; None when there is none, and the person is presumed able. One query.

    written_by: as it was written down by a moment of the authors' clocks; None for as it stands.
    """
    rows = CapacityAssessment.objects.written_by(written_by).filter(question=question_id, standing=Standing.VALID)
    found = list(rows.filter(occurred_at__lte=moment).select_related("question").order_by("occurred_at"))
    return concluded(found[-1], found[-1].question, found, moment) if found else None


def found_able(question_id: Any, moment: datetime, written_by: datetime | None = None) -> bool:
    """Whether the latest assessment that counts says something else than that the person cannot decide it."""
    latest = shown(question_id, moment, written_by)
    return latest is not None and latest.conclusion != capacity.LACKS


def cannot_say(contact: Contact, about: str, moment: datetime, written_by: datetime | None = None) -> bool:
    """Whether an assessment that can be relied on shows that the person cannot decide if this contact knows about this topic.

    A question that names no contact and no topic shows nothing of this one: the person is presumed able.
    """
    asked = Question.objects.written_by(written_by).filter(person=contact.person_id, area=Area.SHARING, contact=contact)
    return any(about in each.shares and capacity.shows_lacking(shown(each.pk, moment, written_by), moment) for each in asked)


def shows_lacking(row: CapacityAssessment, moment: datetime) -> bool:
    """Whether an assessment stands, can be relied on, and says that the person cannot decide its question at a moment. One query."""
    return lacks_among(row, list(CapacityAssessment.objects.filter(question=row.question_id).current()), moment)


def lacks_among(row: CapacityAssessment, of_question: Collection[CapacityAssessment], moment: datetime) -> bool:
    """The same, when all that stand for the question are known."""
    stands = any(each.pk == row.pk for each in of_question)
    return stands and capacity.shows_lacking(concluded(row, row.question, of_question, moment), moment)
