"""Check-ins: which are expected, what came of them, and which nobody has noticed yet that nothing came of."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from throughline.base import clock
from throughline.base.errors import NotFound
from throughline.people.queries import only, owner
from throughline.people.sight import Sight, whole
from throughline.plan import queries_watch as plan

from .expected import Expected, expected
from .models import CheckIn, MissedCheckIn
from .queries import chain


def of_day(sight: Sight, day: date, as_at: datetime | None = None) -> list[Expected]:
    """What is expected of a person on a day, with what came of it. One query where nothing is agreed, otherwise two."""
    agreed = plan.check_ins(whole(sight).person_id, as_at)
    return expected(agreed, [day], _records(agreed, [day], as_at)) if agreed else []


def lately(days: int = 1) -> list[Expected]:
    """The same for everybody, of today and some days before; who may see whom is for whoever asks. One query where nothing is agreed."""
    agreed, several = plan.check_ins_everywhere(), _days(days)
    return expected(agreed, several, _records(agreed, several)) if agreed else []


def unnoticed(days: int) -> list[Expected]:
    """Everybody's that nothing came of, of which no row says so yet. Three queries, whatever the history."""
    agreed, now = plan.check_ins_everywhere(), clock.now()
    several = _days(days)
    missed = [each for each in expected(agreed, several, _records(agreed, several)) if each.state(now).is_missed]
    noticed = MissedCheckIn.objects.filter(agreed__in=agreed, due_at__gte=clock.start_of(several[0]))
    known = set(noticed.values_list("agreed_id", "due_at"))
    return [each for each in missed if (each.agreed.pk, each.due_at) not in known]


def _days(before: int) -> list[date]:
    return [clock.today() - timedelta(days=n) for n in range(before, -1, -1)]


def _records(agreed: Collection[Any], days: Collection[date], as_at: datetime | None = None) -> QuerySet[CheckIn]:
    within = {"due_at__gte": clock.start_of(min(days)), "due_at__lte": clock.end_of(max(days))}
    return CheckIn.objects.current(as_at).filter(agreed__in=agreed, **within).select_related("author").order_by("sequence")


def check_in(sight: Sight, check_in_id: UUID) -> CheckIn:
    """One check-in, amended or not."""
    related = ("person", "author", "agreed__version", "voice__author", "voice__person")
    return only(CheckIn.objects.visible_to(sight).select_related(*related), check_in_id)


def check_in_life(sight: Sight, row: CheckIn, as_at: datetime | None = None) -> list[CheckIn]:
    """What was written of a check-in, the first words first; NotFound when it was not there by then. One query."""
    rows = CheckIn.objects.visible_to(sight).had_by(as_at).filter(agreed=row.agreed_id, due_at=row.due_at)
    found = {each.pk: each for each in rows.select_related("person", "author", "agreed__version", "voice__author", "voice__person")}
    if row.pk not in found:
        raise NotFound
    return chain(found, row.pk)


person_of_check_in = partial(owner, CheckIn)
