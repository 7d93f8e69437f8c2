"""The log of reading: who looked at what of whom. The person can see it."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from throughline.accounts.models import User
from throughline.base import clock
from throughline.people.sight import Sight

from .models import Reading


def note(sight: Sight, page: str, about_id: UUID | None = None) -> None:
    """Keep that the actor read a page of the person's record."""
    Reading(at=clock.now(), user_id=sight.actor.pk, person_id=sight.person_id, page=page, about_id=about_id).save(force_insert=True)


def note_each(sights: Iterable[Sight], page: str) -> None:
    """Keep that the actor read a page on which several people stand: a reading of each. One statement."""
    Reading.objects.bulk_create(Reading(at=clock.now(), user_id=each.actor.pk, person_id=each.person_id, page=page) for each in sights)


def note_opened(user: Any, person_id: UUID, page: str, at: datetime) -> None:
    """Keep that a page that a phone had taken along was opened on it, where there was no signal. `at` is by the phone's clock."""
    Reading(at=min(at, clock.now()), user_id=user.pk, person_id=person_id, page=page).save(force_insert=True)


def of_person(sight: Sight) -> QuerySet[Reading]:
    """Readings of one person's record, newest first."""
    return Reading.objects.filter(person_id=sight.person_id).order_by("-at", "-id")


def page_of(sight: Sight, *, day: date | None = None, start: int = 0, length: int = 50) -> list[Reading]:
    """Some readings of one person's record, newest first, of one day or of all. One more than asked for when there are more."""
    rows = of_person(sight)
    if day is not None:
        rows = rows.filter(at__gte=clock.start_of(day), at__lte=clock.end_of(day))
    return list(rows[start : start + length + 1])


def readers(readings: list[Reading]) -> dict[UUID, tuple[str, str]]:
    """Name and job of those who read. One query, on the other database."""
    rows = User.objects.filter(pk__in={each.user_id for each in readings}).values_list("pk", "name", "job")
    return {key: (name, job) for key, name, job in rows}


def names(readings: list[Reading]) -> dict[Any, str]:
    """The names of those who read. One query, on the other database."""
    return dict(User.objects.filter(pk__in={r.user_id for r in readings}).values_list("pk", "name"))
