"""Questions about the plan. What staff follow is the version of the latest publication that takes effect."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any, cast
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery, prefetch_related_objects

from throughline.base import clock
from throughline.base.errors import NotFound
from throughline.base.models import Amendment
from throughline.base.prepared import Seen, prepared
from throughline.conversations.models import Voice
from throughline.decisions.choices import Standing
from throughline.decisions.law import liberty
from throughline.decisions.models import Decision
from throughline.decisions.queries_liberty import liberty_stands
from throughline.people.models import Draft, Person, PersonRowQuerySet
from throughline.people.queries import only, owner
from throughline.people.sight import Seeing, Sight, whole

from . import law
from .choices import Course, ItemKind
from .models import Because, Item, Line, Publication, Stage, Step, Version

_LINES = Prefetch("lines", Line.objects.select_related("voice", "contribution__contact", "contribution__staff"))
_PARTS = ("steps", "allowances", "thresholds", "check_ins")
_LINES_OF_VERSION = Prefetch("version__lines", _LINES.queryset)
GRADED = Exists(Stage.objects.filter(version=OuterRef("version")))  # of a step: whether it is due on a ladder that has stages
ABOUT = (ItemKind.PROFILE, ItemKind.COMMUNICATION)


def latest_publications(as_at: datetime | None = None) -> PersonRowQuerySet:
    """The publication in force for each item, endings included."""
    rows = Publication.objects.in_effect(as_at)
    newest = rows.filter(item=OuterRef("item")).order_by("-sequence", "-received_at", "-id").values("pk")[:1]
    return rows.filter(pk=Subquery(newest))


def liberty_wants(person: Person, decision: Decision | None) -> str:
    """Why what stands about the person's liberty today does not carry a decision that is not their own; empty when it does."""
    if decision is None or decision.basis in law.OWN_BASES:
        return ""
    return liberty.carries(liberty_stands(person, clock.today()), decision.pk)


def communication_in_force(sight: Seeing, as_at: datetime | None = None) -> PersonRowQuerySet:
    """The publication that says how the person communicates."""
    return latest_publications(as_at).visible_to(sight).filter(course=Course.FOLLOWED, item__kind=ItemKind.COMMUNICATION)


@dataclass(frozen=True, slots=True)
class AboutLine:
    """One line of a published one-page profile, or of how the person communicates, with what its page needs of its version."""

    text: str
    part: str
    kind: str
    look_again_on: date | None
    own_words_id: UUID | None  # the voice that the person chose for the top of their page


def about_lines(sight: Sight, as_at: datetime | None = None) -> list[AboutLine]:
    """The lines of the published one-page profile and of how the person communicates. One query."""
    return _lines_about(sight, ABOUT, as_at)


def communication(sight: Sight, as_at: datetime | None = None) -> list[AboutLine]:
    """The lines of how the person communicates, in order. One query."""
    return _lines_about(sight, (ItemKind.COMMUNICATION,), as_at)


def _lines_about(sight: Sight, kinds: tuple[str, ...], as_at: datetime | None) -> list[AboutLine]:
    rows = _about_lines(person_id=sight.person_id, audiences=sight.audiences, topics=sight.topics, kinds=kinds, as_at=as_at)
    return [AboutLine(*row) for row in rows]


@prepared("person_id", "as_at")
def _about_lines(
    person_id: UUID, audiences: frozenset[str], kinds: tuple[str, ...], as_at: datetime | None, topics: frozenset[str] | None = None
) -> QuerySet[Line, Any]:
    in_force = (
        latest_publications(as_at).visible_to(Seen(person_id, audiences, topics)).filter(course=Course.FOLLOWED, item__kind__in=kinds)
    )
    rows = Line.objects.filter(version__in=in_force.values("version")).order_by("position", "id")
    return rows.values_list("text", "part", "version__item__kind", "version__look_again_on", "version__own_words_id")


def own_words(lines: Iterable[AboutLine]) -> Voice | None:
    """The words that the person chose for the top of their page, with who wrote them down. One query where there are any."""
    chosen = next((line.own_words_id for line in lines if line.kind == ItemKind.PROFILE and line.own_words_id), None)
    return next(iter(_own_words(voice_id=chosen)), None) if chosen else None


@prepared("voice_id")
def _own_words(voice_id: UUID) -> QuerySet[Voice]:
    return Voice.objects.filter(pk=voice_id).select_related("author", "sound", "thought_by")


def followed(sight: Sight, as_at: datetime | None = None, kinds: Collection[str] = ()) -> list[Publication]:
    """What staff follow for a person, of some kinds or of all: one publication an item, with its version, lines and steps."""
    rows = latest_publications(as_at).visible_to(sight).filter(course=Course.FOLLOWED)
    if kinds:
        rows = rows.filter(item__kind__in=kinds)
    return _graded(list(_with_content(rows).order_by("item__number")))


