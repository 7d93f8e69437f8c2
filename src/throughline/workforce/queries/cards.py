"""Who has read which card. What is in force and unread is what a worker reads first."""

from collections.abc import Collection, Iterable
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from throughline.access.queries import team_of
from throughline.accounts.models import User
from throughline.base.models.recorded import Audience
from throughline.base.prepared import prepared
from throughline.people.queries import owner
from throughline.people.sight import Sight
from throughline.plan.choices import Course, ItemKind
from throughline.plan.models import Publication
from throughline.plan.queries import latest_publications

from ..models import CardReading

person_of_card_reading = partial(owner, CardReading)

TEAM = frozenset({Audience.TEAM.value})


def in_force(people: Collection[UUID], audiences: Collection[str]) -> QuerySet[Publication]:
    """The cards that staff follow for some people, the newest first."""
    rows = latest_publications().filter(course=Course.FOLLOWED, person__in=people, audience__in=audiences)
    return rows.filter(item__kind__in=ItemKind.for_staff()).select_related("person", "version").order_by("-occurred_at")


def unread(actor: Any, people: Iterable[UUID], audiences: frozenset[str]) -> list[Publication]:
    """Cards in force for some people that the actor neither wrote, nor published, nor says to have read; the newest first. One query."""
    asked = tuple(people)
    return list(_unread(people=asked, reader=actor.pk, audiences=audiences)) if asked else []


@prepared("people", "reader")
def _unread(people: tuple[UUID, ...], reader: UUID, audiences: frozenset[str]) -> QuerySet[Publication]:
    read = CardReading.objects.current().filter(version=OuterRef("version"), author=reader)
    return in_force(people, audiences).filter(~Exists(read), ~Q(author=reader), ~Q(version__author=reader))


def readings(sight: Sight, version_id: UUID) -> list[CardReading]:
    """Who says to have read a version, in their order. One query."""
    return list(CardReading.objects.visible_to(sight).current().filter(version=version_id).select_related("author").order_by("sequence"))


def team_readings(sight: Sight, publication: Publication, read: Iterable[CardReading]) -> list[User]:
    """Who of the team has not read a card in force, by name. One query."""
    version: Any = publication.version
    done = {each.author_id for each in read} | {publication.author_id, version.author_id}
    return [user for user in team_of(sight) if user.pk not in done]


def standing_of(reader: Any, publication: Publication, read: Iterable[CardReading]) -> str:
    """wrote, read or unread: where a reader is with a card."""
    version: Any = publication.version
    if reader.pk in (publication.author_id, version.author_id):
        return "wrote"
    return "read" if any(each.author_id == reader.pk for each in read) else "unread"
