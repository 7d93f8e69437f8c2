"""Questions: put one, read it, offer options, say where it was talked about. And the list of decisions."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.conversations import queries as said
from throughline.decisions import actions, policy, queries
from throughline.decisions.choices import Impact
from throughline.people import queries as people
from throughline.people.sight import Sight

from ... import about_person, as_at
from ...addresses import Policy, address, look
from ...forms import FormPage
from ...parts import Button, Link
from ...said import showing
from ...said.views.asking import form_page, held_in, names
from ...submit import submit
from .. import forms
from ..pages.question import decisions_page, question_page


def the_question(request: HttpRequest, question_id: UUID) -> tuple[Sight, Any]:
    """A question and the actor's sight of whose it is."""
    sight = look(request, queries.person_of_question(question_id), about_id=question_id)
    return sight, queries.question(sight, question_id)


def to_question(row: Any) -> Link:
    return Link(_("The question"), reverse("decisions:question", args=[row.pk]))


@address(Policy.PERSON)
def decisions(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """What was decided with a person, and what is still to decide."""
    sight = look(request, person_id)
    page = decisions_page(sight, as_at.asked_day(request))
    return render(request, "decisions/decisions.jinja", {"shell": showing.shell(request, _("Decisions"), sight), "page": page})


@address(Policy.PERSON)
def question(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """One question on the way to its decision."""
    sight, row = the_question(request, question_id)
    page = question_page(sight, row)
    return render(request, "decisions/question.jinja", {"shell": showing.shell(request, page.title, sight), "page": page})


@address(Policy.PERSON)
def question_new(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Put one question to be decided."""
    sight = look(request, person_id)
    require(policy.may_ask(request.user, sight.person, Impact.LOW))
    held = held_in(request, sight)
    form = forms.QuestionForm(request.POST or None, contacts=people.contacts(sight), names=names(sight))
    if request.method == "POST" and (done := submit(form, lambda given: _ask(sight, request.user, held, form.arguments(given)))):
        return redirect("decisions:question", question_id=done.value.pk)
    title = _("Put a question to be decided")
    back = Link(_("%(name)s’s decisions") % names(sight), reverse("decisions:list", args=[person_id]))
    page = FormPage(form, Button(_("Put this question"), main=True), title, back, portrait=about_person.portrait(sight.person))
    return render(request, "decisions/question_new.jinja", {"shell": showing.shell(request, title, sight), "page": page})


def _ask(sight: Sight, by: Any, held: Any, asked: dict[str, Any]) -> Any:
    return actions.ask(person=sight.person, talked_in=[held] if held is not None else [], by=by, **asked)


@address(Policy.PERSON)
def option_new(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """Add one of the ways in which it could be decided."""
    sight, row = the_question(request, question_id)
    require(policy.may_ask(request.user, sight.person, row.impact))
    form = forms.OptionForm(request.POST or None, names=names(sight))
    if request.method == "POST" and submit(form, lambda given: actions.offer(question=row, by=request.user, **form.arguments(given))):
        return redirect("decisions:question", question_id=row.pk)
    return form_page(request, sight, form, _("Add an option"), _("Keep this option"), back=to_question(row), intro=row.text)


@address(Policy.PERSON)
def talked(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """Say in which meeting or talk it was talked about."""
    sight, row = the_question(request, question_id)
    require(policy.may_ask(request.user, sight.person, row.impact))
    form = forms.TalkedForm(request.POST or None, names=names(sight), held=_not_linked(sight, row))
    if request.method == "POST" and submit(form, lambda given: actions.talk_about(question=row, by=request.user, **given)):
        return redirect("decisions:question", question_id=row.pk)
    write = Link(_("Write down another meeting or talk"), reverse("said:conversation_new", args=[sight.person_id]))
    title = _("Where was it talked about?")
    return form_page(request, sight, form, title, _("Keep this"), back=to_question(row), intro=row.text, instead=write)


def _not_linked(sight: Sight, row: Any) -> list[tuple[Any, str]]:
    """Conversations that can be chosen, with their days."""
    linked = {each.pk for each in queries.talked_in(sight, row)}
    return [
        (each, _("%(title)s, %(day)s") % {"title": each.title, "day": showing.day(each.occurred_at)})
        for each in said.conversations(sight)
        if each.pk not in linked
    ]
