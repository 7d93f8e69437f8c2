"""How a disagreement is settled: the person first, step by step, and nobody closes what they are a party to. Pure.

The steps are `domain.md` 1.9 (Mental Capacity Act Code, chapter 15; check). The days are our own convention, and pages say so.
A disagreement silences nobody and suspends nothing: what the person chose stands meanwhile, unless the law says otherwise.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from throughline.base import working_days
from throughline.base.sentences import N_

LADDER = ("listen", "check", "evidence", "advocate", "second", "mediation", "complaint", "council", "court")
FIRST_ANSWER, STEP, LONG = 5, 20, 40  # working days: until the first step is done, until the next, until leaders look at it


@dataclass(frozen=True, slots=True)
class Standpoint:
    """A position as it is about to be kept."""

    is_persons: bool
    has_voice: bool
    person_was_first: bool  # the person's own position is there already, or why it cannot be


def position_faults(position: Standpoint) -> dict[str, str]:
    """What is wrong with a position, by field. The person's own comes first, and is something that they said or showed."""
    if position.is_persons and not position.has_voice:
        return {"voice": N_("%(Person)s’s position is what they said or showed. Keep their words first, then choose them here.")}
    if not position.is_persons and position.has_voice:
        return {"voice": N_("Only %(person)s’s own position is in their voice. Write what the other said in their own words.")}
    if not position.is_persons and not position.person_was_first:
        return {"party": N_("%(Person)s comes first. Write down their position, or why it cannot be had and how their view came in.")}
    return {}


def step_faults(*, before: str, rung: str, because: str) -> dict[str, str]:
    """What is wrong with the next step, by field. Steps are taken in their order; passing some over needs a reason."""
    here = LADDER.index(before) if before in LADDER else -1
    there = LADDER.index(rung) if rung in LADDER else -1
    if there < here:
        return {"rung": N_("This step comes before the one that was reached. Choose the same or a later one.")}
    if there > here + 1 and not because.strip():
        return {"because": N_("This passes over a step. Say why it cannot wait, or take the next step.")}
    return {}


def due(entered: date, before: str) -> date:
    """By when a step should be done, where nobody says otherwise."""
    return working_days.after(entered, STEP if before else FIRST_ANSWER)


@dataclass(frozen=True, slots=True)
class Closing:
    """How a disagreement is about to be closed. settled_by: the decision that it came to."""

    closer: Any
    parties: frozenset[Any]  # the staff who took a position or made the decision
    came_to: str
    has_decision: bool = False
    decision_is_valid: bool = False
    decision_basis: str = ""
    persons_position: bool = True
    about_home: bool = False  # it disputes a decision about where to live or about the tenancy
    tenancy: str = ""  # what the person's rights as a tenant mean here


def closing_faults(closing: Closing) -> dict[str, str]:
    """What is wrong with closing it, by field."""
    if closing.closer in closing.parties:
        return {"by": N_("You are a party to this. Ask somebody who is not to close it: another leader, or the manager.")}
    if not closing.persons_position:
        return {"came_to": N_("%(Person)s’s position is not written down, nor why it cannot be had. Write that first.")}
    if closing.about_home and not closing.tenancy.strip():
        told = N_(
            "It is about %(person)s’s home. Write in a step what the rights of a tenant mean here, or why there are none; then close it."
        )
        return {"came_to": told}
    return _of_decision(closing)


def _of_decision(closing: Closing) -> dict[str, str]:
    """What changed rests on a decision that takes effect: nothing is changed by a disagreement alone."""
    if closing.has_decision and not closing.decision_is_valid:
        return {"settled_by": N_("This decision takes no effect. Put it right, or decide again, and choose that.")}
    if closing.came_to == "changed" and not closing.has_decision:
        return {"settled_by": N_("What changed has to be decided with %(person)s. Choose that decision.")}
    if closing.came_to == "best_interests" and closing.decision_basis != "best_interests":
        return {"settled_by": N_("Choose the decision that was made in %(person)s’s best interests.")}
    return {}


@dataclass(frozen=True, slots=True)
class Running:
    """A disagreement that goes on."""

    opened_on: date
    due_on: date | None
    has_persons_position: bool
    has_interim: bool
    has_owner: bool
    rung: str = ""  # the step that was reached
    about_capacity: bool = False  # whether the person can decide it is part of what is disputed
    about_safety: bool = False  # somebody may come to harm over it


STUCK = {
    "capacity": N_("Whether %(person)s can decide it is disputed, so those who lead look at it from the first day."),
    "safety": N_("Somebody may come to harm over it, so those who lead look at it from the first day."),
    "past-due": N_("Its step is past the day by which it should be done."),
    "long": N_("It has gone on for more than 40 working days. That number is our own convention."),
    "no-person": N_("%(Person)s’s position is not written down."),
    "no-interim": N_("Nothing says what keeps %(person)s safe and free meanwhile."),
    "no-owner": N_("Nobody is named who sees to it."),
}


def stuck(running: Running, today: date) -> tuple[str, ...]:
    """Why leaders look at it, and then what is missing. Empty while it goes its way.

    What touches capacity or safety is theirs from the first day, however well it goes; and so is one that went on without the person
    (`domain.md` 1.9, which counts leaders in when it is long, or safety or capacity is involved).
    """
    reasons = {
        "capacity": running.about_capacity,
        "safety": running.about_safety,
        "past-due": running.due_on is not None and running.due_on < today,
        "long": today > working_days.after(running.opened_on, LONG),
    }
    if not any(reasons.values()) and not _goes_on_without_them(running, today):
        return ()
    missing = {
        "no-person": not running.has_persons_position,
        "no-interim": not running.has_interim,
        "no-owner": not running.has_owner,
    }
    return tuple(code for code, holds in (reasons | missing).items() if holds)


def _goes_on_without_them(running: Running, today: date) -> bool:
    """Whether the person's position is missing after the days of the first answer, or after a step beyond listening to them."""
    if running.has_persons_position:
        return False
    is_beyond = running.rung in LADDER[1:]
    return is_beyond or today > working_days.after(running.opened_on, FIRST_ANSWER)
