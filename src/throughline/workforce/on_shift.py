"""Who is on an actor's shift: the people of the home at which they are, where that is known; otherwise everybody in their reach."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from throughline.access import on_shift
from throughline.people.models import Person

from .queries import homes_on_shift

MOST = on_shift.MOST
ALONG = on_shift.ALONG


def people(actor: Any, chosen: UUID | None = None, most: int = MOST) -> list[Person]:
    """By name; where there are many, those who live with the chosen one. At most four queries."""
    return on_shift.people(actor, chosen, most, homes=homes_on_shift(actor))


def left_out(actor: Any, found: Collection[Person]) -> list[Person]:
    """Who is on the shift too, besides those who were found, by name. Two queries."""
    return list(on_shift.everybody(actor, homes_on_shift(actor)).exclude(pk__in=[each.pk for each in found]))
