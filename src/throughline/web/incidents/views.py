"""Write down an incident, read it, put it right, take it back."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.base.models.recorded import Amendment
from throughline.people.sight import Sight
from throughline.practice import actions, policy, queries

from .. import as_at, citing, mistakes
from ..addresses import Policy, address, look
from ..parts import Link
from ..said import showing
from ..said.views.asking import form_page, names
from ..submit import submit
from ..today.pages.notes import done as to_today
from ..watch.phone import watched
from . import forms
from .pages import incident_page, named, to_timeline


@address(Policy.PERSON)
def new(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Something happened that should not have. Short; nobody is told by it."""
    sight = look(request, person_id)
    require(policy.may_keep(request.user, sight.person))
    form = forms.IncidentForm(request.POST or None, voices=citing.to_cite(sight), names=names(sight))
    keep = lambda given: actions.keep_incident(person=sight.person, by=request.user, **form.arguments(given))
    if request.method == "POST" and (done := submit(form, keep)):
        return redirect("incidents:one", incident_id=done.value.pk)
    around = {
        "template": "incidents/new.jinja",
        "shown": {"person": sight.person, "done": to_today(sight), "several": watched(sight, "incident")},
    }
    return _form(request, sight, form, _("Write down an incident"), to_timeline(sight), **around)


def _form(request: HttpRequest, sight: Sight, form: Any, title: str, back: Link, **around: Any) -> HttpResponse:
    return form_page(request, sight, form, title, _("Keep this"), back=back, **around)


def _the(request: HttpRequest, incident_id: UUID) -> tuple[Sight, Any]:
    """An incident and the actor's sight of whom it is about."""
    sight = look(request, queries.person_of_incident(incident_id), about_id=incident_id)
    return sight, queries.incident(sight, incident_id)


@address(Policy.PERSON)
def incident(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """One incident, as it stands and as it was first written."""
    sight, row = _the(request, incident_id)
    at = as_at.asked_day(request)
    life = [each for each in queries.incident_life(sight, row, at.moment) if each.amendment not in Amendment.ends()]
    page = incident_page(sight, life, at)
    return render(request, "shared/sections.jinja", {"shell": showing.shell(request, page.title, sight), "page": page})


@address(Policy.PERSON)
def correct(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """Put right how it was written down. The first words stay."""
    sight, row = _the(request, incident_id)
    require(policy.may_correct(request.user, row))
    form = forms.CorrectForm(request.POST or None, voices=(), names=names(sight), initial=forms.of_incident(row))
    correct_it = lambda given: actions.correct_incident(incident=row, by=request.user, **form.arguments(given))
    if request.method == "POST" and (done := submit(form, correct_it)):
        return redirect("incidents:one", incident_id=done.value.pk)
    return _form(request, sight, form, _("Put this right"), Link(named(row), reverse("incidents:one", args=[row.pk])))


@address(Policy.PERSON)
def mistake(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """It should not stand here at all: on the wrong page, or written twice."""
    sight, row = _the(request, incident_id)
    require(policy.may_correct(request.user, row))
    take_back = lambda row, by, reason: actions.mistake_incident(incident=row, reason=reason, by=by)
    return mistakes.asked(request, sight, row, take_back, to_timeline(sight))
