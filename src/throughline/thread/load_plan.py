"""The rows of a person's plan, from the database to facts, in two statements whatever the history."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, UUIDField
from django.db.models.functions import Coalesce

from throughline.base import clock
from throughline.base.prepared import Seen, prepared
from throughline.decisions.models import Consideration, TalkedAbout, Telling
from throughline.people.sight import Sight, whole
from throughline.plan.choices import Course
from throughline.plan.models import Because, Publication, Version
from throughline.plan.queries import latest_publications
from throughline.practice.models import DailyNote, RoutineRecord, Tally
from throughline.reviews.models import Check, Perspective, Review

from .asked import held_and_standing, was_lived
from .facts import PlanFacts
from .trace import OWN_BASES


def load_plan(sight: Sight, as_at: datetime | None = None) -> list[PlanFacts]:
    """Every plan item of a person, with what its line needs: those that were published, and those that are only written."""
    today = clock.day_of(as_at) if as_at else clock.today()
    asked = {
        "person_id": whole(sight).person_id,
        "audiences": sight.audiences,
        "as_at": as_at,
        "day": clock.day_of(as_at) if as_at else None,
    }
    rows = [*_from_publications(_published(**asked), today), *_from_versions(_only_written(**asked), today)]
    return sorted(rows, key=lambda row: row.number)


@prepared("person_id", "as_at", "day")
def _published(person_id: UUID, audiences: frozenset[str], as_at: datetime | None, day: date | None) -> QuerySet[Publication]:
    """What is in force for each item, with the standing of each knot worked out by the database."""
    seen = Seen(person_id, audiences)
    rows = latest_publications(as_at).visible_to(seen).select_related("item", "version", "decision")
    told = Telling.objects.current(as_at).filter(decision__number=OuterRef("decision__number"), person=OuterRef("person"))
    considered = Consideration.objects.filter(decision=OuterRef("decision"), voice__isnull=False)
    latest = Version.objects.had_by(as_at).filter(item=OuterRef("item")).order_by("-number")
    # `annotate` answers Any for a queryset with verbs of its own; what it holds is said here.
    standing: QuerySet[Publication] = rows.annotate(
        has_voice=Exists(Because.objects.filter(version=OuterRef("version"))) | Exists(considered),
        voice_id=Coalesce(_first(Because.objects.filter(version=OuterRef("version")), seen), _first(considered, seen)),
        was_talked_about=_talked_about(seen, as_at),
        was_told=Exists(told),
        latest_title=Subquery(latest.values("title")[:1]),
        **_since("item", as_at, day),
    )
    return standing


@prepared("person_id", "as_at", "day")
def _only_written(person_id: UUID, audiences: frozenset[str], as_at: datetime | None, day: date | None) -> QuerySet[Version]:
    """The latest version of each item that staff were never asked to follow."""
    published = Publication.objects.in_effect(as_at).filter(item=OuterRef("item"))
    latest = Version.objects.had_by(as_at).filter(item=OuterRef("item")).order_by("-number").values("number")[:1]
    seen = Seen(person_id, audiences)
    rows = Version.objects.visible_to(seen).had_by(as_at).select_related("item")
    rows = rows.filter(~Exists(published), number=Subquery(latest))
    written: QuerySet[Version] = rows.annotate(
        has_voice=Exists(Because.objects.filter(version=OuterRef("pk"))),
        voice_id=_first(Because.objects.filter(version=OuterRef("pk")), seen),
        was_talked_about=Exists(_heard_in(seen, as_at).filter(version=OuterRef("pk"))),
        latest_title=F("title"),
        **_since("item", as_at, day),
    )
    return written


def _first(rows: QuerySet[Any], seen: Seen) -> Subquery:
    """The voice that was first told, of those for this reader."""
    return Subquery(
        rows.filter(voice__audience__in=seen.audiences).order_by("voice__occurred_at", "voice").values("voice")[:1],
        output_field=UUIDField(),
    )


def _talked_about(seen: Seen, as_at: datetime | None) -> Q:
    """Whether the question was talked about, or the voices were heard in a conversation; as `asked.talks` finds them."""
    standing = held_and_standing(as_at).visible_to(seen).values("pk")
    linked = TalkedAbout.objects.filter(question=OuterRef("decision__question"), conversation__in=standing)
    weighed = Consideration.objects.filter(decision=OuterRef("decision"), voice__conversation__in=standing)
    because = _heard_in(seen, as_at).filter(version=OuterRef("version"))
    return Q(Exists(linked)) | Q(decision__conversation__in=standing) | Q(Exists(weighed)) | Q(Exists(because))


def _heard_in(seen: Seen, as_at: datetime | None) -> QuerySet[Because]:
    """That a version rests on a voice which was heard in a conversation."""
    return Because.objects.filter(voice__conversation__in=held_and_standing(as_at).visible_to(seen).values("pk"))


def _since(item: str, as_at: datetime | None, day: date | None) -> dict[str, Any]:
    """What happened since with an item: records, the person's later words, the last review's day."""
    tallies = Tally.objects.filter(item=OuterRef(item), count__gt=0)
    notes = DailyNote.objects.current(as_at).filter(item=OuterRef(item))
    reviews = Review.objects.current(as_at).filter(item=OuterRef(item), look_again_on__isnull=False).order_by("-occurred_at")
    of_reviews = Review.objects.current(as_at).filter(item=OuterRef(OuterRef(item)))
    checks = Check.objects.current(as_at).filter(response__item=OuterRef(item), voice__isnull=False)
    beside = RoutineRecord.objects.current(as_at).filter(item=OuterRef(item), voice__isnull=False)
    return {
        "has_records": Exists(tallies if day is None else tallies.filter(received_on__lte=day)) | Exists(notes) | was_lived(item, as_at),
        "has_later_voice": Exists(Perspective.objects.filter(review__in=of_reviews.values("pk"), voice__isnull=False))
        | Exists(checks)
        | Exists(beside),
        "review_look_again_on": Subquery(reviews.values("look_again_on")[:1]),
    }


def _from_publications(rows: Iterable[Any], today: date) -> list[PlanFacts]:
    return [
        _facts(
            row,
            row.version,
            today,
            is_followed=row.course == Course.FOLLOWED,
            is_ended=row.course == Course.ENDED,
            decision_id=None if row.lost else row.decision_id,
            decision_is_own=not row.lost and row.decision is not None and row.decision.basis in OWN_BASES,
            was_told=row.was_told,
        )
        for row in rows
    ]


def _from_versions(rows: Iterable[Any], today: date) -> list[PlanFacts]:
    return [_facts(row, row, today) for row in rows]


def _facts(row: Any, version: Any, today: date, **more: Any) -> PlanFacts:
    return PlanFacts(
        item_id=row.item_id,
        number=row.item.number,
        kind=row.item.kind,
        title=version.title if version else row.latest_title or "",
        summary=version.summary if version else "",
        version=version.number if version else 0,
        today=today,
        has_voice=row.has_voice,
        voice_id=row.voice_id,
        was_talked_about=bool(row.was_talked_about),
        has_records=row.has_records,
        has_later_voice=row.has_later_voice,
        look_again_on=row.review_look_again_on or (version.look_again_on if version else None) or _of_decision(row),
        **more,
    )


def _of_decision(row: Any) -> date | None:
    decision = getattr(row, "decision", None)
    return decision.look_again_on if decision else None
