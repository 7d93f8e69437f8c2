"""Questions about tries of graded steps, and which of them wait for somebody to look at the risks again."""

from collections.abc import Collection
from datetime import datetime
from functools import partial
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from throughline.base.errors import NotFound
from throughline.people.queries import only, owner
from throughline.people.sight import Sight
from throughline.plan.models import Item, Publication

from .models import Reissue, RoutineRecord, Trial
from .queries import chain

RELATED = ("person", "author", "stage__version__item", "voice__author", "voice__person", "voice__sound", "record")


def trials(sight: Sight, of: Item, as_at: datetime | None = None) -> list[Trial]:
    """Every try of a ladder that stands, the oldest first. One query."""
    rows = Trial.objects.visible_to(sight).current(as_at).filter(item=of)
    return list(rows.select_related(*RELATED).order_by("occurred_at", "sequence"))


def trial(sight: Sight, trial_id: UUID) -> Trial:
    """One try, amended or not."""
    return only(Trial.objects.visible_to(sight).select_related(*RELATED), trial_id)


def trial_life(sight: Sight, row: Trial, as_at: datetime | None = None) -> list[Trial]:
    """What was written of a try, the first words first; NotFound when it was not there by then. One query."""
    rows = Trial.objects.visible_to(sight).had_by(as_at).filter(item=row.item_id).select_related(*RELATED)
    found = {each.pk: each for each in rows.order_by("sequence")}
    if row.pk not in found:
        raise NotFound
    return chain(found, row.pk)


person_of_trial = partial(owner, Trial)


def trial_of(sight: Sight, record: RoutineRecord) -> Trial | None:
    """The try as which something due was recorded; None when there was none."""
    return Trial.objects.visible_to(sight).filter(record=record.pk).order_by("-sequence").first()


def open_risks(sight: Sight, items: Collection[UUID], as_at: datetime | None = None) -> list[Trial]:
    """Tries that showed a new risk, and that nobody looked at again since, the oldest first. One query.

    Looked at: a decision says so, or a version that staff follow, or followed, was written because of it. A try that was put right
    is the same try: what cited it before it was corrected still cites it.
    """
    published = Publication.objects.in_effect(as_at).filter(version=OuterRef("version"))
    cited = Reissue.objects.current(as_at).filter(Q(decision__isnull=False) | Exists(published))
    cited = cited.filter(Q(trial=OuterRef("pk")) | Q(trial=OuterRef("amends")) | Q(trial=OuterRef("amends__amends")))
    rows = Trial.objects.visible_to(sight).current(as_at).filter(item__in=items, new_risk=True).filter(~Exists(cited))
    return list(rows.select_related("author", "stage", "voice").order_by("occurred_at", "sequence"))


def reissues(sight: Sight, of: Item, as_at: datetime | None = None) -> list[Reissue]:
    """When people looked at the risks of a ladder again, the newest first. One query."""
    rows = Reissue.objects.visible_to(sight).current(as_at).filter(trial__item=of)
    return list(rows.select_related("author", "decision", "version", "trial__stage").order_by("-sequence"))
