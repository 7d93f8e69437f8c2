"""The people for whom an actor records what happened: everybody in reach, or, when it is known where they are, those there."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from throughline.base import clock
from throughline.people.models import Person, Stay

from . import scope
from .roles import Act

MOST = 8  # to choose from, on one page
ALONG = 16  # on one phone. One of the demo's people is about 20 pages and 250 kB: 16 are 4 MB, and a minute on a fair line


def people(actor: Any, chosen: UUID | None = None, most: int = MOST, homes: Collection[UUID] = ()) -> list[Person]:
    """The people of a shift, by name; where there are many, those who live with the chosen one. At most three queries.

    homes: where the actor is on shift, as far as that is known.
    """
    visible = everybody(actor, homes)
    found = list(visible[: most + 1])
    if len(found) <= most:
        return found
    first = chosen or found[0].pk
    together = Stay.objects.on(clock.today()).filter(person=OuterRef("pk"), service__in=scope.services_of(first))
    beside = list(visible.filter(Exists(together) & ~Q(pk=first))[: most - 1])
    return sorted([*visible.filter(pk=first), *beside], key=lambda each: each.name)


def everybody(actor: Any, homes: Collection[UUID] = ()) -> QuerySet[Person]:
    """All of them, by name. homes: as for `people`."""
    visible = scope.people_visible_to(actor, Act.KEEP_PRACTICE)
    if not homes:
        return visible
    return visible.filter(Exists(Stay.objects.on(clock.today()).filter(person=OuterRef("pk"), service__in=homes)))
