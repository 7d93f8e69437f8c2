"""Questions about ladders: every version that staff followed, with its steps and how it moved the person."""

from datetime import datetime
from uuid import UUID

from throughline.base.errors import NotFound
from throughline.people.queries import only
from throughline.people.sight import Sight, whole

from .choices import Course, ItemKind
from .models import Item, Publication, Stage, Version
from .queries import item, latest_publications, was_followed


def ladder(sight: Sight, item_id: UUID) -> Item:
    """One plan item that is a ladder."""
    found = item(sight, item_id)
    if found.kind != ItemKind.RISK_LADDER:
        raise NotFound
    return found


def climbed(sight: Sight, of: Item, as_at: datetime | None = None) -> list[Publication]:
    """What staff followed of a ladder at some time, the oldest first; nothing once it has ended. Three queries."""
    rows = Publication.objects.in_effect(as_at).visible_to(sight).filter(item=of)
    related = ("version__item", "version__move__voice", "version__own_words", "decision", "author")
    found = list(rows.select_related(*related).prefetch_related("version__stages", "version__lines").order_by("occurred_at", "sequence"))
    return [] if found and found[-1].course == Course.ENDED else [row for row in found if row.version is not None]


def stage(sight: Sight, stage_id: UUID) -> Stage:
    """A step of a ladder that staff follow or followed; a draft's steps are nobody's to try."""
    rows = Stage.objects.filter(person=whole(sight).person_id, version__audience__in=sight.audiences)
    found: Stage = only(rows.select_related("person", "version__item", "version__own_words"), stage_id)
    if not was_followed(sight, found.version_id):
        raise NotFound
    return found


def ladders(sight: Sight, as_at: datetime | None = None) -> list[Version]:
    """The ladders that staff follow for a person, as they stand. Two queries."""
    rows = latest_publications(as_at).visible_to(sight).filter(course=Course.FOLLOWED, item__kind=ItemKind.RISK_LADDER)
    rows = rows.select_related("item", "version__own_words").prefetch_related("version__stages").order_by("item__number")
    return [row.version for row in rows]
