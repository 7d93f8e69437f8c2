"""What a sign-off needs, and whether it holds today, written once (`domain.md` 10.4). Pure.

That it holds for a year at most is a convention of ours: for medicines a year is what NICE's guidance has, and sooner is better.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from throughline.base.sentences import N_

LONGEST = timedelta(days=366)
OBSERVED, KNOWLEDGE = "observed", "knowledge"
COMPETENT, SUPERVISED, NOT_YET = "competent", "supervised", "not_yet"

WRONG = {
    "worker": N_("Nobody signs for themself. Ask a team leader or the manager to watch."),
    "agreed_words": N_("Write how %(person)s said or showed that they were fine with it. Without that, do it without them, as practice."),
    "method": N_("Questions and courses alone do not show that somebody can do it. Watch it, or choose another result."),
    "criteria": N_("Not everything was seen. Choose another result, or watch again."),
    "conditions": N_("Write who is beside them, or what to practise before the next time."),
    "until_on": N_("Write the last day on which it holds: after the day it was seen, and within a year of it."),
    "seen_on": N_("This has not come yet. Write the day on which it was seen."),
}


@dataclass(frozen=True, slots=True)
class Seen:
    """A sign-off as it is about to be kept."""

    is_own: bool  # the one who signs is the worker
    method: str
    result: str
    seen_on: date
    until_on: date | None
    today: date
    has_agreement: bool
    all_met: bool
    has_conditions: bool


def faults(seen: Seen) -> dict[str, str]:
    """What is wrong, by field: one sentence each."""
    tests = {
        "worker": seen.is_own,
        "agreed_words": seen.method == OBSERVED and not seen.has_agreement,
        "method": seen.method == KNOWLEDGE and seen.result == COMPETENT,
        "criteria": seen.result == COMPETENT and not seen.all_met,
        "conditions": seen.result != COMPETENT and not seen.has_conditions,
        "until_on": seen.result != NOT_YET and not _ends_in_time(seen),
        "seen_on": seen.seen_on > seen.today,
    }
    return {field: WRONG[field] for field, wrong in tests.items() if wrong}


def _ends_in_time(seen: Seen) -> bool:
    return seen.until_on is not None and seen.seen_on <= seen.until_on <= seen.seen_on + LONGEST


class Standing(StrEnum):
    """Whether somebody is signed off for a key routine today."""

    LIVE = "live"
    SUPERVISED = "supervised"
    NOT_YET = "not_yet"
    OVER = "over"  # its last day is past
    CHANGED = "changed"  # the card changed since, and whoever published it said that it needs a new one, or nobody said
    NONE = "none"

    @property
    def is_gap(self) -> bool:
        """Whether somebody with it should not do the routine at all before it is put right."""
        return self not in (Standing.LIVE, Standing.SUPERVISED)


@dataclass(frozen=True, slots=True)
class Signed:
    """The latest sign-off of one worker for one key routine."""

    version: int
    result: str
    until_on: date | None


def standing(signed: Signed | None, version: int, needing: Collection[int], day: date) -> Standing:
    """version: the one in force. needing: versions of the card whose publication asks for a new sign-off, or of which nobody said."""
    if signed is None:
        return Standing.NONE
    if signed.result == NOT_YET:
        return Standing.NOT_YET
    if any(signed.version < number <= version for number in needing):
        return Standing.CHANGED
    if signed.until_on is None or signed.until_on < day:
        return Standing.OVER
    return Standing.SUPERVISED if signed.result == SUPERVISED else Standing.LIVE
