from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from throughline.agreements import actions as agreements
from throughline.base.answers import require
from throughline.decisions import actions, policy, queries
from throughline.people.sight import Sight

from ...addresses import Policy, address, look
from ...decisions.views.decisions import already_decided
from ...decisions.views.questions import the_question
from ...said import showing
from ...submit import submit
from ..for_them import WRITTEN, ForThemForm
from ..pages.for_them import again_form, for_them_form, for_them_page


@address(Policy.PERSON)
def for_them(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """Write down what was decided for somebody who could not decide it. What is decided already is decided again from its own page."""
    sight, row = the_question(request, question_id)
    require(policy.may_decide(request.user, sight.person, row.impact))
    if stands := queries.standing_of(sight, row):
        return already_decided(request, sight, stands, form=ForThemForm, more=WRITTEN)
    form = for_them_form(request, sight, row)
    if request.method == "POST" and (
        done := submit(form, lambda given: actions.decide(question=row, by=request.user, **form.arguments(given)))
    ):
        return redirect("decisions:decision", decision_id=done.value.pk)
    return _show(request, sight, for_them_page(sight, row, form))


@address(Policy.PERSON)
def again(request: HttpRequest, decision_id: UUID) -> HttpResponse:
    """A later version for somebody who cannot decide it. The first version and the number stay."""
    sight = look(request, queries.person_of_decision(decision_id), about_id=decision_id)
    row = queries.decision(sight, decision_id)
    require(policy.may_decide(request.user, sight.person, row.question.impact))
    if (stands := queries.standing_of(sight, row.question)) and stands.number != row.number:
        return already_decided(request, sight, stands, form=ForThemForm, more=WRITTEN)
    form = again_form(request, sight, row)
    if request.method == "POST" and (
        done := submit(form, lambda given: agreements.decide_again(decision=row, by=request.user, **form.arguments(given)))
    ):
        return redirect("decisions:decision", decision_id=done.value.pk)
    return _show(request, sight, for_them_page(sight, row.question, form, row))


def _show(request: HttpRequest, sight: Sight, page: Any) -> HttpResponse:
    return render(request, "capacity/for_them.jinja", {"shell": showing.shell(request, page.title, sight), "page": page})
