"""Tries of a graded step: what a record of one has to hold, and what several of them suggest that people talk about. Pure.

It only ever suggests. People decide, and a ladder moves when a decision is published (`plan.law_ladder`; `domain.md` 8.3).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from throughline.base.sentences import N_

WELL = frozenset({"alone", "prompts"})
STOPPED, HELP = "stopped", "help"
UNCHANGED = timedelta(weeks=12)


@dataclass(frozen=True, slots=True)
class Try:
    """One try as it counts. ready: what the person says of the next step: yes, not_yet, or "" when nobody asked."""

    support: str
    near_miss: bool = False
    new_risk: bool = False
    ready: str = ""

    @property
    def went_well(self) -> bool:
        """Alone or with prompts, and nothing nearly happened. A new risk that was met well is still a try that went well."""
        return self.support in WELL and not self.near_miss


class Suggests(StrEnum):
    """What the tries of a step suggest to talk about."""

    NOTHING = ""
    NEXT = "next"  # the rule is met and the person says ready
    ASK = "ask"  # the rule is met, and nobody has asked the person
    BACK = "back"  # the last try was stopped, or two of the last three needed help


def suggests(tries: Sequence[Try], in_a_row: int = 3, *, is_last: bool = False, risks_open: bool = False) -> Suggests:
    """What the tries of one step suggest, the oldest first; of the last step nothing but to step back.

    in_a_row: how many that went well, one after the other, the step's own rule asks for. While a new risk waits to be looked at,
    nobody talks about moving on.
    """
    if _asks_back(tries):
        return Suggests.BACK
    if is_last or risks_open or not _in_a_row(tries, in_a_row):
        return Suggests.NOTHING
    says = next((each.ready for each in reversed(tries) if each.ready), "")
    return {"yes": Suggests.NEXT, "": Suggests.ASK}.get(says, Suggests.NOTHING)


def _in_a_row(tries: Sequence[Try], wanted: int) -> bool:
    last = tries[-wanted:]
    return len(last) == wanted and all(each.went_well for each in last)


def _asks_back(tries: Sequence[Try]) -> bool:
    """Any stop, or two of the last three with help."""
    return bool(tries) and (tries[-1].support == STOPPED or sum(each.support == HELP for each in tries[-3:]) >= 2)


def drifts(*, since: datetime, decided_at: datetime | None, now: datetime, is_last: bool) -> bool:
    """Whether a step stands unchanged for more than 12 weeks without a decision. Whoever is where they wanted to be does not drift."""
    return not is_last and now - max(since, decided_at or since) > UNCHANGED


def trial_incomplete(*, new_risk: bool, risk: str, confidence: int | None) -> dict[str, str]:
    """What is still to be put right of a try, by field. What a new risk is can be written later; a risk that is none says so."""
    wrong = {}
    if risk.strip() and not new_risk:
        wrong["new_risk"] = N_("You wrote what the new risk is. Say that there is one.")
    if confidence is not None and confidence not in range(1, 11):
        wrong["confidence"] = N_("Choose a number from 1 to 10.")
    return wrong


def reissue_incomplete(*, has_lines: bool, has_decision: bool) -> dict[str, str]:
    """People looked at the risks again: either what staff do changes, or a decision says that it stays."""
    if has_lines or has_decision:
        return {}
    return {"decision": N_("Write what staff do differently now, or choose the decision by which it stays as it is.")}
