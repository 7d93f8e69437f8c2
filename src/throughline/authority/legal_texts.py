"""What the law says, in our words, as dated data: its source, the day on which it was looked at, whether the source itself was read.

A text that is not verified is shown with "check": a provider's own lawyer signs it off. No law of ours reads these; pages do.
"""

from dataclasses import dataclass
from datetime import date

from throughline.base.sentences import N_

AS_OF = date(2026, 11, 22)


@dataclass(frozen=True, slots=True)
class LegalText:
    """One thing that the law says. Pages say `_(text)` and `_(source)`."""

    code: str
    text: str
    source: str
    as_of: date
    verified: bool


def _text(code: str, text: str, source: str, *, verified: bool = False) -> LegalText:
    return LegalText(code, text, source, AS_OF, verified)


LEGAL_TEXTS: dict[str, LegalText] = {
    each.code: each
    for each in (
        _text(
            "person-decides",
            N_(
                "Everybody is taken to be able to decide until it is shown otherwise, for one decision at a time. "
                "Next of kin have no power to decide for an adult."
            ),
            N_("Mental Capacity Act 2005, sections 1 to 5"),
        ),
        _text(
            "lpa-welfare",
            N_(
                "An attorney for health and welfare can decide once the power is registered, and only what the person cannot decide. "
                "They have to decide in the person’s best interests."
            ),
            N_("Mental Capacity Act 2005, sections 9 to 11"),
        ),
        _text(
            "lpa-life",
            N_("About treatment that keeps the person alive they decide only if the power says so."),
            N_("Mental Capacity Act 2005, section 11"),
        ),
        _text(
            "lpa-property",
            N_("An attorney for property and money does not decide about care, about seeing people, or where somebody lives."),
            N_("Mental Capacity Act 2005, sections 9 to 11"),
        ),
        _text(
            "epa",
            N_("An enduring power covers property and money alone. It has to be registered once the person is losing capacity."),
            N_("Mental Capacity Act 2005, Schedule 4"),
        ),
        _text(
            "deputy-welfare",
            N_(
                "A deputy can decide only what the court’s order says, and only what the person cannot decide. A deputy cannot say no "
                "to treatment that keeps the person alive, overrule an attorney, or keep a named person away."
            ),
            N_("Mental Capacity Act 2005, sections 16 to 20"),
        ),
        _text(
            "deputy-property",
            N_("A deputy for property and money decides only what the court’s order says, and nothing about care."),
            N_("Mental Capacity Act 2005, sections 16 to 20"),
        ),
        _text(
            "court-order",
            N_("What the court orders goes before anybody else’s authority, as far as the order says."),
            N_("Mental Capacity Act 2005, sections 15 and 16"),
        ),
        _text(
            "appointee",
            N_("An appointee deals with benefits, and a suitable person with direct payments. Neither decides about care."),
            N_("Benefits law; Care Act 2014, section 32"),
        ),
        _text(
            "guardian",
            N_("A guardian has the powers that the Mental Health Act gives. They are no authority for other decisions."),
            N_("Mental Health Act 1983"),
        ),
        _text(
            "nearest-relative",
            N_("A nearest relative has a part under the Mental Health Act alone, and decides nothing about care."),
            N_("Mental Health Act 1983"),
        ),
        _text(
            "advance-statement",
            N_("What somebody wrote down beforehand does not bind anybody, and has to be looked at before anybody decides for them."),
            N_("Mental Capacity Act 2005, section 4"),
        ),
        _text(
            "advance-choice",
            N_(
                "Somebody can write down beforehand what they want should they be treated under the Mental Health Act. "
                "It decides nothing by itself; whoever treats them has to look at it. "
                "Not every part of that law may be in force: ask the clinician in charge."
            ),
            N_("Mental Health Act 1983 as amended by the Mental Health Act 2025"),
        ),
        _text(
            "advance-refusal",
            N_(
                "Whether an advance decision holds, and for which treatment, is for clinicians or the court to say. "
                "While the person can decide, the person decides."
            ),
            N_("Mental Capacity Act 2005, sections 24 to 26"),
        ),
        _text(
            "advance-refusal-life",
            N_(
                "About treatment that keeps somebody alive, an advance decision has to be written, signed and witnessed, "
                "and say that it applies even if life is at risk."
            ),
            N_("Mental Capacity Act 2005, section 25"),
        ),
        _text(
            "imca",
            N_(
                "A mental capacity advocate may meet the person in private, and may see and copy the records that matter for their work. "
                "The person’s permission is not needed for that."
            ),
            N_("Mental Capacity Act 2005, section 35"),
            verified=True,
        ),
        _text(
            "rpr",
            N_("A representative keeps in touch with somebody whose liberty is limited, supports them, and can ask for a review."),
            N_("Mental Capacity Act 2005, Schedule A1"),
        ),
        _text(
            "care-act",
            N_(
                "The council asks for an advocate when somebody would find it very hard to take part, "
                "and there is nobody suitable to help. Somebody who is paid to give care is never that person."
            ),
            N_("Care Act 2014, sections 67 and 68"),
            verified=True,
        ),
        _text(
            "wales-part10",
            N_("In Wales, councils ask for an advocate on much the same grounds."),
            N_("Social Services and Well-being (Wales) Act 2014, Part 10 code"),
        ),
        _text(
            "imha",
            N_("Somebody who is held or treated under the Mental Health Act can have an advocate of their own."),
            N_("Mental Health Act 1983, section 130A"),
        ),
    )
}

# Which texts matter for an authority of a kind.
OF_AUTHORITY: dict[str, tuple[str, ...]] = {
    "lpa_welfare": ("lpa-welfare", "lpa-life"),
    "lpa_property": ("lpa-property",),
    "epa": ("epa",),
    "deputy_welfare": ("deputy-welfare",),
    "deputy_property": ("deputy-property",),
    "court_order": ("court-order",),
    "appointee": ("appointee",),
    "guardian": ("guardian",),
    "nearest_relative": ("nearest-relative",),
    "advance_statement": ("advance-statement",),
    "advance_choice": ("advance-choice",),
}
# Which texts matter for an advocate of a kind. An advocate whom the person chose comes under none.
OF_ADVOCATE: dict[str, tuple[str, ...]] = {
    "imca": ("imca",),
    "dols_imca": ("imca",),
    "rpr": ("rpr",),
    "care_act": ("care-act",),
    "wales_part10": ("wales-part10",),
    "imha": ("imha",),
}
OF_REFUSALS = ("advance-refusal", "advance-refusal-life")
