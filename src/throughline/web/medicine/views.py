"""Write down that medicine was missed, read it, put it right, take it back."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.base.models.recorded import Amendment
from throughline.people.sight import Sight
from throughline.practice import actions, policy
from throughline.practice import queries_missed_medicine as queries

from .. import as_at, mistakes
from ..addresses import Policy, address, look
from ..captured import Captured, captured
from ..parts import Link
from ..said import showing
from ..said.views.asking import form_page, names
from ..submit import submit
from ..watch.phone import watched
from . import forms
from .pages import elsewhere, missed_page, named, to_timeline


@address(Policy.PERSON)
def new(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """A fact, short. A phone keeps it where there is no signal."""
    sight = look(request, person_id)
    require(policy.may_keep(request.user, sight.person))
    form = new_form(request.POST or None, sight)
    keep = lambda given: actions.keep_missed_medicine(person=sight.person, by=request.user, **form.arguments(given))
    if request.method == "POST" and (done := submit(form, keep)):
        return redirect("medicine:one", missed_id=done.value.pk)
    kept = Captured("missed_medicine", "what", _("Write what was missed."), ("what",), watched(sight, "missed_medicine"))
    return captured(request, sight, form, kept, heading=_("Medicine that was missed"), intro=elsewhere(), back=to_timeline(sight))


def new_form(data: Any, sight: Sight) -> forms.MissedForm:
    """The page's form, for the page and for the door of phones."""
    return forms.MissedForm(data, names=names(sight))


def _the(request: HttpRequest, missed_id: UUID) -> tuple[Sight, Any]:
    """One, and the actor's sight of whom it is about."""
    sight = look(request, queries.person_of_missed_medicine(missed_id), about_id=missed_id)
    return sight, queries.missed_medicine(sight, missed_id)


@address(Policy.PERSON)
def one(request: HttpRequest, missed_id: UUID) -> HttpResponse:
    """One, as it stands and as it was first written."""
    sight, row = _the(request, missed_id)
    at = as_at.asked_day(request)
    life = [each for each in queries.missed_medicine_life(sight, row, at.moment) if each.amendment not in Amendment.ends()]
    page = missed_page(sight, life, at)
    return render(request, "shared/sections.jinja", {"shell": showing.shell(request, page.title, sight), "page": page})


@address(Policy.PERSON)
def correct(request: HttpRequest, missed_id: UUID) -> HttpResponse:
    """Put right how it was written down. The first words stay."""
    sight, row = _the(request, missed_id)
    require(policy.may_correct(request.user, row))
    form = forms.CorrectForm(request.POST or None, names=names(sight), initial=forms.of_missed(row))
    correct_it = lambda given: actions.correct_missed_medicine(missed=row, by=request.user, **form.arguments(given))
    if request.method == "POST" and (done := submit(form, correct_it)):
        return redirect("medicine:one", missed_id=done.value.pk)
    back = Link(named(row), reverse("medicine:one", args=[row.pk]))
    return form_page(request, sight, form, _("Put this right"), _("Keep this"), back=back)


@address(Policy.PERSON)
def mistake(request: HttpRequest, missed_id: UUID) -> HttpResponse:
    """It should not stand here at all: it was taken, or was somebody else’s."""
    sight, row = _the(request, missed_id)
    require(policy.may_correct(request.user, row))
    take_back = lambda row, by, reason: actions.mistake_missed_medicine(missed=row, reason=reason, by=by)
    return mistakes.asked(request, sight, row, take_back, to_timeline(sight))
