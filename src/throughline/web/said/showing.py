"""Voices, contributions and people as parts of a page: their words first, then how we know. Used by every page that quotes somebody."""

from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from throughline.base import clock
from throughline.base.terms import gettext as _
from throughline.conversations.choices import HowTold
from throughline.people.choices import Party
from throughline.people.sight import Sight

from .. import words
from ..as_at import keep
from ..frame import frame, who_can_see
from ..parts import Contribution, Link, Quote, Sound, Source, Speaker, Thought
from ..shell import Shell


def day(value: date | datetime) -> str:
    """Tuesday 3 March."""
    return words.full_day(value, clock.today())


def short_day(value: date | datetime) -> str:
    """3 March."""
    return words.short_day(value, clock.today())


def moment(value: datetime) -> str:
    """Tuesday 3 March, 2:30pm."""
    return words.day_and_time(value, clock.today())


def person_link(person: Any) -> Link:
    """The way back to the person's own page."""
    return Link(_("%(name)s’s page") % {"name": person.name}, reverse("people:page", args=[person.pk]))


def shell(request: HttpRequest, title: str, sight: Sight, **more: Any) -> Shell:
    """The frame of a page about one person."""
    return frame(request, title, person=sight.person, current="people", **({"who_can_see": who_can_see(sight)} | more))


def with_query(address: str, **query: Any) -> str:
    """An address with what is given of a query; nothing for what is not."""
    given = {name: str(value) for name, value in query.items() if value}
    return f"{address}?{urlencode(given)}" if given else address


# --- who ---------------------------------------------------------------------------------------------


def contact_speaker(contact: Any) -> Speaker:
    return Speaker(contact.kind, _("%(name)s, %(relationship)s") % {"name": contact.name, "relationship": contact.relationship})


def staff_speaker(user: Any) -> Speaker:
    return Speaker("staff", _("%(name)s, %(staff)s") % {"name": user.name})


def speaker(party: str, contact: Any, staff: Any, person: Any) -> Speaker:
    """Whoever it was: a contact, a member of staff, or the person themself."""
    if contact is not None:
        return contact_speaker(contact)
    return staff_speaker(staff) if party == Party.STAFF and staff is not None else Speaker("person", person.name)


def party_name(party: str, person: Any) -> str:
    """On whose side somebody spoke, in words."""
    return person.name if party == Party.PERSON else str(Party(party).label)


# --- what they said ----------------------------------------------------------------------------------


def sound_of(voice: Any, name: str) -> Sound | None:
    if voice.sound is None:
        return None
    return Sound(reverse("people:file", args=[voice.sound.pk]), voice.sound.seconds or 0, _("Hear %(name)s") % {"name": name})


def how_told(voice: Any) -> str:
    """said it, 24 February; Priya told us, 24 February."""
    when = short_day(voice.occurred_at)
    if voice.how_told == HowTold.TOLD_BY_SOMEONE:
        teller = voice.told_by_contact or voice.told_by_staff
        return _("%(teller)s told us, %(day)s") % {"teller": teller.name, "day": when}
    return _("%(how)s, %(day)s") % {"how": HowTold(voice.how_told).label, "day": when}


def voice_words(voice: Any) -> str:
    """The words, or what was seen; of a sound that nobody has written down yet, just that."""
    shown = voice.seen if voice.how_told == HowTold.SHOWED else voice.words or voice.seen
    return shown or _("No words written down yet. Hear them.")


def quote(voice: Any, name: str, *, size: Any = "", link: bool = True, seconded: bool = False) -> Quote:
    """A voice as a quotation, with how it was told and a link to its own page."""
    more = Link(_("About these words"), keep(voice_address(voice)), more=voice_words(voice)[:80]) if link else None
    source = Source((how_told(voice),), Speaker("person", name), sound_of(voice, name), more)
    how: Any = voice.how_told if voice.words or voice.how_told == HowTold.SHOWED else HowTold.SHOWED.value
    return Quote(voice_words(voice), source, how=how, size=size, thought=thought(voice, seconded))


def thought(voice: Any, seconded: bool) -> Thought | None:
    """What somebody thinks it means, never without who and whether anybody checked."""
    if not voice.thought:
        return None
    checked = _("Somebody else saw the same.") if seconded else _("Not checked yet.")
    return Thought(voice.thought_by.name, voice.thought, checked)


def contribution(each: Any, person: Any, *, link: bool = True) -> Contribution:
    """What somebody else said: theirs, never the person's. With a link to its own page, where it can be put right."""
    parts = [_("%(kind)s, %(day)s") % {"kind": each.get_kind_display(), "day": short_day(each.occurred_at)}]
    parts += [_("gathered before the meeting")] if each.beforehand else []
    parts += [_("spoke in %(name)s’s place") % {"name": person.name}] if each.answered_for else []
    more = Link(_("About these words"), keep(contribution_address(each)), more=each.words[:80]) if link else None
    return Contribution(each.words, Source(tuple(parts), speaker(each.party, each.contact, each.staff, person), link=more), quoted=True)


def file_address(file_id: UUID) -> str:
    return reverse("people:file", args=[file_id])


def voice_address(voice: Any) -> str:
    return reverse("said:voice", args=[voice.pk])


def contribution_address(each: Any) -> str:
    return reverse("said:contribution", args=[each.pk])


def attempt_address(each: Any) -> str:
    return reverse("said:attempt", args=[each.pk])


def conversation_address(held: Any) -> str:
    return reverse("said:conversation", args=[held.pk])


def after_voice(voice: Any, held: Any) -> str:
    """Where one is after keeping words: back in the conversation, or on the page of the words."""
    return conversation_address(held) if held is not None else voice_address(voice)


def only_the_manager(sight: Sight) -> str:
    """The foot of a page that is for the manager alone."""
    return _("Who can see this page: the registered manager alone. Every reading is kept, and %(name)s can see the list.") % {
        "name": sight.person.name
    }


def meetings_address(sight: Sight) -> str:
    return reverse("said:conversations", args=[sight.person_id])
