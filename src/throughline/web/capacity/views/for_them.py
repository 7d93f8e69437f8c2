from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from throughline.base.answers import require
from throughline.decisions import actions, policy, queries

from ...addresses import Policy, address
from ...decisions.views.questions import the_question
from ...said import showing
from ...submit import submit
from ..pages.for_them import for_them_form, for_them_page


@address(Policy.PERSON)
def for_them(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """Write down what was decided for somebody who could not decide it: the points that the law asks for, the person's wishes first."""
    sight, row = the_question(request, question_id)
    require(policy.may_decide(request.user, sight.person, row.impact))
    if stands := queries.standing_of(sight, row):
        return redirect("decisions:decision", decision_id=stands.pk)
    form = for_them_form(request, sight, row)
    if request.method == "POST" and (
        done := submit(form, lambda given: actions.decide(question=row, by=request.user, **form.arguments(given)))
    ):
        return redirect("decisions:decision", decision_id=done.value.pk)
    page = for_them_page(sight, row, form)
    return render(request, "capacity/for_them.jinja", {"shell": showing.shell(request, page.title, sight), "page": page})
