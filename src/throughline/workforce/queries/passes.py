"""Passes of agency workers: those that run, and the one behind a link."""

import hashlib
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from throughline.access import scope
from throughline.access.models import Assignment
from throughline.access.roles import AGENCY_WORKER, Act
from throughline.accounts.models import User
from throughline.base import clock
from throughline.base.errors import NotFound
from throughline.people.queries import only

from ..models import AgencyPass, PassKey


def link_hash(link: str) -> str:
    """A link as a pass keeps it."""
    return hashlib.sha256(link.encode()).hexdigest()


def by_link(link: str) -> AgencyPass:
    """The pass behind a link, for whoever has the link; `policy.may_use_pass` says whether it works."""
    found = AgencyPass.objects.filter(link_hash=link_hash(link)).first()
    if found is None:
        raise NotFound
    return found


def passes(actor: Any) -> list[AgencyPass]:
    """Passes for the people whom an actor could let somebody in to, that are not over; the next one first. Two queries."""
    return list(_visible(actor).filter(until_at__gt=clock.now(), ended_at=None))


def agency_pass(actor: Any, pass_id: UUID) -> AgencyPass:
    """One pass, for those who could have made it."""
    return only(_visible(actor), pass_id)


def _visible(actor: Any) -> QuerySet[AgencyPass]:
    theirs = PassKey.objects.filter(agency_pass=OuterRef("pk"), person__in=scope.people_visible_to(actor, Act.MAKE_PASS))
    keys = Prefetch("keys", PassKey.objects.select_related("person").order_by("person__name"))
    return AgencyPass.objects.filter(Exists(theirs)).select_related("user", "made_by").prefetch_related(keys)


def earlier_workers(actor: Any, most: int = 20) -> list[AgencyPass]:
    """Agency workers who were let in before, the last first, each by their last pass: what they read counts again. One query."""
    other = Assignment.objects.filter(user=OuterRef("user")).exclude(role=AGENCY_WORKER.code)
    found: dict[UUID, AgencyPass] = {}
    for each in _visible(actor).filter(~Exists(other)).order_by("-from_at")[: most * 5]:
        found.setdefault(each.user_id, each)
    return list(found.values())[:most]


def made_by_passes(user: User) -> bool:
    """Whether a sign-in is one that passes made, and nothing else: no password, no other role."""
    other = Assignment.objects.filter(user=user).exclude(role=AGENCY_WORKER.code).exists()
    return AgencyPass.objects.filter(user=user).exists() and not user.has_usable_password() and not other
