"""The forms of an answer: saying what we do, telling the person, asking whether it is right."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base import clock
from throughline.people.sight import Sight
from throughline.plan import queries as plan
from throughline.reviews import queries
from throughline.reviews.choices import ResponseState

from ... import about_person, quotes
from ...forms import Form, FormPage
from ...parts import Button, Link
from .. import forms
from . import row


def answer_form(data: Any, sight: Sight, voice: Any) -> forms.Answer:
    """What stands now is in the form; the day for an answer is there from the start."""
    standing = queries.response_of(sight, voice.pk)
    followed = {each.item_id: each.version.title for each in plan.followed(sight) if each.version}
    due = row.due(voice, standing)
    initial: dict[str, Any] = {"by_day": due} if due >= clock.today() else {}
    if standing:
        initial |= {"state": standing.state, "what": standing.what, "item": str(standing.item_id or "")}
        followed |= plan.titles(sight, [standing.item_id]) if standing.item_id else {}
    items = tuple((str(item_id), title) for item_id, title in followed.items())
    return forms.Answer(data, names={"name": sight.person.name}, items=items, initial=initial)


def answer_page(sight: Sight, voice: Any, form: Form) -> FormPage:
    name = {"name": sight.person.name}
    return _page(sight, voice, form, _("Answer %(name)s") % name, Button(_("Keep this answer"), main=True))


def tell_page(sight: Sight, response: Any, form: Form) -> FormPage:
    name = {"name": sight.person.name}
    button = Button(_("%(name)s was told") % name, main=True)
    return _page(sight, response.voice, form, _("Tell %(name)s") % name, button, answer_of(response))


def check_page(sight: Sight, response: Any, form: Form) -> FormPage:
    name = {"name": sight.person.name}
    heading = _("Ask %(name)s: is it right?") % name
    return _page(sight, response.voice, form, heading, Button(_("Keep what %(name)s says") % name, main=True), answer_of(response))


def answer_of(response: Any) -> str:
    """What the person is told, as it stands."""
    sentences = {
        ResponseState.WAITING: _("Our answer: it waits. %(what)s"),
        ResponseState.DOING: _("Our answer: we are doing it. %(what)s"),
        ResponseState.DONE: _("Our answer: it is done. %(what)s"),
        ResponseState.COULD_NOT: _("Our answer: we could not. %(what)s"),
    }
    return sentences[ResponseState(response.state)] % {"what": response.what}


def _page(sight: Sight, voice: Any, form: Form, heading: str, button: Button, intro: str = "") -> FormPage:
    back = reverse("reviews:said_did", args=[sight.person_id])
    return FormPage(
        form,
        button,
        heading=heading,
        back=Link(_("You said, we did"), back),
        intro=intro,
        quote=quotes.quote(voice, sight.person.name, told_by=quotes.seen_by(voice)),
        portrait=about_person.portrait(sight.person),
        who_will_see=_("the team that supports %(name)s, and the registered manager.") % {"name": sight.person.name},
        instead=Link(_("Not now"), back),
    )
