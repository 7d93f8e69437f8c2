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
    decision_lapsed: bool = False  # it was made for the person, and what showed that they could not decide it is too old or says otherwise
    decision_area: str = ""  # of the question that was decided
    decision_impact: str = ""
    decision_basis: str = ""
    may_deprive: bool | None = None  # whoever publishes it says whether it may take the person's liberty away; None: nobody said
    may_say_no: bool = False  # whoever says that it may not has a role that may conclude about liberty
    liberty: str = ""  # why what stands about the person's liberty does not carry it (`decisions.law.liberty.carries`); empty when it does
    limits: bool = False  # whoever publishes it says that it limits, controls or stops the person in something


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
            N_("Saying that it cannot take %(person)s’s liberty away concludes about that, and nobody whose role lets them said it."),
            N_("Ask the registered manager to publish it, or to look at it with this decision and conclude."),
        ),
        Fault(
            "decision-lapsed",
            N_("The decision it cites was made for %(person)s, on an assessment that is too old by now or says something else since."),
            N_("Assess that question again. Then ask %(person)s, or decide it again, and cite that."),
        ),
        Fault("decision-replaced", N_("The decision it cites was decided again since."), N_("Read the later version, and cite that.")),
    )
}


# The person's own decision needs no conclusion about liberty: it is theirs.
OWN_BASES = frozenset({"own", "own_with_support"})
OPEN = "liberty-open"

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


def faults(publication: Proposed) -> tuple[str, ...]:
    """The codes of what keeps a publication from taking effect; empty when staff may follow it."""
    needed = needs_decision(publication.kind, publication.parts, publication.controls_money, publication.limits)
    if not publication.has_decision:
        return (needed,) if needed else ()
    return _of_decision(publication) or _of_question(publication, needed) or _of_liberty(publication)


def asks_liberty(publication: Proposed) -> bool:
    """Whether it has to be said if something may take the person's liberty away: they did not decide it, and it limits or stops them.

    What staff do to stop something is asked like a limit: holding somebody is one. Control of money alone takes no liberty.
    """
    needed = needs_decision(publication.kind, publication.parts, publication.controls_money, publication.limits)
    stops = bool(needed) and (needed != "needs-decision-money" or publication.limits)
    return stops and publication.has_decision and publication.decision_basis not in OWN_BASES


def may_deprive(publication: Proposed) -> bool:
    """Whether it may take the person's liberty away. Where nobody says no whose role lets them conclude so, it may."""
    return asks_liberty(publication) and not _says_no(publication)


def _says_no(publication: Proposed) -> bool:
    """A no concludes, as a review does: by somebody who may, and never over what is open, such as an objection."""
    return publication.may_deprive is False and publication.may_say_no and publication.liberty != OPEN


def _of_liberty(publication: Proposed) -> tuple[str, ...]:
    """What may take somebody's liberty away rests on a conclusion that stands, or on an authorisation in date (`domain.md` 1.8)."""
    if not publication.liberty or not may_deprive(publication):
        return ()
    said_no = publication.may_deprive is False and publication.liberty != OPEN
    return ("liberty-no-is-a-conclusion",) if said_no else (publication.liberty,)


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
    return ("decision-lapsed",) if publication.decision_lapsed else ()
