"""What may be published without a valid decision, written once (issue; `design.md` 2, law 3; `domain.md` 8.4).

A service-led item without voice or decision can be published, is shown as such and counts as a gap. A restriction, a control of
money and a reactive strategy never can: each needs a valid decision of the same person, a manager who did not write it, and a day on
which people look at it again (`domain.md` 8.4 and 10.7a: who writes proposes, the manager approves).
"""

from collections.abc import Collection
from dataclasses import dataclass

from throughline.base.sentences import N_

from .counted import LASTING, Counted, Measure


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
    # it was made for the person, and what showed that they could not decide it is too old or says otherwise; or it is theirs, and an
    # assessment shows that they cannot decide it any more
    decision_lapsed: bool = False
    decision_area: str = ""  # of the question that was decided
    decision_impact: str = ""
    decision_basis: str = ""
    decision_limits: int = 0  # how much the option that was chosen limits the person, 0 to 4, as whoever wrote it says
    may_deprive: bool | None = None  # whoever publishes it says whether it may take the person's liberty away; None: nobody said
    liberty: str = ""  # why what stands about the person's liberty does not carry it (`decisions.law.liberty.carries`); empty when it does
    limits: bool = False  # whoever publishes it says that it limits, controls or stops the person in something
    limited_before: bool = False  # what staff followed of it last limits the person
    by_its_author: bool = False  # whoever publishes it wrote this version
    may_approve: bool = True  # whoever publishes it has a role that lets what limits somebody be followed
    looks_again: bool = True  # it says on which day, from that of its publication on, people look at it again


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
            N_("It limits %(person)s and rests on no decision."),
            N_("Have it decided with %(person)s first, and cite that decision."),
        ),
        Fault(
            "needs-decision-money",
            N_("It controls %(person)s's money and rests on no decision."),
            N_("Have it decided with %(person)s first, and cite that decision."),
        ),
        Fault(
            "needs-decision-reactive",
            N_("It says what %(staff)s do to stop something that happens, and rests on no decision."),
            N_("Have it decided with %(person)s first, and cite that decision."),
        ),
        Fault(
            "decision-not-valid",
            N_("The decision it cites is not valid, so nothing can rest on it."),
            N_("Put the decision right, or decide again, and cite that."),
        ),
        Fault("decision-of-another", N_("The decision it cites is about somebody else."), N_("Cite a decision of this person.")),
        Fault(
            "decision-about-something-else",
            N_("The decision it cites is about something else, or was taken as one of low impact."),
            N_("Have this very question decided with %(person)s, in its own area of life, and cite that decision."),
        ),
        Fault(
            "liberty-not-reviewed",
            N_("It may take %(person)s's liberty away, and nobody has looked at that and concluded."),
            N_("Ask the registered manager to look at it and conclude, or to write down what authorises it."),
        ),
        Fault(
            "liberty-open",
            N_("It may take %(person)s's liberty away, and what was concluded about that is open again, or nothing authorises it."),
            N_("Ask the registered manager to look at it again, or to write down what authorises it."),
        ),
        Fault(
            "liberty-superseded",
            N_("It may take %(person)s's liberty away, and what was concluded about that was made under a superseded test."),
            N_("Ask the registered manager to look at it again, by the test of today."),
        ),
        Fault(
            "liberty-not-looked-at",
            N_("It may take %(person)s's liberty away, and the last conclusion about that did not look at this decision."),
            N_("Ask the registered manager to look at it again, with this decision."),
        ),
        Fault(
            "liberty-no-is-a-conclusion",
            N_("Saying that it cannot take %(person)s’s liberty away concludes about that, and nobody looked at it with this decision."),
            N_("Look at it with this decision and conclude, or ask the registered manager to. Then publish it."),
        ),
        Fault(
            "limit-not-approved",
            N_("It limits, controls or stops %(person)s, and a manager has to let it be followed."),
            N_("Ask the registered manager to read it and publish it. What the manager wrote, another manager publishes."),
        ),
        Fault(
            "limit-by-its-author",
            N_("It limits, controls or stops %(person)s, and nobody lets be followed what they wrote themselves."),
            N_("Ask another manager to publish it. Where there is one manager, a team leader writes it and the manager publishes it."),
        ),
        Fault(
            "limit-no-look-again",
            N_("It limits, controls or stops %(person)s, and no day is set on which people look at it again."),
            N_("Write a version that says when people look at it again, and publish that."),
        ),
        Fault(
            "lift-not-approved",
            N_("What %(staff)s follow until now limits %(person)s. A manager has to read that this version limits in nothing."),
            N_("Ask the registered manager to read both and publish it. What the manager wrote, another manager publishes."),
        ),
        Fault(
            "lift-by-its-author",
            N_("What %(staff)s follow until now limits %(person)s. Nobody says of what they wrote themselves that it no longer does."),
            N_("Ask another manager to publish it. Where there is one manager, a team leader writes it and the manager publishes it."),
        ),
        Fault(
            "decision-lapsed",
            N_("The decision it cites was made for %(person)s, on an assessment that is too old by now or says something else since."),
            N_("Assess that question again. Then ask %(person)s, or decide it again, and cite that."),
        ),
        Fault(
            "decision-while-able",
            N_("%(Person)s decided it, and an assessment since shows that they cannot decide this now."),
            N_("Decide it in %(person)s’s best interests, and look at their liberty with that decision. Or assess again."),
        ),
        Fault("decision-replaced", N_("The decision it cites was decided again since."), N_("Read the later version, and cite that.")),
    )
}


