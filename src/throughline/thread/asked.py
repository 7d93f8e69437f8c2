"""What is asked of the database about one plan item: one prepared statement a table (`base/prepared.py`)."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet, Subquery, Sum, UUIDField

from throughline.base.models import Amendment
from throughline.base.prepared import Seen, prepared
from throughline.conversations.models import Conversation, Voice
from throughline.decisions.models import Consideration, Option, TalkedAbout, Telling
from throughline.people.models import PersonRowQuerySet
from throughline.plan.models import Because, Item, Line, Publication, Step, Version
from throughline.plan.queries import communication_in_force, latest_publications
from throughline.practice.models import Activity, ChecklistRun, DailyNote, RoutineRecord, ScaleAnswer, Spending, Tally
from throughline.reviews.models import Check, Perspective, Response, Review, Told

RESULTS = ("said_yes", "said_no", "different", "not_offered")
LATEST = 5


@prepared("item_id", "as_at", "day")
def heads(item_id: UUID, as_at: datetime | None, day: date | None) -> QuerySet[Item]:
    """The item, what is in force for it, its counts, and when the person was told of the decision it cites."""
    latest = Version.objects.had_by(as_at).filter(item=OuterRef("pk")).order_by("-number")
    in_force = latest_publications(as_at).filter(item=OuterRef("pk"))
    told = (
        Telling.objects.current(as_at).filter(decision__number=OuterRef("cited_number"), person=OuterRef("person")).order_by("occurred_at")
    )
    items = Item.objects.had_by(as_at).filter(pk=item_id)
    items = items.annotate(
        publication_id=Subquery(in_force.values("pk")[:1], output_field=UUIDField()),
        cited_number=Subquery(in_force.values("decision__number")[:1]),
        newest=Subquery(latest.values("number")[:1]),
    )
    items = items.annotate(told_at=Subquery(told.values("occurred_at")[:1]), told_how=Subquery(told.values("how")[:1]))
    return _with_counts(items, as_at, day)


def _with_counts(items: QuerySet[Item], as_at: datetime | None, day: date | None) -> QuerySet[Item]:
    """Counts by result, from tallies; the last day on which anything was recorded."""
    tallies = Tally.objects.filter(item=OuterRef("pk"))
    tallies = tallies if day is None else tallies.filter(received_on__lte=day)
    counted = {name: Subquery(tallies.filter(result=name).values("item").annotate(n=Sum("count")).values("n")[:1]) for name in RESULTS}
    last = tallies.filter(count__gt=0).order_by("-day").values("day")[:1]
    notes = DailyNote.objects.current(as_at).filter(item=OuterRef("pk")).order_by("-day").values("day")[:1]
    lived = ExpressionWrapper(was_lived("pk", as_at), BooleanField())
    return items.annotate(**counted, last_seen_on=Subquery(last), last_noted_on=Subquery(notes), was_lived=lived)


def was_lived(item: str, as_at: datetime | None) -> Q:
    """Whether a checklist was gone through, something was answered or spent, or somebody went: it is seen, though no step is."""
    found = Q()
    for model in (ChecklistRun, ScaleAnswer, Spending, Activity):
        rows: Any = model.objects.current(as_at)
        found |= Q(Exists(rows.filter(item=OuterRef(item))))
    return found


@prepared("publication_id", "person_id", "as_at")
def publications(publication_id: UUID, person_id: UUID, audiences: frozenset[str], as_at: datetime | None) -> QuerySet[Publication]:
    """The publication in force, with its version and its decision, and whether that still carries it."""
    related = ("version", "decision__question", "decision__author", "decision__conversation", "author")
    rows: QuerySet[Publication] = Publication.objects.visible_to(Seen(person_id, audiences)).with_lost(as_at)
    return rows.select_related(*related).filter(pk=publication_id)


@prepared("item_id", "number")
def versions(item_id: UUID, number: int) -> QuerySet[Version]:
    """One version by its number."""
    return Version.objects.filter(item=item_id, number=number)


@prepared("version_id", "person_id", "as_at")
def lines(version_id: UUID | None, person_id: UUID, audiences: frozenset[str], as_at: datetime | None) -> QuerySet[Line]:
    """The version's lines, and those of how the person communicates, which stand on every page about them."""
    communicates = communication_in_force(Seen(person_id, audiences), as_at).values("version")
    shown = Q(version=version_id) | Q(version__in=communicates)
    return Line.objects.filter(shown, person=person_id).select_related("version__item").order_by("position", "id")


@prepared("version_id")
def steps(version_id: UUID) -> QuerySet[Step]:
    """The version's steps."""
    return Step.objects.filter(version=version_id).order_by("position")


@prepared("decision_id")
def considerations(decision_id: UUID) -> QuerySet[Consideration]:
    """What the decision weighed."""
    rows = Consideration.objects.filter(decision=decision_id).select_related("contribution__contact", "contribution__staff")
    return rows.order_by("contribution__occurred_at", "id")


