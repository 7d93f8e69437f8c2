"""Questions about what happened. Counts are read from tallies, never by walking the history."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import partial
from uuid import UUID

from django.db.models import Sum

from throughline.base import clock
from throughline.people.queries import only, owner
from throughline.people.sight import Sight

from .models import DailyNote, RoutineRecord, Tally

LATEST = 50


def of_day(people: Iterable[UUID], day: date, audiences: frozenset[str]) -> list[RoutineRecord]:
    """Routine records that stand for some people on a day. One query."""
    rows = RoutineRecord.objects.current().filter(person__in=people, day=day, audience__in=audiences)
    return list(rows.select_related("author").order_by("sequence"))


def latest_records(sight: Sight, item_id: UUID | None = None, as_at: datetime | None = None, limit: int = LATEST) -> list[RoutineRecord]:
    """The latest routine records, of one plan item or of all."""
    rows = RoutineRecord.objects.visible_to(sight).current(as_at)
    if item_id is not None:
        rows = rows.filter(item=item_id)
    return list(rows.select_related("author", "version", "step", "voice").order_by("-day", "-sequence")[:limit])


def latest_notes(sight: Sight, as_at: datetime | None = None, limit: int = LATEST) -> list[DailyNote]:
    """The latest daily notes."""
    return list(DailyNote.objects.visible_to(sight).current(as_at).select_related("author").order_by("-day", "-sequence")[:limit])


def totals(sight: Sight, as_at: datetime | None = None, since: date | None = None) -> dict[UUID, dict[str, int]]:
    """Counts by plan item and result, as the server had them at the end of a day. One query over tallies."""
    rows = Tally.objects.filter(person=sight.person_id)
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


def latest_of(sight: Sight, row: RoutineRecord) -> RoutineRecord:
    """The last words of a record's life."""
    while later := RoutineRecord.objects.visible_to(sight).filter(amends=row.pk).order_by("sequence").last():
        row = later
    return row


def note(sight: Sight, note_id: UUID) -> DailyNote:
    """One daily note, amended or not."""
    return only(DailyNote.objects.visible_to(sight).select_related("person", "author"), note_id)


person_of_record = partial(owner, RoutineRecord)

person_of_note = partial(owner, DailyNote)
