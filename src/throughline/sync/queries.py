"""Questions about what was held."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from throughline.access import keys, scope
from throughline.access.roles import Act
from throughline.base.errors import NotFound
from throughline.base.models import Event
from throughline.base.prepared import prepared

from .models import Held


def waiting(actor: Any) -> list[Held]:
    """Held records that nobody settled, of people for whose record the actor answers, the first to come first."""
    return list(_visible_to(actor).filter(settled__isnull=True).select_related("person", "author"))


def how_many_wait(actor: Any) -> int:
    """As many as `waiting` lists. No query for whoever may settle none."""
    return _visible_to(actor).filter(settled__isnull=True).count() if Act.CORRECT in keys.of(actor).acts() else 0


def held(actor: Any, held_id: UUID) -> Held:
    """One held record, settled or not; NotFound when it is not the actor's to see."""
    found = _visible_to(actor).filter(pk=held_id).select_related("person", "author", "settled__by").first()
    if found is None:
        raise NotFound
    return found


def held_before(record_id: UUID) -> Held | None:
    """The record with this id, when it was held."""
    return Held.objects.filter(pk=record_id).first()


def known(ids: Collection[UUID]) -> frozenset[UUID]:
    """Which of these ids stand for a row or a held record already. Two queries, however many came; whatever is kept has an event."""
    several = tuple(ids)
    return frozenset(_happened(ids=several)) | frozenset(_held(ids=several)) if several else frozenset()


@prepared("ids")
def _happened(ids: tuple[UUID, ...]) -> QuerySet[Event, UUID]:
    return Event.objects.filter(about_id__in=ids).values_list("about_id", flat=True)


@prepared("ids")
def _held(ids: tuple[UUID, ...]) -> QuerySet[Held, UUID]:
    return Held.objects.filter(pk__in=ids).values_list("pk", flat=True)


def _visible_to(actor: Any) -> QuerySet[Held]:
    people = scope.people_visible_to(actor, Act.CORRECT)
    nobodys = Q(person__isnull=True) if Act.KEEP_STAFF in keys.of(actor).acts() else Q(pk__in=())
    return Held.objects.filter(Q(person__in=people) | nobodys)
