"""Medicine that was missed."""

from datetime import datetime
from functools import partial
from uuid import UUID

from throughline.base.errors import NotFound
from throughline.people.queries import only, owner
from throughline.people.sight import Sight

from .models import MissedMedicine
from .queries import chain

RELATED = ("person", "author", "voice__author", "voice__person")


def missed_medicine(sight: Sight, missed_id: UUID) -> MissedMedicine:
    """One, amended or not."""
    return only(MissedMedicine.objects.visible_to(sight).select_related(*RELATED), missed_id)


def missed_medicine_life(sight: Sight, row: MissedMedicine, as_at: datetime | None = None) -> list[MissedMedicine]:
    """What was written of it, the first words first; NotFound when it was not there by then. One query: they are few."""
    rows = MissedMedicine.objects.visible_to(sight).had_by(as_at).select_related(*RELATED).order_by("sequence")
    found = {each.pk: each for each in rows}
    if row.pk not in found:
        raise NotFound
    return chain(found, row.pk)


def missed_after(sight: Sight, sequence: int, as_at: datetime | None = None) -> list[MissedMedicine]:
    """What was missed and stands, written down after a row with this sequence, the first first. One query."""
    return list(MissedMedicine.objects.visible_to(sight).current(as_at).filter(sequence__gt=sequence).order_by("sequence"))


person_of_missed_medicine = partial(owner, MissedMedicine)
