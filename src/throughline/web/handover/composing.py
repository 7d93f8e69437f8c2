"""What is handed over about each person of a shift, asked for at once: a fixed number of queries, however many people there are."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from throughline.base import clock
from throughline.people import queries as people_
from throughline.people.sight import Sight
from throughline.plan import queries_shift as plan
from throughline.plan.choices import Days
from throughline.practice import law_handover as law
from throughline.practice import queries_handover as practice
from throughline.reviews import queries_handover as reviews
from throughline.workforce import queries as workforce

from ..today.day import ShiftDay, arrange


@dataclass(slots=True)
class Of:
    """One person's handover. since: from when on; last: up to when the reader had read it before."""

    sight: Sight
    photo_id: UUID | None
    since: datetime
    last: datetime | None
    said: list[Any] = field(default_factory=list)
    waits: list[Any] = field(default_factory=list)
    questions: list[Any] = field(default_factory=list)
    flagged: list[Any] = field(default_factory=list)
    incidents: list[Any] = field(default_factory=list)
    upsets: list[Any] = field(default_factory=list)
    missed: list[Any] = field(default_factory=list)
    cards: list[Any] = field(default_factory=list)
    steps: list[Any] = field(default_factory=list)
    records: list[Any] = field(default_factory=list)
    avoid: list[Any] = field(default_factory=list)
    read: list[Any] = field(default_factory=list)

    @property
    def day(self) -> ShiftDay:
        """Today's steps: what is written, what is open, what comes."""
        return arrange(self.steps, self.records, clock.now().astimezone(clock.LONDON).time())

    @property
    def newest(self) -> datetime | None:
        """When the server had the last of what is told."""
        told = (*self.said, *self.flagged, *self.incidents, *self.upsets, *self.missed, *self.cards)
        return max((each.received_at for each in told), default=None)

    @property
    def to_read(self) -> bool:
        """Whether the reader has to read it, or read it again."""
        return law.is_over(self.last, self.newest, clock.now())


def compose(sights: list[Sight], reader: Any) -> list[Of]:
    """For each person, in the order given. Fourteen queries."""
    ids, now = [each.person_id for each in sights], clock.now()
    if not ids:
        return []
    photos, last = people_.portraits(ids, workforce.TEAM), practice.last_read(reader, ids)
    found = {
        each.person_id: Of(each, photos.get(each.person_id), law.since(last.get(each.person_id), now), last.get(each.person_id))
        for each in sights
    }
    first = min(each.since for each in found.values())
    later: Callable[[Iterable[Any]], list[Any]] = lambda rows: [each for each in rows if each.received_at > found[each.person_id].since]
    _put(found, "said", later(reviews.said_since(ids, first)))
    _put(found, "flagged", later(practice.flagged(ids, first)))
    _put(found, "incidents", later(practice.incidents_since(ids, first)))
    _put(found, "upsets", later(practice.upsets_since(ids, first)))
    _put(found, "missed", later(practice.missed_medicine_since(ids, first)))
    _put(found, "waits", reviews.unanswered(ids))
    _put(found, "questions", reviews.undecided_of(ids))
    _put(found, "cards", workforce.unread(reader, ids, workforce.TEAM))
    _put(found, "steps", plan.steps_of(ids, Days.that_hold(clock.today().weekday())))
    _put(found, "records", practice.records_of(ids, clock.today()))
    _put(found, "avoid", plan.avoided(ids), of=lambda line: line.version.person_id)
    _put(found, "read", practice.readings_since(ids, now - law.AT_LEAST))
    return list(found.values())


def _put(found: dict[UUID, Of], name: str, rows: Iterable[Any], of: Callable[[Any], UUID] = lambda row: row.person_id) -> None:
    by_person = defaultdict(list)
    for row in rows:
        by_person[of(row)].append(row)
    for person_id, theirs in by_person.items():
        setattr(found[person_id], name, theirs)