def published(sight: Sight, items: Collection[UUID]) -> list[Publication]:
    """Every version of some items that staff followed at some time, the oldest first, with what each rested on. One query."""
    rows = Publication.objects.in_effect().visible_to(sight).filter(item__in=items, course=Course.FOLLOWED)
    return list(rows.select_related("version", "decision__question").order_by("occurred_at", "sequence"))


def _graded(rows: list[Publication]) -> list[Publication]:
    """With the steps of those that are ladders: one statement, and only where there are any."""
    prefetch_related_objects([each.version for each in rows if each.version and each.item.kind == ItemKind.RISK_LADDER], "stages")
    return rows


def _with_content(rows: QuerySet[Publication]) -> QuerySet[Publication]:
    """With the version, its lines and where they come from, what else is part of it, and the decision. Five statements more."""
    rows = rows.select_related("item", "version__item", "version__own_words__sound", "decision", "author")
    return rows.prefetch_related(_LINES_OF_VERSION, *(f"version__{part}" for part in _PARTS))


def ended(sight: Sight, as_at: datetime | None = None) -> list[Publication]:
    """The endings in force, the newest first; each has `last_title`, what the item was called."""
    versions = Version.objects.had_by(as_at).filter(item=OuterRef("item")).order_by("-number")
    rows = (
        latest_publications(as_at).visible_to(sight).filter(course=Course.ENDED).annotate(last_title=Subquery(versions.values("title")[:1]))
    )
    return list(rows.select_related("item", "author").order_by("-sequence"))


def has_ended(of: Item) -> bool:
    """Whether an item's latest publication ended it."""
    return latest_publications().filter(item=of, course=Course.ENDED).exists()


def steps_on(sight: Sight, weekday_values: list[str], as_at: datetime | None = None) -> list[Step]:
    """The steps of everything that staff follow for a person on a kind of day, in the person's own order. One query."""
    return _steps_on(person_id=sight.person_id, audiences=sight.audiences, topics=sight.topics, days=tuple(weekday_values), as_at=as_at)


@prepared("person_id", "as_at")
def _steps_on(
    person_id: UUID, audiences: frozenset[str], days: tuple[str, ...], as_at: datetime | None, topics: frozenset[str] | None = None
) -> QuerySet[Step]:
    in_force = latest_publications(as_at).visible_to(Seen(person_id, audiences, topics)).filter(course=Course.FOLLOWED)
    rows = Step.objects.filter(person=person_id, version__in=in_force.values("version"), days__in=days)
    related = ("version", "version__item", "version__own_words", "version__own_words__sound")
    return rows.select_related(*related).annotate(is_graded=GRADED).order_by("from_time", "position")


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


def _whole_versions(sight: Sight) -> PersonRowQuerySet:
    rows = Version.objects.visible_to(sight).select_related("item", "person", "author", "own_words", "own_words__sound", "move__voice")
    becauses = Prefetch("becauses", Because.objects.select_related("voice", "voice__sound").order_by("voice__occurred_at"))
    return rows.prefetch_related(_LINES, *_PARTS, becauses)


def versions(sight: Sight, of: Item, as_at: datetime | None = None) -> list[Version]:
    """All versions of an item, the newest first."""
    return list(_whole_versions(sight).had_by(as_at).filter(item=of).order_by("-number"))


def with_siblings(sight: Sight, version_id: UUID, as_at: datetime | None = None) -> list[Version]:
    """A version with all others of its item, itself first and then the newest first; NotFound when it is not there, or was not by then."""
    of = Version.objects.filter(pk=version_id).values("item")
    found = sorted(
        _whole_versions(sight).had_by(as_at).filter(item__in=of).order_by("-number"), key=lambda version: version.pk != version_id
    )
    if not found or found[0].pk != version_id:
        raise NotFound
    return found


def latest_version(sight: Sight, of: Item) -> Version | None:
    """What was last written of an item, published or not."""
    return _whole_versions(sight).filter(item=of).order_by("-number").first()


def publications(sight: Sight, of: Item, as_at: datetime | None = None) -> list[Publication]:
    """The log of an item's publications, the newest first."""
    rows = Publication.objects.visible_to(sight).current(as_at).with_lost(as_at).filter(item=of)
    rows = rows.select_related("version", "decision", "author")
    return list(rows.order_by("-sequence", "-received_at"))


def in_force(sight: Sight, of: Item, as_at: datetime | None = None) -> Publication | None:
    """What is in force for one item; None when nothing ever was."""
    rows = latest_publications(as_at).visible_to(sight).filter(item=of)
    return _with_content(rows).first()


