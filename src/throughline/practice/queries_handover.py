"""What was kept for whoever comes next, and who has read it. For several people at once, in a fixed number of queries.

Only what is for the team: a handover is read by everybody on the shift.
"""

from collections.abc import Collection
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import Max, QuerySet

from throughline.base.models.recorded import Audience
from throughline.people.queries import owner

from .models import DailyNote, HandoverReading, Incident, MissedMedicine, RoutineRecord, Upset


def _for_team(model: Any, people: Collection[UUID]) -> QuerySet[Any]:
    return model.objects.current().filter(person__in=people, audience=Audience.TEAM).select_related("author")


def flagged(people: Collection[UUID], since: datetime) -> list[DailyNote]:
    """Notes that stand and that somebody kept for the next shift since then, the first first. One query."""
    return list(_for_team(DailyNote, people).filter(for_handover=True, received_at__gt=since).order_by("occurred_at"))


def incidents_since(people: Collection[UUID], since: datetime) -> list[Incident]:
    """Incidents that the server had since then, the first first. One query."""
    return list(_for_team(Incident, people).filter(received_at__gt=since).order_by("occurred_at"))


def upsets_since(people: Collection[UUID], since: datetime) -> list[Upset]:
    """Times that somebody was upset that the server had since then, the first first. One query."""
    return list(_for_team(Upset, people).filter(received_at__gt=since).order_by("occurred_at"))


def missed_medicine_since(people: Collection[UUID], since: datetime) -> list[MissedMedicine]:
    """Medicine not taken that the server had since then, the first first. One query."""
    return list(_for_team(MissedMedicine, people).filter(received_at__gt=since).order_by("occurred_at"))


def records_of(people: Collection[UUID], day: date) -> list[RoutineRecord]:
    """Routine records that stand for some people on a day. One query."""
    return list(_for_team(RoutineRecord, people).filter(day=day).select_related("author", "step").order_by("sequence"))


def last_read(reader: Any, people: Collection[UUID]) -> dict[UUID, datetime]:
    """Up to when a reader knows what was handed over, by person. One query."""
    rows = HandoverReading.objects.current().filter(person__in=people, author=reader)
    return dict(rows.values_list("person").annotate(until=Max("made_at")))


def readings_since(people: Collection[UUID], since: datetime) -> list[HandoverReading]:
    """Who says to have read it since then, the first first. One query."""
    return list(_for_team(HandoverReading, people).filter(occurred_at__gt=since).order_by("occurred_at"))


person_of_handover = partial(owner, HandoverReading)
