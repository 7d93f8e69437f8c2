"""What an actor's assignments open, worked out from one query."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef

from throughline.base import clock
from throughline.base.models.recorded import Audience
from throughline.base.named import Named
from throughline.people.models import Contact, Stay

from . import law
from .models import Assignment, CircleMember, Exclusion
from .roles import ROLES, Act


@dataclass(frozen=True, slots=True)
class Key:
    """One live assignment: a role's acts, for one person, one service, or everybody."""

    acts: frozenset[Act]
    service_id: UUID | None
    person_id: UUID | None

    def opens(self, person_id: UUID, service_ids: frozenset[UUID]) -> bool:
        """Whether it covers a person who is supported by these services."""
        if self.person_id:
            return self.person_id == person_id
        return self.service_id is None or self.service_id in service_ids


@dataclass(frozen=True, slots=True)
class Keys:
    """All live assignments of one actor."""

    held: tuple[Key, ...]
    shut: frozenset[UUID] = frozenset()  # people in whose life the actor is too, as somebody who is not to be told about something

    def acts(self) -> frozenset[Act]:
        """Everything that the actor may do for somebody."""
        return frozenset().union(*(key.acts for key in self.held))

    def acts_for(self, person_id: UUID, service_ids: frozenset[UUID]) -> frozenset[Act]:
        """What the actor may do for one person: nothing, when they are also somebody who is not to be told."""
        if person_id in self.shut:
            return frozenset()
        return frozenset().union(*(key.acts for key in self.held if key.opens(person_id, service_ids)))

    def everywhere(self, act: Act) -> bool:
        """Whether the actor may do it for everybody."""
        return any(act in key.acts and key.service_id is None and key.person_id is None for key in self.held)

    def services(self, act: Act) -> frozenset[UUID]:
        """Services for whose people the actor may do it."""
        return frozenset(key.service_id for key in self.held if act in key.acts and key.service_id)

    def people(self, act: Act) -> frozenset[UUID]:
        """Single people for whom the actor may do it."""
        return frozenset(key.person_id for key in self.held if act in key.acts and key.person_id)


def audiences(acts: frozenset[str]) -> frozenset[str]:
    """Which audiences an actor belongs to, for one person."""
    team = {Audience.TEAM.value} if Act.SEE_PERSON in acts else set()
    return frozenset(team | ({Audience.MANAGER.value} if Act.SEE_PRIVATE in acts else set()))


def of(actor: Any) -> Keys:
    """The actor's live keys: those held for this request, or asked for anew."""
    held = getattr(actor, "_held_keys", None)
    return held if held is not None else find(actor)


def find(actor: Any) -> Keys:
    """Ask the database for the actor's live keys. One query, and two more for staff who are also in somebody's life.

    Nobody and former staff hold none.
    """
    if actor is None or not actor.is_authenticated or not actor.is_active:
        return Keys(())
    also = Exists(CircleMember.objects.filter(user=OuterRef("user")))
    rows = Assignment.objects.live(clock.today(), clock.now()).filter(user=actor.pk).annotate(also=also)
    held = list(rows.values_list("role", "service_id", "person_id", "also"))
    shut = _shut(actor) if any(row[3] for row in held) else frozenset()
    return Keys(tuple(Key(ROLES[role].acts, service_id, person_id) for role, service_id, person_id, _also in held), shut)


def _shut(actor: Any) -> frozenset[UUID]:
    """People of whom somebody is a contact that is not to be told. Their link may have ended: it is still they.

    About some topics is enough: what staff read is put together of all of them.
    """
    contacts = [link.contact for link in CircleMember.objects.filter(user=actor.pk).select_related("contact")]
    exclusions = Exclusion.objects.live(clock.now()).filter(person__in={contact.person_id for contact in contacts})
    return frozenset(each.person_id for each in exclusions if any(is_of(each, contact) for contact in contacts))


