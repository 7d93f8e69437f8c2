"""Somebody sees it differently: write that down, say where each stands, take the steps, close it; and what is stuck."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.base.errors import NotFound
from throughline.base.models.recorded import Audience
from throughline.conversations import queries as said
from throughline.decisions import actions, policy
from throughline.decisions import queries as decided
from throughline.decisions import queries_amended as amended
from throughline.decisions import queries_disagreement as queries
from throughline.people.sight import Sight

from .. import as_at, citing, mistakes
from ..addresses import Policy, address, look, note_people
from ..forms import Form
from ..frame import frame
from ..parts import Link
from ..said import showing
from ..said.views.asking import form_page, names
from ..said.who import around
from ..submit import submit
from . import forms
from .pages import dispute_page, list_page, stands_meanwhile, stuck_page, to_list

ABOUT: dict[str, Callable[..., Any]] = {"decision": decided.decision, "conversation": said.conversation, "voice": said.voice}


def _show(request: HttpRequest, sight: Sight, page: Any) -> HttpResponse:
    return render(request, "shared/sections.jinja", {"shell": showing.shell(request, page.title, sight), "page": page})


@address(Policy.SCOPED)
def stuck(request: HttpRequest) -> HttpResponse:
    """Those that need somebody who leads."""
    require(policy.may_see_stuck(request.user))
    found = queries.stuck(request.user)
    page = stuck_page(found, as_at.today())
    response = render(request, "shared/sections.jinja", {"shell": frame(request, page.title), "page": page})
    return note_people(request, response, (each.row.person for each, _why in found), "disagreements:stuck")


@address(Policy.PERSON)
def disagreements(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Everything about a person that is disputed, and what was settled."""
    sight = look(request, person_id)
    return _show(request, sight, list_page(sight, as_at.asked_day(request)))


@address(Policy.PERSON)
def new(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Somebody sees it differently."""
    sight = look(request, person_id)
    require(policy.may_open(request.user, sight.person))
    name, row = _cited(request, sight)
    kind = forms.OpenFromVoiceForm if name == "voice" else forms.OpenForm
    form = kind(request.POST or None, names=names(sight))
    about = {"person": sight.person, name: row, "by": request.user}
    if request.method == "POST" and (done := submit(form, lambda given: actions.open_disagreement(**about, **form.arguments(given)))):
        return redirect("disagreements:one", disagreement_id=done.value.pk)
    back = Link(str(row)[:80], reverse(f"{'decisions' if name == 'decision' else 'said'}:{name}", args=[row.pk]))
    intro = stands_meanwhile(sight.person.name)
    return form_page(request, sight, form, _("Somebody sees it differently"), _("Keep this"), back=back, intro=intro)


def _cited(request: HttpRequest, sight: Sight) -> tuple[str, Any]:
    """What it is about, from the page on which the link stood; NotFound without one."""
    for name, find in ABOUT.items():
        if given := request.GET.get(name, ""):
            try:
                return name, find(sight, UUID(given))
            except ValueError:
                break
    raise NotFound


def _the(request: HttpRequest, disagreement_id: UUID) -> tuple[Sight, queries.Dispute]:
    """A disagreement and the actor's sight of whom it is about."""
    sight = look(request, queries.person_of_disagreement(disagreement_id), about_id=disagreement_id)
    return sight, queries.disagreement(sight, disagreement_id)


@address(Policy.PERSON)
def disagreement(request: HttpRequest, disagreement_id: UUID) -> HttpResponse:
    """One disagreement, the person first."""
    at = as_at.asked_day(request)
    sight = look(request, queries.person_of_disagreement(disagreement_id), about_id=disagreement_id)
    return _show(request, sight, dispute_page(sight, queries.disagreement(sight, disagreement_id, at.moment), at))


def _asked(request: HttpRequest, sight: Sight, row: Any, form: Form, act: Callable[[dict[str, Any]], Any], title: str) -> HttpResponse:
    """One form, from the page of the disagreement and back there."""
    if request.method == "POST" and submit(form, act):
        return redirect("disagreements:one", disagreement_id=row.pk)
    back = Link(row.subject, reverse("disagreements:one", args=[row.pk]))
    return form_page(request, sight, form, title, _("Keep this"), back=back)


@address(Policy.PERSON)
def persons(request: HttpRequest, disagreement_id: UUID) -> HttpResponse:
    """Where the person stands, in their own words."""
    sight, dispute = _the(request, disagreement_id)
    require(policy.may_open(request.user, sight.person))
    row = dispute.row
    voices = citing.to_cite(sight, private=row.audience == Audience.MANAGER)
    form = forms.PersonsForm(request.POST or None, voices=voices, names=names(sight))
    keep = lambda given: actions.take_position(disagreement=row, by=request.user, **form.arguments(given))
    return _asked(request, sight, row, form, keep, _("Where does %(name)s stand?"))


@address(Policy.PERSON)
def others(request: HttpRequest, disagreement_id: UUID) -> HttpResponse:
    """Where somebody else stands, in their own words."""
    sight, dispute = _the(request, disagreement_id)
    require(policy.may_open(request.user, sight.person))
    form = forms.OthersForm(request.POST or None, around=around(sight), names=names(sight))
    keep = lambda given: actions.take_position(disagreement=dispute.row, by=request.user, **form.arguments(given))
    return _asked(request, sight, dispute.row, form, keep, _("Where does somebody else stand?"))


@address(Policy.PERSON)
def step(request: HttpRequest, disagreement_id: UUID) -> HttpResponse:
    """The next step: who sees to it, and by when."""
    sight, dispute = _the(request, disagreement_id)
    require(policy.may_settle(request.user, sight.person))
    form = forms.StepForm(request.POST or None, team=around(sight).team, names=names(sight))
    keep = lambda given: actions.take_step(disagreement=dispute.row, by=request.user, **form.arguments(given))
    return _asked(request, sight, dispute.row, form, keep, _("Take the next step"))


@address(Policy.PERSON)
def close(request: HttpRequest, disagreement_id: UUID) -> HttpResponse:
    """What it came to. Nobody who is a party to it closes it."""
    sight, dispute = _the(request, disagreement_id)
    require(policy.may_settle(request.user, sight.person))
    form = forms.CloseForm(request.POST or None, decisions=decided.valid_decisions(sight), names=names(sight))
    keep = lambda given: actions.close_disagreement(disagreement=dispute.row, by=request.user, **form.arguments(given))
    return _asked(request, sight, dispute.row, form, keep, _("What did it come to?"))


@address(Policy.PERSON)
def mistake(request: HttpRequest, person_id: UUID, table: str, row_id: UUID) -> HttpResponse:
    """A disagreement, a position, a step or a closing was entered by mistake."""
    sight = look(request, person_id, about_id=row_id)
    row = amended.row(sight, amended.DISAGREEMENTS, table, row_id)
    require(policy.may_take_back(request.user, row))
    return mistakes.asked(request, sight, row, actions.take_back, to_list(sight))
