from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.access.policy import may_undo
from throughline.base import clock
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.models import Amendment
from throughline.base.records import amend, copy_of, keep, once
from throughline.base.sent import already
from throughline.base.sentences import N_
from throughline.base.written import NOW, Written
from throughline.people.models import File, Person

from .. import law, policy
from ..models import SecondObservation, Voice
from ..standing import still_stands
from .files import keep_file


@transaction.atomic
def keep_voice(*, person: Person, how_told: str, by: Any, written: Written = NOW, **said: Any) -> Voice:
    """Keep what the person said or showed. The author only writes it down.

    said: the fields of Voice. `written.occurred_at` is when it was said.
    """
    require(policy.may_keep_voice(by, person))
    voice = Voice(person=person, how_told=how_told, **said)
    if voice.thought and voice.thought_by_id is None:
        voice.thought_by = by
    _check(voice, written)
    return keep("conversations.voice-kept", voice, by=by, written=written)


@dataclass(frozen=True, slots=True)
class Clip:
    """A sound or photo that comes with a voice. content: as `keep_file` takes it."""

    content: BinaryIO
    media_type: str
    shows: str = ""
    seconds: int | None = None


@once
@transaction.atomic
def keep_voice_with_clips(
    *, person: Person, clips: Mapping[str, Clip], basis: str = "", basis_words: str = "", by: Any, written: Written = NOW, **said: Any
) -> Voice:
    """Keep what the person said or showed with its sound and photo: all of it, or nothing.

    clips: by "sound" and "photo". The files are for the same audience as the voice.
    """
    require(policy.may_keep_voice(by, person))
    if there := already(Voice, by=by, written=written):
        return there
    files: dict[str, Any] = {name: _clip(name, clip, person, basis, basis_words, said, by, written) for name, clip in clips.items()}
    return keep_voice(person=person, by=by, written=written, **said, **files)


def _clip(name: str, clip: Clip, person: Person, basis: str, words: str, said: dict[str, Any], by: Any, written: Written) -> File:
    """One clip, kept; what is wrong with it is said of its own field."""
    more = {"audience": said["audience"]} if "audience" in said else {}
    when = Written(occurred_at=written.occurred_at, recorded_at=written.recorded_at)
    try:
        return keep_file(
            person=person,
            kind=name,
            content=clip.content,
            media_type=clip.media_type,
            shows=clip.shows,
            seconds=clip.seconds,
            basis=basis,
            basis_words=words,
            by=by,
            written=when,
            **more,
        )
    except Invalid as invalid:
        raise Invalid({name if field == "content" else field: fault for field, fault in invalid.faults.items()}) from None


def _check(voice: Voice, written: Written) -> None:
    """Refuse a voice that says too little, with one sentence a field."""
    recorded_at = written.recorded_at or clock.now()
    faults = law.voice_faults(
        how_told=voice.how_told,
        words=voice.words,
        seen=voice.seen,
        thought=voice.thought,
        said_who=bool(voice.told_by_contact_id or voice.told_by_staff_id),
        late=law.is_late(written.occurred_at or recorded_at, recorded_at),
        late_because=voice.late_because,
        has_sound=voice.sound_id is not None,
    )
    if any(file is not None and file.person_id != voice.person_id for file in (voice.sound, voice.photo)):
        faults["sound"] = N_("This file is kept on somebody else's record. Choose it again.")
    if faults:
        raise Invalid.by_law(faults)


@transaction.atomic
def correct_voice(*, voice: Voice, reason: str, by: Any, written: Written = NOW, **said: Any) -> Voice:
    """Correct how a voice was written down. The first words stay, struck through."""
    require(policy.may_amend(by, voice))
    still_stands(voice)
    corrected = copy_of(voice)
    for name, value in said.items():
        setattr(corrected, name, value)
    if corrected.thought != voice.thought:
        corrected.thought_by = by if corrected.thought else None
    corrected.occurred_at = voice.occurred_at
    corrected.late_because = corrected.late_because or reason
    when = Written(
        id=written.id, occurred_at=voice.occurred_at, recorded_at=written.recorded_at, device=written.device, counter=written.counter
    )
    _check(corrected, when)
    return amend("conversations.voice-corrected", voice, corrected, kind=Amendment.CORRECTED, reason=reason, by=by, written=when)


@transaction.atomic
def take_back(*, voice: Voice, kind: str, reason: str = "", by: Any, written: Written = NOW) -> Voice:
    """Undo, withdraw for the person, or mark as entered by mistake. Nothing is deleted."""
    require(may_undo(by, voice) if kind == Amendment.UNDONE else policy.may_amend(by, voice))
    still_stands(voice)
    return amend("conversations.voice-taken-back", voice, copy_of(voice), kind=Amendment(kind), reason=reason, by=by, written=written)


def _without_the_others_contacts(moved: Voice, by: Any) -> None:
    """A contact of one person is nobody on another's record; who told us then is whoever moves it, and the first row says who did."""
    moved.helper_contact = None
    if moved.told_by_contact_id:
        moved.told_by_contact, moved.told_by_staff = None, moved.told_by_staff or by


@transaction.atomic
def move_voice(*, voice: Voice, to: Person, reason: str, by: Any, written: Written = NOW) -> Voice:
    """Move a voice that stands on the wrong person's record, with a trace on both."""
    require(policy.may_amend(by, voice) & policy.may_keep_voice(by, to))
    still_stands(voice)
    if to.pk == voice.person_id:
        raise Invalid({"to": _("It stands on this person's record already.")})
    moved = copy_of(voice)
    moved.person, moved.conversation, moved.sound, moved.photo, moved.group = to, None, None, None, voice.pk
    moved.late_because = moved.late_because or reason
    _without_the_others_contacts(moved, by)
    amend("conversations.voice-moved", voice, copy_of(voice), kind=Amendment.MOVED, reason=reason, by=by)
    when = Written(occurred_at=voice.occurred_at, recorded_at=written.recorded_at)
    return keep("conversations.voice-kept", moved, by=by, written=when)


@transaction.atomic
def second_voice(*, voice: Voice, seen: str, agrees: bool, thought: str = "", by: Any, written: Written = NOW) -> SecondObservation:
    """A second observer says what they saw, apart from the first."""
    require(policy.may_second(by, voice))
    second = SecondObservation(person=voice.person, voice=voice, seen=seen, agrees=agrees, thought=thought, audience=voice.audience)
    return keep("conversations.voice-seconded", second, by=by, written=written)
