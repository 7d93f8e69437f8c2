from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.base.written import Written
from throughline.people.sight import Sight
from throughline.plan import queries as plan
from throughline.plan.choices import ItemKind
from throughline.practice import actions, policy, queries, queries_trials
from throughline.practice.choices import WhyNot

from ...addresses import Policy, address, look
from ...as_at import asked_day
from ...frame import frame, who_can_see
from ...submit import submit
from .. import forms
from ..pages import adding as small
from ..pages import correcting, sheets
from ..pages import recorded as saved
from ..pages import records as several
from .shift import day_asked as sheet_day


@address(Policy.PERSON)
def outcome(request: HttpRequest, person_id: UUID, step_id: UUID) -> HttpResponse:
    """Four answers; one press saves. After "a different way" and "not offered" a second small sheet asks why."""
    sight = look(request, person_id, step_id)
    step = plan.followed_step(sight, step_id)
    form = forms.Happened(request.POST or None, names={"name": sight.person.name}, initial={"day": sheet_day(request)})
    if request.method == "POST" and (done := submit(form, lambda given: keep(sight, step, given, request.user))):
        return redirect(after(done.value))
    shell = frame(
        request, _("What happened? %(step)s") % {"step": step.text}, person=sight.person, surface="shift", wrong=bool(form.errors)
    )
    return render(request, "today/outcome.jinja", {"shell": shell, "page": sheets.sheet(sight, step, form, sheet_day(request))})


def keep(sight: Sight, step: Any, given: dict[str, Any], by: Any) -> Any:
    """Keep the answer."""
    written = Written(id=given.pop("id"))
    return actions.record_routine(person=sight.person, version=step.version, step=step, by=by, written=written, **given)


def after(record: Any) -> str:
    """Where one goes from a saved answer."""
    if WhyNot.after(record.result):
        return f"{reverse('today:add', args=[record.pk])}?what=why"
    return reverse("today:recorded", args=[record.pk])


def life(request: HttpRequest, record_id: UUID) -> tuple[Sight, list[Any]]:
    """The sight of a record's person, and the record from its first words to its last."""
    sight = look(request, queries.person_of_record(record_id), record_id)
    return sight, queries.life_of(sight, queries.record(sight, record_id))


@address(Policy.PERSON)
def recorded(request: HttpRequest, record_id: UUID) -> HttpResponse:
    """Saved: undo it, add to it, or go on."""
    sight, rows = life(request, record_id)
    if rows[0].item.kind == ItemKind.RISK_LADDER and (tried := queries_trials.trial_of(sight, rows[0])):
        return redirect("ladders:trial", trial_id=tried.pk)
    page = saved.recorded(sight, rows)
    shell = frame(request, _("Saved. %(result)s") % {"result": page.title}, person=sight.person, surface="shift")
    return render(request, "today/recorded.jinja", {"shell": shell, "page": page})


@address(Policy.PERSON)
def undo(request: HttpRequest, record_id: UUID) -> HttpResponse:
    """Take back within ten minutes; the page then says so."""
    _sight, rows = life(request, record_id)
    if request.method == "POST":
        actions.undo_routine(record=rows[-1], by=request.user)
    return redirect("today:recorded", record_id=record_id)


@address(Policy.PERSON)
def add(request: HttpRequest, record_id: UUID) -> HttpResponse:
    """Why, how it was, their words, what was seen: one small sheet each."""
    sight, rows = life(request, record_id)
    kind = small.asked(request.GET, request.POST)
    form = small.form(kind, request.POST or None, sight, rows[-1])
    if request.method == "POST" and (done := submit(form, small.act(kind, rows[-1], request.user))):
        return redirect("today:recorded", record_id=done.value.pk)
    page = small.adding(sight, rows[-1], kind, form)
    shell = frame(request, page.title, person=sight.person, surface="shift", wrong=bool(form.errors))
    return render(request, "today/add.jinja", {"shell": shell, "page": page})


@address(Policy.PERSON)
def correct(request: HttpRequest, record_id: UUID) -> HttpResponse:
    """Say it better, with a reason; or say that it should not be there."""
    sight, rows = life(request, record_id)
    require(policy.may_correct(request.user, rows[-1]))
    form = correcting.form(request.POST or None, sight, rows[-1])
    if request.method == "POST" and (done := submit(form, correcting.act(rows[-1], request.user))):
        return redirect("today:recorded", record_id=done.value.pk)
    page = correcting.page(sight, rows[-1], form)
    shell = frame(request, page.heading, person=sight.person, current="today")
    return render(request, "layouts/form.jinja", {"shell": shell, "page": page})


@address(Policy.PERSON)
def records(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """What happened with one plan item, the newest first."""
    sight = look(request, plan.person_of_item(item_id), item_id)
    page = several.records(sight, plan.item(sight, item_id), several.asked(request.GET), asked_day(request))
    shell = frame(request, page.title, person=sight.person, current="people", who_can_see=who_can_see(sight))
    return render(request, "today/records.jinja", {"shell": shell, "page": page})