# The person's own decision needs no conclusion about liberty while they can decide it: it is theirs.
OWN_BASES = frozenset({"own", "own_with_support"})
A_LITTLE = 1  # an option that limits more is a limit to whoever lives with it
MOST_DAYS = 92  # the longest window of a threshold
# Where nobody looked at it with this decision, a no is told that it concludes; what is open or superseded says so itself.
BARE = frozenset({"liberty-not-reviewed", "liberty-not-looked-at"})

# A decision carries what it was about and no more: one about swimming locks no kitchen. The areas that a question must belong to.
AREAS = {
    "needs-decision-restriction": frozenset({"restrictions"}),
    "needs-decision-money": frozenset({"money"}),
    "needs-decision-reactive": frozenset({"restrictions", "care", "daily_care"}),
}


def needs_decision(kind: str, parts: Collection[str], controls_money: bool, limits: bool = False) -> str:
    """The code of why a decision is needed; empty when none is. Control of money is a limit, and a decision about money carries it."""
    if kind == "restriction" or "limit" in parts:
        return "needs-decision-restriction"
    if controls_money:
        return "needs-decision-money"
    if limits:
        return "needs-decision-restriction"
    return "needs-decision-reactive" if "react" in parts else ""


def _is_of_others(publication: Proposed) -> bool:
    return publication.has_decision and publication.decision_basis not in OWN_BASES


def rests_on_a_limit(publication: Proposed) -> bool:
    """Whether the decision it cites limits the person and is not theirs: then it limits them, whatever whoever publishes it says."""
    limiting = publication.decision_area == "restrictions" or publication.decision_limits > A_LITTLE
    return limiting and _is_of_others(publication)


def is_a_limit(publication: Proposed) -> bool:
    """Whether it limits, controls or stops the person: as it is said, by its kind, or by what it rests on."""
    return bool(_needed(publication)) or rests_on_a_limit(publication)


def faults(publication: Proposed) -> tuple[str, ...]:
    """The codes of what keeps a publication from taking effect; empty when staff may follow it."""
    needed = _needed(publication)
    if not publication.has_decision:
        return (needed,) if needed else _of_lifting(publication)
    cited = _of_decision(publication) or _of_question(publication, needed)
    return cited or (_of_approval(publication) if is_a_limit(publication) else _of_lifting(publication)) or _of_liberty(publication)


