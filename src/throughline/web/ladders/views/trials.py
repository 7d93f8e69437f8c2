"""Write down a try of a graded step, read it, put it right, take it back."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.base.errors import NotFound
from throughline.base.models.recorded import Amendment
from throughline.people.sight import Sight
from throughline.plan import queries as plan
from throughline.plan import queries_ladder
from throughline.plan.climbing import stage_of
from throughline.practice import actions, policy, queries_trials

from ... import as_at, mistakes
from ...addresses import Policy, address, look
from ...frame import frame
from ...parts import Link
from ...said import showing
from ...said.views.asking import form_page, names
from ...submit import submit
from ...today.views.shift import day_asked
from ..forms.trials import CorrectForm, TrialForm
from ..pages import trials as pages


@address(Policy.PERSON)
def new(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """How a try of the step went. From Today it is the step that was due (`?step=`)."""
    sight = look(request, plan.person_of_item(item_id), about_id=item_id)
    require(policy.may_keep(request.user, sight.person))
    item = queries_ladder.ladder(sight, item_id)
    day, step = day_asked(request), step_asked(sight, request.POST.get("step") or request.GET.get("step", ""), item_id)
    stage = stage_tried(sight, item, request.POST.get("stage", ""))
    form = form_of(sight, stage, request.POST or None, step, day)
    if request.method == "POST" and (done := submit(form, lambda given: keep(stage, step, form, given, request.user))):
        return redirect(after(done.value))
    page = pages.sheet(sight, stage, step, form, day)
    shell = frame(request, page.heading, person=sight.person, surface="shift", wrong=bool(form.errors))
    return render(request, "ladders/try.jinja", {"shell": shell, "page": page})


def step_asked(sight: Sight, given: str, item_id: UUID) -> Any:
    """Where the try was due; None when it was not opened from Today."""
    try:
        step = plan.followed_step(sight, UUID(given)) if given else None
    except ValueError:
        raise NotFound from None
    if step is not None and step.version.item_id != item_id:
        raise NotFound
    return step


def stage_tried(sight: Sight, item: Any, given: str) -> Any:
    """The step that the page was opened for; else the one that the person is on now. NotFound for a ladder that nobody follows."""
    if given:
        try:
            found = queries_ladder.stage(sight, UUID(given))
        except ValueError:
            raise NotFound from None
        if found.version.item_id != item.pk:
            raise NotFound
        return found
    followed = plan.in_force(sight, item)
    now = stage_of(followed.version) if followed is not None else None
    if now is None:
        raise NotFound
    return queries_ladder.stage(sight, now.pk)


def form_of(sight: Sight, stage: Any, data: Any, step: Any = None, day: date | None = None) -> TrialForm:
    """The form of a try, for a page and for what comes from a phone."""
    carried = {"stage": str(stage.pk), "step": str(step.pk) if step else "", "day": str(day or "")}
    return TrialForm(data, names=names(sight), chips=pages.chips(stage, sight.person.name), initial=carried)


def keep(stage: Any, step: Any, form: TrialForm, given: dict[str, Any], by: Any) -> Any:
    """Keep the try."""
    return actions.keep_trial(stage=stage, step=step, by=by, **form.arguments(given))


def after(trial: Any) -> str:
    """From a saved try to the ladder, which says what people could talk about."""
    return f"{reverse('ladders:ladder', args=[trial.item_id])}?new={trial.pk}"


def _the(request: HttpRequest, trial_id: UUID) -> tuple[Sight, Any]:
    """A try and the actor's sight of whom it is about."""
    sight = look(request, queries_trials.person_of_trial(trial_id), about_id=trial_id)
    return sight, queries_trials.trial(sight, trial_id)


@address(Policy.PERSON)
def trial(request: HttpRequest, trial_id: UUID) -> HttpResponse:
    """One try, as it stands and as it was first written."""
    sight, row = _the(request, trial_id)
    at = as_at.asked_day(request)
    life = [each for each in queries_trials.trial_life(sight, row, at.moment) if each.amendment not in Amendment.ends()]
    page = pages.trial_page(sight, life, at)
    return render(request, "shared/sections.jinja", {"shell": showing.shell(request, page.title, sight), "page": page})


@address(Policy.PERSON)
def correct(request: HttpRequest, trial_id: UUID) -> HttpResponse:
    """Put right how it was written down. The first words stay."""
    sight, row = _the(request, trial_id)
    require(policy.may_correct(request.user, row))
    form = CorrectForm(request.POST or None, names=names(sight), initial=CorrectForm.of(row))
    correct_it = lambda given: actions.correct_trial(trial=row, by=request.user, **given)
    if request.method == "POST" and (done := submit(form, correct_it)):
        return redirect("ladders:trial", trial_id=done.value.pk)
    back = Link(pages.named(row), reverse("ladders:trial", args=[row.pk]))
    return form_page(request, sight, form, _("Put this right"), _("Keep this"), back=back)


@address(Policy.PERSON)
def mistake(request: HttpRequest, trial_id: UUID) -> HttpResponse:
    """It should not stand here at all: on the wrong page, or written twice."""
    sight, row = _the(request, trial_id)
    require(policy.may_correct(request.user, row))
    take_back = lambda row, by, reason: actions.mistake_trial(trial=row, reason=reason, by=by)
    return mistakes.asked(request, sight, row, take_back, pages.to_ladder(row))
