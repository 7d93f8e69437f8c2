"""The easy-read print of "You said, we did": one answer a page, short sentences, to the person."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base import clock
from throughline.people.sight import Sight
from throughline.reviews.choices import ResponseState

from ... import quotes
from ... import words as written
from ...parts import Quote
from . import row


@dataclass(frozen=True)
class Sheet:
    """One page: what you said, what we did, and whether it is right."""

    quote: Quote
    picture: str
    we: str
    what: str
    faces: tuple[tuple[str, str], ...]  # icon, word; none while it waits
    foot: str


def sheet(voice: Any, answered: Any, sight: Sight) -> Sheet:
    """The page of one voice."""
    return Sheet(
        quote=quotes.quote(voice, sight.person.name, with_sound=False),
        picture=reverse("people:file", args=[voice.photo_id]) if voice.photo_id else "",
        we=_we(voice, answered),
        what=_what(voice, answered),
        faces=_faces() if row.state_of(voice, answered) != ResponseState.WAITING else (),
        foot=_("%(name)s. Printed on %(day)s.") % {"name": sight.person.name, "day": written.full_day(clock.today(), clock.today())},
    )


def _faces() -> tuple[tuple[str, str], ...]:
    """Nothing is asked while it waits."""
    return (("happy", _("Yes")), ("soso", _("Not sure")), ("unhappy", _("No")))


def _we(voice: Any, answered: Any) -> str:
    state = row.state_of(voice, answered)
    if state == ResponseState.WAITING:
        response = answered.response if answered else None
        day = row.due(voice, response)
        if day < clock.today():
            return _("We are late with our answer. We are sorry.")
        due = written.full_day(day, clock.today())
        if response is None:
            return _("We have to answer you by %(day)s.") % {"day": due}
        return _("%(who)s will tell you by %(day)s.") % {"who": response.author.name, "day": due}
    if answered is None:
        return _("This was decided.")
    sentences = {
        ResponseState.DOING: _("We are doing this."),
        ResponseState.DONE: _("We did this."),
        ResponseState.COULD_NOT: _("We could not do this. This is why."),
    }
    return sentences[ResponseState(state)]


def _what(voice: Any, answered: Any) -> str:
    return answered.response.what if answered else voice.decided or ""
