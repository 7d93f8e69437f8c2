"""The page of a ladder, moving on or back, and looking at the risks again."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base.errors import NotFound
from throughline.decisions import queries as decisions
from throughline.people.sight import Sight
from throughline.plan import actions as plan_actions
from throughline.plan import queries as plan
from throughline.plan import queries_ladder
from throughline.practice import actions
from throughline.thread import ladders

from ... import as_at, citing
from ...addresses import Policy, address, look
from ...plan.views.writing import require_planning, uuid_of
from ...said import showing
from ...said.views.asking import form_page, names
from ...submit import submit
from ..forms.moving import MoveForm, RisksForm
from ..pages import climbing as pages


def the_ladder(request: HttpRequest, item_id: UUID) -> tuple[Sight, Any]:
    """A ladder and the actor's sight of whose it is."""
    sight = look(request, plan.person_of_item(item_id), about_id=item_id)
    return sight, queries_ladder.ladder(sight, item_id)


def as_it_stands(sight: Sight, item: Any) -> ladders.Ladder:
    """What staff follow of it; NotFound when they follow none."""
    found = ladders.ladder(sight, item)
    if found is None:
        raise NotFound
    return found


@address(Policy.PERSON)
def ladder(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Where the person is, how each step went, and what people could talk about."""
    sight, item = the_ladder(request, item_id)
    at = as_at.asked_day(request)
    page = pages.ladder_page(sight, item, ladders.ladder(sight, item, at.moment), at, saved=uuid_of(request.GET.get("new", "")))
    return render(request, "ladders/ladder.jinja", {"shell": showing.shell(request, page.title, sight), "page": page})


@address(Policy.PERSON)
def move(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """On or back: a new version, which staff follow once it is published with a decision."""
    sight, item = the_ladder(request, item_id)
    require_planning(sight)
    found = as_it_stands(sight, item)
    begin = {"to": pages.offered(found), "title": found.version.title}
    form = MoveForm(request.POST or None, voices=citing.to_cite(sight), steps=pages.other_steps(found), names=names(sight), initial=begin)
    write = lambda given: plan_actions.move(item=item, by=request.user, **form.arguments(given))
    if request.method == "POST" and (done := submit(form, write)):
        return redirect("plan:publish", version_id=done.value.pk)
    intro = _("It moves once it is published, with %(name)s’s decision about it.") % names(sight)
    return form_page(
        request, sight, form, _("Move %(name)s on or back"), _("Go on to publish it"), back=pages.to_ladder(found), intro=intro
    )


@address(Policy.PERSON)
def risks(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """What people came to when they looked at the risks again."""
    sight, item = the_ladder(request, item_id)
    require_planning(sight)
    found = as_it_stands(sight, item)
    given = {"risks": found.risks, "decisions": decisions.valid_decisions(sight)}
    form = RisksForm(request.POST or None, names=names(sight), **given)
    version = plan.version(sight, found.version.pk)
    keep = lambda given: actions.reissue(version=version, by=request.user, **form.arguments(given))
    if request.method == "POST" and (done := submit(form, keep)):
        return redirect(after(done.value))
    return form_page(request, sight, form, _("Look at the risks again"), _("Keep this"), back=pages.to_ladder(found))


def after(row: Any) -> str:
    """What staff do differently is published next; what stays as it is is done."""
    if row.version_id is None:
        return reverse("ladders:ladder", args=[row.trial.item_id])
    return showing.with_query(reverse("plan:publish", args=[row.version_id]), decision=row.decision_id or "")