def _needed(publication: Proposed) -> str:
    return needs_decision(publication.kind, publication.parts, publication.controls_money, publication.limits)


def asks_liberty(publication: Proposed) -> bool:
    """Whether it rests on a conclusion about liberty: the person did not decide it, and it limits or stops them.

    What staff do to stop something is asked like a limit: holding somebody is one. Control of money alone takes no liberty, and nothing
    else is left out: a small limit beside others can be the one that confines somebody, and no words show that it is not
    (`domain.md` 1.8: type, duration, effects and manner, taken together; 8.4: locks, staff who go along, rules, what is withheld).
    """
    needed = _needed(publication)
    return is_a_limit(publication) and _is_of_others(publication) and not _is_money_alone(needed, publication)


def _is_money_alone(needed: str, publication: Proposed) -> bool:
    return needed == "needs-decision-money" and not publication.limits and "react" not in publication.parts


def may_deprive(publication: Proposed) -> bool:
    """Whether it may take the person's liberty away, as it is kept: only what somebody concluded makes it a no. A yes stays."""
    if not asks_liberty(publication):
        return is_a_limit(publication) and publication.may_deprive is True
    return not (publication.may_deprive is False and not publication.liberty)


def _of_liberty(publication: Proposed) -> tuple[str, ...]:
    """It rests on a conclusion that stands and looked at this decision, or on an authorisation in date (`domain.md` 1.8).

    A bare no carries nothing, whoever says it.
    """
    if not publication.liberty or not asks_liberty(publication):
        return ()
    said_no = publication.may_deprive is False and publication.liberty in BARE
    return ("liberty-no-is-a-conclusion",) if said_no else (publication.liberty,)


def _of_approval(publication: Proposed) -> tuple[str, ...]:
    """What limits somebody is proposed by one and let through by another, and never for good: the root cause alone."""
    if not publication.may_approve:
        return ("limit-not-approved",)
    if publication.by_its_author:
        return ("limit-by-its-author",)
    return () if publication.looks_again else ("limit-no-look-again",)


def _of_lifting(publication: Proposed) -> tuple[str, ...]:
    """That a limit is gone is said by who could have let it be followed: one word on a form takes no lock off a door, and hides it."""
    if not publication.limited_before:
        return ()
    if not publication.may_approve:
        return ("lift-not-approved",)
    return ("lift-by-its-author",) if publication.by_its_author else ()


def _of_question(publication: Proposed, needed: str) -> tuple[str, ...]:
    """What limits somebody rests on a decision about that: its question is of that area, and of more than low impact."""
    if not needed or (publication.decision_area in AREAS[needed] and publication.decision_impact != "low"):
        return ()
    return ("decision-about-something-else",)


def _of_decision(publication: Proposed) -> tuple[str, ...]:
    """What is wrong with the decision that is cited: the root cause alone."""
    if not publication.decision_is_of_person:
        return ("decision-of-another",)
    if not publication.decision_is_valid:
        return ("decision-not-valid",)
    if not publication.decision_stands:
        return ("decision-replaced",)
    if not publication.decision_lapsed:
        return ()
    return ("decision-while-able",) if publication.decision_basis in OWN_BASES else ("decision-lapsed",)


def threshold_faults(*, counts: str, measure: str, at_least: int, within_days: int, do: str) -> str:
    """What is wrong with a threshold, as one sentence; "" when it can be kept."""
    if counts not in Counted.values or measure not in Measure.values:
        return N_("Choose from the list what is counted.")
    if not 1 <= within_days <= MOST_DAYS or at_least < 1:
        return N_("Say how many times at least, and within how many days: at most 92.")
    if measure == Measure.MINUTES and counts not in LASTING:
        return N_("This has no length of its own. Count how many times it happens.")
    return "" if do.strip() else N_("Say what staff do when it is reached.")
