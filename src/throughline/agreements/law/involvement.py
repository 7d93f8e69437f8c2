"""Whether an involvement agreement takes effect: the person agreed, or another basis carries it; and it gives and shares nothing beyond.

It cannot make anybody's authority or permission wider (`domain.md` 2.4).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from throughline.base.sentences import N_
from throughline.decisions.law import OWN_BASES

from .permissions import Cited

AGREED, REFUSED = "agreed", "refused"
AT_REVIEWS, MAY_SEE = "at_reviews", "may_see"
# Questions whose decision can say how people take part where the person did not agree.
# One about sharing says what somebody may know, and never how they take part.
AREAS = frozenset({"care", "contact"})


@dataclass(frozen=True, slots=True)
class Deciding:
    """Somebody of whom it says that they decide, in which parts of life, and in which of them an authority lets them."""

    areas: frozenset[str]
    by_law: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sharing:
    """Something that it shares: when, and how much of it permissions or the law open to that contact."""

    rhythm: str
    level: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement with the person's answer, as it is judged. has_view: their own words or choice, or what two people saw alike.

    contacts: the keys of those who take part.
    """

    answer: str
    has_voice: bool = False
    has_view: bool = False
    decision: Cited | None = None
    deciding: tuple[Deciding, ...] = ()
    shared: tuple[Sharing, ...] = ()
    contacts: frozenset[Any] = frozenset()


def agreement_faults(given: Agreement) -> tuple[str, ...]:
    """The codes of what keeps an agreement from taking effect, the root cause first; empty when it does."""
    found = [] if given.answer == AGREED and given.has_view else _of_basis(given)
    found += ["agreement-decides-beyond"] if any(decides_beyond(each) for each in given.deciding) else []
    found += ["agreement-shares-beyond"] if any(shares_beyond(each) for each in given.shared) else []
    return tuple(found)


def decides_beyond(given: Deciding) -> bool:
    """Whether it gives somebody a say that no authority gives them."""
    return not given.areas or not given.areas <= given.by_law


def shares_beyond(given: Sharing) -> bool:
    """Whether it shares what nothing opens to them; what is open at reviews is shared at reviews alone."""
    return given.level not in ((MAY_SEE, AT_REVIEWS) if given.rhythm == AT_REVIEWS else (MAY_SEE,))


def _of_basis(given: Agreement) -> list[str]:
    """The person's own answer does not carry it: a decision about this that stands does, or nothing.

    A no is the person's decision. What they decided about something else does not go before it, and nor does what they decided earlier:
    only a decision that somebody lawfully made because the person could not.
    """
    said_no = given.answer == REFUSED
    if given.decision is not None and not (said_no and given.decision.basis in OWN_BASES):
        return _of_decision(given.decision, given.contacts)
    if said_no:
        return ["agreement-person-said-no"]
    if given.answer != AGREED:
        return ["agreement-person-not-asked"]
    return ["agreement-not-own-view" if given.has_voice else "agreement-no-view"]


def _of_decision(cited: Cited, contacts: Collection[Any]) -> list[str]:
    wrong = {
        "agreement-decision-of-another": not cited.is_of_person,
        "agreement-decision-not-valid": not cited.is_valid,
        "agreement-decision-replaced": not cited.stands,
        "agreement-decision-about-something-else": cited.area not in AREAS or set(contacts) != {cited.contact},
        "agreement-person-able": cited.able_since and cited.basis not in OWN_BASES,
    }
    return [code for code, is_so in wrong.items() if is_so][:1]


def agreement_incomplete(*, purpose: str, parties: int, events: Mapping[str, bool]) -> dict[str, str]:
    """What is still to be written of an agreement, by field. events: by field, whether what happens is named."""
    missing = {field: N_("Say what has to happen before they are told.") for field, named in events.items() if not named}
    if not purpose.strip():
        missing["purpose"] = N_("Write what it is for.")
    if not parties:
        missing["parties"] = N_("Say of at least one of them how they take part.")
    return missing
