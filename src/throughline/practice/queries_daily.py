"""Questions about checklists, activities, answers on the person's own scale, and what was spent."""

from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import QuerySet, Sum

from throughline.base.prepared import Seen, prepared
from throughline.people.queries import only, owner
from throughline.people.sight import Sight

from .models import Activity, ChecklistRun, ScaleAnswer, Spending
from .money import PENNY

Daily = TypeVar("Daily", Activity, ChecklistRun, ScaleAnswer, Spending)

OTHERWISE = ""  # the purpose of what the money plan says nothing about
LATEST = 30
SHOWN = 8  # answers a scale

# What the page of a record needs besides the row.
WITH: dict[Any, tuple[str, ...]] = {
    Activity: ("item",),
    ChecklistRun: ("version",),
    ScaleAnswer: ("version", "answer", "helper_contact", "helper_staff"),
    Spending: ("allowance__version", "receipt"),
}

person_of_activity = partial(owner, Activity)
person_of_run = partial(owner, ChecklistRun)
person_of_answer = partial(owner, ScaleAnswer)
person_of_spending = partial(owner, Spending)


def _rows(model: type[Daily], sight: Sight) -> Any:
    related = ("person", "author", "voice__author", "voice__person", "voice__sound", *WITH[model])
    found = model.objects.visible_to(sight).select_related(*related)
    return found.prefetch_related("checks__line") if model is ChecklistRun else found


def one(model: type[Daily], sight: Sight, row_id: UUID) -> Daily:
    """One record, amended or not."""
    found: Daily = only(_rows(model, sight), row_id)
    return found


activity = partial(one, Activity)
run = partial(one, ChecklistRun)
answer = partial(one, ScaleAnswer)
spending = partial(one, Spending)


def life(sight: Sight, row: Daily, as_at: datetime | None = None) -> list[Daily]:
    """What was written of a record, the first words first; NotFound when it was not there by then.

    One query for each time it was amended.
    """
    rows = _rows(type(row), sight).had_by(as_at)
    found = [only(rows, row.pk)]
    while found[0].amends_id:
        found.insert(0, only(rows, found[0].amends_id))
    while later := rows.filter(amends=found[-1].pk).first():
        found.append(later)
    return found


# --- the person's own scale ---


def answers(sight: Sight, as_at: datetime | None = None) -> list[ScaleAnswer]:
    """The latest answers on the person's own scales, the newest first. One query."""
    return list(_answers(person_id=sight.person_id, audiences=sight.audiences, topics=sight.topics, as_at=as_at))


@prepared("person_id", "as_at")
def _answers(
    person_id: UUID, audiences: frozenset[str], as_at: datetime | None, topics: frozenset[str] | None = None
) -> QuerySet[ScaleAnswer]:
    rows = ScaleAnswer.objects.visible_to(Seen(person_id, audiences, topics)).current(as_at)
    return rows.select_related("answer", "version", "helper_contact", "helper_staff").order_by("-day", "-sequence")[:LATEST]


# --- money ---


def spent(sight: Sight, first: date, last: date, as_at: datetime | None = None) -> dict[str, Decimal]:
    """What was spent from one day to another, by what it was for; what the plan says nothing about under "". One query.

    By purpose and not by version: a new version of the plan in the middle of a week begins no new week.
    """
    rows = Spending.objects.visible_to(sight).current(as_at).filter(day__range=(first, last))
    sums = rows.order_by().values_list("allowance__purpose").annotate(total=Sum("amount"))
    return {purpose or OTHERWISE: Decimal(total).quantize(PENNY) for purpose, total in sums}


def latest_spending(sight: Sight, as_at: datetime | None = None) -> list[Spending]:
    """The latest spending that stands, the newest first."""
    rows = Spending.objects.visible_to(sight).current(as_at).select_related("author", "allowance")
    return list(rows.order_by("-day", "-sequence")[:LATEST])
