"""What moves somebody on or back on a ladder, and when people have to look at it again: written once, pure (`domain.md` 8.3).

A ladder never moves by itself. On: a valid decision and the person's own yes, said since the step began. Back: a decision, the reason,
that the person was told, and a day to try again. To look again once a year is to let it lie.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from throughline.base.sentences import N_

from .law import Fault

UNCHANGED = timedelta(weeks=12)  # a step that nobody decided about for longer is drift; and the longest that a day alone may be away


@dataclass(frozen=True, slots=True)
class Climb:
    """A version of a ladder as it is about to be published. Steps by number, from 1; 0 where there is none."""

    today: date
    before: int = 0  # the step that staff follow
    now: int = 0  # the step that they would follow
    has_decision: bool = False
    says_yes: bool = False  # the person's own decision, or words of theirs, since the step began
    reason: str = ""
    told: str = ""
    try_again_on: date | None = None
    look_again_on: date | None = None
    look_again_if: str = ""


FAULTS = {
    fault.code: fault
    for fault in (
        Fault(
            "ladder-once-a-year",
            N_("People would look at it again a long time from now, and nothing says what would make them look sooner."),
            N_("Write what makes us look again sooner, or choose a day in the next 12 weeks. Once a year is not enough."),
        ),
        Fault(
            "move-needs-decision",
            N_("It moves the person to another step and rests on no decision."),
            N_("Decide it with the person first, and cite that decision."),
        ),
        Fault(
            "move-on-needs-yes",
            N_("It moves the person on, and the person has not said yes to it since this step began."),
            N_("Ask the person. Cite their own decision, or the words in which they said yes."),
        ),
        Fault("move-back-needs-reason", N_("It moves the person back, and nothing says why."), N_("Write why, in a sentence.")),
        Fault(
            "move-back-not-told",
            N_("It moves the person back, and nothing says that they were told."),
            N_("Tell the person first, and write how, and what they said."),
        ),
        Fault(
            "move-back-needs-day",
            N_("It moves the person back, and nothing says when they can try again."),
            N_("Agree a day with the person on which to try again."),
        ),
    )
}


def faults(climb: Climb) -> tuple[str, ...]:
    """The codes of what keeps a version of a ladder from being followed."""
    if climb.before and climb.now > climb.before:
        return _moving_on(climb) or _looking(climb)
    if climb.now and climb.now < climb.before:
        return _moving_back(climb)
    return _looking(climb)


def _moving_on(climb: Climb) -> tuple[str, ...]:
    if not climb.has_decision:
        return ("move-needs-decision",)
    return () if climb.says_yes else ("move-on-needs-yes",)


def _moving_back(climb: Climb) -> tuple[str, ...]:
    asked = (
        ("move-needs-decision", climb.has_decision),
        ("move-back-needs-reason", climb.reason.strip()),
        ("move-back-not-told", climb.told.strip()),
        ("move-back-needs-day", climb.try_again_on is not None and climb.try_again_on > climb.today),
    )
    return tuple(code for code, there in asked if not there)[:1] or _looking(climb)


def _looking(climb: Climb) -> tuple[str, ...]:
    """A day far away, or none, is no rule by itself. The day to try again is a day to look."""
    days = [day for day in (climb.look_again_on, climb.try_again_on) if day is not None]
    soon = any(day <= climb.today + UNCHANGED for day in days)
    return () if soon or climb.look_again_if.strip() else ("ladder-once-a-year",)
