"""The log of reading: who looked at what of whom. The person can see it."""

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


def of_person(sight: Sight) -> QuerySet[Reading]:
    """Readings of one person's record, newest first."""
    return Reading.objects.filter(person_id=sight.person_id).order_by("-at")


def names(readings: list[Reading]) -> dict[Any, str]:
    """The names of those who read. One query, on the other database."""
    return dict(User.objects.filter(pk__in={r.user_id for r in readings}).values_list("pk", "name"))
