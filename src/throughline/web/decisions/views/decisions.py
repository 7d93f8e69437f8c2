"""Decisions: write one down, read it, decide again, tell the person."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.access import actions as access
from throughline.agreements import actions as agreements
from throughline.base import sent
from throughline.base.answers import require
from throughline.decisions import actions, policy, queries
from throughline.decisions import queries_amended as amended
from throughline.people.sight import Sight

from ... import as_at, mistakes
from ...addresses import Policy, address, look
from ...forms.once import sum_of
from ...parts import Link
from ...said import showing
from ...said.views.asking import form_page, names
from ...submit import submit
from .. import forms
from ..deciding import as_draft
from ..pages.decide import again_form, decide_form, decide_page
from ..pages.decided import decided_page
from ..pages.decision import decision_page
from ..pages.question import DRAFT
from .questions import the_question


@address(Policy.PERSON)
def decide(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """Write down what was decided, and sign it; or keep it as a draft. What is decided already is decided again from its own page."""
    sight, row = the_question(request, question_id)
    require(policy.may_decide(request.user, sight.person, row.impact))
    if stands := queries.standing_of(sight, row):
        return already_decided(request, sight, stands)
    if "draft" in request.POST:
        return _keep_draft(request, sight, row)
    form = decide_form(request, sight, row)
    if request.method == "POST" and (
        done := submit(form, lambda given: actions.decide(question=row, by=request.user, **form.arguments(given)))
    ):
        access.drop_draft(person=sight.person, form=DRAFT, about_id=row.pk, by=request.user)
        return redirect("decisions:decision", decision_id=done.value.pk)
    page = decide_page(sight, row, form)
    return render(request, "decisions/decide.jinja", {"shell": showing.shell(request, page.title, sight), "page": page})


def already_decided(request: HttpRequest, sight: Sight, stands: Any, **form: Any) -> HttpResponse:
    """What stands, instead of the form, with what was written; the same form sent twice comes to what it made."""
    if request.POST.get("id") == str(stands.pk) and sent.kept_as(stands) == sum_of(request.POST):
        return redirect("decisions:decision", decision_id=stands.pk)
    page = decided_page(request, sight, stands, **form)
    return render(request, "decisions/decided.jinja", {"shell": showing.shell(request, page.title, sight), "page": page})


def _keep_draft(request: HttpRequest, sight: Sight, row: Any) -> HttpResponse:
    """For later, for its author alone; and on to an option, when one is missing."""
    access.keep_draft(person=sight.person, form=DRAFT, about_id=row.pk, content=as_draft(request.POST), by=request.user)
    return redirect("decisions:option_new" if request.POST["draft"] == "option" else "decisions:question", question_id=row.pk)


@address(Policy.PERSON)
def decision(request: HttpRequest, decision_id: UUID) -> HttpResponse:
    """A page that can be defended: the person's words first."""
    sight = look(request, queries.person_of_decision(decision_id), about_id=decision_id)
    at = as_at.asked_day(request)
    row = queries.decision(sight, decision_id, at.moment)
    page = decision_page(sight, row, at)
    shell = showing.shell(request, _("Decision %(number)s") % {"number": row}, sight)
    return render(request, "decisions/decision.jinja", {"shell": shell, "page": page})


@address(Policy.PERSON)
def again(request: HttpRequest, decision_id: UUID) -> HttpResponse:
    """A later version with its reason. The first version and the number stay."""
    sight = look(request, queries.person_of_decision(decision_id), about_id=decision_id)
    row = queries.decision(sight, decision_id)
    require(policy.may_decide(request.user, sight.person, row.question.impact))
    if (stands := queries.standing_of(sight, row.question)) and stands.number != row.number:
        return already_decided(request, sight, stands)
    form = again_form(request, sight, row)
    if request.method == "POST" and (
        done := submit(form, lambda given: agreements.decide_again(decision=row, by=request.user, **form.arguments(given)))
    ):
        return redirect("decisions:decision", decision_id=done.value.pk)
    page = decide_page(sight, row.question, form, row)
    return render(request, "decisions/decide.jinja", {"shell": showing.shell(request, page.title, sight), "page": page})


@address(Policy.PERSON)
def tell(request: HttpRequest, decision_id: UUID) -> HttpResponse:
    """Write down that the person was told, and how they took it."""
    sight = look(request, queries.person_of_decision(decision_id), about_id=decision_id)
    row = queries.decision(sight, decision_id)
    require(policy.may_tell(request.user, sight.person))
    form = forms.TellForm(request.POST or None, names=names(sight))
    if request.method == "POST" and submit(form, lambda given: actions.tell(decision=row, by=request.user, **form.arguments(given))):
        return redirect("decisions:decision", decision_id=row.pk)
    back = Link(_("Decision %(number)s") % {"number": row}, reverse("decisions:decision", args=[row.pk]))
    return form_page(request, sight, form, _("How was %(name)s told?"), _("Keep this"), back=back, intro=row.outcome)


@address(Policy.PERSON)
def mistake(request: HttpRequest, person_id: UUID, table: str, row_id: UUID) -> HttpResponse:
    """A question, an option, a decision, or that the person was told of one, was entered by mistake."""
    sight = look(request, person_id, about_id=row_id)
    row = amended.row(sight, amended.QUESTIONS, table, row_id)
    require(policy.may_take_back(request.user, row))
    back = Link(_("%(name)s’s decisions") % {"name": sight.person.name}, reverse("decisions:list", args=[sight.person_id]))
    return mistakes.asked(request, sight, row, agreements.take_back_decided, back)
