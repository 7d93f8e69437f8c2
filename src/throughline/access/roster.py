"""The list of people whom an actor may see. A fixed number of queries, whatever the number of people and their history."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from throughline.accounts.models import Service
from throughline.base import clock
from throughline.people.models import Person, Stay

from . import keys, scope
from .roles import Act


def people(actor: Any, *, name: str = "", home: UUID | None = None, left: bool = False) -> QuerySet[Person]:
    """By name. Those who are supported today, of one home or all; or those who no longer are."""
    stays = Stay.objects.on(clock.today()).filter(person=OuterRef("pk"))
    if home is not None:
        stays = stays.filter(service=home)
    rows = scope.people_visible_to(actor).filter(~Exists(stays) if left else Exists(stays))
    if name:
        rows = rows.filter(Q(name__icontains=name) | Q(full_name__icontains=name))
    return rows.order_by("name", "pk")


def homes(people: Collection[UUID]) -> dict[UUID, list[str]]:
    """The names of the homes that support each of some people today. One query."""
    rows = Stay.objects.on(clock.today()).filter(person__in=people).order_by("service__name")
    found: dict[UUID, list[str]] = {}
    for person, home in rows.values_list("person_id", "service__name"):
        found.setdefault(person, []).append(home)
    return found


def homes_by_person(people: Collection[UUID]) -> dict[UUID, list[Service]]:
    """The homes that support each of some people today. One query."""
    rows = Stay.objects.on(clock.today()).filter(person__in=people).select_related("service").order_by("service__name")
    found: dict[UUID, list[Service]] = {}
    for stay in rows:
        found.setdefault(stay.person_id, []).append(stay.service)
    return found


def homes_of(actor: Any, act: Act = Act.SEE_PERSON) -> list[Service]:
    """The homes for whose people an actor may do something. One query."""
    held = keys.of(actor)
    rows = Service.objects.order_by("name")
    return list(rows if held.everywhere(act) else rows.filter(pk__in=held.services(act)))
