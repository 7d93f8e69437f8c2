from dataclasses import replace
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughline.access import scope
from throughline.access.roles import Act
from throughline.base.errors import Invalid, NotFound
from throughline.plan import queries_ladder
from throughline.practice import queries_trials
from throughline.practice.choices import TrialSupport
from throughline.web.ladders.views import trials

from ..reading import Sent
from .kind import Kind, given
from .routine import day_of


def keep(sent: Sent, by: Any) -> str:
    """A try of a graded step. fields: those of the page's form."""
    sight = scope.sight(by, sent.person_id)
    stage = _stage(sight, sent)
    step = _step(sight, sent, stage)
    form = trials.form_of(sight, stage, as_form(sent))
    told = form.arguments(given(form))
    written = replace(sent.written, occurred_at=told.pop("written").occurred_at or sent.happened_at)
    return trials.after(trials.actions.keep_trial(stage=stage, step=step, by=by, written=written, **told | {"day": day_of(sent)}))


def as_form(sent: Sent) -> Any:
    """The day is that of the phone, which may have been without signal for days: it is read by the phone's clock."""
    form = sent.as_form()
    form["day"] = ""
    return form


def _stage(sight: Any, sent: Sent) -> Any:
    try:
        return queries_ladder.stage(sight, UUID(sent.text("stage")))
    except (ValueError, NotFound):
        raise Invalid({"stage": _("This step is not part of this person's plan. Open Today again.")}) from None


def _step(sight: Any, sent: Sent, stage: Any) -> Any:
    try:
        return trials.step_asked(sight, sent.text("step"), stage.version.item_id)
    except NotFound:
        raise Invalid({"step": _("This step is not part of this person's plan. Open Today again.")}) from None


def words(sent: Sent, sight: Any) -> list[str]:
    supports = dict(TrialSupport.choices)
    told = [supports.get(sent.text("support"), ""), *(sent.text(name) for name in ("words", "risk", "near_miss"))]
    return [_stage(sight, sent).text, *(each for each in told if each)]


KIND = Kind(gettext_lazy("A try of a step"), Act.KEEP_PRACTICE, queries_trials.person_of_trial, keep, words)
