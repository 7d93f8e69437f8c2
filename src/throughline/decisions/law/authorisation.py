"""What an authorisation of arrangements that take somebody's liberty has to hold to count. Pure.

Sources, all from secondary pages, so marked "check" where they are shown: Mental Capacity Act 2005, Schedule A1; `domain.md` 1.8.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from throughline.base.sentences import N_

from .fault import Fault, by_code

URGENT_AT_MOST = timedelta(days=7)  # check: Schedule A1; its first day is the first of the seven, and it can be extended once by as many
OF_HOMES = frozenset({"standard", "urgent"})  # check: Schedule A1 is about care homes and hospitals; elsewhere it is for the court
CARE_HOME = "care_home"


@dataclass(frozen=True, slots=True)
class Before:
    """The urgent authorisation that another one extends."""

    kind: str
    until_on: date | None
    is_extension: bool
    is_extended: bool


@dataclass(frozen=True, slots=True)
class Granted:
    """An authorisation as it is about to be kept. homes: the kinds of the services that support the person on its first day."""

    kind: str
    from_on: date
    until_on: date | None
    extends: Before | None = None
    homes: frozenset[str] = frozenset()
    in_hospital: bool = False  # it is for a stay in hospital, and not for where we support the person


AUTHORISATION_FAULTS = by_code(
    Fault("liberty-ends-before", N_("It ends before it begins."), N_("Look at both days again."), "until_on"),
    Fault(
        "liberty-not-a-home",
        N_("A standard or urgent authorisation is for a care home or a hospital, and this person lives in neither."),
        N_("Take advice. Where somebody lives in a home of their own, only the Court of Protection can authorise it."),
        "kind",
    ),
    Fault("liberty-endless", N_("Only a court’s order can be without a last day."), N_("Write its last day."), "until_on"),
    Fault(
        "liberty-urgent-too-long",
        N_("An urgent authorisation lasts 7 days at most, and can be made longer once, by 7 more."),
        N_("Look at the days again, and ask for a standard authorisation."),
        "until_on",
    ),
    Fault(
        "liberty-standard-too-long",
        N_("A standard authorisation lasts 12 months at most."),
        N_("Look at the days in the papers again."),
        "until_on",
    ),
    Fault(
        "liberty-extended-twice",
        N_("Only an urgent authorisation can be made longer, and only once."),
        N_("Write down a new authorisation, with its own papers."),
        "extends",
    ),
)


def authorisation_faults(granted: Granted) -> tuple[str, ...]:
    """The codes of what keeps an authorisation from counting: the root cause alone; empty when it counts."""
    if granted.kind in OF_HOMES and not granted.in_hospital and granted.homes and CARE_HOME not in granted.homes:
        return ("liberty-not-a-home",)
    if granted.until_on is None:
        return () if granted.kind == "court" else ("liberty-endless",)
    if granted.until_on < granted.from_on:
        return ("liberty-ends-before",)
    if granted.extends is not None:
        return _of_extension(granted, granted.extends, granted.until_on)
    if granted.kind == "urgent" and granted.until_on >= granted.from_on + URGENT_AT_MOST:
        return ("liberty-urgent-too-long",)
    too_long = granted.kind == "standard" and granted.until_on >= _a_year_after(granted.from_on)  # check: Schedule A1, twelve months
    return ("liberty-standard-too-long",) if too_long else ()


def _a_year_after(day: date) -> date:
    return day + timedelta(days=366) if (day.month, day.day) == (2, 29) else day.replace(year=day.year + 1)


def _of_extension(granted: Granted, before: Before, until_on: date) -> tuple[str, ...]:
    if {granted.kind, before.kind} != {"urgent"} or before.is_extension or before.is_extended:
        return ("liberty-extended-twice",)
    last = before.until_on or granted.from_on
    return ("liberty-urgent-too-long",) if until_on > last + URGENT_AT_MOST else ()
