"""What may be published without a valid decision, written once (issue; `design.md` 2, law 3; `domain.md` 8.4).

A service-led item without voice or decision can be published, is shown as such and counts as a gap. A restriction, a control of
money and a reactive strategy never can: each needs a valid decision of the same person.
"""

from collections.abc import Collection
from dataclasses import dataclass

from throughline.base.sentences import N_


@dataclass(frozen=True, slots=True)
class Proposed:
    """A publication as it is about to be kept."""

    kind: str
    parts: Collection[str]  # the parts that its lines fill
    controls_money: bool
    has_decision: bool
    decision_is_valid: bool
    decision_is_of_person: bool
    decision_stands: bool = True  # no later version of it took its place


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a publication takes no effect."""

    code: str
    wrong: str
    do: str


FAULTS = {
    fault.code: fault
    for fault in (
        Fault(
            "needs-decision-restriction",
            N_("It limits the person and rests on no decision."),
            N_("Have it decided with the person first, and cite that decision."),
        ),
        Fault(
            "needs-decision-money",
            N_("It controls the person's money and rests on no decision."),
            N_("Have it decided with the person first, and cite that decision."),
        ),
        Fault(
            "needs-decision-reactive",
            N_("It says what staff do to stop something that happens, and rests on no decision."),
            N_("Have it decided with the person first, and cite that decision."),
        ),
        Fault(
            "decision-not-valid",
            N_("The decision it cites is not valid, so nothing can rest on it."),
            N_("Put the decision right, or decide again, and cite that."),
        ),
        Fault("decision-of-another", N_("The decision it cites is about somebody else."), N_("Cite a decision of this person.")),
        Fault("decision-replaced", N_("The decision it cites was decided again since."), N_("Read the later version, and cite that.")),
    )
}


def needs_decision(kind: str, parts: Collection[str], controls_money: bool) -> str:
    """The code of why a decision is needed; empty when none is."""
    if kind == "restriction" or "limit" in parts:
        return "needs-decision-restriction"
    if controls_money:
        return "needs-decision-money"
    return "needs-decision-reactive" if "react" in parts else ""


def faults(publication: Proposed) -> tuple[str, ...]:
    """The codes of what keeps a publication from taking effect; empty when staff may follow it."""
    if publication.has_decision:
        return _of_decision(publication)
    needed = needs_decision(publication.kind, publication.parts, publication.controls_money)
    return (needed,) if needed else ()


def _of_decision(publication: Proposed) -> tuple[str, ...]:
    """What is wrong with the decision that is cited: the root cause alone."""
    if not publication.decision_is_of_person:
        return ("decision-of-another",)
    if not publication.decision_is_valid:
        return ("decision-not-valid",)
    return () if publication.decision_stands else ("decision-replaced",)
