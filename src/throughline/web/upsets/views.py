"""Write down that the person was upset, read it, finish it, put it right, take it back; and how often and how long it was."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.base.models.recorded import Amendment
from throughline.people.sight import Sight
from throughline.practice import actions, policy, queries_upset

from .. import as_at, mistakes
from ..addresses import Policy, address, look
from ..frame import frame
from ..parts import Link
from ..said import showing
from ..said.views.asking import form_page
from ..submit import submit
from ..today.pages.notes import done as to_today
from . import trend as trends
from . import writing
from .figures import figures as figures_of
from .pages import named, to_timeline, upset_page
from .starting import finish_page, start_page


@address(Policy.PERSON)
def new(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """The time runs while it goes on; over, a few chips and it is kept. Without script it is a form about what was."""
    sight = look(request, person_id)
    require(policy.may_keep(request.user, sight.person))
    form = writing.new_form(request.POST or None, sight)
    if request.method == "POST" and (done := submit(form, lambda given: writing.keep(sight, form, given, request.user))):
        return redirect("upsets:one", upset_id=done.value.pk)
    page = start_page(sight, form)
    shell = frame(request, page.title, person=sight.person, current="record", surface="shift", wrong=bool(form.errors))
    return render(request, "upsets/new.jinja", {"shell": shell, "page": page.form, "start": page})


def _the(request: HttpRequest, upset_id: UUID) -> tuple[Sight, Any]:
    """One upset and the actor's sight of whom it is about."""
    sight = look(request, queries_upset.person_of_upset(upset_id), about_id=upset_id)
    return sight, queries_upset.upset(sight, upset_id)


@address(Policy.PERSON)
def upset(request: HttpRequest, upset_id: UUID) -> HttpResponse:
    """One upset, as it stands and as it was first written."""
    sight, row = _the(request, upset_id)
    at = as_at.asked_day(request)
    life = [each for each in queries_upset.upset_life(sight, row, at.moment) if each.amendment not in Amendment.ends()]
    page = upset_page(sight, life, at)
    return render(request, "shared/sections.jinja", {"shell": showing.shell(request, page.title, sight), "page": page})


@address(Policy.PERSON)
def finish(request: HttpRequest, upset_id: UUID) -> HttpResponse:
    """Add what was left out, on the same shift, without a reason."""
    sight, row = _the(request, upset_id)
    row = queries_upset.upset_life(sight, row)[-1]
    require(policy.may_finish(request.user, row))
    form = writing.finish_form(request.POST or None, sight, row)
    if request.method == "POST" and (done := submit(form, lambda given: writing.finish(sight, form, given, row, request.user))):
        return redirect("upsets:one", upset_id=done.value.pk)
    page = finish_page(sight, form, row)
    given = {"page": page, "record": row.pk, "person": sight.person, "done": to_today(sight)}
    return render(request, "upsets/finish.jinja", {"shell": showing.shell(request, page.heading, sight)} | given)


@address(Policy.PERSON)
def correct(request: HttpRequest, upset_id: UUID) -> HttpResponse:
    """Put right how it was written down. The first words stay."""
    sight, row = _the(request, upset_id)
    require(policy.may_correct(request.user, row))
    form = writing.correct_form(request.POST or None, sight, row)
    if request.method == "POST" and (done := submit(form, lambda given: writing.correct(sight, form, given, row, request.user))):
        return redirect("upsets:one", upset_id=done.value.pk)
    back = Link(named(row, sight.person.name), reverse("upsets:one", args=[row.pk]))
    return form_page(request, sight, form, _("Put this right"), _("Keep this"), back=back)


@address(Policy.PERSON)
def mistake(request: HttpRequest, upset_id: UUID) -> HttpResponse:
    """It should not stand here at all: on the wrong page, or written twice."""
    sight, row = _the(request, upset_id)
    require(policy.may_correct(request.user, row))
    take_back = lambda row, by, reason: actions.mistake_upset(upset=row, reason=reason, by=by)
    return mistakes.asked(request, sight, row, take_back, to_timeline(sight), words=named(row, sight.person.name))


@address(Policy.PERSON)
def figures(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """The same numbers, as a file. A reading like the page."""
    sight = look(request, person_id)
    told = figures_of(sight, as_at.asked_day(request))
    named = {"Content-Disposition": 'attachment; filename="by-week.csv"'}
    return HttpResponse(told, content_type="text/csv; charset=utf-8", headers=named)


@address(Policy.PERSON)
def trend(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """How often the person was upset, and how long, and when the plan changed."""
    sight = look(request, person_id)
    page = trends.trend_page(sight, as_at.asked_day(request))
    return render(request, "upsets/trend.jinja", {"shell": showing.shell(request, page.title, sight), "page": page})
