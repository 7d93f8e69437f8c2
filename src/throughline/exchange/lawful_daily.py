"""What happened as it comes in: what another system kept without an answer, a reason or who was hurt is marked historic."""

from collections.abc import Callable
from typing import Any

from throughline.plan.choices import LinePart
from throughline.plan.models import Line
from throughline.practice import law, law_daily, law_trials, law_upset
from throughline.practice.models import Activity, CheckDone, ChecklistRun, Incident, Trial, Upset


def _run(row: ChecklistRun) -> bool:
    """Few a day for anybody, so that what belongs to each is asked for one by one."""
    checks = list(CheckDone.objects.filter(run=row.pk))
    asked = list(Line.objects.filter(version=row.version_id, part=LinePart.CHECK).values_list("pk", flat=True))
    return bool(law_daily.run_faults(asked, {each.line_id: (each.done, each.why) for each in checks}, len(checks)))


def _activity(row: Activity) -> bool:
    return bool(law_daily.activity_faults(going=row.going, why=row.why, has_words=row.voice_id is not None))


def _incident(row: Incident) -> bool:
    told = {"kind": row.kind, "injuries": row.injuries, "restriction_used": row.restriction_used}
    return bool(law.incident_incomplete(restriction_words=row.restriction_words, **told))


def _upset(row: Upset) -> bool:
    restricted = {"restriction_used": row.restriction_used, "restriction_words": row.restriction_words}
    return bool(law_upset.upset_faults(began=row.occurred_at, ended=row.ended_at, now=row.recorded_at, **restricted))


def _trial(row: Trial) -> bool:
    return bool(law_trials.trial_incomplete(new_risk=row.new_risk, risk=row.risk, confidence=row.confidence))


INCOMPLETE: dict[type[Any], Callable[[Any], bool]] = {
    Incident: _incident,
    Upset: _upset,
    Trial: _trial,
    ChecklistRun: _run,
    Activity: _activity,
}
