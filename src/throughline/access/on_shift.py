"""The people for whom an actor records what happened: everybody in reach, or, when it is known where they are, those there."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from throughline.base import clock
from throughline.people.models import Person, Stay

from . import scope
from .roles import Act

MOST = 8


def people(actor: Any, chosen: UUID | None = None, most: int = MOST, homes: Collection[UUID] = ()) -> list[Person]:
    """The people of a shift, by name; where there are many, those who live with the chosen one. At most three queries.

    homes: where the actor is on shift, as far as that is known.
    """
    visible = scope.people_visible_to(actor, Act.KEEP_PRACTICE)
    if homes:
        visible = visible.filter(Exists(Stay.objects.on(clock.today()).filter(person=OuterRef("pk"), service__in=homes)))
    everybody = list(visible[: most + 1])
    if len(everybody) <= most:
        return everybody
    first = chosen or everybody[0].pk
    together = Stay.objects.on(clock.today()).filter(person=OuterRef("pk"), service__in=scope.services_of(first))
    beside = list(visible.filter(Exists(together) & ~Q(pk=first))[: most - 1])
    return sorted([*visible.filter(pk=first), *beside], key=lambda each: each.name)
