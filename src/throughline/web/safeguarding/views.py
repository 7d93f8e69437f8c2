"""Raise a safeguarding concern; for the manager alone: read it, and write down what was done."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.decisions import actions, policy
from throughline.decisions import queries_amended as amended
from throughline.decisions import queries_safeguarding as queries
from throughline.people.sight import Sight
from throughline.practice import queries as happened

from .. import citing, mistakes
from ..addresses import Policy, address, look
from ..incidents.pages import named as incident_named
from ..said import showing
from ..said.views.asking import form_page, names
from ..submit import submit
from . import forms
from .pages import concern_page, list_page, to_list


def _show(request: HttpRequest, sight: Sight, page: Any) -> HttpResponse:
    shell = showing.shell(request, page.title, sight, who_can_see=showing.only_the_manager(sight))
    return render(request, "shared/sections.jinja", {"shell": shell, "page": page})


@address(Policy.PERSON)
def concerns(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """What was raised, for the manager; when one raised something, for everybody else."""
    sight = look(request, person_id)
    return _show(request, sight, list_page(sight))


@address(Policy.PERSON)
def new(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Raise a concern. It goes to the manager, and is read back to nobody else."""
    sight = look(request, person_id)
    require(policy.may_raise(request.user, sight.person))
    form = forms.RaiseForm(
        request.POST or None, voices=citing.to_cite(sight, private=True), names=names(sight), initial=_from(request, sight)
    )
    keep = lambda given: actions.raise_concern(person=sight.person, by=request.user, **form.arguments(given))
    if request.method == "POST" and submit(form, keep):
        return redirect("safeguarding:list", person_id=person_id)
    see = _("the registered manager alone. You will read here that you raised it, and not what you wrote.")
    return form_page(request, sight, form, _("Raise a concern about %(name)s"), _("Raise it"), back=to_list(sight), who_will_see=see)


def _from(request: HttpRequest, sight: Sight) -> dict[str, str]:
    """What the form begins with when it was opened from an incident (`?incident=`): what was seen and done, and the person's words."""
    try:
        row = happened.incident(sight, UUID(request.GET.get("incident", "")))
    except ValueError:
        return {}
    return {"concern": f"{incident_named(row)}. {row.seen}", "safe_now": row.done, "voice": str(row.voice_id or "")}


def _the(request: HttpRequest, concern_id: UUID) -> tuple[Sight, queries.Concern]:
    """A concern and the actor's sight of whom it is about; not there for whoever may not read it."""
    sight = look(request, queries.person_of_concern(concern_id), about_id=concern_id)
    return sight, queries.concern(sight, concern_id)


@address(Policy.PERSON)
def concern(request: HttpRequest, concern_id: UUID) -> HttpResponse:
    """One concern, with what was done."""
    sight, found = _the(request, concern_id)
    return _show(request, sight, concern_page(sight, found))


@address(Policy.PERSON)
def step(request: HttpRequest, concern_id: UUID) -> HttpResponse:
    """What was done about it."""
    sight, found = _the(request, concern_id)
    require(policy.may_see_concerns(request.user, sight.person))
    form = forms.StepForm(request.POST or None, voices=citing.to_cite(sight, private=True), names=names(sight))
    keep = lambda given: actions.keep_concern_step(concern=found.row, by=request.user, **form.arguments(given))
    if request.method == "POST" and submit(form, keep):
        return redirect("safeguarding:one", concern_id=concern_id)
    see = _("the registered manager alone.")
    return form_page(request, sight, form, _("What was done?"), _("Keep this"), back=to_list(sight), who_will_see=see)


@address(Policy.PERSON)
def mistake(request: HttpRequest, person_id: UUID, table: str, row_id: UUID) -> HttpResponse:
    """A concern, or what was done about one, was entered by mistake. Only who reads concerns takes them back."""
    sight = look(request, person_id, about_id=row_id)
    row = amended.row(sight, amended.SAFEGUARDING, table, row_id)
    require(policy.may_take_back(request.user, row))
    see = _("the registered manager alone.")
    return mistakes.asked(request, sight, row, actions.take_back, to_list(sight), see)
