"""Questions about the plan. What staff follow is the version of the latest publication that takes effect."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from throughline.decisions.choices import Standing
from throughline.people.queries import only, owner
from throughline.people.sight import Sight

from .choices import Course
from .models import Item, Publication, Step, Version


def latest_publications(as_at: datetime | None = None) -> QuerySet[Publication]:
    """The publication in force for each item, endings included."""
    rows = Publication.objects.current(as_at).filter(standing=Standing.VALID)
    newest = rows.filter(item=OuterRef("item")).order_by("-sequence", "-received_at", "-id").values("pk")[:1]
    return rows.filter(pk=Subquery(newest))


def followed(sight: Sight, as_at: datetime | None = None) -> list[Publication]:
    """What staff follow for a person: one publication an item, with its version, lines and steps."""
    rows = latest_publications(as_at).visible_to(sight).filter(course=Course.FOLLOWED)
    rows = rows.select_related("item", "version", "version__own_words", "version__own_words__sound", "decision", "author")
    return list(rows.prefetch_related("version__lines", "version__steps").order_by("item__number"))


def steps_on(people: Iterable[UUID], weekday_values: list[str], audiences: frozenset[str]) -> list[Step]:
    """The steps of everything that staff follow for some people on a kind of day, in the person's own order. One query."""
    in_force = latest_publications().filter(course=Course.FOLLOWED, person__in=people, audience__in=audiences)
    rows = Step.objects.filter(person__in=people, version__in=in_force.values("version"), days__in=weekday_values)
    return list(
        rows.select_related("version", "version__item", "version__own_words", "version__own_words__sound").order_by(
            "person", "from_time", "position"
        )
    )


def items(sight: Sight, as_at: datetime | None = None) -> list[Item]:
    """Every plan item of the person, published or not."""
    return list(Item.objects.visible_to(sight).had_by(as_at).order_by("number"))


def item(sight: Sight, item_id: UUID) -> Item:
    """One plan item."""
    return only(Item.objects.visible_to(sight).select_related("person", "author"), item_id)


person_of_item = partial(owner, Item)

person_of_version = partial(owner, Version)


def version(sight: Sight, version_id: UUID) -> Version:
    """One version with its lines, steps and voices."""
    return only(_whole_versions(sight), version_id)


def _whole_versions(sight: Sight) -> QuerySet[Version]:
    rows = Version.objects.visible_to(sight).select_related("item", "person", "author", "own_words", "own_words__sound")
    return rows.prefetch_related("lines__voice", "lines__contribution__contact", "lines__contribution__staff", "steps", "becauses__voice")


def versions(sight: Sight, of: Item, as_at: datetime | None = None) -> list[Version]:
    """All versions of an item, the newest first."""
    return list(_whole_versions(sight).had_by(as_at).filter(item=of).order_by("-number"))


def publications(sight: Sight, of: Item, as_at: datetime | None = None) -> list[Publication]:
    """The log of an item's publications, the newest first."""
    rows = Publication.objects.visible_to(sight).current(as_at).filter(item=of).select_related("version", "decision", "author")
    return list(rows.order_by("-sequence", "-received_at"))


def in_force(sight: Sight, of: Item, as_at: datetime | None = None) -> Publication | None:
    """What is in force for one item; None when nothing ever was."""
    rows = latest_publications(as_at).visible_to(sight).filter(item=of)
    return (
        rows.select_related("item", "version", "version__own_words", "version__own_words__sound", "decision", "author")
        .prefetch_related("version__lines", "version__steps")
        .first()
    )


def unpublished(sight: Sight) -> list[Version]:
    """Versions newer than what staff follow: begun and not published yet."""
    in_force_numbers = latest_publications().filter(item=OuterRef("item")).values("version__number")[:1]
    rows = _whole_versions(sight).annotate(followed=Subquery(in_force_numbers))
    return list(rows.filter(Q(followed__isnull=True) | Q(number__gt=F("followed"))).order_by("item__number", "-number"))


def step(sight: Sight, step_id: UUID) -> Step:
    """One step with its version and item."""
    found = Step.objects.filter(person=sight.person_id, version__audience__in=sight.audiences)
    return only(found.select_related("version", "version__item", "version__own_words", "version__own_words__sound"), step_id)


person_of_step = partial(owner, Step)
