"""Write down a try of a graded step, put it right, take it back; and look at the risks again because of what one showed."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.agreements.said import JustSaid
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.models import Amendment
from throughline.base.records import amend, copy_of, keep, once
from throughline.base.sent import already
from throughline.base.written import NOW, Written
from throughline.conversations.models import Voice
from throughline.conversations.standing import corrected, still_stands
from throughline.decisions.models import Decision
from throughline.plan import actions as plan
from throughline.plan import copying
from throughline.plan.models import Item, Line, Stage, Step, Version

from .. import law_trials, policy
from ..choices import Result
from ..models import Reissue, RoutineRecord, Trial
from .crossings import counted_anew, cross, uncross
from .heard import hear_about
from .recording import mistake_routine, record_routine


@once
@transaction.atomic
def keep_trial(
    *,
    stage: Stage,
    support: str,
    step: Step | None = None,
    day: date | None = None,
    said: JustSaid | Voice | None = None,
    by: Any,
    written: Written = NOW,
    **told: Any,
) -> Trial:
    """Keep one try of a step of a ladder. Sent twice, it is kept and counted once.

    step and day: where it was due, so that it counts there as offered, and the person said yes. said: the person's words about it.
    """
    person, version = stage.person, stage.version
    require(policy.may_keep(by, person))
    if there := already(Trial, by=by, written=written):
        return there
    row = Trial(person=person, item=version.item, stage=stage, support=support, topic=version.topic, **told)
    _check(row)
    if step is not None:
        row.record = _offered(version, step, day, by, written)
    row.voice = hear_about(row=row, said=said, by=by, written=written)
    keep("practice.trial-kept", row, by=by, written=written)
    cross(row=row, by=by)
    return row


def _check(row: Trial) -> None:
    if missing := law_trials.trial_incomplete(new_risk=row.new_risk, risk=row.risk, confidence=row.confidence):
        raise Invalid.by_law(missing)


def _offered(version: Version, step: Step, day: date | None, by: Any, written: Written) -> RoutineRecord:
    """That it was offered at its time. The step may be of a version that was replaced since the phone took it along."""
    if step.version.item_id != version.item_id:
        raise Invalid({"step": _("This step is not part of this person's plan. Open Today again.")})
    when = Written(occurred_at=written.occurred_at, recorded_at=written.recorded_at)
    return record_routine(person=step.person, version=step.version, step=step, result=Result.SAID_YES.value, day=day, by=by, written=when)


@transaction.atomic
def correct_trial(*, trial: Trial, reason: str, by: Any, written: Written = NOW, **told: Any) -> Trial:
    """Say it better, with a reason; the first words stay, struck through."""
    require(policy.may_correct(by, trial))
    still_stands(trial)
    new, when = corrected(trial, told, written)
    _check(new)
    amend("practice.trial-corrected", trial, new, kind=Amendment.CORRECTED, reason=reason, by=by, written=when)
    return counted_anew(before=trial, now=new, by=by)


@transaction.atomic
def mistake_trial(*, trial: Trial, reason: str, by: Any) -> Trial:
    """Say that a try was written down by mistake. It stays, struck through, and counts no more; nor does that it was offered."""
    require(policy.may_correct(by, trial))
    still_stands(trial)
    if trial.record is not None and RoutineRecord.objects.current().filter(pk=trial.record_id).exists():
        mistake_routine(record=trial.record, reason=reason, by=by)
    ended = amend("practice.trial-mistaken", trial, copy_of(trial), kind=Amendment.MISTAKE, reason=reason, by=by)
    uncross(row=trial, by=by)
    return ended


@once
@transaction.atomic
def reissue(
    *,
    version: Version,
    trials: Collection[Trial],
    because: str,
    decision: Decision | None = None,
    lines: Sequence[Line] = (),
    by: Any,
    written: Written = NOW,
) -> Reissue:
    """Keep that people looked at the risks again because of some tries, and what they came to. Answers the first.

    version: of the ladder, as it is. lines: what staff do now besides; then a new version says so, and it counts once staff follow it.
    Without lines it needs the decision by which everything stays.
    """
    require(policy.may_reissue(by, version.person))
    if there := already(Reissue, by=by, written=written):
        return there
    if missing := law_trials.reissue_incomplete(has_lines=bool(lines), has_decision=decision is not None):
        raise Invalid.by_law(missing)
    _same_ladder(version.item, trials, decision)
    about: dict[str, Any] = {"person": version.person, "decision": decision, "because": because, "topic": version.topic}
    about["version"] = _with(version, lines, by)
    first, *more = [Reissue(trial=each, **about) for each in trials]
    return keep("practice.risks-looked-at", first, *more, by=by, written=written)


def _with(version: Version, lines: Sequence[Line], by: Any) -> Version | None:
    """A new version that says what staff do besides; None when nothing changes."""
    if not lines:
        return None
    content = copying.content_of(version)
    return plan.write(item=version.item, by=by, **content | {"lines": [*content["lines"], *lines]})


def _same_ladder(item: Item, trials: Collection[Trial], decision: Decision | None) -> None:
    if not trials or any(each.item_id != item.pk for each in trials):
        raise Invalid({"trials": _("Choose which tries showed the risk.")})
    if decision is not None and decision.person_id != item.person_id:
        raise Invalid({"decision": _("The decision it cites is about somebody else. Cite a decision of this person.")})
