"""Who is where: shifts as they stand, and what a new rota would change of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from throughline.access import roster
from throughline.access.models import Assignment
from throughline.access.roles import Act
from throughline.accounts.models import Service, User
from throughline.base import clock
from throughline.base.prepared import prepared
from throughline.people.models import Stay

from .. import law
from ..models import Shift

AROUND = timedelta(hours=1)  # before and after a shift, for what is handed over


def homes_on_shift(actor: Any) -> frozenset[UUID]:
    """The homes at which an actor is on shift, or nearly; empty when nothing is known. One query."""
    now = clock.now()
    return frozenset(shift.service_id for shift in _near(actor_id=actor.pk, begins=now - AROUND, ends=now + AROUND))


@prepared("actor_id", "begins", "ends")
def _near(actor_id: UUID, begins: datetime, ends: datetime) -> QuerySet[Shift]:
    return Shift.objects.between(begins, ends).filter(user=actor_id)


def shifts(actor: Any, begins: datetime, ends: datetime, act: Act = Act.KEEP_SHIFTS) -> list[Shift]:
    """Shifts that run between two moments, at the homes for which an actor may do something. Two queries."""
    homes = roster.homes_of(actor, act)
    return list(
        Shift.objects.between(begins, ends).filter(service__in=homes).select_related("user", "service").order_by("from_at", "user__name")
    )


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a rota with the rows that it names."""

    planned: law.Planned
    user: User
    service: Service


@dataclass(frozen=True, slots=True)
class Rota:
    """What a rota names, or every fault in it, by line."""

    rows: tuple[Row, ...]
    faults: tuple[law.Fault, ...]


def resolve(by: Any, planned: Sequence[law.Planned], faults: Iterable[law.Fault] = ()) -> Rota:
    """The staff and homes that lines name, as far as `by` may say who is on shift there. Four queries."""
    homes = {home.name.strip().lower(): home for home in roster.homes_of(by, Act.KEEP_SHIFTS)}
    users = {user.email: user for user in User.objects.filter(is_active=True, email__in={each.email for each in planned})}
    held = _roles(user.pk for user in users.values())
    found = [*faults, *law.overlaps(planned)]
    rows = []
    for each in planned:
        user, home = users.get(each.email), homes.get(each.home.strip().lower())
        found += [] if user else [law.Fault(each.line, "email", each.email[:60], "email")]
        found += [] if home else [law.Fault(each.line, "home", each.home[:60], "home")]
        if user and home and not _works_there(held[user.pk], home, each):
            found.append(law.Fault(each.line, "home", home.name, "role"))
        elif user and home:
            rows.append(Row(each, user, home))
    return Rota(tuple(rows), tuple(sorted(found, key=lambda fault: (fault.line, fault.column))))


def _roles(users: Iterable[UUID]) -> dict[UUID, list[tuple[Any, ...]]]:
    """(from, until, home, homes of the person) of each role of some users."""
    roles = list(Assignment.objects.filter(user__in=list(users)))
    stays = defaultdict(set)
    for person, service in Stay.objects.filter(person__in=[each.person_id for each in roles if each.person_id]).values_list(
        "person", "service"
    ):
        stays[person].add(service)
    held: dict[UUID, list[tuple[Any, ...]]] = defaultdict(list)
    for each in roles:
        held[each.user_id].append((each.from_on, each.until_on, each.service_id, stays[each.person_id] if each.person_id else None))
    return held


def _works_there(roles: list[tuple[Any, ...]], home: Service, planned: law.Planned) -> bool:
    day = clock.day_of(planned.from_at)
    return any(
        begins <= day and (ends is None or ends >= day) and (home.pk in people if people is not None else service in (None, home.pk))
        for begins, ends, service, people in roles
    )


@dataclass(frozen=True, slots=True)
class Brought:
    """What a rota changes: shifts that are new, those that end at another time or come back, and those that it does not have any more."""

    new: tuple[Row, ...]
    changed: tuple[tuple[Shift, datetime], ...]
    called_off: tuple[Shift, ...]
    same: int


def compare(rows: Sequence[Row]) -> Brought:
    """A rota says all that there is of each home from its first day to its last; other days and homes stay as they are. One query."""
    known = {(shift.user_id, shift.service_id, shift.from_at): shift for shift in _within(rows)}
    new, changed, same = [], [], 0
    for row in rows:
        shift = known.pop((row.user.pk, row.service.pk, row.planned.from_at), None)
        if shift is None:
            new.append(row)
        elif shift.called_off_at is not None or shift.until_at != row.planned.until_at:
            changed.append((shift, row.planned.until_at))
        else:
            same += 1
    gone = sorted((shift for shift in known.values() if shift.called_off_at is None), key=lambda shift: shift.from_at)
    return Brought(tuple(new), tuple(changed), tuple(gone), same)


def _within(rows: Sequence[Row]) -> list[Shift]:
    """Everything known of the homes and days of a rota, called off or not."""
    spans: dict[UUID, list[datetime]] = defaultdict(list)
    for row in rows:
        spans[row.service.pk].append(row.planned.from_at)
    found: list[Shift] = []
    for service, moments in spans.items():
        begins, ends = clock.start_of(clock.day_of(min(moments))), clock.end_of(clock.day_of(max(moments)))
        found += Shift.objects.filter(service=service, from_at__range=(begins, ends)).select_related("user", "service")
    return found
