"""One plan item with its whole thread, from the database to facts: one statement a table, whatever the history."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery, Sum, UUIDField

from throughline.base import clock
from throughline.base.errors import NotFound
from throughline.conversations.models import Presence
from throughline.decisions.models import Consideration, Decision, Option, TalkedAbout, Telling
from throughline.people.sight import Sight
from throughline.plan.models import Item, Line, Publication, Step, Version
from throughline.plan.queries import communication_in_force, latest_publications
from throughline.practice.models import DailyNote, Tally
from throughline.reviews.models import Check, Response, Review, Told

from . import as_facts
from .facts import Answer, Decided, ItemFacts, Offered, Reviewed, Talk, Timed, Weighed
from .load_voices import voices_of

RESULTS = ("said_yes", "said_no", "different", "not_offered")


def head(item_id: UUID, as_at: datetime | None = None) -> Any:
    """The item, what is in force for it, and its counts, before anybody's sight of the person is asked for. One statement.

    A page looks at `head(…).person_id` with its actor's sight before it shows anything of it.
    """
    found = _heads(as_at).filter(pk=item_id).first()
    if found is None:
        raise NotFound
    return found


def load_item(sight: Sight, item_id: UUID, as_at: datetime | None = None, item: Any = None) -> ItemFacts:
    """A plan item's facts as the server had them; NotFound when it was not there by then, or is not this actor's to see."""
    item = item or head(item_id, as_at)
    if item.person_id != sight.person_id or item.audience not in sight.audiences:
        raise NotFound
    publication = _publication(item, sight)
    version = publication.version if publication and publication.version else _version(item)
    decision = publication.decision if publication else None
    weighed = _weighed(decision, sight) if decision else ()
    voices, later_voices = voices_of(sight, item, version, decision, as_at)
    lines = _lines(version, sight, as_at)
    return ItemFacts(
        item_id=item.pk,
        number=item.number,
        kind=item.kind,
        today=clock.day_of(as_at) if as_at else clock.today(),
        written=as_facts.written(version, as_facts.rules(lines, version), _steps(version)) if version else None,
        published=as_facts.published(publication) if publication else None,
        newer_version=item.newest if version and item.newest != version.number else None,
        decision=_decided(decision, item, weighed) if decision else None,
        options=_options(decision, as_at) if decision else (),
        talks=_talks(decision, sight, as_at) if decision else (),
        voices=voices,
        later_voices=later_voices,
        counts=_counts(item),
        last_seen_on=item.last_seen_on,
        reviews=_reviews(sight, item, as_at),
        answers=_answers(sight, item, as_at),
        communication=as_facts.communication(lines, version),
    )


def _heads(as_at: datetime | None) -> QuerySet[Item]:
    latest = Version.objects.had_by(as_at).filter(item=OuterRef("pk")).order_by("-number")
    in_force = latest_publications(as_at).filter(item=OuterRef("pk"))
    items = Item.objects.had_by(as_at).annotate(
        publication_id=Subquery(in_force.values("pk")[:1], output_field=UUIDField()),
        cited_number=Subquery(in_force.values("decision__number")[:1]),
        newest=Subquery(latest.values("number")[:1]),
    )
    return _with_telling(_with_counts(items, as_at), as_at)


def _with_counts(items: QuerySet[Item], as_at: datetime | None) -> QuerySet[Item]:
    """Counts by result, from tallies; the last day on which anything was recorded."""
    tallies = Tally.objects.filter(item=OuterRef("pk"))
    if as_at is not None:
        tallies = tallies.filter(received_on__lte=clock.day_of(as_at))
    counted = {name: Subquery(tallies.filter(result=name).values("item").annotate(n=Sum("count")).values("n")[:1]) for name in RESULTS}
    last = tallies.filter(count__gt=0).order_by("-day").values("day")[:1]
    notes = DailyNote.objects.current(as_at).filter(item=OuterRef("pk")).order_by("-day").values("day")[:1]
    return items.annotate(**counted, last_seen_on=Subquery(last), last_noted_on=Subquery(notes))


def _with_telling(items: QuerySet[Item], as_at: datetime | None) -> QuerySet[Item]:
    """When and how the person was told of the decision that is cited, whichever version of it."""
    told = (
        Telling.objects.current(as_at).filter(decision__number=OuterRef("cited_number"), person=OuterRef("person")).order_by("occurred_at")
    )
    return items.annotate(told_at=Subquery(told.values("occurred_at")[:1]), told_how=Subquery(told.values("how")[:1]))


def _counts(item: Any) -> dict[str, int]:
    counts = {name: getattr(item, name) for name in RESULTS if getattr(item, name)}
    return counts | ({"noted": 1} if item.last_noted_on else {})


def _publication(item: Any, sight: Sight) -> Publication | None:
    if item.publication_id is None:
        return None
    related = ("version", "decision__question", "decision__author", "decision__conversation", "author")
    return Publication.objects.visible_to(sight).select_related(*related).filter(pk=item.publication_id).first()


def _version(item: Any) -> Version | None:
    return Version.objects.filter(item=item.pk, number=item.newest).first() if item.newest else None


def _lines(version: Version | None, sight: Sight, as_at: datetime | None) -> list[Line]:
    """The version's lines, and those of how the person communicates, which stand on every page about them. One statement."""
    shown = Q(version=version) | Q(version__in=communication_in_force(sight, as_at).values("version"))
    return list(Line.objects.filter(shown, person=sight.person_id).select_related("version__item").order_by("position"))


