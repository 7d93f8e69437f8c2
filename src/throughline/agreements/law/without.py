"""Sight that rests on no permission: what the law itself gives, and what is shared for a reason and a time."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from throughline.authority import law as authority_law
from throughline.base.sentences import N_
from throughline.people.choices import TOPIC_OF_AREA

# Our own rules: what the law gives is looked at again after a year, what is shared without permission after four weeks.
STATUTORY_LASTS = timedelta(days=365)
OVERRIDE_LASTS = timedelta(days=28)

DESPITE_EXCLUSION = frozenset({"court", "legal_duty"})
OFFICES = frozenset({"council", "regulator", "court"})
ALSO_FAMILY = frozenset({"rpr"})  # check: Schedule A1, Part 10; family or a friend can be chosen as a representative
ADVOCATES = {"imca": frozenset({"imca", "dols_imca"}), "rpr": frozenset({"rpr"})}


@dataclass(frozen=True, slots=True)
class Asked:
    """The question for which an attorney or deputy has to see something. lacks: a valid assessment shows that the person cannot decide."""

    area: str
    lacks: bool
    nobody_may: bool = False  # one that the law lets nobody decide for somebody else


@dataclass(frozen=True, slots=True)
class Statutory:
    """Sight that the law gives, as it is about to be kept. kind_of_advocate: of work that goes on; empty when there is none."""

    kind: str
    topics: frozenset[str]
    on: date
    is_family: bool
    is_holder: bool = False
    held: authority_law.Held | None = None
    asked: Asked | None = None
    kind_of_advocate: str = ""
    is_excluded: bool = False
    is_professional: bool = False


def statutory_faults(given: Statutory) -> tuple[str, ...]:
    """The codes of what keeps it from opening anything; empty when it does."""
    if given.kind == "attorney":
        found = _of_power(given)
    elif given.kind in OFFICES and not given.is_professional:
        found = ["statutory-family" if given.is_family else "statutory-no-office"]
    elif given.is_family and given.kind not in ALSO_FAMILY:
        found = ["statutory-family"]
    else:
        needed = ADVOCATES.get(given.kind)
        found = ["statutory-no-advocate"] if needed is not None and given.kind_of_advocate not in needed else []
    return tuple([*found, "not-to-be-told"] if given.is_excluded else found)


def _of_power(given: Statutory) -> list[str]:
    """A power in force whose papers somebody has seen, no topic beyond it, and a question that the person cannot decide themself.

    While the person can decide it, or nothing shows that they cannot, an attorney or deputy has no say in it and the law gives no sight:
    Mental Capacity Act 2005, ss. 11(7) and 20(1). An order of the court needs no assessment of ours (`domain.md` 0.3).
    """
    if given.held is None or not given.is_holder:
        return ["statutory-no-authority"]
    reach = given.held.areas & authority_law.COVERS.get(given.held.kind, frozenset())
    if not given.topics <= topics_of(reach):
        return ["statutory-scope"]
    area = given.asked.area if given.asked else min(reach, default="")
    found = authority_law.faults(given.held, area=area, on=given.on, acting=given.held.holders, person_is_able=False)
    return [*found, *(_of_question(given.asked) if given.held.kind != authority_law.COURT else ())]


def _of_question(asked: Asked | None) -> list[str]:
    if asked is None:
        return ["statutory-no-question"]
    if asked.nobody_may:
        return ["statutory-excluded"]
    return [] if asked.lacks else ["statutory-person-able"]


def topics_of(areas: Collection[str]) -> frozenset[str]:
    """What records about some parts of life are about; plans and reviews belong to every part."""
    return frozenset({"plans"} | {topic.value for area, topic in TOPIC_OF_AREA.items() if area.value in areas}) if areas else frozenset()


def override_faults(*, kind: str, on: date, until: date, is_excluded: bool) -> tuple[str, ...]:
    """The codes of what keeps an override from opening anything; empty when it does."""
    found = ["override-too-long"] if until > on + OVERRIDE_LASTS else []
    return tuple(["override-not-to-be-told", *found] if is_excluded and kind not in DESPITE_EXCLUSION else found)


def for_a_time(*, topics: Collection[str], because: str, until: date | None, today: date, most: timedelta) -> dict[str, str]:
    """What is still to be written of sight that the law gives or that is given without permission, by field."""
    missing = {}
    if not topics:
        missing["topics"] = N_("Say what it is about.")
    if not because.strip():
        missing["because"] = N_("Say why.")
    if until is None or until < today:
        missing["until"] = N_("Say until when. It cannot be a day that has gone by.")
    elif until > today + most:
        missing["until"] = N_("Choose an earlier day. If it is still needed then, look at it anew.")
    return missing