def unpublished(sight: Sight, as_at: datetime | None = None) -> list[Version]:
    """Versions that wait: newer than any that staff ever followed, and not written before the item ended."""
    published = Publication.objects.in_effect(as_at).filter(item=OuterRef("item"))
    newest = published.filter(course=Course.FOLLOWED).order_by("-version__number").values("version__number")[:1]
    end = latest_publications(as_at).filter(item=OuterRef("item"), course=Course.ENDED).values("sequence")[:1]
    rows = Version.objects.visible_to(sight).had_by(as_at).select_related("item", "author")
    rows = rows.annotate(newest=Subquery(newest), end=Subquery(end))
    waiting = (Q(newest__isnull=True) | Q(number__gt=F("newest"))) & (Q(end__isnull=True) | Q(sequence__gt=F("end")))
    return list(rows.filter(waiting).order_by("item__number", "-number"))


def followed_step(sight: Sight, step_id: UUID) -> Step:
    """One step of what staff follow or followed, with its version and item; NotFound where there is none: a draft's are nobody's."""
    whole_sight = whole(sight)
    found = _step(person_id=whole_sight.person_id, step_id=step_id, audiences=whole_sight.audiences)
    if not found:
        raise NotFound
    return cast(Step, found[0])


@prepared("person_id", "step_id")
def _step(person_id: UUID, step_id: UUID, audiences: frozenset[str]) -> QuerySet[Step]:
    published = Publication.objects.visible_to(Seen(person_id, audiences)).filter(version=OuterRef("version"), standing=Standing.VALID)
    rows = Step.objects.filter(Exists(published), pk=step_id, person=person_id, version__audience__in=audiences)
    return rows.select_related("version", "version__item", "version__own_words", "version__own_words__sound")


def amended_voices(sight: Sight, as_at: datetime | None = None) -> dict[UUID, Voice | None]:
    """What became of the voices that were amended: as corrected, or None when nothing of them stands. Few for any person. One query."""
    rows = _amended_voices(person_id=sight.person_id, audiences=sight.audiences, topics=sight.topics, as_at=as_at)
    return {row.amends_id: None if row.amendment in Amendment.ends() else row for row in rows if row.amends_id}


@prepared("person_id", "as_at")
def _amended_voices(
    person_id: UUID, audiences: frozenset[str], as_at: datetime | None, topics: frozenset[str] | None = None
) -> QuerySet[Voice]:
    rows = Voice.objects.visible_to(Seen(person_id, audiences, topics)).had_by(as_at).filter(amends__isnull=False)
    return rows.select_related("author", "sound").order_by("sequence")


def drafts(sight: Sight) -> list[Draft]:
    """What the reader has begun to write in this person's plan and not kept, the newest first."""
    return list(Draft.objects.filter(author=sight.actor, person=sight.person_id, form__startswith="plan.").order_by("-updated_at"))


person_of_step = partial(owner, Step)


def resting_on(sight: Sight, voices: Collection[UUID], as_at: datetime | None = None) -> list[Version]:
    """Plan items that rest on a voice, each by its newest version that does; `followed` says whether it was published. One query."""
    because = Because.objects.filter(version=OuterRef("pk"), voice__in=voices)
    line = Line.objects.filter(version=OuterRef("pk"), voice__in=voices)
    published = Publication.objects.current(as_at).filter(version=OuterRef("pk"), standing=Standing.VALID)
    rows = Version.objects.visible_to(sight).had_by(as_at).filter(Exists(because) | Exists(line) | Q(own_words__in=voices))
    newest = {row.item_id: row for row in rows.annotate(followed=Exists(published)).select_related("item").order_by("number")}
    return sorted(newest.values(), key=lambda version: version.item.number)


def changed_by(sight: Sight, decisions: Collection[UUID], as_at: datetime | None = None) -> list[Publication]:
    """What staff do because of a decision: publications that cite any of its versions, the newest first. One query."""
    rows = Publication.objects.visible_to(sight).current(as_at).filter(decision__in=decisions, standing=Standing.VALID)
    return list(rows.select_related("item", "version").order_by("-sequence"))


def was_followed(sight: Sight, version_id: UUID) -> bool:
    """Whether a version is or was what staff follow. A version that nobody published is not."""
    about = {"person_id": sight.person_id, "audiences": sight.audiences, "topics": sight.topics}
    return bool(_followed_once(version_id=version_id, **about))


@prepared("person_id", "version_id")
def _followed_once(
    person_id: UUID, version_id: UUID, audiences: frozenset[str], topics: frozenset[str] | None
) -> QuerySet[Publication, UUID]:
    rows = Publication.objects.visible_to(Seen(person_id, audiences, topics)).filter(version=version_id, standing=Standing.VALID)
    return rows.values_list("pk", flat=True)[:1]


def titles(sight: Sight, items: Collection[UUID], as_at: datetime | None = None) -> dict[UUID, str]:
    """What plan items are called, by their newest version. One query."""
    rows = Version.objects.visible_to(sight).had_by(as_at).filter(item__in=items).order_by("number")
    return dict(rows.values_list("item_id", "title"))
