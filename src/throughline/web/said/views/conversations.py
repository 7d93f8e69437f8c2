"""Conversations: write one down, read it, and the list of them."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.conversations import actions, policy, queries

from ... import about_person, as_at
from ...addresses import Policy, address, look
from ...forms import FormPage
from ...parts import Button, Link
from ...submit import submit
from .. import forms, showing
from ..pages.conversation import conversation_page
from ..pages.conversations import conversations_page
from ..who import around, around_then
from .asking import form_page, names


@address(Policy.PERSON)
def conversations(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Meetings and talks, newest first."""
    sight = look(request, person_id)
    page = conversations_page(sight, as_at.asked_day(request))
    return render(request, "said/conversations.jinja", {"shell": showing.shell(request, _("Meetings"), sight), "page": page})


@address(Policy.PERSON)
def conversation(request: HttpRequest, conversation_id: UUID) -> HttpResponse:
    """What it was for, who was there, and what each said, the person first."""
    sight, at = look(request, queries.person_of_conversation(conversation_id), about_id=conversation_id), as_at.asked_day(request)
    page = conversation_page(sight, queries.life_of_conversation(sight, conversation_id, at.moment), at)
    return render(request, "said/conversation.jinja", {"shell": showing.shell(request, page.title, sight), "page": page})


@address(Policy.PERSON)
def conversation_new(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Write down an occasion on which things were talked about."""
    sight = look(request, person_id)
    require(policy.may_keep_conversation(request.user, sight.person))
    form = forms.ConversationForm(request.POST or None, names=names(sight), around=around(sight))
    if request.method == "POST" and (
        done := submit(form, lambda given: actions.hold_conversation(person=sight.person, by=request.user, **form.arguments(given)))
    ):
        return redirect("said:conversation", conversation_id=done.value.pk)
    title = _("Write down a meeting or talk")
    back = Link(_("%(name)s’s meetings and talks") % names(sight), showing.meetings_address(sight))
    page = FormPage(form, Button(_("Keep it"), main=True), title, back, portrait=about_person.portrait(sight.person))
    return render(request, "said/conversation_new.jinja", {"shell": showing.shell(request, title, sight), "page": page})


@address(Policy.PERSON)
def conversation_correct(request: HttpRequest, conversation_id: UUID) -> HttpResponse:
    """Put right how it was written down. What stood first stays."""
    sight = look(request, queries.person_of_conversation(conversation_id), about_id=conversation_id)
    held = queries.conversation(sight, conversation_id)
    require(policy.may_amend(request.user, held))
    near = around_then(sight, held.presences.all())
    form = forms.CorrectConversationForm(request.POST or None, names=names(sight), around=near, initial=forms.of_conversation(held))
    if request.method == "POST" and submit(
        form, lambda given: actions.correct_conversation(conversation=held, by=request.user, **form.arguments(given))
    ):
        return redirect("said:conversation", conversation_id=conversation_id)
    title, back = _("Put right what was written of it"), Link(held.title, showing.conversation_address(held))
    page = FormPage(form, Button(_("Keep it like this"), main=True), title, back, portrait=about_person.portrait(sight.person))
    return render(request, "said/conversation_new.jinja", {"shell": showing.shell(request, title, sight), "page": page})


@address(Policy.PERSON)
def conversation_take_back(request: HttpRequest, conversation_id: UUID) -> HttpResponse:
    """Mark it as entered by mistake. It stays, struck through."""
    sight = look(request, queries.person_of_conversation(conversation_id), about_id=conversation_id)
    held = queries.conversation(sight, conversation_id)
    require(policy.may_amend(request.user, held))
    form = forms.MistakeForm(request.POST or None, names=names(sight))
    if request.method == "POST" and submit(form, lambda given: actions.take_back_conversation(conversation=held, by=request.user, **given)):
        return redirect("said:conversation", conversation_id=conversation_id)
    back = Link(held.title, showing.conversation_address(held))
    return form_page(request, sight, form, _("This was entered by mistake"), _("Take it back"), back=back, intro=held.title)
