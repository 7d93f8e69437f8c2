"""Write down what came of a check-in, read it, put it right, take it back."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base import clock
from throughline.base.answers import require
from throughline.base.errors import NotFound
from throughline.base.models.recorded import Amendment
from throughline.people.sight import Sight
from throughline.plan import queries_watch as plan
from throughline.practice import actions, policy
from throughline.practice import queries_check_ins as queries
from throughline.practice.expected import Expected, due_at

from .. import as_at, mistakes
from ..addresses import Policy, address, look
from ..frame import frame
from ..parts import Link
from ..said import showing
from ..said.views.asking import form_page, names
from ..submit import submit
from . import forms, pages, wording


@address(Policy.PERSON)
def new(request: HttpRequest, person_id: UUID, agreed_id: UUID) -> HttpResponse:
    """Two answers; one press saves. A phone keeps it where there is no signal."""
    sight = look(request, person_id, agreed_id)
    require(policy.may_keep(request.user, sight.person))
    each = _expected(plan.check_in(sight, agreed_id), request.GET.get("day", ""))
    form = new_form(request.POST or None, sight, each)
    if request.method == "POST" and (done := submit(form, lambda given: keep(sight, each.agreed, form.arguments(given), request.user))):
        return redirect("check_ins:one", check_in_id=done.value.pk)
    page = pages.sheet(sight, each, form)
    shell = frame(request, page.title, person=sight.person, surface="shift", wrong=bool(form.errors))
    return render(request, "check_ins/sheet.jinja", {"shell": shell, "page": page})


def new_form(data: Any, sight: Sight, each: Expected | None = None) -> forms.CheckInForm:
    """The page's form, for the page and for the door of phones."""
    return forms.CheckInForm(data, names=names(sight), initial={"due": forms.as_sent(each.due_at)} if each else {})


def keep(sight: Sight, agreed: Any, arguments: dict[str, Any], by: Any) -> Any:
    """Keep the answer."""
    return actions.keep_check_in(person=sight.person, agreed=agreed, by=by, **arguments)


def _expected(agreed: Any, day: str) -> Expected:
    """Of today, or of ?day=; NotFound for a day on which it does not fall due."""
    try:
        due = due_at(agreed, date.fromisoformat(day) if day else clock.today())
    except ValueError:
        raise NotFound from None
    if due is None:
        raise NotFound
    return Expected(agreed, due)


def _the(request: HttpRequest, check_in_id: UUID) -> tuple[Sight, Any]:
    """One, and the actor's sight of whose it is."""
    sight = look(request, queries.person_of_check_in(check_in_id), about_id=check_in_id)
    return sight, queries.check_in(sight, check_in_id)


@address(Policy.PERSON)
def one(request: HttpRequest, check_in_id: UUID) -> HttpResponse:
    """One, as it stands and as it was first written."""
    sight, row = _the(request, check_in_id)
    at = as_at.asked_day(request)
    life = [each for each in queries.check_in_life(sight, row, at.moment) if each.amendment not in Amendment.ends()]
    page = pages.check_in_page(sight, life, at)
    return render(request, "shared/sections.jinja", {"shell": showing.shell(request, page.title, sight), "page": page})


@address(Policy.PERSON)
def correct(request: HttpRequest, check_in_id: UUID) -> HttpResponse:
    """Put right how it was written down. The first words stay."""
    sight, row = _the(request, check_in_id)
    require(policy.may_correct(request.user, row))
    initial = {name: getattr(row, name) for name in ("answer", "method", "note")}
    form = forms.CorrectForm(request.POST or None, names=names(sight), initial=initial)
    correct_it = lambda given: actions.correct_check_in(check_in=row, by=request.user, **form.arguments(given))
    if request.method == "POST" and (done := submit(form, correct_it)):
        return redirect("check_ins:one", check_in_id=done.value.pk)
    back = Link(wording.title(row.agreed, sight.person.name), reverse("check_ins:one", args=[row.pk]))
    return form_page(request, sight, form, _("Put this right"), _("Keep this"), back=back)


@address(Policy.PERSON)
def mistake(request: HttpRequest, check_in_id: UUID) -> HttpResponse:
    """It should not stand here at all: on the wrong page, or written twice."""
    sight, row = _the(request, check_in_id)
    require(policy.may_correct(request.user, row))
    take_back = lambda row, by, reason: actions.mistake_check_in(check_in=row, reason=reason, by=by)
    title = wording.title(row.agreed, sight.person.name)
    return mistakes.asked(request, sight, row, take_back, pages.to_today(sight), words=title)
