"""Who may decide for somebody who cannot, and who decides before them. Pure.

An attorney or deputy whose papers cover it decides; else whoever does or orders the act of care, and never a relative, whose part is to
be asked (Mental Capacity Act 2005, ss. 4, 5, 9, 20; `domain.md` 0 fact 6, 1.3). Nobody decides by this Act for a child under 16
(s. 2(5)). What the person refused beforehand is for clinicians or the court (ss. 24 to 26): here it is only asked whether they were.
"""

from dataclasses import dataclass

from throughline.base.sentences import N_

from .fault import Fault, by_code


@dataclass(frozen=True, slots=True)
class Decider:
    """The one who decided for the person, and what stood beside them on that day."""

    is_family: bool = False  # a contact who is no professional
    is_stranger: bool = False  # staff who had no part in the person's support then
    acts: bool = True  # whoever is named as having decided is among the holders who did
    others_decide: bool = False  # somebody else's papers cover it, and theirs go before
    person_is_child: bool = False  # under 16
    refusal_waits: bool = False  # something refused beforehand was sent to no clinician, and nothing says why it is not about this


FAULTS = by_code(
    Fault(
        "decider-child",
        N_("%(Person)s was under 16, and this law decides nothing for a child."),
        N_("Ask who has parental responsibility, and the council."),
    ),
    Fault(
        "decider-family",
        N_("A relative or friend decided it in %(person)s’s best interests. Nobody gets that right by being family."),
        N_("Whoever does or orders it decides, and asks family what they know. A relative decides only by papers that cover it."),
    ),
    Fault(
        "decider-stranger",
        N_("The one who is named as having decided had no part in %(person)s’s support then."),
        N_("Name who does it or orders it. If really they decided, ask %(person)s, and decide again."),
    ),
    Fault(
        "decider-others",
        N_("Somebody can decide this by law, and somebody else decided it."),
        N_("Ask whoever holds the power or order that covers it. Write down what they decide, with their papers."),
    ),
    Fault(
        "decider-not-acting",
        N_("The one who is named as having decided is not among those who hold the authority and acted."),
        N_("Decide again, and name those who decided."),
    ),
    Fault(
        "beforehand-waits",
        N_("%(Person)s said beforehand to which treatments they say no, and nothing shows that a clinician was asked about it."),
        N_("Send it to the clinician in charge before anything is done, and decide again; or write why it is not about this."),
    ),
)


def of_best_interests(decider: Decider, *, emergency: bool) -> tuple[str, ...]:
    """What is wrong with who decided in the person's best interests; what could not wait did not wait for an attorney either (s. 5)."""
    checks = (
        ("decider-child", decider.person_is_child),
        ("decider-family", decider.is_family),
        ("decider-stranger", decider.is_stranger),
        ("decider-others", decider.others_decide and not emergency),
        ("beforehand-waits", decider.refusal_waits),
    )
    return tuple(code for code, there in checks if there)


def of_attorney(decider: Decider) -> tuple[str, ...]:
    """What is wrong with who decided by papers: a deputy never goes before an attorney (s. 20(4))."""
    checks = (
        ("decider-child", decider.person_is_child),
        ("decider-others", decider.others_decide),
        ("decider-not-acting", not decider.acts),
        ("beforehand-waits", decider.refusal_waits),
    )
    return tuple(code for code, there in checks if there)
