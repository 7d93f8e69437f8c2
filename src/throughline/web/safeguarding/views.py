"""Raise a safeguarding concern; for the manager alone: read it, and write down what was done."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.decisions import actions, policy
from throughline.decisions import queries_safeguarding as queries
from throughline.people.sight import Sight

from .. import citing
from ..addresses import Policy, address, look
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
    form = forms.RaiseForm(request.POST or None, voices=citing.to_cite(sight, private=True), names=names(sight))
    keep = lambda given: actions.raise_concern(person=sight.person, by=request.user, **form.arguments(given))  # noqa: E731
    if request.method == "POST" and submit(form, keep):
        return redirect("safeguarding:list", person_id=person_id)
    see = _("the registered manager alone. You will read here that you raised it, and not what you wrote.")
    return form_page(request, sight, form, _("Raise a concern about %(name)s"), _("Raise it"), back=to_list(sight), who_will_see=see)


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
    keep = lambda given: actions.keep_concern_step(concern=found.row, by=request.user, **form.arguments(given))  # noqa: E731
    if request.method == "POST" and submit(form, keep):
        return redirect("safeguarding:one", concern_id=concern_id)
    see = _("the registered manager alone.")
    return form_page(request, sight, form, _("What was done?"), _("Keep this"), back=to_list(sight), who_will_see=see)
