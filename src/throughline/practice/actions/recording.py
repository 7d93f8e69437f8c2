"""Everything that can be done with what happened: record it, undo it, correct it, write a note."""

from dataclasses import replace
from datetime import date
from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext as _

from throughline.base import clock
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.ids import beside
from throughline.base.models import Amendment
from throughline.base.records import amend, copy_of, keep, once, sent_before
from throughline.base.sent import already
from throughline.base.sentences import N_
from throughline.base.written import NOW, Written
from throughline.conversations.actions import keep_voice
from throughline.conversations.choices import HowTold
from throughline.conversations.models import Voice
from throughline.people.choices import Area
from throughline.people.models import Person
from throughline.plan.models import Step, Version

from .. import policy, tallies
from ..models import DailyNote, NeedChange, RoutineRecord
from .crossings import cross, uncross

ADDED = N_("Added straight after.")  # kept as it stands here; pages say `_(reason)`


@once
@transaction.atomic
def record_routine(
    *,
    person: Person,
    version: Version,
    step: Step | None,
    result: str,
    day: date | None = None,
    words: str = "",
    by: Any,
    written: Written = NOW,
    **told: Any,
) -> RoutineRecord:
    """Keep one result against one step of what staff follow, with what the person said of it, and count it. Sent twice, it is kept once."""
    require(policy.may_keep(by, person))
    if version.person_id != person.pk or (step is not None and step.version_id != version.pk):
        raise Invalid({"step": _("This step is not part of this person's plan. Open Today again.")})
    if voice := _said(words, person=person, by=by, written=written):
        told["voice"] = voice
    happened = written.occurred_at or written.recorded_at or clock.now()
    about = {"person": person, "item_id": version.item_id, "version": version, "topic": version.topic}
    record = RoutineRecord(**about, step=step, day=day or clock.day_of(happened), result=result, **told)
    if before := sent_before(record, by=by, written=written):
        return before
    keep("practice.routine-recorded", record, by=by, written=written)
    _count(record, +1)
    cross(row=record, by=by)
    return record


def _said(words: str, *, person: Person, by: Any, written: Written) -> Voice | None:
    """What the person said of it as it happened: a voice of theirs that the record cites. Both are kept, or neither."""
    if not words.strip():
        return None
    theirs = replace(written, id=written.id and beside(written.id), counter=None)
    return already(Voice, by=by, written=theirs) or keep_voice(person=person, words=words, how_told=HowTold.SAID, by=by, written=theirs)


def _count(record: RoutineRecord, by: int) -> None:
    tallies.count(
        person_id=record.person_id,
        item_id=record.item_id,
        day=record.day,
        received_on=clock.day_of(clock.now()),
        result=record.result,
        by=by,
    )


@transaction.atomic
def undo_routine(*, record: RoutineRecord, by: Any, written: Written = NOW) -> RoutineRecord:
    """Take back a record within ten minutes. Both rows stay."""
    require(policy.may_add(by, record, written))
    _not_amended(record)
    undone = copy_of(record)
    amend("practice.routine-undone", record, undone, kind=Amendment.UNDONE, reason="", by=by, written=_when(record, written))
    _count(record, -1)
    uncross(row=record, by=by)
    return undone


@transaction.atomic
def mistake_routine(*, record: RoutineRecord, reason: str, by: Any) -> RoutineRecord:
    """Say that a record should not have been made: written twice, or on the wrong page. It stays, struck through, and counts no more."""
    require(policy.may_correct(by, record))
    _not_amended(record)
    ended = amend("practice.routine-mistaken", record, copy_of(record), kind=Amendment.MISTAKE, reason=reason, by=by)
    _count(record, -1)
    uncross(row=record, by=by)
    return ended


@transaction.atomic
def correct_routine(*, record: RoutineRecord, reason: str, by: Any, written: Written = NOW, **told: Any) -> RoutineRecord:
    """Say it better, with a reason; the first words stay, struck through."""
    require(policy.may_correct(by, record))
    _not_amended(record)
    corrected = _changed(record, told)
    amend("practice.routine-corrected", record, corrected, kind=Amendment.CORRECTED, reason=reason, by=by, written=_when(record, written))
    _count(record, -1)
    _count(corrected, +1)
    uncross(row=record, by=by)
    cross(row=corrected, by=by)
    return corrected


@transaction.atomic
def add_to_routine(*, record: RoutineRecord, by: Any, written: Written = NOW, **told: Any) -> RoutineRecord:
    """Add how it was, a note or the person's words, right after recording. The result stays as it is. What it says already adds nothing."""
    require(policy.may_add(by, record, written))
    if told.keys() & {"result", "day"}:
        raise Invalid({"result": _("Adding to a record does not change what happened. Correct it instead, with a reason.")})
    if all(getattr(record, name) == value for name, value in told.items()):
        return record
    _not_amended(record)
    return amend(
        "practice.routine-added-to",
        record,
        _changed(record, told),
        kind=Amendment.CORRECTED,
        reason=ADDED,
        by=by,
        written=_when(record, written),
    )


