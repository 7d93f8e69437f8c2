"""The four kinds of record of a day."""

from typing import Any

from throughline.people.sight import Sight
from throughline.practice import actions
from throughline.practice import queries_daily as queries

from ..said.views.asking import names
from ..said.who import around
from . import forms
from .kind import Kind
from .money import allowances
from .pages import activities, checklists, scales, spending


def _run_form(data: Any, sight: Sight, row: Any) -> forms.CorrectChecklistForm:
    lines = [each.line for each in row.checks.all()]
    return forms.CorrectChecklistForm(data, names=names(sight), lines=lines, initial=forms.of_run(row))


def _activity_form(data: Any, sight: Sight, row: Any) -> forms.CorrectActivityForm:
    return forms.CorrectActivityForm(data, names=names(sight), initial=forms.of_activity(row))


def _answer_form(data: Any, sight: Sight, row: Any) -> forms.CorrectScaleForm:
    question, answers = scales.question_of(row.version), scales.answers_of(row.version)
    initial = forms.of_answer(row)
    return forms.CorrectScaleForm(data, names=names(sight), around=around(sight), initial=initial, question=question, answers=answers)


def _spending_form(data: Any, sight: Sight, row: Any) -> forms.CorrectSpendingForm:
    """From which money: that of the plan now, and that from which it was when it was written."""
    found = {each.pk: each for each in (*allowances(sight), *([row.allowance] if row.allowance else []))}
    return forms.CorrectSpendingForm(data, names=names(sight), allowances=list(found.values()), initial=forms.of_spending(row))


CHECKLIST = Kind(
    "run",
    queries.run,
    queries.person_of_run,
    checklists.named,
    checklists.sections,
    checklists.told,
    _run_form,
    lambda row, by, told: actions.correct_run(run=row, by=by, **told),
    lambda row, by, reason: actions.mistake_run(run=row, by=by, reason=reason),
)
ACTIVITY = Kind(
    "activity",
    queries.activity,
    queries.person_of_activity,
    activities.named,
    activities.sections,
    activities.told,
    _activity_form,
    lambda row, by, told: actions.correct_activity(activity=row, by=by, **told),
    lambda row, by, reason: actions.mistake_activity(activity=row, by=by, reason=reason),
)
ANSWER = Kind(
    "answer",
    queries.answer,
    queries.person_of_answer,
    scales.named,
    scales.sections,
    scales.told,
    _answer_form,
    lambda row, by, told: actions.correct_answer(answered=row, by=by, **told),
    lambda row, by, reason: actions.mistake_answer(answered=row, by=by, reason=reason),
)
SPENDING = Kind(
    "spending",
    queries.spending,
    queries.person_of_spending,
    spending.named,
    spending.sections,
    spending.told,
    _spending_form,
    lambda row, by, told: actions.correct_spending(spending=row, by=by, **told),
    lambda row, by, reason: actions.mistake_spending(spending=row, by=by, reason=reason),
    spending.notice,
    spending.ask_why,
)
