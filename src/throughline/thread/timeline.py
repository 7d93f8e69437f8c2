"""Everything of a person in order, the newest first: voices in one statement, all other kinds of record in another."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from heapq import nlargest
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast, Coalesce

from throughline.base import clock
from throughline.base.prepared import Seen, prepared
from throughline.conversations.models import Contribution, Conversation, Voice
from throughline.decisions.models import Decision, Telling
from throughline.people.sight import Sight, whole
from throughline.plan.models import Publication
from throughline.practice.models import (
    Activity,
    CheckIn,
    ChecklistRun,
    DailyNote,
    Incident,
    MissedMedicine,
    RoutineRecord,
    ScaleAnswer,
    Spending,
    Trial,
    Upset,
)
from throughline.reviews.models import Response, Review

from . import as_facts
from .facts import Said, Source

PAGE = 50
NOTHING = Value("")


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
    """A kind of record, and from where in its rows each column of an entry comes."""

    model: Any
    text: str
    kind: str = ""  # where the row itself says of what kind it is
    about: Any = NOTHING
    about_id: str = "pk"
    whose: tuple[Any, Any, Any] = (NOTHING, NOTHING, NOTHING)  # party, name, what they are to the person
    by_day: bool = False  # found through the index on the person and the day, whatever the history
    told_by: Any = None  # the table whose rows say the same in more words, through their `record`


VOICE = "voice"
OTHERS = {
    "contribution": Kind(Contribution, "words", whose=("party", Coalesce("contact__name", "staff__name"), "contact__relationship")),
    "conversation": Kind(Conversation, "title"),
    "decision": Kind(Decision, "outcome"),
    "telling": Kind(Telling, "how", about="decision__outcome", about_id="decision_id"),
    "publication": Kind(Publication, "message", kind="course", about="version__title", about_id="item_id"),
    "review": Kind(Review, "because", about="verdict", about_id="item_id"),
    "response": Kind(Response, "what", about="state", about_id="voice_id"),
    "incident": Kind(Incident, "seen", about="kind"),
    "upset": Kind(Upset, "seen"),
    "trial": Kind(Trial, "went_well", kind="support", about="stage__text"),
    "checklist": Kind(ChecklistRun, "note", about="version__title", by_day=True),
    "activity": Kind(Activity, "what", about="going", by_day=True),
    "answer": Kind(ScaleAnswer, "answer__text", about="version__title", by_day=True),
    "spending": Kind(Spending, "what", about=Cast("amount", CharField()), by_day=True),
    "missed_medicine": Kind(MissedMedicine, "what", about="why"),
    "check_in": Kind(CheckIn, "note", about="answer"),
    "note": Kind(DailyNote, "text", by_day=True),
    "record": Kind(
        RoutineRecord,
        "note",
        kind="result",
        about=Coalesce("step__text", "version__title"),
        about_id="item_id",
        by_day=True,
        told_by=Trial,
    ),
}
KINDS = (VOICE, *OTHERS)


def happenings(
    sight: Sight, kinds: Collection[str], before: datetime | None = None, as_at: datetime | None = None, each: int = PAGE
) -> list[Entry]:
    """The latest entries of some kinds that happened before a moment, at most 50, the newest first; at most `each` of a kind.

    At most two statements, whatever the kinds and the history.
    """
    others = tuple(kind for kind in kinds if kind != VOICE)
    asked = {"person_id": whole(sight).person_id, "audiences": sight.audiences, "before": before, "as_at": as_at, "each": each}
    found = [_voice(row) for row in voices(**asked)] if VOICE in kinds else []
    if others:
        day = clock.day_of(before) if before else None
        found += [_entry(row, sight) for row in entries(kinds=others, day=day, **asked)]
    return nlargest(PAGE, found, key=lambda entry: entry.at)


@prepared("person_id", "before", "as_at")
def voices(person_id: UUID, audiences: frozenset[str], before: datetime | None, as_at: datetime | None, each: int) -> QuerySet[Voice]:
    """The latest voices that were said before a moment."""
    rows = _latest(Voice, Seen(person_id, audiences), before, as_at).order_by("-occurred_at")
    return rows.select_related(*as_facts.SAID_THROUGH).only(*as_facts.SAID_FROM)[:each]


@prepared("person_id", "before", "day", "as_at")
def entries(
    kinds: tuple[str, ...],
    person_id: UUID,
    audiences: frozenset[str],
    before: datetime | None,
    day: date | None,
    as_at: datetime | None,
    each: int,
) -> QuerySet[Any, tuple[Any, ...]]:
    """The latest rows of some kinds that happened before a moment, each as the columns of an entry."""
    seen = Seen(person_id, audiences)
    first, *more = (_columns(kind, _latest_of(OTHERS[kind], seen, before, day, as_at)[:each]) for kind in kinds)
    rows = first.union(*more, all=True) if more else first
    return rows.order_by("-occurred_at", "-pk")[:PAGE]


def _latest_of(of: Kind, seen: Seen, before: datetime | None, day: date | None, as_at: datetime | None) -> QuerySet[Any]:
    rows = _latest(of.model, seen, before, as_at)
    if of.told_by is not None:
        rows = rows.exclude(pk__in=of.told_by.objects.filter(person=seen.person_id, record__isnull=False).values("record"))
    if not of.by_day:
        return rows.order_by("-occurred_at")
    return (rows if day is None else rows.filter(day__lte=day)).order_by("-day", "-occurred_at")


def _latest(model: Any, seen: Seen, before: datetime | None, as_at: datetime | None) -> QuerySet[Any]:
    rows: QuerySet[Any] = model.objects.visible_to(seen).current(as_at)
    return rows if before is None else rows.filter(occurred_at__lt=before)


def _columns(kind: str, latest: QuerySet[Any]) -> QuerySet[Any, tuple[Any, ...]]:
    """The same columns of every kind, so that the database can put them into one order."""
    of = OTHERS[kind]
    rows: QuerySet[Any] = of.model.objects.filter(pk__in=latest.values("pk"))
    return rows.values_list(
        F(of.kind) if of.kind else Value(kind), "occurred_at", "author__name", of.text, "pk", of.about, of.about_id, *of.whose
    )


def _entry(row: tuple[Any, ...], sight: Sight) -> Entry:
    kind, at, author, text, row_id, about, about_id, party, name, relationship = row
    whose = as_facts.whose(party, name, relationship, sight) if party else None
    return Entry(kind, at, author, text, row_id, about=about or "", about_id=about_id, whose=whose)


def _voice(row: Voice) -> Entry:
    return Entry(VOICE, row.occurred_at, row.author.name, "", row.pk, said=as_facts.said(row))