@transaction.atomic
def record_words(*, record: RoutineRecord, words: str, how_told: str, by: Any, written: Written = NOW) -> RoutineRecord:
    """Keep the person's own words about what happened: a voice of theirs, which the record cites. Both, or neither.

    `written.id` is the voice's: sent twice, the words are kept once.
    """
    if record.voice_id == written.id and already(Voice, by=by, written=written):
        require(policy.may_add(by, record))
        return record
    voice = keep_voice(person=record.person, words=words, how_told=how_told, by=by, written=written)
    return add_to_routine(record=record, voice=voice, by=by)


@transaction.atomic
def cite_words(*, record: RoutineRecord, voice: Voice, by: Any, written: Written = NOW) -> RoutineRecord:
    """Have a record cite words that were kept straight after it. By the clock of the phone, where both were written on one."""
    return add_to_routine(record=record, voice=voice, by=by, written=replace(written, id=None, counter=None))


def _changed(record: RoutineRecord, told: dict[str, Any]) -> RoutineRecord:
    changed = copy_of(record)
    for name, value in told.items():
        setattr(changed, name, value)
    return changed


def _when(record: Any, written: Written) -> Written:
    """When it happened does not change because it is told better."""
    return Written(written.id, record.occurred_at, written.recorded_at, written.device, written.counter)


def _not_amended(record: Any) -> None:
    """Only what stands can be amended; the last words are the ones to change. Held, so that two who amend at once do not both count."""
    if connection.features.has_select_for_update:
        type(record).objects.select_for_update().get(pk=record.pk)
    if not type(record).objects.current().filter(pk=record.pk).exists():
        raise Invalid({"record": _("This was changed already. Open the latest words and change those.")})


@once
@transaction.atomic
def write_note(*, person: Person, text: str, day: date | None = None, by: Any, written: Written = NOW, **about: Any) -> DailyNote:
    """Write freely about a person's day. Sent twice, it is one note."""
    require(policy.may_keep(by, person))
    happened = written.occurred_at or written.recorded_at or clock.now()
    if about.get("item") is not None:
        about = {"topic": about["item"].topic} | about
    note = DailyNote(person=person, text=text, day=day or clock.day_of(happened), **about)
    return sent_before(note, by=by, written=written) or keep("practice.note-written", note, by=by, written=written)


@transaction.atomic
def correct_note(*, note: DailyNote, text: str, reason: str, by: Any, written: Written = NOW) -> DailyNote:
    """Say a note better, with a reason; the first words stay, struck through."""
    require(policy.may_correct(by, note))
    _not_amended(note)
    corrected = copy_of(note)
    corrected.text = text
    return amend("practice.note-corrected", note, corrected, kind=Amendment.CORRECTED, reason=reason, by=by, written=_when(note, written))


@transaction.atomic
def undo_note(*, note: DailyNote, by: Any) -> DailyNote:
    """Take back a note within ten minutes. Both rows stay."""
    require(policy.may_add(by, note))
    _not_amended(note)
    return amend("practice.note-undone", note, copy_of(note), kind=Amendment.UNDONE, reason="", by=by)


@transaction.atomic
def mistake_note(*, note: DailyNote, reason: str, by: Any) -> DailyNote:
    """Say that a note should not have been written here: on the wrong page, or twice. It stays, struck through."""
    require(policy.may_correct(by, note))
    _not_amended(note)
    return amend("practice.note-mistaken", note, copy_of(note), kind=Amendment.MISTAKE, reason=reason, by=by)


@once
@transaction.atomic
def keep_need_change(*, person: Person, area: str, words: str, since_on: date | None = None, by: Any, written: Written = NOW) -> NeedChange:
    """Keep that what the person needs in one part of life changed. Every part that somebody has in it is up to be looked at again."""
    require(policy.may_keep(by, person))
    if area not in Area.values:
        raise Invalid({"area": _("Choose a part of life from the list.")})
    day = since_on or clock.today()
    if day > clock.today():
        raise Invalid({"since_on": _("This has not come yet. Write today or an earlier day.")})
    change = NeedChange(person=person, area=area, words=words, since_on=day, topic=Area(area).topic)
    return sent_before(change, by=by, written=written) or keep("practice.need-changed", change, by=by, written=written)


@transaction.atomic
def mistake_need_change(*, change: NeedChange, reason: str, by: Any) -> NeedChange:
    """Say that a change of need was written down by mistake. It stays, struck through, and puts nothing up to be looked at."""
    require(policy.may_correct(by, change))
    _not_amended(change)
    return amend("practice.need-change-mistaken", change, copy_of(change), kind=Amendment.MISTAKE, reason=reason, by=by)
