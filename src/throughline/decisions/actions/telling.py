"""Tell the person what was decided."""

from typing import Any

from django.db import transaction

from throughline.base.answers import require
from throughline.base.records import keep, once
from throughline.base.sent import already
from throughline.base.written import NOW, Written

from .. import policy
from ..models import Decision, Telling


@once
@transaction.atomic
def tell(*, decision: Decision, how: str, reaction: str, by: Any, written: Written = NOW, **told: Any) -> Telling:
    """Keep that the person was told of a decision, and how they took it."""
    require(policy.may_tell(by, decision.person))
    if there := already(Telling, by=by, written=written):
        return there
    telling = Telling(person=decision.person, decision=decision, how=how, reaction=reaction, topic=decision.topic, **told)
    return keep("decisions.told", telling, by=by, written=written)
