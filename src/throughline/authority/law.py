"""Whether an authority lets its holders decide one thing on one day: pure functions over plain values, used by form, action and import.

Next of kin, a role, paying the bills or habit are not here: they give no authority. Sources: Mental Capacity Act 2005, ss. 9 to 20 and
Schedule 4; `domain.md` 0.3 and 1.5. What a decision has to show besides (section 4) is the decision's own law.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from throughline.base.sentences import N_

# Claimed for longer than this with no papers seen, it is weak (`domain.md` 1.5).
CLAIMED_LONG = timedelta(days=28)

MONEY_AREAS = frozenset({"money", "tenancy"})  # check: who may sign a tenancy is property; where to live is welfare
EITHER_AREAS = frozenset({"sharing"})
WELFARE_AREAS = EITHER_AREAS | {
    "daily_care",
    "community",
    "medication",
    "treatment",
    "home",
    "contact",
    "relationships",
    "online",
    "care",
    "restrictions",
    "pictures",
}

# What each kind can cover at most. A kind that is not here decides nothing.
COVERS: Mapping[str, frozenset[str]] = {
    "lpa_welfare": WELFARE_AREAS,
    "deputy_welfare": WELFARE_AREAS,
    "lpa_property": MONEY_AREAS | EITHER_AREAS,
    "epa": MONEY_AREAS | EITHER_AREAS,
    "deputy_property": MONEY_AREAS | EITHER_AREAS,
    "court_order": WELFARE_AREAS | MONEY_AREAS | {"other"},
}
OTHER = "other"  # what is filed under no part of life: nothing shows whether it is about money or about the person, so no power reaches it
ATTORNEYS = frozenset({"lpa_welfare", "lpa_property"})
DONEES_AND_DEPUTIES = frozenset(COVERS) - {"court_order"}
DEPUTIES = frozenset({"deputy_welfare", "deputy_property"})
WITH_PEOPLE = frozenset({"contact", "relationships"})  # where it has to be said whether it keeps somebody from the person
MONEY_POWERS = frozenset({"lpa_property", "epa", "deputy_property"})
WHILE_ABLE = frozenset({"lpa_property", "epa"})  # the only kinds that can be used while the person can decide (ss. 9, 11(7), 20(1))
EPA_UNTIL = date(2007, 9, 30)  # the last day on which an enduring power could be made
COURT = "court_order"
OWN_PAPERS = frozenset({"advance_statement", "advance_choice"})  # the person wrote them: heard, and deciding nothing
REGISTERED_KINDS = frozenset({"lpa_welfare", "lpa_property", "epa"})
ALL_MUST_ACT = frozenset({"jointly", "mixed"})


@dataclass(frozen=True, slots=True)
class Held:
    """An authority as it stood on a day: what is registered, proven and ended by then. `holders`: without the replacements."""

    kind: str
    areas: frozenset[str]
    registered: bool
    proven: bool
    starts_on: date | None
    expires_on: date | None
    ended_on: date | None
    how_act: str
    holders: int
    usable_while_able: bool = False
    mistaken: bool = False  # it was entered by mistake, and taken back
    life_sustaining: bool = False  # the papers say that they decide about treatment that keeps the person alive
    made_on: date | None = None

    @property
    def is_used_while_able(self) -> bool:
        """Whether it is used as the person says while they can decide. What the papers say of any other kind changes nothing."""
        return self.usable_while_able and self.kind in WHILE_ABLE


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an authority does not carry a decision: a code that lasts, what is wrong, and what to do."""

    code: str
    wrong: str
    do: str


