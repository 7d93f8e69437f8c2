"""Keep what the person answered on their own scale. Nobody answers for them: a guess is refused, and belongs into a note."""

from typing import Any

from django.db import transaction

from throughline.agreements.said import JustSaid
from throughline.base import clock
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.models import Amendment
from throughline.base.records import amend, copy_of, keep, once
from throughline.base.sent import already
from throughline.base.written import NOW, Written
from throughline.conversations.models import Voice
from throughline.conversations.standing import corrected, still_stands
from throughline.people.models import Person
from throughline.plan.choices import LinePart
from throughline.plan.models import Line, Version

from .. import law_daily, policy
from ..models import ScaleAnswer
from .heard import hear_about


@once
@transaction.atomic
def keep_answer(
    *,
    person: Person,
    version: Version,
    answer: Line,
    how_told: str,
    said: JustSaid | Voice | None = None,
    by: Any,
    written: Written = NOW,
    **told: Any,
) -> ScaleAnswer:
    """Keep one answer, how the person told us, and who helped (`how_helped`, `helper_contact`, `helper_staff`)."""
    require(policy.may_keep(by, person))
    if there := already(ScaleAnswer, by=by, written=written):
        return there
    told["day"] = told.get("day") or clock.day_of(written.occurred_at or written.recorded_at or clock.now())
    about = {"person": person, "item_id": version.item_id, "version": version, "topic": version.topic}
    row = ScaleAnswer(**about, answer=answer, how_told=how_told, **told)
    _check(row)
    row.voice = hear_about(row=row, said=said, by=by, written=written)
    return keep("practice.scale-answered", row, by=by, written=written)


def _check(row: ScaleAnswer) -> None:
    of_scale = row.answer.version_id == row.version_id and row.answer.part == LinePart.ANSWER
    belongs = of_scale and row.version.person_id == row.person_id
    if faults := law_daily.answer_faults(how_told=row.how_told, belongs=belongs):
        raise Invalid.by_law(faults)


@transaction.atomic
def correct_answer(*, answered: ScaleAnswer, reason: str, by: Any, written: Written = NOW, **told: Any) -> ScaleAnswer:
    """Put right how it was written down; the first answer stays, struck through. What the person says now is a new answer."""
    require(policy.may_correct(by, answered))
    still_stands(answered)
    new, when = corrected(answered, told, written)
    _check(new)
    return amend("practice.scale-corrected", answered, new, kind=Amendment.CORRECTED, reason=reason, by=by, written=when)


@transaction.atomic
def mistake_answer(*, answered: ScaleAnswer, reason: str, by: Any) -> ScaleAnswer:
    """Say that an answer was written down by mistake. It stays, struck through."""
    require(policy.may_correct(by, answered))
    still_stands(answered)
    return amend("practice.scale-mistaken", answered, copy_of(answered), kind=Amendment.MISTAKE, reason=reason, by=by)
