"""Before a shift: who is on it, for whom, for which key routine nobody signed them off, and how many cards they have not read."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Prefetch

from throughline.access import scope
from throughline.access.roles import Act
from throughline.accounts.models import User
from throughline.base import clock
from throughline.people.models import Person, Stay
from throughline.plan.models import Publication

from .. import law
from ..choices import Subject
from ..models import AgencyPass, CardReading, KeyRoutine, PassKey, Shift
from .cards import TEAM, in_force
from .signing import Signing, key_routines, signing


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody on shift: when, where, for whom. `given`: the pass that let them in, where one did."""

    user: User
    from_at: datetime
    until_at: datetime
    where: str
    people: tuple[Person, ...]
    given: AgencyPass | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """A key routine of somebody on the shift for which a worker is not signed off."""

    presence: Presence
    publication: Publication
    subject: Subject
    standing: law.Standing

    @property
    def card(self) -> str:
        """What the card is called."""
        version: Any = self.publication.version
        return str(version.title)


@dataclass
class Lookout:
    """What is known of the shifts between two moments, asked for once."""

    presences: tuple[Presence, ...]
    cards: tuple[Publication, ...]
    keys: dict[UUID, KeyRoutine]
    signing: Signing
    read: frozenset[tuple[UUID, UUID]]  # (reader, version)

    @cached_property
    def _of_person(self) -> dict[UUID, list[Publication]]:
        found: dict[UUID, list[Publication]] = defaultdict(list)
        for card in self.cards:
            found[card.person_id].append(card)
        return found

    def cards_of(self, presence: Presence) -> Iterator[Publication]:
        """The cards in force for everybody whom somebody supports on a shift."""
        return (card for person in presence.people for card in self._of_person.get(person.pk, ()))

    def unread(self, presence: Presence) -> list[Publication]:
        """Cards that a worker on shift has neither written nor read."""
        return [card for card in self.cards_of(presence) if not self._knows(presence.user.pk, card)]

    def _knows(self, user_id: UUID, card: Publication) -> bool:
        version: Any = card.version
        return user_id in (card.author_id, version.author_id) or (user_id, version.pk) in self.read

    def gaps(self, presence: Presence) -> list[Gap]:
        """Key routines for which a worker is not signed off on the day of the shift, or only with somebody beside them."""
        day, found = clock.day_of(presence.from_at), []
        for card in self.cards_of(presence):
            if key := self.keys.get(card.item_id):
                stands = self.signing.standing(presence.user.pk, card, day)
                if stands is not law.Standing.LIVE:
                    found.append(Gap(presence, card, Subject(key.subject), stands))
        return found


def lookout(actor: Any, begins: datetime, ends: datetime, person: UUID | None = None) -> Lookout:
    """For the people for whom an actor may sign somebody off; of one person or of all. A fixed number of queries."""
    people = scope.people_visible_to(actor, Act.SIGN_OFF)
    known = {each.pk: each for each in (people.filter(pk=person) if person else people)}
    found = tuple(sorted([*_shifts(known, begins, ends), *_passes(known, begins, ends)], key=lambda each: (each.from_at, each.user.name)))
    here = {each.pk for presence in found for each in presence.people}
    cards = tuple(in_force(here, TEAM))
    keys = key_routines(here, TEAM)
    readers = CardReading.objects.current().filter(
        author__in={each.user.pk for each in found}, version__in=[card.version_id for card in cards]
    )
    return Lookout(found, cards, keys, signing(keys, TEAM), frozenset(readers.values_list("author_id", "version_id")))


def _shifts(people: dict[UUID, Person], begins: datetime, ends: datetime) -> Iterator[Presence]:
    """Staff at the homes of some people."""
    living: dict[UUID, list[Person]] = defaultdict(list)
    for service, person in Stay.objects.on(clock.day_of(begins)).filter(person__in=people).values_list("service_id", "person_id"):
        living[service].append(people[person])
    for shift in Shift.objects.between(begins, ends).filter(service__in=living).select_related("user", "service"):
        theirs = tuple(sorted(living[shift.service_id], key=lambda person: person.name))
        yield Presence(shift.user, shift.from_at, shift.until_at, shift.service.name, theirs)


def _passes(people: dict[UUID, Person], begins: datetime, ends: datetime) -> Iterator[Presence]:
    """Agency workers who were let in, or will be."""
    keys = Prefetch("keys", PassKey.objects.filter(person__in=people).order_by("person__name"))
    rows = AgencyPass.objects.between(begins, ends).filter(keys__person__in=people).distinct()
    for each in rows.select_related("user").prefetch_related(keys):
        theirs: Collection[Person] = tuple(people[key.person_id] for key in each.keys.all())
        yield Presence(each.user, each.from_at, each.until_at, each.agency, tuple(theirs), each)
