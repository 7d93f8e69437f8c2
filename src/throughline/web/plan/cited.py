"""The person's words and other people's, as a plan shows them: how they stand now, who said them, when and how they told us."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse

from throughline.base import clock
from throughline.base.terms import gettext as _
from throughline.people.sight import Sight
from throughline.plan import queries

from .. import quotes, words
from ..as_at import keep
from ..parts import Link, Quote, Source, Speaker, Why

ONE_LINE = 36  # letters


@dataclass(frozen=True, slots=True)
class Cited:
    """What became of the words that plans cite: corrected ones come as corrected, those taken back show nothing."""

    sight: Sight
    later: dict[UUID, Any]

    @property
    def name(self) -> str:
        return self.sight.person.name

    def as_it_stands(self, voice: Any) -> Any:
        """The voice as it reads now; None when it was taken back or is not for this reader."""
        standing = voice
        while standing is not None and standing.pk in self.later:
            standing = self.later[standing.pk]
        return standing if standing is not None and standing.audience in self.sight.audiences else None

    def quote(self, voice: Any, size: Any = "") -> Quote | None:
        """The person's words with how we know; None when there are none to show."""
        stands = self.as_it_stands(voice) if voice is not None else None
        return quotes.quote(stands, self.name, size=size) if stands else None

    def linked(self, voice: Any) -> Quote | None:
        """The same, with the way to the voice's own page."""
        quote = self.quote(voice)
        if quote is None or quote.source is None:
            return quote
        link = Link(_("About these words"), keep(reverse("said:voice", args=[self.as_it_stands(voice).pk])))
        return replace(quote, source=replace(quote.source, link=link))

    def why(self, voice: Any) -> Why | None:
        """The beginning of their words, short enough for one line of a phone; None when there are none to show. No query."""
        stands = self.as_it_stands(voice) if voice is not None else None
        if stands is None or not (stands.words or stands.seen):
            return None
        return Why(short(stands, ONE_LINE), _is_theirs(stands))

    def source(self, line: Any) -> Source:
        """Where one line comes from, in a line."""
        if line.voice is not None:
            return self._from_voice(line.voice)
        if line.contribution is not None:
            return self._from_other(line.contribution)
        return Source((_("The team thinks so. Not asked yet."),))

    def _from_voice(self, voice: Any) -> Source:
        stands = self.as_it_stands(voice)
        if stands is None:
            return Source((_("%(name)s took back the words that this came from.") % {"name": self.name},))
        link = Link(short(stands), keep(reverse("said:voice", args=[stands.pk])))
        return Source((quotes.source_of(stands),), Speaker("person", self.name), link=link)

    def _from_other(self, contribution: Any) -> Source:
        if contribution.audience not in self.sight.audiences:
            return Source((_("Somebody told the manager."),))
        day = words.short_day(contribution.occurred_at, clock.today())
        return Source((_("told us, %(day)s") % {"day": day},), speaker_of(contribution, self.name))


def cited(sight: Sight, as_at: datetime | None = None) -> Cited:
    """One query."""
    return Cited(sight, queries.amended_voices(sight, as_at))


def speaker_of(contribution: Any, name: str) -> Speaker:
    """Who contributed, and what they are to the person."""
    if contribution.contact is not None:
        who = {"who": contribution.contact.name, "name": name, "relationship": contribution.contact.relationship}
        return Speaker(contribution.party, _("%(who)s, %(name)s’s %(relationship)s") % who)
    return Speaker(contribution.party, _("%(who)s, %(staff)s") % {"who": contribution.staff.name})


def _is_theirs(voice: Any) -> bool:
    """Whether the wording is the person's own."""
    return bool(voice.words and voice.is_own_words and voice.how_told != "picked")


def short(voice: Any, letters: int = 70) -> str:
    """The beginning of what was said or shown, for a list: between quotation marks when the wording is the person's."""
    text = voice.words or voice.seen
    shown = text if len(text) <= letters else f"{text[:letters].rsplit(' ', 1)[0]}…"
    return words.in_quotes(shown) if _is_theirs(voice) else shown
