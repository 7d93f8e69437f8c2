"""What family, advocates and professionals write: their say, what they decide by law, what they ask for, a note to the person."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.base.errors import NotFound
from throughline.base.written import Written
from throughline.conversations import actions, policy
from throughline.conversations import queries as conversations
from throughline.conversations.choices import ContributionKind
from throughline.decisions import actions as decisions
from throughline.people.sight import Sight

from ..addresses import Policy, address, look_circle
from ..forms import Form, FormPage
from ..parts import Button, Link
from ..submit import submit
from . import forms, shared
from .pages.around import link_of, shell, show
from .pages.deciding import yours
from .pages.notes import note_page, notes_page


@address(Policy.CIRCLE)
def say(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """A view before people meet or decide; about one question, or about anything."""
    sight = look_circle(request, person_id)
    questions = shared.open_questions(sight)
    begun = {"about": request.GET.get("about", "")}
    form = forms.Say(request.POST or None, names={"name": sight.person.name}, questions=questions, initial=begun)
    keep = lambda given: kept(sight, form.said(given), given["id"], form.question(given))
    if request.method == "POST" and submit(form, keep):
        return redirect("circle:said", person_id=person_id)
    intro = _("One box is enough. It is kept in your words, and people read it before they meet or decide. It decides nothing by itself.")
    return asking(request, sight, form, "say", _("Have your say"), intro)


@address(Policy.CIRCLE)
def decided(request: HttpRequest, person_id: UUID, question_id: UUID) -> HttpResponse:
    """What an attorney or deputy decides about a question that is theirs, in their words. Staff write it down as a decision."""
    sight = look_circle(request, person_id, about_id=question_id)
    question = next((each for each in yours(sight) if each.pk == question_id), None)
    if question is None:
        raise NotFound
    form = forms.Decided(request.POST or None, names={"name": sight.person.name})
    keep = lambda given: kept(sight, {ContributionKind.OPINION: given["words"]}, given["id"], question)
    if request.method == "POST" and submit(form, keep):
        return redirect("circle:said", person_id=person_id)
    intro = _("The team writes it down as your decision, with what %(name)s says and who was asked. It counts from then on.")
    return asking(request, sight, form, "home", question.text, intro % {"name": sight.person.name})


@address(Policy.CIRCLE)
def ask_for(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """A change in what one can see, or that people look again; an advocate can offer to lead it."""
    sight = look_circle(request, person_id)
    form = forms.Ask(request.POST or None)
    keep = lambda given: kept(sight, {ContributionKind.REQUEST: given["words"]}, given["id"])
    if request.method == "POST" and submit(form, keep):
        return redirect("circle:said", person_id=person_id)
    if "access" in request.GET:
        intro = _("Somebody asks %(name)s. Only %(name)s, or whoever may decide it by law, can change what you see.")
        return asking(request, sight, form, "access", _("Ask for a change"), intro % {"name": sight.person.name})
    intro = _("Say what people should look at again. If you are an advocate, say whether you would like to lead it.")
    return asking(request, sight, form, "ask", _("Ask for a review"), intro)


def kept(sight: Sight, said: dict[str, str], row_id: Any, question: Any = None) -> Any:
    """Words about one question, or about no question."""
    told: dict[str, Any] = {"contact": link_of(sight).contact, "said": said, "by": sight.actor, "written": Written(id=row_id)}
    return actions.have_say(**told) if question is None else decisions.have_say_on(question=question, **told)


def asking(
    request: HttpRequest, sight: Sight, form: Form, current: str, heading: str, intro: str, lines: Sequence[str] = ()
) -> HttpResponse:
    """A page with one form, the way back, and who will read what is written. lines: to read before one writes."""
    back = Link(sight.person.name, reverse("circle:home", args=[sight.person_id]))
    readers = _("%(name)s, the team that supports %(name)s, and whoever meets about it or has to decide it by law")
    who = readers % {"name": sight.person.name}
    page = FormPage(form, Button(_("Send"), main=True), heading, back, intro, who_will_see=who, instead=Link(_("Not now"), back.href))
    around = {"shell": shell(request, sight, heading, current), "page": page, "lines": lines}
    return render(request, "circle/write.jinja", around)


@address(Policy.CIRCLE)
def notes(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """An advocate's own notes, and a new one."""
    sight = look_circle(request, person_id)
    contact = link_of(sight).contact
    require(policy.may_keep_private_note(request.user, contact))
    form = forms.Note(request.POST or None, names={"name": sight.person.name})
    by = {"contact": contact, "by": request.user}
    keep = lambda given: actions.keep_private_note(words=given["words"], written=Written(id=given["id"]), **by)
    if request.method == "POST" and submit(form, keep):
        return redirect("circle:notes", person_id=person_id)
    return show(request, sight, "notes", _("Private notes"), "notes", notes_page(sight, form))


@address(Policy.CIRCLE)
def note(request: HttpRequest, person_id: UUID, note_id: UUID) -> HttpResponse:
    """One note, large, to read with the person."""
    sight = look_circle(request, person_id, about_id=note_id)
    page = note_page(sight, conversations.private_note(sight, note_id))
    return show(request, sight, "note", _("A note"), "notes", page)
