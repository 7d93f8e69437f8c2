"""Whether somebody's liberty is taken away: what stands, look at it and conclude, write down an objection or an authorisation."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base import clock
from throughline.base.answers import require
from throughline.decisions import actions, policy
from throughline.decisions import queries as decided
from throughline.decisions import queries_amended as amended
from throughline.decisions import queries_liberty as queries
from throughline.decisions.choices import AuthorisedBy
from throughline.people.sight import Sight

from .. import as_at, citing, mistakes
from ..addresses import Policy, address, look
from ..said import showing
from ..said.views.asking import form_page, names
from ..submit import submit
from . import forms
from .pages import liberty_page, review_page, to_list


def _show(request: HttpRequest, sight: Sight, page: Any) -> HttpResponse:
    return render(request, "shared/sections.jinja", {"shell": showing.shell(request, page.title, sight), "page": page})


@address(Policy.PERSON)
def liberty(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """What stands about a person's liberty."""
    sight = look(request, person_id)
    return _show(request, sight, liberty_page(sight, as_at.asked_day(request)))


@address(Policy.PERSON)
def review(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """One review."""
    sight = look(request, queries.person_of_review(review_id), about_id=review_id)
    at = as_at.asked_day(request)
    return _show(request, sight, review_page(sight, queries.review(sight, review_id, at.moment), at))


@address(Policy.PERSON)
def review_new(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Look at it and conclude. Whoever came from publishing something goes back there."""
    sight = look(request, person_id)
    require(policy.may_conclude_liberty(request.user, sight.person))
    about: dict[str, Any] = {
        "voices": citing.to_cite(sight),
        "decisions": decided.valid_decisions(sight),
        "asked": request.GET.get("decision", ""),
    }
    form = forms.ReviewForm(request.POST or None, names=names(sight), **about)
    keep = lambda given: actions.review_liberty(person=sight.person, by=request.user, **form.arguments(given))
    if request.method == "POST" and (done := submit(form, keep)):
        return redirect(_on_to_publishing(request) or reverse("liberty:review", args=[done.value.pk]))
    return form_page(request, sight, form, _("Is %(name)s’s liberty taken away?"), _("Sign this conclusion"), back=to_list(sight))


def _on_to_publishing(request: HttpRequest) -> str:
    """The page on which a version is published, with the decision chosen; empty for whoever did not come from there."""
    try:
        version, decision = UUID(request.GET.get("version", "")), UUID(request.GET.get("decision", ""))
    except ValueError:
        return ""
    return f"{reverse('plan:publish', args=[version])}?{urlencode({'decision': decision})}"


@address(Policy.PERSON)
def objection_new(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """The person objects, in words or behaviour."""
    sight = look(request, person_id)
    require(policy.may_object(request.user, sight.person))
    form = forms.ObjectionForm(request.POST or None, voices=citing.to_cite(sight), names=names(sight), initial=_asked(request))
    keep = lambda given: actions.keep_objection(person=sight.person, by=request.user, **form.arguments(given))
    if request.method == "POST" and submit(form, keep):
        return redirect("liberty:list", person_id=person_id)
    intro = _("It opens the last conclusion again. Nobody has to be sure first.")
    return form_page(request, sight, form, _("%(name)s objects to how things are"), _("Keep this"), back=to_list(sight), intro=intro)


def _asked(request: HttpRequest) -> dict[str, str]:
    return {"voice": request.GET.get("voice", "")}


@address(Policy.PERSON)
def authorisation_new(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """What authorises it, as its papers say."""
    sight = look(request, person_id)
    require(policy.may_conclude_liberty(request.user, sight.person))
    urgent = [each for each in queries.authorisations(sight) if each.kind == AuthorisedBy.URGENT]
    form = forms.AuthorisationForm(request.POST or None, urgent=urgent, names=names(sight), initial={"from_on": clock.today()})
    keep = lambda given: actions.keep_authorisation(person=sight.person, by=request.user, **form.arguments(given))
    if request.method == "POST" and submit(form, keep):
        return redirect("liberty:list", person_id=person_id)
    return form_page(request, sight, form, _("What authorises it?"), _("Keep this"), back=to_list(sight))


@address(Policy.PERSON)
def met(request: HttpRequest, condition_id: UUID) -> HttpResponse:
    """What shows that a condition is met."""
    sight = look(request, queries.person_of_condition(condition_id), about_id=condition_id)
    require(policy.may_meet(request.user, sight.person))
    row = queries.condition(sight, condition_id)
    form = forms.MetForm(request.POST or None, names=names(sight))
    keep = lambda given: actions.meet_condition(condition=row, by=request.user, **form.arguments(given))
    if request.method == "POST" and submit(form, keep):
        return redirect("liberty:list", person_id=sight.person_id)
    return form_page(request, sight, form, _("Is the condition met?"), _("Keep this"), back=to_list(sight), intro=row.text)


@address(Policy.PERSON)
def ended(request: HttpRequest, authorisation_id: UUID) -> HttpResponse:
    """It ended early."""
    sight = look(request, queries.person_of_authorisation(authorisation_id), about_id=authorisation_id)
    require(policy.may_conclude_liberty(request.user, sight.person))
    row = queries.authorisation(sight, authorisation_id)
    form = forms.EndedForm(request.POST or None, names=names(sight), initial={"on": clock.today()})
    keep = lambda given: actions.end_authorisation(authorisation=row, by=request.user, **form.arguments(given))
    if request.method == "POST" and submit(form, keep):
        return redirect("liberty:list", person_id=sight.person_id)
    return form_page(request, sight, form, _("It has ended"), _("Keep this"), back=to_list(sight), intro=str(row))


@address(Policy.PERSON)
def mistake(request: HttpRequest, person_id: UUID, table: str, row_id: UUID) -> HttpResponse:
    """Something of these pages was entered by mistake. Nothing rests on it from then on."""
    sight = look(request, person_id, about_id=row_id)
    row = amended.row(sight, amended.LIBERTY, table, row_id)
    require(policy.may_take_back(request.user, row))
    return mistakes.asked(request, sight, row, actions.take_back, to_list(sight))
