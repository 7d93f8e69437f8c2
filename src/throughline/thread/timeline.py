"""Everything of a person in order, the newest first: one statement a kind of record, merged."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from heapq import nlargest
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from throughline.base import clock
from throughline.base.prepared import Seen, prepared
from throughline.conversations.models import Contribution, Conversation, Voice
from throughline.decisions.models import Decision, Telling
from throughline.people.sight import Sight
from throughline.plan.models import Publication
from throughline.practice.models import DailyNote, RoutineRecord
from throughline.reviews.models import Response, Review

from . import as_facts
from .facts import Said, Source

PAGE = 50


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a timeline: what kind, when it happened, who wrote it, what it says, and which row it is."""

    kind: str
    at: datetime
    author: str
    text: str
    row_id: UUID
    said: Said | None = None
    whose: Source | None = None
    about: str = ""
    about_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: its rows, and how one becomes an entry."""

    model: Any
    related: tuple[str, ...]
    entry: Callable[[Any, Sight], Entry]
    by_day: bool = False  # found through the index on the person and the day, whatever the history


def happenings(
    sight: Sight, kinds: list[str], before: datetime | None = None, as_at: datetime | None = None, each: int = 50
) -> list[Entry]:
    """The latest entries of some kinds that happened before a moment, at most 50, the newest first; at most `each` of a kind."""
    found = [KINDS[kind].entry(row, sight) for kind in kinds for row in _rows(kind, sight, before, as_at, each)]
    return nlargest(PAGE, found, key=lambda entry: entry.at)


def _rows(kind: str, sight: Sight, before: datetime | None, as_at: datetime | None, each: int) -> list[Any]:
    day = clock.day_of(before) if before and KINDS[kind].by_day else None
    return entries(kind=kind, person_id=sight.person_id, audiences=sight.audiences, before=before, day=day, as_at=as_at, each=each)


@prepared("person_id", "before", "day", "as_at")
def entries(
    kind: str, person_id: UUID, audiences: frozenset[str], before: datetime | None, day: date | None, as_at: datetime | None, each: int
) -> QuerySet[Any]:
    """The latest rows of one kind that happened before a moment."""
    of = KINDS[kind]
    rows: QuerySet[Any] = of.model.objects.visible_to(Seen(person_id, audiences)).current(as_at)
    rows = rows if before is None else rows.filter(occurred_at__lt=before)
    rows = rows if day is None else rows.filter(day__lte=day)
    order = ("-day", "-occurred_at") if of.by_day else ("-occurred_at",)
    return rows.select_related("author", *of.related).order_by(*order)[:each]


def _voice(row: Any, sight: Sight) -> Entry:
    return Entry("voice", row.occurred_at, row.author.name, "", row.pk, said=as_facts.said(row))


def _contribution(row: Any, sight: Sight) -> Entry:
    whose = as_facts.source(row.party, row.contact, row.staff, sight)
    return Entry("contribution", row.occurred_at, row.author.name, row.words, row.pk, whose=whose)


def _conversation(row: Any, sight: Sight) -> Entry:
    return Entry("conversation", row.occurred_at, row.author.name, row.title, row.pk, about_id=row.pk)


def _decision(row: Any, sight: Sight) -> Entry:
    return Entry("decision", row.occurred_at, row.author.name, row.outcome, row.pk, about=f"D-{row.number}", about_id=row.pk)


def _telling(row: Any, sight: Sight) -> Entry:
    return Entry("telling", row.occurred_at, row.author.name, row.how, row.pk, about=row.decision.outcome, about_id=row.decision_id)


def _publication(row: Any, sight: Sight) -> Entry:
    title = row.version.title if row.version else ""
    return Entry(row.course, row.occurred_at, row.author.name, row.message, row.pk, about=title, about_id=row.item_id)


def _review(row: Any, sight: Sight) -> Entry:
    return Entry("review", row.occurred_at, row.author.name, row.because, row.pk, about=row.verdict, about_id=row.item_id)


def _response(row: Any, sight: Sight) -> Entry:
    return Entry("response", row.occurred_at, row.author.name, row.what, row.pk, about=row.state, about_id=row.voice_id)


def _note(row: Any, sight: Sight) -> Entry:
    return Entry("note", row.occurred_at, row.author.name, row.text, row.pk)


def _record(row: Any, sight: Sight) -> Entry:
    what = row.step.text if row.step else row.version.title
    return Entry(row.result, row.occurred_at, row.author.name, row.note, row.pk, about=what, about_id=row.item_id)


KINDS = {
    "voice": Kind(Voice, ("thought_by", "sound"), _voice),
    "contribution": Kind(Contribution, ("contact", "staff"), _contribution),
    "conversation": Kind(Conversation, (), _conversation),
    "decision": Kind(Decision, (), _decision),
    "telling": Kind(Telling, ("decision",), _telling),
    "publication": Kind(Publication, ("version",), _publication),
    "review": Kind(Review, (), _review),
    "response": Kind(Response, (), _response),
    "note": Kind(DailyNote, (), _note, by_day=True),
    "record": Kind(RoutineRecord, ("step", "version"), _record, by_day=True),
}
