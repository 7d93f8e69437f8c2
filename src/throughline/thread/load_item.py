"""One plan item with its whole thread, from the database to facts: one statement a table, whatever the history."""

from datetime import datetime
from typing import Any
from uuid import UUID

from throughline.base import clock
from throughline.base.errors import NotFound
from throughline.base.models import Amendment
from throughline.decisions.models import Decision
from throughline.people.sight import Sight, whole
from throughline.plan.models import Publication, Version

from . import as_facts, asked
from .facts import Decided, ItemFacts, Said, Talk


def head(item_id: UUID, as_at: datetime | None = None) -> Any:
    """The item, what is in force for it, and its counts, before anybody's sight of the person is asked for. One statement.

    A page looks at `head(…).person_id` with its actor's sight before it shows anything of it.
    """
    found = asked.heads(item_id=item_id, as_at=as_at, day=clock.day_of(as_at) if as_at else None)
    if not found:
        raise NotFound
    return found[0]


def load_item(sight: Sight, item_id: UUID, as_at: datetime | None = None, item: Any = None) -> ItemFacts:
    """A plan item's facts as the server had them; NotFound when it was not there by then, or is not this actor's to see."""
    item = item or head(item_id, as_at)
    if item.person_id != whole(sight).person_id or item.audience not in sight.audiences:
        raise NotFound
    seen = {"person_id": sight.person_id, "audiences": sight.audiences}
    publication = _publication(item, seen, as_at)
    version = publication.version if publication and publication.version else _version(item)
    decision = publication.decision if publication and not publication.lost else None  # one that carries it no more is none
    voices = asked.voices(item_id=item.pk, version_id=_pk(version), decision_id=_pk(decision), as_at=as_at, **seen)
    lines = asked.lines(version_id=_pk(version), as_at=as_at, **seen)
    return ItemFacts(
        item_id=item.pk,
        number=item.number,
        kind=item.kind,
        today=clock.day_of(as_at) if as_at else clock.today(),
        written=_written(version, lines) if version else None,
        published=as_facts.published(publication) if publication else None,
        newer_version=item.newest if version and item.newest != version.number else None,
        voices=_with_amendments(voices),
        later_voices=_later(voices),
        counts=_counts(item),
        last_seen_on=item.last_seen_on,
        reviews=tuple(as_facts.reviewed(row) for row in asked.reviews(item_id=item.pk, as_at=as_at, **seen)),
        answers=tuple(as_facts.answer(row) for row in asked.answers(item_id=item.pk, as_at=as_at, **seen)),
        communication=as_facts.communication(lines, version),
        talks=_talks(version, decision, sight, as_at),
        **(_of_decision(decision, item, sight, as_at) if decision else {}),
    )


def _pk(row: Any) -> UUID | None:
    return row.pk if row is not None else None


def _counts(item: Any) -> dict[str, int]:
    counts = {name: getattr(item, name) for name in asked.RESULTS if getattr(item, name)}
    return counts | ({"noted": 1} if item.last_noted_on or item.was_lived else {})


def _publication(item: Any, seen: dict[str, Any], as_at: datetime | None) -> Publication | None:
    found = asked.publications(publication_id=item.publication_id, as_at=as_at, **seen) if item.publication_id else []
    return found[0] if found else None


def _version(item: Any) -> Version | None:
    found = asked.versions(item_id=item.pk, number=item.newest) if item.newest else []
    return found[0] if found else None


def _written(version: Version, lines: list[Any]) -> Any:
    steps = tuple(as_facts.timed(step) for step in asked.steps(version_id=version.pk))
    return as_facts.written(version, as_facts.rules(lines, version), steps)


def _talks(version: Any, decision: Any, sight: Sight, as_at: datetime | None) -> tuple[Talk, ...]:
    """Where the question was talked about, or the voices were heard on which it rests."""
    rows = asked.talks(
        question_id=decision.question_id if decision else None,
        conversation_id=decision.conversation_id if decision else None,
        version_id=_pk(version),
        decision_id=_pk(decision),
        person_id=sight.person_id,
        audiences=sight.audiences,
        as_at=as_at,
    )
    return as_facts.talks(rows, sight)


def _of_decision(decision: Decision, item: Any, sight: Sight, as_at: datetime | None) -> dict[str, Any]:
    """The decision, and the ways that there were."""
    options = asked.options(question_id=decision.question_id, as_at=as_at)
    return {
        "decision": _decided(decision, item, sight),
        "options": tuple(as_facts.offered(row, decision.option_id) for row in options),
    }


def _decided(decision: Decision, item: Any, sight: Sight) -> Decided:
    weighed = tuple(as_facts.weighed(row, sight) for row in asked.considerations(decision_id=decision.pk))
    return as_facts.decided(decision, told_at=item.told_at, told_how=item.told_how or "", weighed=weighed)


def _later(rows: list[Any]) -> tuple[Said, ...]:
    """What the person said of how it turned out: the latest five."""
    since = [row for row in rows if row.is_later and row.amendment not in Amendment.ends()]
    return tuple(as_facts.said(row) for row in since[-asked.LATEST :])


def _with_amendments(rows: list[Any]) -> tuple[Said, ...]:
    """The first words as they stand now; a row cited after it was corrected stands for itself."""
    amendments = {row.amends_id: row for row in rows if row.amends_id is not None}
    first = [row for row in rows if row.is_first and row.amendment not in Amendment.ends()]
    return tuple(_as_it_stands(row, amendments.get(row.pk)) for row in first)


def _as_it_stands(voice: Any, amendment: Any) -> Said:
    """The first words, or the corrected ones under the first one's address; what was taken back says so and shows nothing."""
    if amendment is None:
        return as_facts.said(voice)
    if amendment.amendment == Amendment.CORRECTED:
        return as_facts.said(amendment, voice_id=voice.pk, corrected=True)
    return as_facts.said(voice, taken_back=True)
