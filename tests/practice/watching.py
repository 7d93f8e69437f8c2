"""Plan items with thresholds and agreed check-ins, and what they count, arranged through actions."""

from datetime import time, timedelta
from typing import Any

from tests.web import arrange

from throughline.base import clock
from throughline.base.written import Written
from throughline.plan import actions as plan
from throughline.plan.parts import AgreedCheckIn, Line, Step, Threshold
from throughline.practice import actions
from throughline.practice.models import Crossing

TABLET = {"what": "The evening tablet.", "why": "forgotten", "told": "The pharmacist, at nine.", "advised": "Take the next one as usual."}
TABLETS = {"counts": "missed_medicine", "at_least": 2, "within_days": 7, "do": "Ring the GP the same day.", "call": "Ruth, then on call"}
FALLS = {"counts": "fall", "at_least": 3, "within_days": 7, "do": "Ask for a falls check.", "call": "Ruth"}
UPSETS = {"counts": "upset", "at_least": 2, "within_days": 7, "do": "Ask Jo what was too much.", "call": "Ruth"}
NOES = {"counts": "said_no", "at_least": 3, "within_days": 7, "do": "Ask Jo what has changed.", "call": "Ruth"}
BY_TEXT = {"method": "text", "at": time(18), "grace": 30, "if_missed": "Ring Jo. After 15 minutes ring Ruth."}


def followed(home: arrange.House, *thresholds: dict[str, Any], check_ins: Any = (), item: Any = None, person: Any = None) -> Any:
    """A plan item with thresholds that staff follow: its version. With `item`, a later version of that."""
    parts = {
        "title": "Days out with the group",
        "lines": [Line(part="do", text="Ask first")],
        "steps": [Step(text="Offer the group")],
        "thresholds": [Threshold(**each) for each in thresholds],
        "check_ins": [AgreedCheckIn(**each) for each in check_ins],
        "by": home.ruth,
    }
    begun = {"person": person or home.jo, "kind": "checklist"}
    version = plan.write(item=item, **parts) if item else plan.begin(**begun, **parts)
    plan.publish(version=version, message="From today", by=home.ruth)
    return version


def ago(**past: float) -> Written:
    """Something that happened a while ago and is written down now."""
    return Written(occurred_at=clock.now() - timedelta(**past))


def fell(home: arrange.House, by: Any = None, kind: str = "fall", **past: float) -> Any:
    told = {"kind": kind, "seen": "On the stairs.", "done": "Sat down together."}
    return actions.keep_incident(person=home.jo, by=by or home.amina, written=ago(**past), **told)


def missed(home: arrange.House, by: Any = None, person: Any = None, **past: float) -> Any:
    return actions.keep_missed_medicine(person=person or home.jo, by=by or home.amina, written=ago(**past), **TABLET)


def crossings() -> int:
    return Crossing.objects.count()
