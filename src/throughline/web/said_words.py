"""From facts about what was said to quotations and source lines, the same on every page."""

from typing import Any

from django.urls import reverse

from throughline.base import clock
from throughline.base.terms import gettext as _
from throughline.base.terms import word
from throughline.conversations.choices import HowTold
from throughline.thread.facts import Contributed, Said
from throughline.thread.facts import Source as Whose

from . import words
from .parts import Contribution, Link, Quote, Sound, Source, Speaker, Thought
from .paths import path_to

HOW = dict(HowTold.choices)


def told(name: str, how_told: str, day: str) -> str:
    """How and when the person told us."""
    return _("%(how)s, %(day)s") % {"how": HOW[how_told], "day": day}


def quote(said: Said, name: str, size: Any = "") -> Quote:
    """A voice as a quotation: their words, or what was seen with what somebody thinks apart; the source opens the voice."""
    if said.taken_back:
        return Quote(_("%(name)s took these words back.") % {"name": name}, Source(link=_open(said)), how="told_by_someone", size=size)
    parts = [told(name, said.how_told, words.full_day(said.said_at, clock.today()))]
    if said.corrected:
        parts.append(_("written down better since"))
    if not said.is_own_words:
        parts.append(_("%(who)s wrote it down") % {"who": said.recorder})
    source = Source(tuple(parts), Speaker("person", name), sound_of(said.sound_id, said.seconds, name), _open(said))
    return Quote(said.words or said.seen, source, how=said.how_told, size=size, thought=_thought(said, name))  # type: ignore[arg-type]


def _open(said: Said) -> Link:
    return Link(_("What became of it"), path_to("said:voice", said.id), more=said.words or said.seen)


def _thought(said: Said, name: str) -> Thought | None:
    if not said.thought:
        return None
    return Thought(said.thought_by, said.thought, _("Not checked with %(name)s yet.") % {"name": name})


def sound_of(sound_id: Any, seconds: int | None, name: str) -> Sound | None:
    """The recording of a voice."""
    return Sound(reverse("people:file", args=[sound_id]), seconds or 0, _("Hear %(name)s") % {"name": name}) if sound_id else None


def speaker(whose: Whose) -> Speaker:
    """Who speaks, with what they are to the person."""
    relationship = word("staff") if whose.party == "staff" else whose.relationship
    name = _("%(name)s, %(relationship)s") % {"name": whose.name, "relationship": relationship} if relationship else whose.name
    return Speaker(whose.party, name)  # type: ignore[arg-type]


def contribution(said: Contributed, effect: str = "") -> Contribution:
    """What somebody else said, theirs, with what the decision did with it."""
    parts = [words.short_day(said.said_at, clock.today())]
    return Contribution(said.words, Source((*parts, effect) if effect else tuple(parts), speaker(said.source)))
