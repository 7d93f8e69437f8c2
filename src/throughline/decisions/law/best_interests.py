"""What a decision for somebody who cannot decide it has to show (Mental Capacity Act 2005, ss. 1, 4 and 6; `domain.md` 1.3, 1.4).

It binds whoever decides: staff, an attorney or a deputy alike. A family, a team or a meeting does not vote: one named person decides.
"""

from dataclasses import dataclass

from throughline.base.sentences import N_

from .fault import Fault


@dataclass(frozen=True, slots=True)
class BestInterests:
    """The checklist of section 4 as plain values."""

    took_part: str  # how the person was helped to take part, or why they could not
    present_wishes: str
    past_wishes: str
    values: str
    circumstances: str
    may_regain: str  # yes, no, unknown
    why_not_wait: str
    consulted: int  # besides those who decided
    not_consulted_because: str
    weight: str  # what weight the person's wishes were given
    staff_do: str
    life_sustaining: bool
    no_wish_for_death: bool
    chosen_level: int | None  # how much the chosen option limits the person, 0 to 4
    least_level: int | None  # of the option that limits them least
    less_restrictive_because: str
    chosen_unclear: bool = False  # options say how much they limit the person, and nothing says which was chosen, or how much that one does
    levels_unsaid: bool = False  # there are options, and not every one says how much it limits the person
    harm: str = ""  # what harm to the person it prevents
    harm_likely: str = ""  # how likely that is, and how serious
    proportionate_because: str = ""


FAULTS = {
    fault.code: fault
    for fault in (
        Fault(
            "best-interests-blank",
            N_("It is said to be in %(person)s’s best interests, and nothing shows how that was worked out."),
            N_("Decide again, and go through each point of section 4 with %(person)s and those who know them."),
        ),
        Fault(
            "wishes-blank",
            N_("What %(person)s wants now, in words or in what they show, is not written down."),
            N_("Ask and watch, and write what %(person)s wants. It has to be weighed, whatever is decided."),
        ),
        Fault(
            "no-part",
            N_("Nothing says how %(person)s was helped to take part."),
            N_("Help them take part as far as they can, or write why they could not and what they were shown."),
        ),
        Fault(
            "could-wait",
            N_("%(Person)s may be able to decide it later, and nothing says why it could not wait."),
            N_("Wait if it can wait. If not, write why."),
        ),
        Fault(
            "not-consulted",
            N_("Nobody who knows %(person)s was asked, and nothing says why."),
            N_("Ask those whom %(person)s names, who care for them, or who act for them by law; or write why nobody could be asked."),
        ),
        Fault(
            "less-restrictive",
            N_("Something that limits %(person)s less was there, and nothing says why it was not chosen."),
            N_("Choose what limits %(person)s least, or write why it would not do."),
        ),
        Fault(
            "option-unclear",
            N_("The options say how much they limit %(person)s, and nothing says how much the one that was chosen does."),
            N_("Decide again, name the option that was chosen, and say of each how much it limits."),
        ),
        Fault(
            "levels-unsaid",
            N_("Nothing says of each option how much it limits %(person)s, so nobody can see whether one that limits less was there."),
            N_("Say of each option how much it limits %(person)s, and decide again."),
        ),
        Fault(
            "restraint-unshown",
            N_(
                "It limits %(person)s much, and nothing says what harm that prevents, how likely and how serious it is, "
                "and why this is in proportion to it."
            ),
            N_("Write all three, for this question. If it cannot be shown, choose what limits %(person)s less, and decide again."),
        ),
        Fault(
            "life-sustaining",
            N_("It is about treatment that keeps %(person)s alive. That is for clinicians, and sometimes for the court."),
            N_("Ring the clinician in charge. Write down what they decide, and that nobody acted from a wish for %(person)s’s death."),
        ),
        Fault(
            "staff-do-blank",
            N_("Nothing says what %(staff)s do from now on."),
            N_("Write what %(staff)s do, from when."),
        ),
    )
}


EVERYDAY = frozenset({"no-part", "wishes-blank", "life-sustaining", "option-unclear", "less-restrictive"})

RESTRAINS = 3  # from this level on an option is one by which somebody is restrained (s. 6; the level is our own convention)

# Where something can be everyday at all. Home, people, treatment, money, a limit: never, whatever it was called when it was asked.
EVERYDAY_AREAS = frozenset({"daily_care", "community"})
LIMITS_EVERYDAY = 1  # an option that limits more than a little is not everyday


def may_be_everyday(impact: str, area: str) -> bool:
    """Whether a question can be a small thing of every day, unless what is chosen limits more than that."""
    return impact == "low" and area in EVERYDAY_AREAS


def is_everyday(found: BestInterests, impact: str, area: str) -> bool:
    """A small thing of every day. The same duty, and less to be written (`design.md` 2, law 8; s. 5 asks for reasonable steps)."""
    return may_be_everyday(impact, area) and (found.chosen_level or 0) <= LIMITS_EVERYDAY


def faults(found: BestInterests | None, *, impact: str = "", area: str = "") -> tuple[str, ...]:
    """The codes of what is missing, in the order of the checklist; empty when it is all there. impact, area: of the question."""
    if found is None:
        return ("best-interests-blank",)
    checks = (
        ("no-part", not found.took_part.strip()),
        ("wishes-blank", not found.present_wishes.strip()),
        ("could-wait", found.may_regain != "no" and not found.why_not_wait.strip()),
        ("life-sustaining", found.life_sustaining and not found.no_wish_for_death),
        ("not-consulted", not found.consulted and not found.not_consulted_because.strip()),
        ("option-unclear", found.chosen_unclear),
        ("levels-unsaid", found.levels_unsaid and not found.chosen_unclear),
        ("less-restrictive", _limits_more(found) and not found.less_restrictive_because.strip()),
        ("restraint-unshown", restrains(found.chosen_level) and not _is_in_proportion(found)),
        ("staff-do-blank", not found.staff_do.strip()),
    )
    everyday = is_everyday(found, impact, area)
    return tuple(code for code, there in checks if there and (code in EVERYDAY or not everyday))


def _limits_more(found: BestInterests) -> bool:
    return found.chosen_level is not None and found.least_level is not None and found.chosen_level > found.least_level


def restrains(level: int | None) -> bool:
    """Whether an option of this level asks for more: that it is needed to prevent harm, and in proportion to it (s. 6(2) and (3))."""
    return level is not None and level >= RESTRAINS


def _is_in_proportion(found: BestInterests) -> bool:
    return all(words.strip() for words in (found.harm, found.harm_likely, found.proportionate_because))
