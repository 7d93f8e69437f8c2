"""What an actor's assignments open, worked out from one query."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from throughline.base import clock
from throughline.base.models.recorded import Audience

from .models import Assignment
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

    def acts(self) -> frozenset[Act]:
        """Everything that the actor may do for somebody."""
        return frozenset().union(*(key.acts for key in self.held))

    def acts_for(self, person_id: UUID, service_ids: frozenset[UUID]) -> frozenset[Act]:
        """What the actor may do for one person."""
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
    """Ask the database for the actor's live keys. One query. Nobody and former staff hold none."""
    if actor is None or not actor.is_authenticated or not actor.is_active:
        return Keys(())
    rows = Assignment.objects.on(clock.today()).filter(user=actor.pk).values_list("role", "service_id", "person_id")
    return Keys(tuple(Key(ROLES[role].acts, service_id, person_id) for role, service_id, person_id in rows))


def hold(actor: Any) -> Keys:
    """Find the keys once and hold them for the length of one request; a withdrawal works on the next."""
    found = find(actor)
    actor._held_keys = found
    return found


# Asked before every single record that is saved, so it is written out: one statement, no query to be built.
ROLES_FOR_ONE = """
SELECT a.role FROM access_assignment a
WHERE a.user_id = %(user)s AND a.from_on <= %(day)s AND (a.until_on IS NULL OR a.until_on >= %(day)s)
  AND ((a.service_id IS NULL AND a.person_id IS NULL) OR a.person_id = %(person)s OR a.service_id IN (
    SELECT s.service_id FROM people_stay s
    WHERE s.person_id = %(person)s AND s.from_on <= %(day)s AND (s.until_on IS NULL OR s.until_on >= %(day)s)))
"""


def acts_found(actor: Any, person_id: UUID) -> frozenset[Act]:
    """What an actor may do for one person today, asked for anew. One query."""
    return frozenset().union(*(ROLES[role].acts for role in roles_found(actor, person_id)))


def roles_found(actor: Any, person_id: UUID) -> frozenset[str]:
    """The roles that an actor has for one person today, asked for anew. One query."""
    if actor is None or not actor.is_authenticated or not actor.is_active:
        return frozenset()
    return roles_on(actor, person_id, clock.today())


def supports(user: Any, person_id: UUID, on: date) -> bool:
    """Whether somebody had a part in a person's support on a day. Whoever may not sign in has none today; else their roles say."""
    return (user.is_active or on < clock.today()) and bool(roles_on(user, person_id, on))


def roles_on(actor: Any, person_id: UUID, on: date) -> frozenset[str]:
    """The roles that somebody had for a person on a day, whether they may sign in now or not. One query."""
    plain: Callable[[UUID], Any] = (lambda key: key) if connection.features.has_native_uuid_field else (lambda key: key.hex)
    with connection.cursor() as cursor:
        cursor.execute(ROLES_FOR_ONE, {"user": plain(actor.pk), "person": plain(person_id), "day": on})
        return frozenset(role for (role,) in cursor.fetchall())