def is_of(exclusion: Exclusion, contact: Contact) -> bool:
    """Whether it is a contact who is not to be told: they, or somebody of their name."""
    if exclusion.person_id != contact.person_id:
        return False
    return exclusion.contact_id == contact.pk or law.is_named(exclusion.name, contact.name)


def hold(actor: Any) -> Keys:
    """Find the keys once and hold them for the length of one request; a withdrawal works on the next."""
    found = find(actor)
    actor._held_keys = found
    return found


# The values of the statement below in the order in which they stand there, and of which kind each is.
ASKED_WITH = tuple(["user", "day", "day", "now", "now", "person", "person", "day", "day", "user", "person", "now", "now"])
KINDS_ASKED = {"user": "uuid", "person": "uuid", "day": "date", "now": "timestamptz"}

# Asked before every single record that is saved, so it is written out: one statement, no query to be built.
ROLES_FOR_ONE = Named(
    """
SELECT a.role FROM access_assignment a
WHERE a.user_id = %s AND a.from_on <= %s AND (a.until_on IS NULL OR a.until_on >= %s)
  AND (a.from_at IS NULL OR a.from_at <= %s) AND (a.until_at IS NULL OR a.until_at > %s)
  AND ((a.service_id IS NULL AND a.person_id IS NULL) OR a.person_id = %s OR a.service_id IN (
    SELECT s.service_id FROM people_stay s
    WHERE s.person_id = %s AND s.from_on <= %s AND (s.until_on IS NULL OR s.until_on >= %s)))
  AND NOT EXISTS (
    SELECT 1 FROM access_circlemember m JOIN people_contact c ON c.id = m.contact_id JOIN access_exclusion x ON x.person_id = m.person_id
    WHERE m.user_id = %s AND m.person_id = %s
      AND x.from_at <= %s AND (x.until_at IS NULL OR x.until_at > %s)
      AND (x.contact_id = c.id OR (x.name <> '' AND LOWER(x.name) = LOWER(c.name))))
""",
    *(KINDS_ASKED[name] for name in ASKED_WITH),
)


def acts_found(actor: Any, person_id: UUID) -> frozenset[Act]:
    """What an actor may do for one person today, asked for anew. One query."""
    return frozenset().union(*(ROLES[role].acts for role in roles_found(actor, person_id)))


def acts_on(user_id: UUID, person_id: UUID, day: date) -> dict[str, frozenset[Act]]:
    """What somebody could do for a person on a past day, by role: what comes from elsewhere is asked about that day. Two queries."""
    services = set(Stay.objects.on(day).filter(person=person_id).values_list("service_id", flat=True))
    rows = Assignment.objects.on(day).filter(user=user_id).values_list("role", "service_id", "person_id")
    reaches = [role for role, service, person in rows if (person == person_id if person else service is None or service in services)]
    return {role: ROLES[role].acts for role in reaches}


def supports(user: Any, person_id: UUID, on: date) -> bool:
    """Whether somebody had a part in a person's support on a day. Whoever may not sign in has none today; else their roles say."""
    return bool(acts_on(user.pk, person_id, on)) if on < clock.today() else bool(roles_found(user, person_id))


def roles_found(actor: Any, person_id: UUID) -> frozenset[str]:
    """The roles that an actor has for one person today, asked for anew: none for who is also not to be told. One query."""
    if actor is None or not actor.is_authenticated or not actor.is_active:
        return frozenset()
    plain: Callable[[UUID], Any] = (lambda key: key) if connection.features.has_native_uuid_field else (lambda key: key.hex)
    with connection.cursor() as cursor:
        when = {"day": clock.today(), "now": connection.ops.adapt_datetimefield_value(clock.now())}
        given = {"user": plain(actor.pk), "person": plain(person_id)} | when
        ROLES_FOR_ONE.execute(cursor, [given[name] for name in ASKED_WITH])
        return frozenset(role for (role,) in cursor.fetchall())
