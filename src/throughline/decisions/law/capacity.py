"""Whether somebody can decide one question, at one time: the order of the test, and what an assessment has to show.

Functional first: understand, retain, use or weigh, communicate; then an impairment; then that the one is because of the other. Capacity
is presumed, an assessment is about one question and never about a person, and nothing here is a score. Sources: Mental Capacity Act 2005,
ss. 1 to 3; A Local Authority v JB [2021] UKSC 52 for the order; `domain.md` 1.1 and 1.2. Terms of review are our own convention: check.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from throughline.base.clock import day_of
from throughline.base.sentences import N_

from .fault import Fault

ABLE, LACKS, NOT_CONCLUDED = "able", "lacks", "not_concluded"
ABILITIES = ("understands", "retains", "weighs", "communicates")

# A conclusion that says no day to look again lasts this long; a fluctuating one less (`domain.md` 1.2, our convention).
LASTS = timedelta(days=365)
LASTS_FLUCTUATING = timedelta(days=92)


@dataclass(frozen=True, slots=True)
class Tried:
    """Help that was tried before the conclusion."""

    on: date
    came_of_it: str = ""


@dataclass(frozen=True, slots=True)
class Assessed:
    """An assessment as plain values. `abilities`: by name, (able, unable or not_tested; what was seen)."""

    doubted_because: str
    abilities: Mapping[str, tuple[str, str]]
    impairment: str  # yes, no, unsure
    causal_link: str
    information: int
    tried: tuple[Tried, ...]
    conclusion: str
    assessed_at: datetime
    assessor_named: bool
    fluctuates: bool = False
    best_times: str = ""
    review_by: date | None = None
    assessor_is_family: bool = False  # a contact who is no professional


@dataclass(frozen=True, slots=True)
class Concluded:
    """What a decision asks about an assessment that it cites, or that stands for its question."""

    question_is_same: bool
    conclusion: str
    is_valid: bool
    assessed_at: datetime
    lasts_until: date
    was_replaced: bool = False  # a later assessment of the question came to something else, before the decision
    is_mistaken: bool = False  # it was entered by mistake, and taken back


FAULTS = {
    fault.code: fault
    for fault in (
        Fault(
            "assessment-no-reason",
            N_("Nothing says why anybody doubted that %(person)s could decide this. Capacity is presumed."),
            N_("Write what gave reason to doubt it, for this question. That a choice is unwise is not enough."),
        ),
        Fault(
            "assessment-no-assessor",
            N_("Nobody is named who assessed it."),
            N_("Write who assessed it: one person, who was there."),
        ),
        Fault(
            "assessment-family",
            N_("A relative or friend made it. What they know is worth much, and shows nobody to lack capacity by itself."),
            N_("Ask whoever does or orders it, or a professional, to assess it. Write what family says as what they know."),
        ),
        Fault(
            "assessment-abilities",
            N_("The four abilities are not each shown with what was seen."),
            N_("Write for each ability what was asked and what %(person)s said or did."),
        ),
        Fault(
            "assessment-able-all-four",
            N_("All four abilities are there, so %(person)s can decide this, whatever the diagnosis."),
            N_("Conclude that %(person)s can decide it, and ask them to."),
        ),
        Fault(
            "assessment-none-unable",
            N_("It concludes that %(person)s cannot decide this, and no ability is shown to be missing."),
            N_("Show which ability is missing, and how it was tested; or conclude that %(person)s can decide it."),
        ),
        Fault(
            "assessment-no-impairment",
            N_("Nothing shows an impairment or disturbance of the mind or brain."),
            N_("Without one %(person)s is not lacking capacity in law. Look for another reason, and for pressure by others."),
        ),
        Fault(
            "assessment-no-link",
            N_("Nothing says how the impairment is why %(person)s cannot decide this."),
            N_("Write the link, in a sentence that is about this question."),
        ),
        Fault(
            "assessment-no-support",
            N_("Nothing shows help that was tried before it was concluded."),
            N_("Try what could help %(person)s decide: time, photos, somebody they trust, a better hour. Write what was tried and when."),
        ),
        Fault(
            "assessment-no-information",
            N_("Nothing says what %(person)s was told about the question."),
            N_("Write what they were told, with what happens either way, and how it was shown."),
        ),
        Fault(
            "assessment-no-best-times",
            N_("It says that how %(person)s is goes up and down, and not when they are at their best."),
            N_("Write their best times, and ask again then if it can wait."),
        ),
    )
}

FIELDS = {
    "assessment-no-reason": "doubted_because",
    "assessment-no-assessor": "assessor",
    "assessment-family": "assessor",
    "assessment-abilities": "understands_seen",
    "assessment-able-all-four": "conclusion",
    "assessment-none-unable": "conclusion",
    "assessment-no-impairment": "impairment",
    "assessment-no-link": "causal_link",
    "assessment-no-support": "tried",
    "assessment-no-information": "information",
    "assessment-no-best-times": "best_times",
}


def faults(assessed: Assessed) -> tuple[str, ...]:
    """The codes of what keeps an assessment from being relied on, in the order of the test; empty when it can be."""
    shown = [
        ("assessment-no-reason", not assessed.doubted_because.strip()),
        ("assessment-no-assessor", not assessed.assessor_named),
        ("assessment-family", assessed.assessor_is_family),
        ("assessment-no-information", assessed.information < 1),
        ("assessment-no-best-times", assessed.fluctuates and not assessed.best_times.strip()),
    ]
    return tuple(code for code, there in [*shown, *_of_conclusion(assessed)] if there)


def _of_conclusion(assessed: Assessed) -> list[tuple[str, bool]]:
    found = {finding for finding, _seen in assessed.abilities.values()}
    if assessed.conclusion == NOT_CONCLUDED:
        return []
    all_able = found == {"able"} and len(assessed.abilities) == len(ABILITIES)
    if assessed.conclusion == ABLE:
        return [("assessment-abilities", not _shown(assessed))]
    return [
        ("assessment-abilities", not _shown(assessed)),
        ("assessment-able-all-four", all_able),
        ("assessment-none-unable", not all_able and "unable" not in found),
        ("assessment-no-impairment", assessed.impairment != "yes"),
        ("assessment-no-link", not assessed.causal_link.strip()),
        ("assessment-no-support", not any(each.on <= day_of(assessed.assessed_at) for each in assessed.tried)),
    ]


def _shown(assessed: Assessed) -> bool:
    """Whether each ability that was tested says what was seen; one that is missing is enough not to go on."""
    tested = [seen for finding, seen in assessed.abilities.values() if finding != "not_tested"]
    unable = any(finding == "unable" for finding, _seen in assessed.abilities.values())
    return bool(tested) and all(seen.strip() for seen in tested) and (unable or len(tested) == len(ABILITIES))


def incomplete(assessed: Assessed) -> dict[str, str]:
    """The same for a form: one sentence a field, saying what to do. An assessment that nobody could rely on is not signed here."""
    return {FIELDS[code]: FAULTS[code].do for code in reversed(faults(assessed))}


def lasts_until(assessed_on: date, review_by: date | None, fluctuates: bool) -> date:
    """The last day on which a decision can rest on an assessment."""
    return min(review_by or date.max, assessed_on + (LASTS_FLUCTUATING if fluctuates else LASTS))


# --- what a decision asks of it ---

OF_DECISION = {
    fault.code: fault
    for fault in (
        Fault(
            "no-assessment",
            N_("Nothing shows that %(person)s could not decide this. Capacity is presumed."),
            N_("Support %(person)s to decide. Only if there is reason to doubt that they can: assess this very question first."),
        ),
        Fault(
            "assessment-other-question",
            N_("The assessment that it cites is about another question. Nothing is assessed in general."),
            N_("Assess this question, and decide again."),
        ),
        Fault(
            "assessment-not-valid",
            N_("The assessment that it cites cannot be relied on."),
            N_("Read what is wrong with it, assess this question again, and decide again."),
        ),
        Fault(
            "assessment-mistaken",
            N_("The assessment that it cites was entered by mistake, and taken back."),
            N_("Ask %(person)s to decide, with support. Only if there is reason to doubt that they can: assess this question first."),
        ),
        Fault(
            "assessment-corrected",
            N_("The assessment on which it rested was put right since, and shows no more that %(person)s could not decide this."),
            N_("Read what stands there now. Ask %(person)s, with support, and write their decision down."),
        ),
        Fault(
            "assessment-able-since",
            N_("A later assessment says that %(person)s can decide this now, so what was decided for them carries no more."),
            N_("Ask %(person)s to decide, with support, and write that decision down."),
        ),
        Fault(
            "assessment-able",
            N_("The assessment says that %(person)s can decide this, so nobody decides it for them."),
            N_("Ask %(person)s to decide, with support, and write that decision down."),
        ),
        Fault(
            "assessment-not-concluded",
            N_("The assessment came to no conclusion, so %(person)s is presumed able to decide this."),
            N_("Support %(person)s to decide, or finish the assessment at a better time."),
        ),
        Fault(
            "assessment-after",
            N_("The assessment came after the decision."),
            N_("Decide again, now that it has been assessed; or ask %(person)s."),
        ),
        Fault(
            "assessment-expired",
            N_("The assessment was too old by then: how somebody is changes."),
            N_("Assess this question again, and decide again."),
        ),
        Fault(
            "assessment-replaced",
            N_("A later assessment of this question came to something else before it was decided."),
            N_("Read the later one, and decide again with it."),
        ),
        Fault(
            "assessment-lacks",
            N_(
                "It is called %(person)s’s own decision, and an assessment that can be relied on says that they could not decide this then."
            ),
            N_("Assess it again if that has changed; or decide it in %(person)s’s best interests, with them."),
        ),
    )
}


def of_decision(concluded: Concluded | None, *, decided_at: datetime, emergency: bool) -> tuple[str, ...]:
    """What is wrong with deciding for somebody on an assessment; the root cause alone. Empty when the person could not decide it.

    emergency: what could not wait may rest on an assessment that is not concluded; the record says so (s. 5: reasonable steps and belief).
    """
    if concluded is None:
        return ("no-assessment",)
    checks = (
        ("assessment-other-question", not concluded.question_is_same),
        ("assessment-mistaken", concluded.is_mistaken),
        ("assessment-not-valid", not concluded.is_valid),
        ("assessment-able", concluded.conclusion == ABLE),
        ("assessment-not-concluded", concluded.conclusion == NOT_CONCLUDED and not emergency),
        ("assessment-after", concluded.assessed_at > decided_at),
        ("assessment-expired", concluded.lasts_until < day_of(decided_at)),
        ("assessment-replaced", concluded.was_replaced),
    )
    return next(((code,) for code, there in checks if there), ())


def shows_lacking(concluded: Concluded | None, decided_at: datetime) -> bool:
    """Whether an assessment that can be relied on says that the person could not decide it then."""
    return concluded is not None and concluded.conclusion == LACKS and not of_decision(concluded, decided_at=decided_at, emergency=False)
