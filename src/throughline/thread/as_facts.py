"""Rows to facts, one function a row."""

from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from throughline.decisions.choices import Standing
from throughline.people.choices import Party
from throughline.people.sight import Sight

from .facts import (
    Answer,
    Communicates,
    Contributed,
    Decided,
    Offered,
    Published,
    Reviewed,
    Rule,
    Said,
    Source,
    Talk,
    Timed,
    Weighed,
    Written,
)

SAID_THROUGH = ("author", "thought_by", "sound")
# The columns of a voice that `said` reads; nothing else of it has to be fetched.
SAID_FROM = ("words", "seen", "thought", "how_told", "occurred_at", "author__name", "thought_by__name", "sound__seconds")


def said(voice: Any, *, voice_id: UUID | None = None, corrected: bool = False, taken_back: bool = False) -> Said:
    """A voice. What was taken back keeps its place and loses its words."""
    return Said(
        id=voice_id or voice.pk,
        words="" if taken_back else voice.words,
        seen="" if taken_back else voice.seen,
        thought="" if taken_back else voice.thought,
        thought_by=voice.thought_by.name if voice.thought_by else "",
        how_told=voice.how_told,
        is_own_words=voice.is_own_words,
        said_at=voice.occurred_at,
        recorder=voice.author.name,
        sound_id=None if taken_back else voice.sound_id,
        seconds=voice.sound.seconds if voice.sound else None,
        taken_back=taken_back,
        corrected=corrected,
    )


def source(party: str, contact: Any, staff: Any, sight: Sight) -> Source:
    """Whose words."""
    if party == Party.PERSON:
        return Source(party, sight.person.name)
    if contact is not None:
        return Source(party, contact.name, contact.relationship)
    return Source(party, staff.name if staff else "")


def whose(party: str, name: str | None, relationship: str | None, sight: Sight) -> Source:
    """Whose words, from columns in place of rows."""
    return Source(party, sight.person.name if party == Party.PERSON else name or "", relationship or "")


def contributed(row: Any, sight: Sight) -> Contributed:
    """A contribution."""
    return Contributed(row.pk, source(row.party, row.contact, row.staff, sight), row.words, row.occurred_at)


def weighed(row: Any, sight: Sight) -> Weighed:
    """A consideration. A contribution for the manager alone is not shown to the team."""
    visible = row.contribution is not None and row.contribution.audience in sight.audiences
    return Weighed(row.voice_id, contributed(row.contribution, sight) if visible else None, row.effect, row.because)


def decided(decision: Any, *, told_at: datetime | None, told_how: str, weighed: tuple[Weighed, ...]) -> Decided:
    """A decision."""
    return Decided(
        id=decision.pk,
        number=decision.number,
        question=decision.question.text,
        outcome=decision.outcome,
        basis=decision.basis,
        is_valid=decision.standing == Standing.VALID,
        decided_at=decision.occurred_at,
        support_given=decision.support_given,
        reasons=decision.reasons,
        recorder=decision.author.name,
        look_again_on=decision.look_again_on,
        look_again_if=decision.look_again_if,
        told_at=told_at,
        told_how=told_how,
        weighed=weighed,
    )


def offered(option: Any, chosen: UUID | None) -> Offered:
    """An option."""
    took = option.reaction, option.reaction_words
    return Offered(option.pk, option.title, *took, option.is_or_was(chosen), option.benefits, option.risks, option.photo_id)


def talks(rows: list[Any], sight: Sight) -> tuple[Talk, ...]:
    """Conversations, each with those who came; rows as `asked.talks` gives them, in the order in which they were held."""
    return tuple(_talk(list(of_one), sight) for _, of_one in groupby(rows, key=lambda row: row.pk))


def _talk(rows: list[Any], sight: Sight) -> Talk:
    held = rows[0]
    came = tuple(whose(row.party, row.contact or row.staff, row.relationship, sight) for row in rows if row.attendance == "came")
    return Talk(held.pk, held.title, held.occurred_at, held.who_spoke_first, held.not_first_because, held.how_we_talked, came)


def written(version: Any, rules: tuple[Rule, ...], steps: tuple[Timed, ...]) -> Written:
    """A version."""
    return Written(
        id=version.pk,
        number=version.number,
        title=version.title,
        summary=version.summary,
        written_at=version.received_at,
        look_again_on=version.look_again_on,
        look_again_if=version.look_again_if,
        measure=version.measure,
        baseline=version.baseline,
        baseline_on=version.baseline_on,
        target=version.target,
        target_by=version.target_by,
        rules=rules,
        steps=steps,
    )


def timed(step: Any) -> Timed:
    """A step, its times as 24-hour text; empty without one."""
    return Timed(step.text, _time(step.from_time), _time(step.to_time))


def _time(value: Any) -> str:
    return value.strftime("%H:%M") if value else ""


def published(publication: Any) -> Published:
    """A publication."""
    return Published(publication.pk, publication.course, publication.message, publication.occurred_at, publication.author.name)


def reviewed(review: Any) -> Reviewed:
    """A review."""
    return Reviewed(
        review.pk, review.occurred_at, review.verdict, review.because, review.look_again_on, review.author.name, review.author_id
    )


def answer(response: Any) -> Answer:
    """A response."""
    return Answer(
        response.pk,
        response.voice_id,
        response.state,
        response.what,
        response.occurred_at,
        response.told_at,
        response.right or "",
        response.right_voice,
    )


def rules(lines: list[Any], version: Any) -> tuple[Rule, ...]:
    """The lines of one version."""
    return tuple(Rule(line.part, line.text) for line in lines if line.version_id == version.pk)


def communication(lines: list[Any], version: Any) -> Communicates | None:
    """How the person communicates, from the lines of that profile; None on the profile's own page, which says it in full."""
    told = [line for line in lines if line.version.item.kind == "communication" and (version is None or line.version_id != version.pk)]
    if not told:
        return None
    return Communicates(" ".join(sentence(line.text) for line in told), told[0].version.look_again_on)


def sentence(text: str) -> str:
    """A line as a sentence."""
    return text if text.endswith((".", "!", "?")) else f"{text}."