FAULTS = {
    fault.code: fault
    for fault in (
        Fault(
            "authority-none",
            N_("No authority is named. Being family, paying or caring gives nobody the right to decide for an adult."),
            N_("Name the power or the court’s order on which it rests, or ask %(person)s to decide, with support."),
        ),
        Fault(
            "authority-mistaken",
            N_("The authority that it names was entered by mistake, and taken back."),
            N_("Look at who can decide this by law. If nobody can, %(person)s decides, with support."),
        ),
        Fault(
            "authority-kind",
            N_("An authority of this kind does not reach this part of life."),
            N_("Look at who can decide this by law. If nobody can, %(person)s decides, with support."),
        ),
        Fault(
            "authority-part-unclear",
            N_("The question is filed under “something else”, so nothing shows whether an authority of this kind reaches it."),
            N_("Ask it again under the part of life that it is about, and decide that."),
        ),
        Fault(
            "authority-life-sustaining",
            N_("It is about treatment that keeps %(person)s alive, and this authority does not reach that."),
            N_("Ring the clinician in charge. Only a lasting power of attorney that says so, a clinician or a court can decide it."),
        ),
        Fault(
            "authority-contact",
            N_("It keeps somebody who is named from contact with %(person)s, and no deputy can decide that."),
            N_("Only %(person)s or the Court of Protection can. Take legal advice, and until then keep nobody away on this basis."),
        ),
        Fault(
            "authority-contact-unsaid",
            N_("It is about %(person)s and other people, and nothing says whether it keeps anybody from contact with them."),
            N_("Decide again, and say whether it does. No deputy can decide that somebody who is named may not see %(person)s."),
        ),
        Fault(
            "authority-epa-late",
            N_("An enduring power made after September 2007 is none: from then on only lasting powers could be made."),
            N_("Look at the papers again, and write which kind it is and when it was made."),
        ),
        Fault(
            "authority-scope",
            N_("What is written down of this authority does not cover this part of life."),
            N_("Look at the papers again. If they do cover it, correct what is written down."),
        ),
        Fault(
            "authority-ended",
            N_("This authority had ended by then."),
            N_("Look at who can decide this by law now."),
        ),
        Fault(
            "authority-expired",
            N_("This authority had run out by then."),
            N_("Ask whether there is a new order, and see its papers."),
        ),
        Fault(
            "authority-not-begun",
            N_("This authority had not begun by then."),
            N_("Wait until it begins, or look at who can decide this by law now."),
        ),
        Fault(
            "authority-unregistered",
            N_("This power was not registered with the Office of the Public Guardian by then, so it could not be used."),
            N_("Ask for the registered copy, and write down the day on which it was registered."),
        ),
        Fault(
            "authority-unproven",
            N_("Nobody had seen the papers by then. Until somebody does, this authority is only claimed."),
            N_("Ask to see the papers, and write down what was seen. Then decide again."),
        ),
        Fault(
            "authority-joint",
            N_("Not everybody acted who has to. Holders who act together all have to decide."),
            N_("Ask each of them, and decide again with all of them named."),
        ),
        Fault(
            "authority-person-able",
            N_("%(Person)s can decide this, so nobody may decide it for them."),
            N_("Ask %(person)s to decide, with support, and write that decision down."),
        ),
    )
}


def faults(
    held: Held | None,
    *,
    area: str,
    on: date,
    acting: int,
    person_is_able: bool,
    life_sustaining: bool = False,
    keeps_apart: str | None = None,
) -> tuple[str, ...]:
    """The codes of what keeps an authority from carrying a decision about an area on a day, the root cause first; empty when it does.

    acting: how many of its holders decided, without replacements. person_is_able: nothing shows that the person cannot decide this;
    capacity is presumed. life_sustaining: it is about treatment that keeps the person alive. keeps_apart: whether it keeps somebody who
    is named from contact with the person, "yes", "no" or "" where nobody said; None where only is asked what the papers reach.
    """
    if held is None:
        return ("authority-none",)
    if held.mistaken:
        return ("authority-mistaken",)
    reach = [*_of_reach(held, area), *_of_life(held, life_sustaining), *_of_contact(held, area, keeps_apart)]
    return (*reach, *_of_time(held, on), *_of_papers(held, person_is_able), *_of_holders(held, acting, person_is_able))


def _of_reach(held: Held, area: str) -> list[str]:
    if area == OTHER and held.kind in DONEES_AND_DEPUTIES:
        return ["authority-part-unclear"]
    if area not in COVERS.get(held.kind, frozenset()):
        return ["authority-kind"]
    return [] if area in held.areas else ["authority-scope"]


