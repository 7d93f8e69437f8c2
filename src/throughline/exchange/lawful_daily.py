"""Checklists and activities as they come in: what another system kept without an answer or a reason is marked historic."""

from collections.abc import Callable
from typing import Any

from throughline.plan.choices import LinePart
from throughline.plan.models import Line
from throughline.practice import law_daily
from throughline.practice.models import Activity, CheckDone, ChecklistRun


def _run(row: ChecklistRun) -> bool:
    """Few a day for anybody, so that what belongs to each is asked for one by one."""
    checks = list(CheckDone.objects.filter(run=row.pk))
    asked = list(Line.objects.filter(version=row.version_id, part=LinePart.CHECK).values_list("pk", flat=True))
    return bool(law_daily.run_faults(asked, {each.line_id: (each.done, each.why) for each in checks}, len(checks)))


def _activity(row: Activity) -> bool:
    return bool(law_daily.activity_faults(going=row.going, why=row.why, has_words=row.voice_id is not None))


INCOMPLETE: dict[type[Any], Callable[[Any], bool]] = {ChecklistRun: _run, Activity: _activity}
