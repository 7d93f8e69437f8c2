"""Whether something new can rest on what was decided: asked afresh each time, of the decision and of what showed that it was needed."""

from datetime import datetime

from throughline.authority.law import WHILE_ABLE

from . import able
from .choices import Standing
from .law import OWN_BASES, capacity
from .models import Decision
from .models.lost import BY_ASSESSMENT
from .proposing import asked_about


def is_valid_still(decision: Decision) -> bool:
    """Whether it was valid, and nothing on which it rests was taken back or put right since."""
    return Decision.objects.with_lost().filter(pk=decision.pk, standing=Standing.VALID, lost="").exists()


def carries_nothing_new(decision: Decision, moment: datetime, written_by: datetime | None = None) -> bool:
    """Whether a decision can carry nothing new at a moment. What rests on it already goes on until `models.lost` says otherwise.

    Of what was decided for the person: what showed that they could not decide it ran out, was corrected, or another came to something
    else. Of what they decided themself: since then they cannot decide that very question, and what is done now is done to them
    (Mental Capacity Act 2005, ss. 4 and 5).
    """
    if decision.basis in OWN_BASES:
        return capacity.shows_lacking(able.shown(decision.question_id, moment, written_by), moment)
    if decision.basis not in BY_ASSESSMENT or decision.assessment is None or _is_used_while_able(decision):
        return False
    found = asked_about(decision, moment, written_by)
    return bool(capacity.of_decision(found, decided_at=moment, emergency=bool(decision.question.emergency_because)))


def _is_used_while_able(decision: Decision) -> bool:
    held = decision.authority
    return held is not None and held.usable_while_able and held.kind in WHILE_ABLE
