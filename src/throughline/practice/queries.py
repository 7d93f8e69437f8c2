"""Questions about what happened. Counts are read from tallies, never by walking the history."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import QuerySet, Sum

from throughline.base import clock
from throughline.base.errors import NotFound
from throughline.base.prepared import Seen, prepared
from throughline.people.queries import only, owner
from throughline.people.sight import Sight

from .models import DailyNote, Incident, NeedChange, RoutineRecord, Tally, Upset

LATEST = 50

Amended = TypeVar("Amended", DailyNote, RoutineRecord)
OfALife = TypeVar("OfALife", DailyNote, Incident, RoutineRecord, Upset)


def of_day(sight: Sight, day: date, as_at: datetime | None = None) -> list[RoutineRecord]:
    """Routine records that stand for a person on a day. One query."""
    return _of_day(person_id=sight.person_id, audiences=sight.audiences, topics=sight.topics, day=day, as_at=as_at)


@prepared("person_id", "day", "as_at")
def _of_day(
    person_id: UUID, audiences: frozenset[str], day: date, as_at: datetime | None, topics: frozenset[str] | None = None
) -> QuerySet[RoutineRecord]:
    rows = RoutineRecord.objects.visible_to(Seen(person_id, audiences, topics)).current(as_at).filter(day=day)
    return rows.select_related("author", "step").order_by("sequence")


def latest_records(
    sight: Sight, item_id: UUID | None = None, as_at: datetime | None = None, limit: int = LATEST, *, skip: int = 0, result: str = ""
) -> list[RoutineRecord]:
    """The latest routine records, of one plan item or of all; of one result or of all."""
    rows = RoutineRecord.objects.visible_to(sight).current(as_at)
    if item_id is not None:
        rows = rows.filter(item=item_id)
    if result:
        rows = rows.filter(result=result)
    rows = rows.select_related("author", "version", "step", "voice", "voice__sound")
    return list(rows.order_by("-day", "-sequence")[skip : skip + limit])


def latest_notes(sight: Sight, as_at: datetime | None = None, limit: int = LATEST, *, skip: int = 0) -> list[DailyNote]:
    """The latest daily notes."""
    rows = DailyNote.objects.visible_to(sight).current(as_at).select_related("author", "item")
    return list(rows.order_by("-day", "-sequence")[skip : skip + limit])


def past_of(sight: Sight, rows: Sequence[Amended], as_at: datetime | None = None) -> list[Amended]:
    """What stood before, and what was taken back, on the days of some records or notes. One query, the first words first.

    An amendment stays on the day, and a record's on the plan item, of what it amends.
    """
    if not rows:
        return []
    amended = type(rows[0])
    past = amended.objects.visible_to(sight).had_by(as_at).filter(day__in={row.day for row in rows})  # type: ignore[attr-defined]
    if amended is RoutineRecord:
        past = past.filter(item__in={row.item_id for row in rows})  # type: ignore[union-attr]
    standing = {row.pk for row in rows}
    return [row for row in past.select_related("author").order_by("sequence") if row.pk not in standing]


def totals(sight: Sight, as_at: datetime | None = None, since: date | None = None) -> dict[UUID, dict[str, int]]:
    """Counts by plan item and result, as the server had them at the end of a day. One query over tallies."""
    rows = Tally.objects.filter(person=sight.person_id)
    if sight.topics is not None:
        rows = rows.filter(item__topic__in=sight.topics)
    if as_at is not None:
        rows = rows.filter(received_on__lte=clock.day_of(as_at))
    if since is not None:
        rows = rows.filter(day__gte=since)
    found: dict[UUID, dict[str, int]] = {}
    for item_id, result, count in rows.values_list("item_id", "result").annotate(total=Sum("count")):
        if count:
            found.setdefault(item_id, {})[result] = count
    return found


def record(sight: Sight, record_id: UUID) -> RoutineRecord:
    """One routine record, amended or not."""
    rows = RoutineRecord.objects.visible_to(sight).select_related("person", "author", "version", "step", "item", "voice")
    return only(rows, record_id)


def life_of(sight: Sight, row: RoutineRecord) -> list[RoutineRecord]:
    """A record's life, the first words first and the last words last. One query."""
    rows = RoutineRecord.objects.visible_to(sight).filter(item=row.item_id, day=row.day).order_by("sequence")
    rows = rows.select_related("person", "author", "version", "step", "item", "voice", "voice__sound")
    return chain({each.pk: each for each in rows} or {row.pk: row}, row.pk)


def chain(rows: dict[UUID, OfALife], row_id: UUID) -> list[OfALife]:
    """The rows that one row amends, itself, and those that amend it, in their order."""
    after = {row.amends_id: row.pk for row in rows.values() if row.amends_id}
    first: Any = row_id
    while rows[first].amends_id in rows:
        first = rows[first].amends_id
    found = [rows[first]]
    while following := after.get(found[-1].pk):
        found.append(rows[following])
    return found


def latest_of(sight: Sight, row: RoutineRecord) -> RoutineRecord:
    """The last words of a record's life."""
    return life_of(sight, row)[-1]


def note(sight: Sight, note_id: UUID) -> DailyNote:
    """One daily note, amended or not."""
    return only(DailyNote.objects.visible_to(sight).select_related("person", "author"), note_id)


person_of_record = partial(owner, RoutineRecord)

person_of_note = partial(owner, DailyNote)


def need_changes(sight: Sight, as_at: datetime | None = None) -> list[NeedChange]:
    """Changes in what the person needs that stand, the newest first."""
    return list(NeedChange.objects.visible_to(sight).current(as_at).select_related("author").order_by("-sequence"))


def need_change(sight: Sight, change_id: UUID) -> NeedChange:
    """One change in what the person needs."""
    return only(NeedChange.objects.visible_to(sight).select_related("person", "author"), change_id)


person_of_need_change = partial(owner, NeedChange)


def incidents(sight: Sight, as_at: datetime | None = None) -> list[Incident]:
    """Incidents that stand, the newest first."""
    return list(Incident.objects.visible_to(sight).current(as_at).select_related("author").order_by("-sequence"))


def incident(sight: Sight, incident_id: UUID) -> Incident:
    """One incident, amended or not."""
    return only(Incident.objects.visible_to(sight).select_related("person", "author", "voice__author", "voice__person"), incident_id)


def incident_life(sight: Sight, row: Incident, as_at: datetime | None = None) -> list[Incident]:
    """What was written of an incident, the first words first; NotFound when it was not there by then. One query: incidents are few."""
    rows = Incident.objects.visible_to(sight).had_by(as_at).select_related("person", "author", "voice__author", "voice__person")
    found = {each.pk: each for each in rows.order_by("sequence")}
    if row.pk not in found:
        raise NotFound
    return chain(found, row.pk)


person_of_incident = partial(owner, Incident)