@prepared("question_id", "as_at")
def options(question_id: UUID, as_at: datetime | None) -> QuerySet[Option]:
    """The ways that there were, in the order in which they were offered."""
    return Option.objects.current(as_at).filter(question=question_id).order_by("sequence", "id")


@prepared("question_id", "conversation_id", "version_id", "decision_id", "person_id", "as_at")
def talks(
    question_id: UUID | None,
    conversation_id: UUID | None,
    version_id: UUID | None,
    decision_id: UUID | None,
    person_id: UUID,
    audiences: frozenset[str],
    as_at: datetime | None,
) -> QuerySet[Conversation]:
    """Where it was talked about, once for each who was asked to come and once where nobody is written down."""
    here = Q(pk__in=TalkedAbout.objects.filter(question=question_id).values("conversation")) | Q(pk=conversation_id)
    here |= Q(pk__in=Because.objects.filter(version=version_id).values("voice__conversation"))
    here |= Q(pk__in=Consideration.objects.filter(decision=decision_id).values("voice__conversation"))
    rows = held_and_standing(as_at).visible_to(Seen(person_id, audiences)).filter(here)
    came: QuerySet[Conversation] = rows.annotate(
        party=F("presences__party"),
        attendance=F("presences__attendance"),
        contact=F("presences__contact__name"),
        relationship=F("presences__contact__relationship"),
        staff=F("presences__staff__name"),
    )
    return came.order_by("occurred_at", "pk", "presences__pk")


def held_and_standing(as_at: datetime | None) -> PersonRowQuerySet:
    """Conversations that the server had and that nobody took back since. One that was written down better is still the same one."""
    taken_back = Conversation.objects.had_by(as_at).filter(amends=OuterRef("pk"), amendment__in=Amendment.ends())
    return Conversation.objects.had_by(as_at).exclude(amendment__in=Amendment.ends()).filter(~Exists(taken_back))


@prepared("item_id", "person_id", "as_at")
def reviews(item_id: UUID, person_id: UUID, audiences: frozenset[str], as_at: datetime | None) -> QuerySet[Review]:
    """That people looked again, the newest first."""
    rows = Review.objects.visible_to(Seen(person_id, audiences)).current(as_at).filter(item=item_id)
    return rows.select_related("author").order_by("-occurred_at")


@prepared("item_id", "person_id", "as_at")
def answers(item_id: UUID, person_id: UUID, audiences: frozenset[str], as_at: datetime | None) -> QuerySet[Response]:
    """What we did about voices, where this item is what changed; with when they were told and whether it was right."""
    told = Told.objects.current(as_at).filter(response__voice=OuterRef("voice")).order_by("occurred_at")
    checks = Check.objects.current(as_at).filter(response__voice=OuterRef("voice")).order_by("-occurred_at")
    rows = Response.objects.visible_to(Seen(person_id, audiences)).current(as_at).filter(item=item_id)
    # `annotate` answers Any for a queryset with verbs of its own; what it holds is said here and in `voices`.
    answered: QuerySet[Response] = rows.annotate(
        told_at=Subquery(told.values("occurred_at")[:1]),
        right=Subquery(checks.values("right")[:1]),
        right_voice=Subquery(checks.values("voice")[:1]),
    )
    return answered.order_by("occurred_at")


@prepared("item_id", "version_id", "decision_id", "person_id", "as_at")
def voices(
    item_id: UUID, version_id: UUID | None, decision_id: UUID | None, person_id: UUID, audiences: frozenset[str], as_at: datetime | None
) -> QuerySet[Voice]:
    """Voices on which the version or its decision rests, those that amend them, and what the person said later of how it turned out."""
    because = Because.objects.filter(version=version_id).values("voice")
    weighed = Consideration.objects.filter(decision=decision_id, voice__isnull=False).values("voice")
    first, later = Q(pk__in=because) | Q(pk__in=weighed), _later(item_id, as_at)
    wanted = first | Q(amends__in=because) | Q(amends__in=weighed) | later
    found = Voice.objects.visible_to(Seen(person_id, audiences)).had_by(as_at).filter(wanted)
    rows: QuerySet[Voice] = found.annotate(
        is_first=ExpressionWrapper(first, BooleanField()), is_later=ExpressionWrapper(later, BooleanField())
    )
    return rows.select_related("author", "thought_by", "sound").order_by("occurred_at", "sequence")


def _later(item_id: UUID, as_at: datetime | None) -> Q:
    """In checks, in reviews and beside records."""
    checked = Check.objects.current(as_at).filter(response__item=item_id, voice__isnull=False).values("voice")
    looked = Review.objects.current(as_at).filter(item=item_id).values("pk")
    reviewed = Perspective.objects.filter(review__in=looked, voice__isnull=False).values("voice")
    beside = RoutineRecord.objects.current(as_at).filter(item=item_id, voice__isnull=False).order_by("-day").values("voice")[:LATEST]
    return Q(pk__in=checked) | Q(pk__in=reviewed) | Q(pk__in=beside)
