"""What family, advocates and professionals write: their say, something they ask for, an advocate's note to the person."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.base.written import Written
from throughline.conversations import actions, policy
from throughline.conversations import queries as conversations
from throughline.conversations.choices import ContributionKind
from throughline.people.sight import Sight

from ..addresses import Policy, address, look_circle
from ..forms import Form, FormPage
from ..parts import Button, Link
from ..submit import submit
from . import forms
from .pages.around import link_of, shell, show
from .pages.notes import note_page, notes_page


@address(Policy.CIRCLE)
def say(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """A view before people meet or decide."""
    sight = look_circle(request, person_id)
    form = forms.Say(request.POST or None, names={"name": sight.person.name})
    keep = lambda given: kept(sight, form.said(given), given["id"])  # noqa: E731
    if request.method == "POST" and submit(form, keep):
        return redirect("circle:said", person_id=person_id)
    intro = _("One box is enough. It is kept in your words, and people read it before they meet or decide. It decides nothing by itself.")
    return asking(request, sight, form, "say", _("Have your say"), intro)


@address(Policy.CIRCLE)
def ask_for(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """A change in what one can see, or that people look again; an advocate can offer to lead it."""
    sight = look_circle(request, person_id)
    form = forms.Ask(request.POST or None)
    keep = lambda given: kept(sight, {ContributionKind.REQUEST: given["words"]}, given["id"])  # noqa: E731
    if request.method == "POST" and submit(form, keep):
        return redirect("circle:said", person_id=person_id)
    if "access" in request.GET:
        intro = _("Somebody asks %(name)s. Only %(name)s, or whoever may decide it by law, can change what you see.")
        return asking(request, sight, form, "access", _("Ask for a change"), intro % {"name": sight.person.name})
    intro = _("Say what people should look at again. If you are an advocate, say whether you would like to lead it.")
    return asking(request, sight, form, "home", _("Ask for a review"), intro)


def kept(sight: Sight, said: dict[str, str], row_id: Any) -> Any:
    return actions.have_say(contact=link_of(sight).contact, said=said, by=sight.actor, written=Written(id=row_id))


def asking(request: HttpRequest, sight: Sight, form: Form, current: str, heading: str, intro: str) -> HttpResponse:
    """A page with one form, the way back, and who will read what is written."""
    back = Link(sight.person.name, reverse("circle:home", args=[sight.person_id]))
    readers = _("%(name)s, the team that supports %(name)s, and whoever meets about it") % {"name": sight.person.name}
    page = FormPage(form, Button(_("Send"), main=True), heading, back, intro, who_will_see=readers, instead=Link(_("Not now"), back.href))
    return render(request, "layouts/form.jinja", {"shell": shell(request, sight, heading, current), "page": page})


@address(Policy.CIRCLE)
def notes(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """An advocate's own notes, and a new one."""
    sight = look_circle(request, person_id)
    contact = link_of(sight).contact
    require(policy.may_keep_private_note(request.user, contact))
    form = forms.Note(request.POST or None, names={"name": sight.person.name})
    by = {"contact": contact, "by": request.user}
    keep = lambda given: actions.keep_private_note(words=given["words"], written=Written(id=given["id"]), **by)  # noqa: E731
    if request.method == "POST" and submit(form, keep):
        return redirect("circle:notes", person_id=person_id)
    return show(request, sight, "notes", _("Private notes"), "notes", notes_page(sight, form))


@address(Policy.CIRCLE)
def note(request: HttpRequest, person_id: UUID, note_id: UUID) -> HttpResponse:
    """One note, large, to read with the person."""
    sight = look_circle(request, person_id, about_id=note_id)
    page = note_page(sight, conversations.private_note(sight, note_id))
    return show(request, sight, "note", _("A note"), "notes", page)
