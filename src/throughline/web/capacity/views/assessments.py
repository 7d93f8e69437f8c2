"""Assess, read, put right, tell."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.agreements import actions as agreements
from throughline.base.answers import require
from throughline.decisions import actions, policy, queries
from throughline.decisions import queries_amended as amended
from throughline.people.sight import Sight

from ... import mistakes
from ...addresses import Policy, address, look
from ...decisions.views.questions import the_question
from ...parts import Link
from ...said import showing
from ...said.views.asking import form_page, names
from ...said.who import around
from ...submit import submit
from .. import assessing
from ..pages.assess import assess_page, written_before
from ..pages.assessment import assessment_page


def the_assessment(request: HttpRequest, assessment_id: UUID) -> tuple[Sight, Any]:
    """An assessment and the actor's sight of whose it is."""
    sight = look(request, queries.person_of_assessment(assessment_id), about_id=assessment_id)
    return sight, queries.assessment(sight, assessment_id)


@address(Policy.PERSON)
def assess(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """Assess whether the person can decide one question."""
    sight, row = the_question(request, question_id)
    require(policy.may_assess(request.user, sight.person, row.impact))
    form = assessing.AssessForm(request.POST or None, names=names(sight), around=around(sight))
    if request.method == "POST" and (
        done := submit(form, lambda given: agreements.assess(question=row, by=request.user, **form.arguments(given)))
    ):
        return redirect("capacity:assessment", assessment_id=done.value.pk)
    page = assess_page(sight, row, form)
    return render(request, "capacity/assess.jinja", {"shell": showing.shell(request, page.title, sight), "page": page})


@address(Policy.PERSON)
def assessment(request: HttpRequest, assessment_id: UUID) -> HttpResponse:
    """One assessment, of one question at one time."""
    sight, row = the_assessment(request, assessment_id)
    page = assessment_page(sight, row)
    return render(request, "capacity/assessment.jinja", {"shell": showing.shell(request, page.title, sight), "page": page})


@address(Policy.PERSON)
def correct(request: HttpRequest, assessment_id: UUID) -> HttpResponse:
    """Put right how it was written down; the first words stay."""
    sight, row = the_assessment(request, assessment_id)
    require(policy.may_amend(request.user, row))
    form = assessing.CorrectForm(request.POST or None, names=names(sight), around=around(sight), initial=written_before(row))
    if request.method == "POST" and (
        done := submit(form, lambda given: agreements.correct_assessment(assessment=row, by=request.user, **form.arguments(given)))
    ):
        return redirect("capacity:assessment", assessment_id=done.value.pk)
    page = assess_page(sight, row.question, form, row)
    return render(request, "capacity/assess.jinja", {"shell": showing.shell(request, page.title, sight), "page": page})


@address(Policy.PERSON)
def told(request: HttpRequest, assessment_id: UUID) -> HttpResponse:
    """Write down that the person was told what it came to."""
    sight, row = the_assessment(request, assessment_id)
    require(policy.may_tell(request.user, sight.person))
    form = assessing.ToldForm(request.POST or None, names=names(sight), around=around(sight))
    act = actions.tell_of_assessment
    if request.method == "POST" and submit(form, lambda given: act(assessment=row, by=request.user, **form.arguments(given))):
        return redirect("capacity:assessment", assessment_id=row.pk)
    back = Link(_("The assessment"), reverse("capacity:assessment", args=[row.pk]))
    return form_page(request, sight, form, _("How was %(name)s told?"), _("Keep this"), back=back, intro=row.question.text)


@address(Policy.PERSON)
def mistake(request: HttpRequest, person_id: UUID, table: str, row_id: UUID) -> HttpResponse:
    """An assessment, or that the person was told of it, was entered by mistake. No decision rests on it from then on."""
    sight = look(request, person_id, about_id=row_id)
    row = amended.row(sight, amended.ASSESSMENTS, table, row_id)
    require(policy.may_take_back(request.user, row))
    assessed: Any = row if table == "assessment" else getattr(row, "assessment", row)
    back = Link(_("The assessment"), reverse("capacity:assessment", args=[assessed.pk]))
    return mistakes.asked(request, sight, row, agreements.take_back_decided, back)
