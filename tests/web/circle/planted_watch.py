"""A threshold that is crossed, medicine that was missed, and a check-in: nobody but staff reads any of it."""

from datetime import time, timedelta
from typing import Any

from throughline.base import clock
from throughline.base.written import Written
from throughline.plan import actions as plan
from throughline.plan.parts import AgreedCheckIn, Threshold
from throughline.practice import actions as practice
from throughline.practice.models import Crossing

from . import living


def of_watch(life: living.Life, never: str) -> dict[str, Any]:
    """What their addresses name. never: a word that is on no page of anybody's own."""
    threshold = Threshold(counts="missed_medicine", at_least=1, within_days=7, do=never, call=never)
    agreed = AgreedCheckIn(method="text", at=time(0, 1), grace=0, if_missed=never)
    version = plan.begin(
        person=life.jo, kind="checklist", title=never, thresholds=[threshold], check_ins=[agreed], topic="medication", by=life.ruth
    )
    plan.publish(version=version, message=never, by=life.ruth)
    told = {"person": life.jo, "by": life.home.amina}
    missed = practice.keep_missed_medicine(**told, what=never, why="forgotten", told=never, advised=never)
    due = clock.moment(clock.today(), 0, 1)
    answered = {"due": due, "answer": "answered", "note": never, "written": Written(occurred_at=due + timedelta(seconds=1))}
    check_in = practice.keep_check_in(**told, agreed=agreed, **answered)
    return {
        "missed_id": missed.pk,
        "agreed_id": agreed.pk,
        "check_in_id": check_in.pk,
        "crossing_id": Crossing.objects.get(person=life.jo).pk,
    }
