"""The rows of a person's plan, from the database to facts, in one statement whatever the history."""

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery, UUIDField
from django.db.models.functions import Coalesce

from throughline.base import clock
from throughline.decisions.models import Consideration, Decision, Option, TalkedAbout, Telling
from throughline.people.sight import Sight
from throughline.plan.choices import Course
from throughline.plan.models import Because, Item, Version
from throughline.plan.queries import latest_publications
from throughline.practice.models import DailyNote, RoutineRecord, Tally
from throughline.reviews.models import Check, Perspective, Review

from .facts import PlanFacts
from .trace import OWN_BASES


def load_plan(sight: Sight, as_at: datetime | None = None) -> list[PlanFacts]:
    """Every plan item of a person, with what its line needs."""
    today = clock.day_of(as_at) if as_at else clock.today()
    return [_row(item, today) for item in items_with_lines(sight, as_at).order_by("number")]


def items_with_lines(sight: Sight, as_at: datetime | None = None) -> QuerySet[Item]:
    """Plan items with the standing of each knot worked out by the database."""
    items = Item.objects.visible_to(sight).had_by(as_at)
    return with_decision(with_version(items, as_at), as_at).annotate(**_knots(as_at))


def with_version(items: QuerySet[Item], as_at: datetime | None) -> QuerySet[Item]:
    """The publication in force, and the version shown: the one that staff follow, else the latest written."""
    in_force = latest_publications(as_at).filter(item=OuterRef("pk"))
    latest = Version.objects.had_by(as_at).filter(item=OuterRef("pk")).order_by("-number")
    items = items.annotate(
        publication_id=Subquery(in_force.values("pk")[:1], output_field=UUIDField()),
        course=Subquery(in_force.values("course")[:1]),
        cited_decision=Subquery(in_force.values("decision")[:1], output_field=UUIDField()),
        shown=Coalesce(Subquery(in_force.values("version")[:1]), Subquery(latest.values("pk")[:1]), output_field=UUIDField()),
        newest=Subquery(latest.values("number")[:1]),
    )
    shown = Version.objects.filter(pk=OuterRef("shown"))
    return items.annotate(**{name: Subquery(shown.values(name)[:1]) for name in ("title", "summary", "look_again_on")}).annotate(
        version_number=Subquery(shown.values("number")[:1])
    )


def with_decision(items: QuerySet[Item], as_at: datetime | None) -> QuerySet[Item]:
    """What the cited decision says, in one pass."""
    cited = Decision.objects.filter(pk=OuterRef("cited_decision"))
    return items.annotate(
        decision_basis=Subquery(cited.values("basis")[:1]),
        decision_number=Subquery(cited.values("number")[:1]),
        decision_question=Subquery(cited.values("question")[:1], output_field=UUIDField()),
        decision_look_again_on=Subquery(cited.values("look_again_on")[:1]),
    )


def _knots(as_at: datetime | None) -> dict[str, Any]:
    """One EXISTS a knot."""
    day = clock.day_of(as_at) if as_at else None
    tallies = Tally.objects.filter(item=OuterRef("pk"), count__gt=0)
    reviews = Review.objects.current(as_at).filter(item=OuterRef("pk"))
    stand = Review.objects.current(as_at).filter(item=OuterRef(OuterRef("pk")))
    told = Telling.objects.current(as_at).filter(decision__number=OuterRef("decision_number"), person=OuterRef("person"))
    return {
        "has_voice": Exists(Because.objects.filter(version=OuterRef("shown")))
        | Exists(Consideration.objects.filter(decision=OuterRef("cited_decision"), voice__isnull=False)),
        "was_talked_about": Exists(TalkedAbout.objects.filter(question=OuterRef("decision_question")))
        | Exists(Option.objects.had_by(as_at).filter(question=OuterRef("decision_question"))),
        "was_told": Exists(told),
        "has_records": Exists(tallies if day is None else tallies.filter(received_on__lte=day))
        | Exists(DailyNote.objects.current(as_at).filter(item=OuterRef("pk"))),
        "has_later_voice": Exists(Perspective.objects.filter(review__in=stand.values("pk"), voice__isnull=False))
        | Exists(Check.objects.current(as_at).filter(response__item=OuterRef("pk"), voice__isnull=False))
        | Exists(RoutineRecord.objects.current(as_at).filter(item=OuterRef("pk"), voice__isnull=False)),
        "review_look_again_on": Subquery(reviews.filter(look_again_on__isnull=False).order_by("-occurred_at").values("look_again_on")[:1]),
    }


def _row(item: Any, today: Any) -> PlanFacts:
    return PlanFacts(
        item_id=item.pk,
        number=item.number,
        kind=item.kind,
        title=item.title or "",
        summary=item.summary or "",
        version=item.version_number or 0,
        today=today,
        is_followed=item.course == Course.FOLLOWED,
        is_ended=item.course == Course.ENDED,
        has_voice=item.has_voice,
        was_talked_about=item.was_talked_about,
        decision_id=item.cited_decision,
        decision_is_own=item.decision_basis in OWN_BASES,
        was_told=item.was_told,
        has_records=item.has_records,
        has_later_voice=item.has_later_voice,
        look_again_on=item.review_look_again_on or item.look_again_on or item.decision_look_again_on,
    )
