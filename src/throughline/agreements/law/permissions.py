"""Whether a permission opens anything: who gave it, on what it rests, how long it runs."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from throughline.authority import law as authority_law
from throughline.base.sentences import N_

# Our own rule (`domain.md` 2.2): a permission is asked again after a year at most, and looked at twice a year.
LASTS = timedelta(days=365)
LOOK_AGAIN = timedelta(days=182)

SHARING = "sharing"
NO = "no"
PERSON, RELATIVE, STAFF = "person", "relative", "staff"
BY_AUTHORITY = frozenset({"attorney", "deputy"})
MONEY_POWERS = authority_law.MONEY_POWERS

CODES_OF_DECISION = {
    "of_another": "permission-decision-of-another",
    "not_valid": "permission-decision-not-valid",
    "replaced": "permission-decision-replaced",
    "about_something_else": "permission-decision-about-something-else",
    "about_others": "permission-decision-about-others",
    "able_since": "permission-person-able",
}
HELD_AS = {
    "attorney": frozenset({"lpa_welfare", "lpa_property", "epa"}),
    "deputy": frozenset({"deputy_welfare", "deputy_property"}),
}


@dataclass(frozen=True, slots=True)
class Cited:
    """A decision on which a permission or an agreement rests. contact, topics: whom and what its question names; authority: by which."""

    is_of_person: bool
    is_valid: bool
    stands: bool
    area: str
    basis: str
    contact: Any = None
    topics: frozenset[str] = frozenset()
    authority: Any = None
    able_since: bool = False  # a later assessment of its question does not say any more that the person cannot decide it


@dataclass(frozen=True, slots=True)
class Given:
    """A permission as it is about to be kept. has_view: the person's own words or choice, or what two people saw alike.

    contact, authority: keys. lacks: an assessment shows that the person cannot decide whether this contact knows about this topic.
    """

    given_by: str
    about: str
    level: str
    on: date
    until: date | None = None
    has_voice: bool = False
    has_view: bool = False
    decision: Cited | None = None
    held: authority_law.Held | None = None
    is_excluded: bool = False
    contact: Any = None
    authority: Any = None
    lacks: bool = False


def permission_faults(given: Given) -> tuple[str, ...]:
    """The codes of what keeps a permission from opening anything, the root cause first; empty when it does."""
    found = _of_giver(given)
    if given.level != NO and given.is_excluded:
        found = [*found, "not-to-be-told"]
    if given.until is not None and given.until > given.on + LASTS:
        found = [*found, "permission-too-long"]
    return tuple(found)


def _of_giver(given: Given) -> list[str]:
    if given.given_by == RELATIVE:
        return ["permission-relative"]
    if given.given_by == STAFF:
        return ["permission-staff"]
    if given.given_by == PERSON:
        return _of_view(given)
    return _of_authority(given) if given.given_by in BY_AUTHORITY else _of_decision(given, {"best_interests"})


def _of_view(given: Given) -> list[str]:
    """A "no" counts however it was shown; a "yes" is the person's own, or nothing."""
    if not given.has_voice:
        return ["permission-no-view"]
    if given.level == NO:
        return []
    if not given.has_view:
        return ["permission-not-own-view"]
    return ["permission-person-lacks"] if given.lacks else []


def _of_authority(given: Given) -> list[str]:
    """An attorney or deputy says it only for somebody who cannot: the decision they name shows that, and rests on their authority."""
    decided = _of_decision(given, {"attorney"}) if given.decision else []
    if decided:
        return decided
    if given.held is not None and given.held.kind in MONEY_POWERS and given.about != "money":
        return ["permission-power-about-money"]
    if given.held is not None and given.held.kind not in HELD_AS[given.given_by]:
        return ["permission-other-power"]
    acting = given.held.holders if given.held and given.decision else 1
    found = authority_law.faults(given.held, area=SHARING, on=given.on, acting=acting, person_is_able=given.decision is None)
    return list(found) or _of_its_decision(given)


def _of_its_decision(given: Given) -> list[str]:
    """A power alone gives nobody's permission: a decision by that very power does, for somebody who cannot decide it."""
    if given.decision is None:
        return ["permission-no-decision"]
    return [] if given.decision.authority == given.authority else ["permission-authority-of-another"]


def _of_decision(given: Given, bases: Collection[str]) -> list[str]:
    cited = given.decision
    if cited is None:
        return ["permission-no-decision"]
    wrong = {
        "of_another": not cited.is_of_person,
        "able_since": cited.able_since,  # before what follows from it: that the decision carries nothing new
        "not_valid": not cited.is_valid,
        "replaced": not cited.stands,
        "about_something_else": cited.area != SHARING,
    }
    found = [CODES_OF_DECISION[name] for name, is_so in wrong.items() if is_so]
    return found[:1] or ([] if cited.basis in bases else ["permission-decision-other-basis"]) or _of_what_it_opens(given, cited)


def _of_what_it_opens(given: Given, cited: Cited) -> list[str]:
    """Item by item (`domain.md` 2.2): a decision opens what its question named to whom it named."""
    is_of_it = cited.contact is not None and cited.contact == given.contact and given.about in cited.topics
    return [] if is_of_it else [CODES_OF_DECISION["about_others"]]


def ends_on(until: date | None, today: date) -> date:
    """The last day of a permission: the one that was chosen, or a year from now."""
    return until or today + LASTS


def ask_again_on(given_on: date, until: date | None) -> date:
    """When a permission is looked at again: after half a year, or before it ends."""
    return min(given_on + LOOK_AGAIN, until) if until else given_on + LOOK_AGAIN


def permission_incomplete(*, topics: int, until: date | None, today: date) -> dict[str, str]:
    """What is still to be written of a permission, by field."""
    missing = {}
    if not topics:
        missing["topics"] = N_("Say for at least one topic what they may see.")
    if until is not None and until < today:
        missing["until"] = N_("This day has gone by. Choose a later one.")
    if until is not None and until > today + LASTS:
        missing["until"] = N_("Choose a day within a year. Then it is asked again.")
    return missing
