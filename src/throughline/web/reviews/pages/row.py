"""One line of "You said, we did", from a voice and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.access.roles import Act
from throughline.base import clock
from throughline.people.sight import Sight
from throughline.reviews import law
from throughline.reviews.choices import ResponseState, RightForThem

from ... import quotes
from ... import words as written
from ...parts import Button, Link, Quote, State, Told


@dataclass(frozen=True, slots=True)
class May:
    """What the reader may do for this person; nothing on a page of a past day."""

    respond: bool
    tell: bool


def state_of(voice: Any, answered: Any) -> str:
    """Waiting, doing, done, could not. What a decision answered of which the person was told is done; what nobody answered waits."""
    if answered:
        return str(answered.response.state)
    return (ResponseState.DONE if voice.decided_id else ResponseState.WAITING).value


def told(voice: Any, answered: Any, sight: Sight, titles: Mapping[UUID, str], may: May, today: date, *, main: bool) -> Told:
    """The line."""
    name = sight.person.name
    check = answered.checks[-1] if answered and answered.checks else None
    return Told(
        quote=quotes.quote(voice, name, told_by=quotes.seen_by(voice)),
        state=state(voice, answered, today),
        did=did(voice, answered, today),
        more=_thread(answered, titles) or _decision(voice, answered),
        picture=reverse("people:file", args=[voice.photo_id]) if voice.photo_id else "",
        verdict=_verdict(check, sight),
        verdict_note=_note(answered, check, name) or _told_of_decision(voice, answered, name),
        action=_action(voice, answered, check, name, may, main=main),
        change=_change(voice, answered, may),
        mistake=_mistake(answered, check, sight, may),
    )


def state(voice: Any, answered: Any, today: date) -> State:
    """Where it stands, with its days."""
    response = answered.response if answered else None
    if response is None and voice.decided_id:
        return State(_("Decided, %(day)s") % {"day": written.short_day(voice.decided_at, clock.today())}, "good")
    if response is None or response.state == ResponseState.WAITING:
        days = (today - clock.day_of(voice.occurred_at)).days
        text = _("Waiting %(days)s") % {"days": written.days_long(days)} if days > 0 else _("Waiting since today")
        return State(text, "waiting")
    if response.state == ResponseState.DOING:
        if not response.by_day:
            return State(_("Doing"), icon="doing")
        return State(_("Doing, by %(day)s") % {"day": written.short_day(response.by_day, clock.today())}, icon="doing")
    if response.state == ResponseState.DONE:
        return State(_("Done, %(day)s") % {"day": written.short_day(response.occurred_at, clock.today())}, "good")
    return State(_("Could not, and why"), icon="cannot")


def due(voice: Any, response: Any) -> date:
    """By which day there is an answer: the day that somebody promised, else the provider's own rule."""
    return (response.by_day if response else None) or law.answer_due(clock.day_of(voice.occurred_at), voice.wish)


def did(voice: Any, answered: Any, today: date) -> str:
    """What we do or did; while it waits, who answers by when."""
    response = answered.response if answered else None
    if response is not None and response.state != ResponseState.WAITING:
        return str(response.what)
    if response is None and voice.decided_id:
        return str(voice.decided)
    day = {"day": written.short_day(due(voice, response), clock.today())}
    if response is None:
        late = today > due(voice, None)
        return _("An answer was due by %(day)s.") % day if late else _("An answer is due by %(day)s.") % day
    return f"{response.what} {_('%(who)s will answer by %(day)s.') % (day | {'who': response.author.name})}"


def _thread(answered: Any, titles: Mapping[UUID, str]) -> Link | None:
    item_id: Any = answered.response.item_id if answered else None
    if item_id not in titles:
        return None
    title = titles[item_id]
    return Link(_("See the thread: %(item)s") % {"item": title[:1].lower() + title[1:]}, reverse("thread:thread", args=[item_id]))


def _decision(voice: Any, answered: Any) -> Link | None:
    if answered or voice.decided_id is None:
        return None
    return Link(_("Open the decision"), reverse("decisions:decision", args=[voice.decided_id]), more=voice.decided)


def _told_of_decision(voice: Any, answered: Any, name: str) -> str:
    if answered or voice.decided_id is None:
        return ""
    return _("%(name)s was told on %(day)s.") % {"name": name, "day": written.short_day(voice.decided_told_at, clock.today())}


def _verdict(check: Any, sight: Sight) -> Quote | None:
    voice = check.voice if check else None
    return quotes.quote(voice, sight.person.name, size="s") if voice and voice.audience in sight.audiences else None


def _note(answered: Any, check: Any, name: str) -> str:
    """Whether the person was told, and what they say of it."""
    if check:
        return " ".join(each for each in (_right(check, name), check.what_next) if each)
    if answered is None or answered.response.state == ResponseState.WAITING:
        return ""
    telling = told_of(answered)
    if telling is None:
        return _("%(name)s has not been told yet.") % {"name": name}
    day = written.short_day(telling.occurred_at, clock.today())
    return _("%(name)s was told on %(day)s. Not asked yet whether it is right.") % {"name": name, "day": day}


def told_of(answered: Any) -> Any:
    """The telling of the answer that stands; what was told of an earlier one does not count for it."""
    return next((each for each in reversed(answered.told) if each.response_id == answered.response.pk), None)


def _right(check: Any, name: str) -> str:
    sentences = {
        RightForThem.YES: _("%(name)s says it is right, %(day)s."),
        RightForThem.NO: _("%(name)s says it is not right, %(day)s."),
        RightForThem.UNSURE: _("%(name)s is not sure that it is right, %(day)s."),
    }
    return sentences[RightForThem(check.right)] % {"name": name, "day": written.short_day(check.occurred_at, clock.today())}


def _action(voice: Any, answered: Any, check: Any, name: str, may: May, *, main: bool) -> Button | None:
    """The one thing to do next with it: answer, tell, ask."""
    about = _("about: %(words)s") % {"words": voice.words or voice.seen}
    if state_of(voice, answered) == ResponseState.WAITING:
        answer = reverse("reviews:respond", args=[voice.pk])
        return Button(_("Answer %(name)s") % {"name": name}, answer, main=main, more=about) if may.respond else None
    if not may.tell or answered is None:
        return None
    response = answered.response
    if told_of(answered) is None:
        return Button(_("Tell %(name)s") % {"name": name}, reverse("reviews:told", args=[response.pk]), more=about)
    if check is None or check.response_id != response.pk:
        return Button(_("Ask %(name)s") % {"name": name}, reverse("reviews:check", args=[response.pk]), more=about)
    return None


def _change(voice: Any, answered: Any, may: May) -> Link | None:
    if not may.respond or answered is None or state_of(voice, answered) == ResponseState.WAITING:
        return None
    return Link(_("Say where it stands now"), reverse("reviews:respond", args=[voice.pk]), more=voice.words or voice.seen)


def _mistake(answered: Any, check: Any, sight: Sight, may: May) -> Link | None:
    """Taking back the last that was done: that they were asked, else that they were told."""
    told = told_of(answered) if answered else None
    table, row = ("check", check) if check else ("told", told)
    if not may.tell or row is None or not (row.author_id == sight.actor.pk or Act.CORRECT in sight.may):
        return None
    about = _("about: %(words)s") % {"words": answered.response.what[:80]}
    return Link(_("Entered by mistake"), reverse("reviews:mistake", args=[sight.person_id, table, row.pk]), more=about)