def _steps(version: Version) -> tuple[Timed, ...]:
    return tuple(as_facts.timed(step) for step in Step.objects.filter(version=version).order_by("position"))


def _weighed(decision: Decision, sight: Sight) -> tuple[Weighed, ...]:
    rows = Consideration.objects.filter(decision=decision).select_related(
        "contribution__contact", "contribution__staff", "contribution__author"
    )
    return tuple(as_facts.weighed(row, sight) for row in rows.order_by("contribution__occurred_at", "id"))


def _decided(decision: Decision, item: Any, weighed: tuple[Weighed, ...]) -> Decided:
    return as_facts.decided(decision, told_at=item.told_at, told_how=item.told_how or "", weighed=weighed)


def _options(decision: Decision, as_at: datetime | None) -> tuple[Offered, ...]:
    rows = Option.objects.current(as_at).filter(question=decision.question_id).order_by("sequence", "id")
    return tuple(as_facts.offered(row, decision.option_id) for row in rows)


def _talks(decision: Decision, sight: Sight, as_at: datetime | None) -> tuple[Talk, ...]:
    """Where the question was talked about, with who came. One statement, through those who were there."""
    linked = TalkedAbout.objects.filter(question=decision.question_id).values("conversation")
    here = Q(conversation__in=linked) | Q(conversation=decision.conversation_id)
    rows = Presence.objects.filter(here, person=sight.person_id, conversation__audience__in=sight.audiences)
    if as_at is not None:
        rows = rows.filter(conversation__received_at__lte=as_at)
    rows = rows.select_related("conversation", "contact", "staff").order_by("conversation__occurred_at")
    return as_facts.talks(list(rows), decision.conversation, sight)


def _reviews(sight: Sight, item: Any, as_at: datetime | None) -> tuple[Reviewed, ...]:
    rows = Review.objects.visible_to(sight).current(as_at).filter(item=item.pk).select_related("author").order_by("-occurred_at")
    return tuple(as_facts.reviewed(row) for row in rows)


def _answers(sight: Sight, item: Any, as_at: datetime | None) -> tuple[Answer, ...]:
    """What we did about voices, where this item is what changed; with when they were told and whether it was right."""
    told = Told.objects.current(as_at).filter(response__voice=OuterRef("voice")).order_by("occurred_at")
    checks = Check.objects.current(as_at).filter(response__voice=OuterRef("voice")).order_by("-occurred_at")
    rows = Response.objects.visible_to(sight).current(as_at).filter(item=item.pk)
    rows = rows.annotate(
        told_at=Subquery(told.values("occurred_at")[:1]),
        right=Subquery(checks.values("right")[:1]),
        right_voice=Subquery(checks.values("voice")[:1]),
    )
    return tuple(as_facts.answer(row) for row in rows.order_by("occurred_at"))
