"""Reading a record of a day, putting it right, taking it back; and the person's money beside what was agreed."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.practice import actions, policy

from ... import as_at
from ...addresses import Policy, address, look
from ...parts import Link
from ...said import showing
from ...said.views.asking import form_page, names
from ...submit import submit
from ..forms import WhyMoreForm
from ..kind import put_right, read, taken_back, the
from ..kinds import ACTIVITY, ANSWER, CHECKLIST, SPENDING
from ..pages.spending import money_page


@address(Policy.PERSON)
def run(request: HttpRequest, run_id: UUID) -> HttpResponse:
    return read(request, CHECKLIST, run_id)


@address(Policy.PERSON)
def run_correct(request: HttpRequest, run_id: UUID) -> HttpResponse:
    return put_right(request, CHECKLIST, run_id)


@address(Policy.PERSON)
def run_mistake(request: HttpRequest, run_id: UUID) -> HttpResponse:
    return taken_back(request, CHECKLIST, run_id)


@address(Policy.PERSON)
def activity(request: HttpRequest, activity_id: UUID) -> HttpResponse:
    return read(request, ACTIVITY, activity_id)


@address(Policy.PERSON)
def activity_correct(request: HttpRequest, activity_id: UUID) -> HttpResponse:
    return put_right(request, ACTIVITY, activity_id)


@address(Policy.PERSON)
def activity_mistake(request: HttpRequest, activity_id: UUID) -> HttpResponse:
    return taken_back(request, ACTIVITY, activity_id)


@address(Policy.PERSON)
def answer(request: HttpRequest, answer_id: UUID) -> HttpResponse:
    return read(request, ANSWER, answer_id)


@address(Policy.PERSON)
def answer_correct(request: HttpRequest, answer_id: UUID) -> HttpResponse:
    return put_right(request, ANSWER, answer_id)


@address(Policy.PERSON)
def answer_mistake(request: HttpRequest, answer_id: UUID) -> HttpResponse:
    return taken_back(request, ANSWER, answer_id)


@address(Policy.PERSON)
def spending(request: HttpRequest, spending_id: UUID) -> HttpResponse:
    return read(request, SPENDING, spending_id)


@address(Policy.PERSON)
def spending_correct(request: HttpRequest, spending_id: UUID) -> HttpResponse:
    return put_right(request, SPENDING, spending_id)


@address(Policy.PERSON)
def spending_mistake(request: HttpRequest, spending_id: UUID) -> HttpResponse:
    return taken_back(request, SPENDING, spending_id)


@address(Policy.PERSON)
def spending_why(request: HttpRequest, spending_id: UUID) -> HttpResponse:
    """Why it was more than agreed, once it is kept. The amount stays as it is."""
    sight, row = the(request, SPENDING, spending_id)
    require(policy.may_correct(request.user, row))
    form = WhyMoreForm(request.POST or None, names=names(sight), initial={"why": row.why_more})
    say_why = lambda given: actions.say_why_more(spending=row, by=request.user, **given)
    if request.method == "POST" and (done := submit(form, say_why)):
        return redirect(SPENDING.address(done.value.pk))
    back = Link(SPENDING.named(row), SPENDING.address(row.pk))
    return form_page(request, sight, form, _("Say why it was more"), _("Keep this"), back=back)


@address(Policy.PERSON)
def money(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """What was agreed about the person's money, and what was spent this day, week or month."""
    sight = look(request, person_id)
    page = money_page(sight, as_at.asked_day(request))
    return render(request, "daily/money.jinja", {"shell": showing.shell(request, page.title, sight), "page": page})
