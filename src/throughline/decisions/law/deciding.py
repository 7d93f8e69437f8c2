"""What makes a decision lawful, written once: pure functions over plain values, used by form, action, import and rule.

In this version the person's own decision, alone or with support, is the only basis in force. Others are recorded as what
happened and take no effect (`design.md` 2, law 3). Sources: Mental Capacity Act 2005, ss. 1 to 4 and 27 to 29; `domain.md` 1.
"""

from dataclasses import dataclass
from datetime import datetime

from throughline.base.sentences import N_

OWN_BASES = frozenset({"own", "own_with_support"})


@dataclass(frozen=True, slots=True)
class Weighed:
    """One voice or contribution as a decision weighed it."""

    is_voice: bool
    is_persons_view: bool  # own words, or an inferred view with a second observer
    said_at: datetime
    effect: str
    because: str


@dataclass(frozen=True, slots=True)
class Proposed:
    """A decision as it is about to be kept."""

    basis: str
    decided_at: datetime
    impact: str
    excluded_class: str
    options: int
    only_one_because: str
    support_given: str
    weighed: tuple[Weighed, ...]
    no_voice_because: str
    emergency: bool = False
    decided_by: str = ""  # who is named beside the person: "contact", "staff" or nobody


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a decision takes no effect: a code that lasts, what is wrong, and what to do."""

    code: str
    wrong: str
    do: str


FAULTS = {
    fault.code: fault
    for fault in (
        Fault(
            "basis-relative",
            N_("A relative decided. No relationship gives authority to decide for an adult."),
            N_("Ask the person to decide, with support, and write that decision down."),
        ),
        Fault(
            "basis-staff",
            N_("Staff decided. A role gives no authority to decide for an adult."),
            N_("Ask the person to decide, with support, and write that decision down."),
        ),
        Fault(
            "basis-custom",
            N_("It rests on habit. That something was always so is no basis."),
            N_("Ask the person to decide, with support, and write that decision down."),
        ),
        Fault(
            "basis-not-yet",
            N_("Throughline does not yet check this basis, so it takes no effect here."),
            N_("Keep the papers with the record, and ask the registered manager what staff follow meanwhile."),
        ),
        Fault(
            "excluded",
            N_("The law lets nobody decide this for somebody else."),
            N_("Only the person can decide it. Support them to, or leave it."),
        ),
        Fault(
            "no-view",
            N_("Nothing from the person is among what was weighed, and nothing says why or how their view came in."),
            N_("Add what the person said or showed, or write why not and how their view came in."),
        ),
        Fault(
            "view-after",
            N_("Everything weighed from the person came after the decision."),
            N_("Ask the person, and decide again with what they say."),
        ),
        Fault(
            "not-followed-own",
            N_("It is called the person's own decision, and goes against the only view of theirs that was weighed."),
            N_("Write down what the person decided, or who decided instead."),
        ),
        # What a form refuses and only an import brings: it came in as it was.
        Fault(
            "incomplete-options",
            N_("It weighs one option, and nothing says why there was only one."),
            N_("Decide again with at least two options, with keeping things as they are, or say why there is only one."),
        ),
        Fault(
            "incomplete-support",
            N_("It says that the person decided with support, and not with what support."),
            N_("Decide again, and write what support the person had."),
        ),
        Fault(
            "incomplete-because",
            N_("A view was not followed, and nothing says why."),
            N_("Decide again, and say why each view that was not followed was not followed."),
        ),
        Fault(
            "incomplete-decider",
            N_("It says that somebody else decided, and not who."),
            N_("Ask the person to decide, with support. When somebody else decides, write who."),
        ),
    )
}

_INCOMPLETE_FAULTS = {
    "only_one_because": "incomplete-options",
    "support_given": "incomplete-support",
    "considerations": "incomplete-because",
    "decided_by": "incomplete-decider",
}

# Who has to be named when it was not the person. A court needs no name here, and habit has none.
_NAMED = {
    "relative": ({"contact"}, N_("Say which relative decided.")),
    "attorney": ({"contact"}, N_("Say which attorney or deputy decided.")),
    "staff": ({"staff"}, N_("Say who of the staff decided.")),
    "best_interests": ({"contact", "staff"}, N_("Say who decided it in the person’s best interests.")),
}

_BASIS_FAULTS = {"relative": "basis-relative", "staff": "basis-staff", "custom": "basis-custom"}


def faults(decision: Proposed) -> tuple[str, ...]:
    """The codes of what keeps a decision from taking effect, the root cause first; empty when it is valid."""
    found = [*_of_basis(decision), *_of_view(decision)]
    return tuple(found)


def _of_basis(decision: Proposed) -> list[str]:
    if decision.basis in OWN_BASES:
        return []
    if decision.excluded_class:
        return ["excluded"]
    return [_BASIS_FAULTS.get(decision.basis, "basis-not-yet")]


def _of_view(decision: Proposed) -> list[str]:
    views = [w for w in decision.weighed if w.is_voice and w.is_persons_view]
    if not views:
        return [] if decision.no_voice_because.strip() else ["no-view"]
    in_time = [view for view in views if decision.emergency or view.said_at <= decision.decided_at]
    if not in_time:
        return ["view-after"]
    if decision.basis in OWN_BASES and all(view.effect == "not_followed" for view in in_time):
        return ["not-followed-own"]
    return []


def incomplete(decision: Proposed) -> dict[str, str]:
    """What is still to be written before a decision can be signed, by field. Weight follows impact."""
    missing = {}
    if decision.impact != "low" and decision.options < 2 and not decision.only_one_because.strip():
        missing["only_one_because"] = N_("Write at least two options, with keeping things as they are, or say why there is only one.")
    if decision.basis == "own_with_support" and not decision.support_given.strip():
        missing["support_given"] = N_("Write what support the person had to decide.")
    named, ask = _NAMED.get(decision.basis, ({decision.decided_by}, ""))
    if decision.decided_by not in named:
        missing["decided_by"] = ask
    for weighed in decision.weighed:
        if weighed.effect == "not_followed" and not weighed.because.strip():
            missing["considerations"] = N_("Say why each view that was not followed was not followed.")
    return missing


def historic_faults(decision: Proposed) -> tuple[str, ...]:
    """The codes of a decision that came from elsewhere, where no form asked for what was missing; empty when it is valid."""
    return (*faults(decision), *(_INCOMPLETE_FAULTS[field] for field in incomplete(decision)))


def is_persons_view(*, own_words: bool, seconded: bool) -> bool:
    """Whether a voice counts as the person's view: their own words or choice, or what two observers saw alike (`domain.md` 7.4)."""
    return own_words or seconded
