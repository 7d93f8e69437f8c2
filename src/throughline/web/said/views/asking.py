"""What several views of this area do: find a voice, make a form's page, find the conversation that a form was opened from."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from throughline.conversations import queries
from throughline.people.sight import Sight

from ... import about_person
from ...addresses import look
from ...forms import Form, FormPage
from ...parts import Button, Link
from .. import showing


def the_voice(request: HttpRequest, voice_id: UUID) -> tuple[Sight, Any]:
    """A voice and the actor's sight of whose it is."""
    sight = look(request, queries.person_of_voice(voice_id), about_id=voice_id)
    return sight, queries.voice(sight, voice_id)


def held_in(request: HttpRequest, sight: Sight) -> Any:
    """The conversation that the form was opened from (`?conversation=`), when there is one."""
    asked_for = request.GET.get("conversation")
    if not asked_for:
        return None
    try:
        return queries.conversation_to_cite(sight, UUID(asked_for))
    except ValueError:
        return None


def names(sight: Sight, **more: str) -> dict[str, str]:
    return {"name": sight.person.name, **more}


def form_page(
    request: HttpRequest, sight: Sight, form: Form, title: str, button: str, *, back: Link | None = None, **more: Any
) -> HttpResponse:
    """A page with one form. `title` and `button` may say %(name)s. template, shown: another page around it, and what that takes besides."""
    said = {"name": sight.person.name}
    template, shown = more.pop("template", "layouts/form.jinja"), more.pop("shown", {})
    page = FormPage(
        form,
        Button(button % said, main=True),
        heading=title % said,
        back=back or showing.person_link(sight.person),
        portrait=about_person.portrait(sight.person),
        who_will_see=more.pop("who_will_see", _("the team that supports %(name)s, and the registered manager.") % said),
        **more,
    )
    return render(request, template, {"shell": showing.shell(request, title % said, sight), "page": page} | shown)
