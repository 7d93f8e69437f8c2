"""Who may see whom: every read of a record starts here."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any, cast
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from throughline.base import clock
from throughline.base.answers import YES, Answer, No
from throughline.base.errors import NotFound
from throughline.base.prepared import prepared
from throughline.people.models import Person, Stay
from throughline.people.sight import Sight

from . import asked, keys, refusals
from .roles import Act


def people_visible_to(actor: Any, act: Act = Act.SEE_PERSON) -> QuerySet[Person]:
    """The people whom an actor may see, or for whom they may do something else."""
    asked.mark()
    held = keys.of(actor)
    rows = Person.objects.exclude(pk__in=held.shut) if held.shut else Person.objects.all()
    if held.everywhere(act):
        return rows
    stays = Stay.objects.on(clock.today()).filter(person=OuterRef("pk"), service__in=held.services(act))
    return rows.filter(Q(pk__in=held.people(act)) | Exists(stays))


def services_of(person_id: UUID) -> frozenset[UUID]:
    """The services that support a person today. One query."""
    return frozenset(stay.service_id for stay in _stays(person_id=person_id, day=clock.today()))


def acts_for(actor: Any, person_id: UUID) -> frozenset[Act]:
    """What an actor may do for one person today. One query, whether their keys are held for a request or not."""
    asked.mark()
    held = getattr(actor, "_held_keys", None)
    if held is None:
        return keys.acts_found(actor, person_id)
    return held.acts_for(person_id, services_of(person_id)) if held.held else frozenset()


def sight(actor: Any, person_id: UUID) -> Sight:
    """The actor's sight of one person; NotFound both when there is none and when the person does not exist.

    Staff who are also in the person's life, and not to be told about something, have none: it is the same somebody.
    One query for somebody who is supported by a service today, two for somebody who no longer is.
    """
    asked.mark()
    held = keys.of(actor)
    stays = _stays_for(actor, person_id)
    acts = held.acts_for(person_id, frozenset(stay.service_id for stay in stays))
    if Act.SEE_PERSON not in acts:
        raise NotFound
    person = stays[0].person if stays else Person.objects.filter(pk=person_id).first()
    if person is None:
        raise NotFound
    return Sight(actor, person, keys.audiences(acts), acts)


@contextmanager
def held_for_a_batch(actor: Any) -> Iterator[None]:
    """For records that come together: where somebody lives is asked once for all sights of them. What an action asks, it asks anew."""
    actor._held_stays = {}
    try:
        yield
    finally:
        del actor._held_stays


def _stays_for(actor: Any, person_id: UUID) -> list[Stay]:
    held = getattr(actor, "_held_stays", {})
    if person_id not in held:
        held[person_id] = _stays(person_id=person_id, day=clock.today())
    return cast(list[Stay], held[person_id])


def sights(actor: Any, people: Collection[Person]) -> list[Sight]:
    """The actor's sight of each of some people whom they may see, supported by a service today; the others are left out. One query."""
    asked.mark()
    held, homes = keys.of(actor), defaultdict(set)
    stays = Stay.objects.on(clock.today()).filter(person__in=[person.pk for person in people])
    for person_id, service_id in stays.values_list("person", "service"):
        homes[person_id].add(service_id)
    acts = [(person, held.acts_for(person.pk, frozenset(homes[person.pk]))) for person in people]
    return [Sight(actor, person, keys.audiences(may), may) for person, may in acts if Act.SEE_PERSON in may]


@prepared("person_id", "day")
def _stays(person_id: UUID, day: date) -> QuerySet[Stay]:
    return Stay.objects.on(day).filter(person=person_id).select_related("person")


def allowed(actor: Any, act: Act, person: Person) -> Answer:
    """Whether an actor may do something for a person, with the reason when not."""
    if act in acts_for(actor, person.pk):
        return YES
    return No(refusals.for_one(act, person.name))


def allowed_anywhere(actor: Any, act: Act) -> Answer:
    """Whether an actor may do something that is about no single person."""
    asked.mark()
    if act in keys.of(actor).acts():
        return YES
    return No(refusals.anywhere(act))
