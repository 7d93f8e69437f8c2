"""A voice as pages quote it: what the person said or showed, how they told us, when, and who saw it."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base import clock
from throughline.conversations.choices import HowTold

from . import words
from .parts import Quote, Sound, Source, Speaker
from .parts.said import IN_OTHERS_WORDS


def quote(voice: Any, name: str, *, size: Any = "", told_by: str = "", with_sound: bool = True) -> Quote:
    """Their words, or what was seen when there were none. `name` is the person's; no query when the sound came with the voice."""
    speaker = Speaker("person", name)
    parts = (source_of(voice), *((told_by,) if told_by else ()))
    return Quote(
        voice.words or voice.seen, Source(parts, speaker, sound(voice) if with_sound else None), how=how_told(voice.how_told), size=size
    )


def seen_by(voice: Any) -> str:
    """Who saw it, for what stands in somebody else's words. The voice comes with its author."""
    return _("%(who)s saw it") % {"who": voice.author.name} if voice.how_told in IN_OTHERS_WORDS else ""


def source_of(voice: Any) -> str:
    """said it, 24 February"""
    day = words.short_day(voice.occurred_at, clock.today())
    return _("%(how)s, %(day)s") % {"how": voice.get_how_told_display(), "day": day}


def sound(voice: Any) -> Sound | None:
    """The recording of it, where there is one."""
    if not voice.sound_id:
        return None
    return Sound(reverse("people:file", args=[voice.sound_id]), voice.sound.seconds or 0, _("Hear it"))


def how_told(value: str) -> Any:
    """The same code on a page as in the record; a plain value, so that templates compare it."""
    return HowTold(value).value