def _of_life(held: Held, life_sustaining: bool) -> list[str]:
    """A lasting power reaches treatment that keeps the person alive only where it says so (s. 11(8)).

    A deputy may never refuse it (s. 20(5)); and as an outcome in words does not say yes or no to a program, no deputy decides it here.
    """
    reaches = held.kind == COURT or (held.kind == "lpa_welfare" and held.life_sustaining)
    return ["authority-life-sustaining"] if life_sustaining and not reaches else []


def _of_contact(held: Held, area: str, keeps_apart: str | None) -> list[str]:
    """No deputy can be given a power to keep a named person from contact (s. 20(2)(a)); an attorney is not named there."""
    if held.kind not in DEPUTIES or keeps_apart is None:
        return []
    if keeps_apart == "yes":
        return ["authority-contact"]
    return ["authority-contact-unsaid"] if not keeps_apart and area in WITH_PEOPLE else []


def _of_time(held: Held, on: date) -> list[str]:
    if held.ended_on is not None and held.ended_on <= on:
        return ["authority-ended"]
    if held.expires_on is not None and held.expires_on < on:
        return ["authority-expired"]
    begins = [day for day in (held.made_on, held.starts_on) if day is not None]
    return ["authority-not-begun"] if any(day > on for day in begins) else []


def is_of_papers(day: date, made_on: date | None) -> bool:
    """Whether a day can be one on which the papers were seen or registered: no earlier than they were made, where that is known."""
    return made_on is None or day >= made_on


def _of_papers(held: Held, person_is_able: bool) -> list[str]:
    """An enduring power needs its registration once the person is losing capacity (Schedule 4); a lasting one always."""
    needs = held.kind in REGISTERED_KINDS and not (held.kind == "epa" and person_is_able)
    found = ["authority-unregistered"] if needs and not held.registered else []
    if held.kind == "epa" and held.made_on is not None and held.made_on > EPA_UNTIL:
        found = ["authority-epa-late", *found]
    return found if held.proven else [*found, "authority-unproven"]


def _of_holders(held: Held, acting: int, person_is_able: bool) -> list[str]:
    """An order of the court decides by itself: it needs no holder, and no assessment of ours."""
    if held.kind == COURT:
        return []
    needed = held.holders if held.how_act in ALL_MUST_ACT else 1
    found = ["authority-joint"] if acting < max(needed, 1) else []
    return [*found, "authority-person-able"] if person_is_able and not held.is_used_while_able else found


def incomplete(
    *,
    kind: str,
    how_act: str,
    holders: int,
    allows: str,
    starts_on: date | None,
    expires_on: date | None,
    made_on: date | None = None,
    registered_on: date | None = None,
) -> dict[str, str]:
    """What is still to be written of an authority, by field. `holders`: without the replacements."""
    missing = {}
    if kind == COURT or kind in OWN_PAPERS:
        if not allows.strip():
            missing["allows"] = N_("Write what it says.")
    elif not holders:
        missing["holders"] = N_("Say who holds it.")
    if holders > 1 and how_act in ("", "alone"):
        missing["how_act"] = N_("There are several. Say whether they act together, or each alone.")
    if starts_on and expires_on and expires_on < starts_on:
        missing["expires_on"] = N_("It cannot run out before it begins. Look at both days again.")
    if registered_on and not is_of_papers(registered_on, made_on):
        missing["registered_on"] = N_("It cannot be registered before it was made. Look at both days again.")
    return missing


def advocacy_incomplete(*, has_contact: bool, responsible_body: str) -> dict[str, str]:
    """What is still to be written of an advocate's work, by field."""
    if has_contact or responsible_body.strip():
        return {}
    return {"responsible_body": N_("Say who the advocate is, or who was asked to find one.")}


def step_incomplete(*, kind: str, has_contact: bool) -> dict[str, str]:
    """What is still to be written of a step, by field. has_contact: here, or of the work so far."""
    if kind == "accepted" and not has_contact:
        return {"contact": N_("Say who the advocate is. Add them to the people in %(person)s’s life first.")}
    return {}


def claimed_long(*, since: date, today: date) -> bool:
    """Whether an authority has been only claimed for so long that somebody has to ask for the papers."""
    return today - since > CLAIMED_LONG
