"""What staff watch for, of everything that they follow for a person: thresholds and agreed check-ins."""

from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from throughline.base.prepared import prepared
from throughline.decisions.choices import Standing
from throughline.people.queries import only, owner
from throughline.people.sight import Sight, whole

from .choices import Course
from .models import AgreedCheckIn, Publication, Threshold
from .queries import latest_publications


def thresholds(person_id: UUID, counts: frozenset[str]) -> list[Threshold]:
    """Those in force that count some kinds of happening, for whatever is kept: the server asks, and shows nothing. One query."""
    return _thresholds(person_id=person_id, counts=tuple(sorted(counts)))


@prepared("person_id")
def _thresholds(person_id: UUID, counts: tuple[str, ...]) -> QuerySet[Threshold]:
    return _in_force(Threshold, person_id).filter(counts__in=counts).order_by("pk")


def check_ins(person_id: UUID, as_at: datetime | None = None) -> list[AgreedCheckIn]:
    """What is agreed, in the order of the day, each with `since`. One query."""
    return _check_ins(person_id=person_id, as_at=as_at)


@prepared("person_id", "as_at")
def _check_ins(person_id: UUID, as_at: datetime | None) -> QuerySet[AgreedCheckIn]:
    return _with_since(_in_force(AgreedCheckIn, person_id, as_at)).order_by("at", "position")


def check_ins_everywhere() -> list[AgreedCheckIn]:
    """What is agreed with anybody, for whoever looks for those that are missed. One query."""
    return _check_ins_everywhere()


@prepared()
def _check_ins_everywhere() -> QuerySet[AgreedCheckIn]:
    in_force = latest_publications().filter(course=Course.FOLLOWED)
    rows = AgreedCheckIn.objects.filter(version__in=in_force.values("version")).select_related("version", "person")
    return _with_since(rows)


def _with_since(rows: QuerySet[AgreedCheckIn]) -> QuerySet[AgreedCheckIn]:
    """Each with `since`: when its version became what staff follow. Nothing was expected before."""
    published = Publication.objects.current().filter(version=OuterRef("version"), standing=Standing.VALID).order_by("occurred_at")
    return rows.annotate(since=Subquery(published.values("occurred_at")[:1]))


def _in_force(model: Any, person_id: UUID, as_at: datetime | None = None) -> QuerySet[Any]:
    followed = latest_publications(as_at).filter(person=person_id, course=Course.FOLLOWED)
    rows: QuerySet[Any] = model.objects.filter(person=person_id, version__in=followed.values("version"))
    return rows.select_related("version")


def check_in(sight: Sight, agreed_id: UUID) -> AgreedCheckIn:
    """One that is or was agreed."""
    rows = AgreedCheckIn.objects.filter(person=whole(sight).person_id, version__audience__in=sight.audiences)
    return only(rows.select_related("version", "person"), agreed_id)


person_of_check_in = partial(owner, AgreedCheckIn)
