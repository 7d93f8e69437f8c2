"""Advance refusals, advocates, and what was entered by mistake. All lead back to the page of who can decide."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from throughline.agreements import actions as agreements
from throughline.authority import actions, policy, queries
from throughline.base import clock
from throughline.base.answers import require
from throughline.people import queries as people
from throughline.people.sight import Sight

from ... import legal
from ...addresses import Policy, address, look
from ...forms import Form
from ...said.forms import MistakeForm
from ...said.views.asking import form_page, names
from ...submit import submit
from .. import forms
from ..pages.powers import back_to_list


def _asked(request: HttpRequest, sight: Sight, form: Form, act: Callable[[dict[str, Any]], Any], title: str, **more: Any) -> HttpResponse:
    """One form, from the page of who can decide and back there."""
    if request.method == "POST" and submit(form, act):
        return redirect("authority:list", person_id=sight.person_id)
    return form_page(request, sight, form, title, _("Keep this"), back=back_to_list(sight), **more)


@address(Policy.PERSON)
def refusal_new(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """What the person said beforehand that they refuse."""
    sight = look(request, person_id)
    require(policy.may_keep(request.user, sight.person))
    form = forms.RefusalForm(request.POST or None, names=names(sight))
    keep = lambda given: actions.keep_refusal(person=sight.person, by=request.user, **form.arguments(given))
    return _asked(request, sight, form, keep, _("What did %(name)s say no to beforehand?"), law=legal.texts(["advance-refusal"]))


def _the_refusal(request: HttpRequest, refusal_id: UUID) -> tuple[Sight, Any]:
    """A refusal and the actor's sight of whose it is, when they may keep what becomes of it."""
    sight = look(request, queries.person_of_refusal(refusal_id), about_id=refusal_id)
    require(policy.may_keep(request.user, sight.person))
    return sight, queries.refusal(sight, refusal_id)


@address(Policy.PERSON)
def send(request: HttpRequest, refusal_id: UUID) -> HttpResponse:
    """It was sent to a clinician, who can say what it means."""
    sight, row = _the_refusal(request, refusal_id)
    form = forms.SendForm(request.POST or None, names=names(sight), contacts=people.contacts(sight))
    keep = lambda given: actions.send_refusal(refusal=row, by=request.user, **form.arguments(given))
    return _asked(request, sight, form, keep, _("To which clinician was it sent?"), intro=row.treatments)


@address(Policy.PERSON)
def withdrawn(request: HttpRequest, refusal_id: UUID) -> HttpResponse:
    """The person took it back."""
    sight, row = _the_refusal(request, refusal_id)
    form = forms.WithdrawnForm(request.POST or None, names=names(sight))
    keep = lambda given: actions.withdraw_refusal(refusal=row, by=request.user, **given)
    return _asked(request, sight, form, keep, _("%(name)s took it back"), intro=row.treatments)


@address(Policy.PERSON)
def answer(request: HttpRequest, sent_id: UUID) -> HttpResponse:
    """What the clinician answered."""
    sight = look(request, queries.person_of_sending(sent_id), about_id=sent_id)
    require(policy.may_keep(request.user, sight.person))
    sent = queries.sending(sight, sent_id)
    form = forms.AnswerForm(request.POST or None, names=names(sight))
    keep = lambda given: actions.keep_answer(sent=sent, by=request.user, **form.arguments(given))
    return _asked(request, sight, form, keep, _("What did the clinician answer?"), intro=_("Sent to %(to)s.") % {"to": sent.to})


@address(Policy.PERSON)
def advocate_new(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """An advocate was asked for, or works with the person already."""
    sight = look(request, person_id)
    require(policy.may_keep(request.user, sight.person))
    form = forms.AdvocateForm(request.POST or None, names=names(sight), contacts=people.contacts(sight))
    keep = lambda given: actions.ask_for_advocate(person=sight.person, by=request.user, **form.arguments(given))
    return _asked(request, sight, form, keep, _("An advocate for %(name)s"), law=legal.texts(["care-act", "imca"]))


@address(Policy.PERSON)
def step(request: HttpRequest, advocacy_id: UUID) -> HttpResponse:
    """What happened with the advocate."""
    sight = look(request, queries.person_of_advocacy(advocacy_id), about_id=advocacy_id)
    require(policy.may_keep(request.user, sight.person))
    work = queries.advocate(sight, advocacy_id).advocacy
    contacts, first = people.contacts(sight), {"on": clock.today()}
    form = forms.StepForm(request.POST or None, names=names(sight), contacts=contacts, initial=first)
    keep = lambda given: agreements.keep_step(advocacy=work, by=request.user, **form.arguments(given))
    return _asked(request, sight, form, keep, _("What happened with the advocate?"), intro=str(work))


@address(Policy.PERSON)
def mistake(request: HttpRequest, person_id: UUID, table: str, row_id: UUID) -> HttpResponse:
    """Something of these pages was entered by mistake. It stays in the record and counts no more."""
    sight = look(request, person_id, about_id=row_id)
    row = queries.row(sight, table, row_id)
    require(policy.may_amend(request.user, row))
    form = MistakeForm(request.POST or None, names=names(sight))
    take_back = lambda given: agreements.take_back_papers(row=row, by=request.user, **given)
    return _asked(request, sight, form, take_back, _("This was entered by mistake"), intro=str(row))
