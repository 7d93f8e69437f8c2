"""Voices: write down, read, put right, take back, move, second."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from throughline.access import scope
from throughline.access.roles import Act
from throughline.agreements import actions as agreements
from throughline.base.answers import require
from throughline.conversations import actions, policy

from ... import as_at
from ...addresses import Policy, address, look
from ...parts import Link
from ...submit import submit
from .. import forms, showing
from ..pages.capture import capture_page
from ..pages.voice import voice_page
from ..who import around
from .asking import form_page, held_in, names, the_voice


@address(Policy.PERSON)
def voice_new(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Write down or record what the person said or showed."""
    sight = look(request, person_id)
    require(policy.may_keep_voice(request.user, sight.person))
    held, near = held_in(request, sight), around(sight)
    form = forms.VoiceForm(request.POST or None, request.FILES or None, names=names(sight, manager=near.manager), around=near)
    said = {"person": sight.person, "conversation": held, "by": request.user}
    if request.method == "POST" and (done := submit(form, lambda given: actions.keep_voice_with_clips(**said, **form.arguments(given)))):
        return redirect(showing.after_voice(done.value, held))
    title = _("What did %(name)s say or show?") % names(sight)
    page = capture_page(sight, form, held, title)
    return render(request, "said/voice_new.jinja", {"shell": showing.shell(request, title, sight), "page": page})


@address(Policy.PERSON)
def voice(request: HttpRequest, voice_id: UUID) -> HttpResponse:
    """The person's words, how we know, and what became of them."""
    sight, row = the_voice(request, voice_id)
    page = voice_page(sight, row, as_at.asked_day(request))
    who = {"who_can_see": showing.only_the_manager(sight)} if page.private else {}
    return render(request, "said/voice.jinja", {"shell": showing.shell(request, page.title, sight, **who), "page": page})


@address(Policy.PERSON)
def voice_correct(request: HttpRequest, voice_id: UUID) -> HttpResponse:
    """Put right how it was written down. The first words stay."""
    sight, row = the_voice(request, voice_id)
    require(policy.may_amend(request.user, row))
    given = {name: getattr(row, name) for name in ("words", "seen", "thought", "wish")}
    form = forms.CorrectForm(request.POST or None, names=names(sight), initial=given)
    if request.method == "POST" and (done := submit(form, lambda new: actions.correct_voice(voice=row, by=request.user, **new))):
        return redirect("said:voice", voice_id=done.value.pk)
    back = Link(_("These words"), showing.voice_address(row))
    return form_page(request, sight, form, _("Put right what %(name)s said"), _("Keep it like this"), back=back)


@address(Policy.PERSON)
def voice_take_back(request: HttpRequest, voice_id: UUID) -> HttpResponse:
    """Undo, take back for the person, or mark as a mistake. It stays, struck through."""
    sight, row = the_voice(request, voice_id)
    if request.POST.get("kind") == "undone":
        agreements.take_back_voice(voice=row, kind="undone", by=request.user)
        return redirect("said:voice", voice_id=row.pk)
    require(policy.may_amend(request.user, row))
    form = forms.TakeBackForm(request.POST or None, names=names(sight))
    if request.method == "POST" and submit(form, lambda given: agreements.take_back_voice(voice=row, by=request.user, **given)):
        return redirect("said:voice", voice_id=row.pk)
    back = Link(_("These words"), showing.voice_address(row))
    quote = showing.quote(row, sight.person.name, link=False)
    return form_page(request, sight, form, _("Take back what %(name)s said"), _("Take it back"), back=back, quote=quote)


@address(Policy.PERSON)
def voice_move(request: HttpRequest, voice_id: UUID) -> HttpResponse:
    """Move it to the record of whoever said it, with a trace on both."""
    sight, row = the_voice(request, voice_id)
    require(policy.may_amend(request.user, row))
    people = list(scope.people_visible_to(request.user, Act.KEEP_VOICE).exclude(pk=sight.person_id))
    form = forms.MoveForm(request.POST or None, names=names(sight), people=people)
    if request.method == "POST" and (done := submit(form, lambda given: agreements.move_voice(voice=row, by=request.user, **given))):
        return redirect("said:voice", voice_id=done.value.pk)
    back = Link(_("These words"), showing.voice_address(row))
    quote = showing.quote(row, sight.person.name, link=False)
    return form_page(request, sight, form, _("These words are not %(name)s’s"), _("Move them"), back=back, quote=quote)


@address(Policy.PERSON)
def voice_second(request: HttpRequest, voice_id: UUID) -> HttpResponse:
    """A second observer says what they saw, apart from the first."""
    sight, row = the_voice(request, voice_id)
    require(policy.may_second(request.user, row))
    form = forms.SecondForm(request.POST or None, names=names(sight))
    if request.method == "POST" and submit(form, lambda given: actions.second_voice(voice=row, by=request.user, **given)):
        return redirect("said:voice", voice_id=row.pk)
    back = Link(_("These words"), showing.voice_address(row))
    return form_page(request, sight, form, _("What did you see %(name)s do?"), _("Keep what I saw"), back=back)
