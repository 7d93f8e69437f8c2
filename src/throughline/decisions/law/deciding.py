"""Whether a decision takes effect. The person decides, unless the law says otherwise for this question.

Five bases are in force: the person's own, alone or with support; their best interests, where an assessment of this very question shows that
they could not decide it; an attorney or deputy within what their authority covers; a court. What a relative, staff or habit decided is
kept as what happened and takes no effect (`design.md` 2, law 3). Sources: Mental Capacity Act 2005, ss. 1 to 5, 9 to 20, 27 to 29.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from throughline.authority import law as authority_law
from throughline.base.clock import day_of
from throughline.base.sentences import N_

from . import advocate, capacity, who
from . import best_interests as checklist
from .deciding_faults import INCOMPLETE

OWN_BASES = frozenset({"own", "own_with_support"})

SHARING = "sharing"  # who may know what: a power over money reaches what is about money, and no more of it
LIMITS = "restrictions"  # an area in which what is weighed has to be about this very question (`domain.md` 14, rule 21)

# One agreed approach for acts that come again and again is looked at again within this time (`domain.md` 0.3; our convention).
APPROACH_LASTS = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Weighed:
    """One voice or contribution as a decision weighed it."""

    is_voice: bool
    is_persons_view: bool  # own words, or an inferred view with a second observer
    said_at: datetime
    effect: str
    because: str
    is_about_it: bool = True  # said after the question was put, or in a conversation in which it was talked about


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
    area: str = ""
    repeated: bool = False  # one approach for acts that come again and again
    look_again_on: date | None = None
    assessment: capacity.Concluded | None = None  # the one it cites; of an own decision, the one that stands for the question
    best_interests: checklist.BestInterests | None = None
    authority: authority_law.Held | None = None
    acting: int = 0  # how many of the authority's holders decided; a replacement does not count
    decider: who.Decider = field(default_factory=who.Decider)
    heard: advocate.Heard = field(default_factory=advocate.Heard)
    shares: frozenset[str] = frozenset()  # the topics that the question is about, where it is about sharing
    keeps_apart: str = ""  # whether it keeps somebody who is named from contact with the person: "yes", "no", or nobody said


# Who has to be named when it was not the person. A court needs no name here, and habit has none.
_OWN = ({""}, N_("It is %(person)s’s own decision, so nobody else decided. Take the name out, or say on what other basis it was decided."))
_NAMED = {
    "own": _OWN,
    "own_with_support": _OWN,
    "relative": ({"contact"}, N_("Say which relative decided.")),
    "attorney": ({"contact"}, N_("Say which attorney or deputy decided.")),
    "staff": ({"staff"}, N_("Say who of %(staff)s decided.")),
    "best_interests": ({"contact", "staff"}, N_("Say who decided it in %(person)s’s best interests.")),
}

_BASIS_FAULTS = {"relative": "basis-relative", "staff": "basis-staff", "custom": "basis-custom"}


def faults(decision: Proposed) -> tuple[str, ...]:
    """The codes of what keeps a decision from taking effect, the root cause first; empty when it is valid."""
    found = [*_of_basis(decision), *_of_view(decision)]
    return tuple(found)


def _of_basis(decision: Proposed) -> list[str]:
    if decision.basis in OWN_BASES:
        lacks = capacity.shows_lacking(decision.assessment, decision.decided_at)
        return ["assessment-lacks"] if lacks else []
    if decision.excluded_class:
        return ["excluded"]
    if judge := _IN_FORCE.get(decision.basis):
        return list(judge(decision))
    return [_BASIS_FAULTS.get(decision.basis, "basis-unknown")]


def _of_best_interests(decision: Proposed) -> tuple[str, ...]:
    named = who.of_best_interests(decision.decider, emergency=decision.emergency)
    found = capacity.of_decision(decision.assessment, decided_at=decision.decided_at, emergency=decision.emergency)
    points = _of_checklist(decision)
    return (*named, *found, *points, *(_of_advocate(decision) if "not-consulted" not in points else ()))


def _of_advocate(decision: Proposed) -> tuple[str, ...]:
    """An attorney or deputy who may decide it stands in the advocate's place (s. 40), so this binds whoever does or orders the act."""
    keeps_alive = decision.best_interests is not None and decision.best_interests.life_sustaining
    is_needed = advocate.is_needed(area=decision.area, impact=decision.impact, keeps_alive=keeps_alive)
    return advocate.faults(decision.heard) if is_needed and not decision.emergency else ()


def _of_checklist(decision: Proposed) -> tuple[str, ...]:
    return checklist.faults(decision.best_interests, impact=decision.impact, area=decision.area)


def _of_attorney(decision: Proposed) -> tuple[str, ...]:
    """Within what the authority covers, while the person cannot decide it, and bound by the same checklist (ss. 9, 11(7), 20(1)).

    A power over money that may be used while the person can decide is used as they say: no checklist then, and no decision against them.
    """
    held = decision.authority
    if held is not None and held.kind == authority_law.COURT:
        return ("authority-kind",)
    lacks = capacity.shows_lacking(decision.assessment, decision.decided_at)
    found = (*who.of_attorney(decision.decider), *_of_authority(decision, person_is_able=not lacks))
    if _used_as_they_say(decision):
        return found
    why_able = capacity.of_decision(decision.assessment, decided_at=decision.decided_at, emergency=False)
    found = tuple(code for code in found if code != "authority-person-able") + why_able
    return (*found, *_of_checklist(decision))


def _used_as_they_say(decision: Proposed) -> bool:
    """Whether it rests on a power that is used while the person can decide."""
    lacks = capacity.shows_lacking(decision.assessment, decision.decided_at)
    return decision.basis == "attorney" and decision.authority is not None and decision.authority.is_used_while_able and not lacks


def _of_court(decision: Proposed) -> tuple[str, ...]:
    """An order decides by itself: no assessment and no checklist of ours."""
    if decision.authority is not None and decision.authority.kind != authority_law.COURT:
        return ("authority-kind",)
    return _of_authority(decision, person_is_able=False)


def _shares_beyond_money(decision: Proposed) -> bool:
    """Whether somebody with a power over money alone decides who may know something else: a property attorney decides no care."""
    kind = decision.authority.kind if decision.authority is not None else ""
    return decision.area == SHARING and kind in authority_law.MONEY_POWERS and decision.shares != {"money"}


def _of_authority(decision: Proposed, *, person_is_able: bool) -> tuple[str, ...]:
    if _shares_beyond_money(decision):
        return ("authority-kind",)
    on = day_of(decision.decided_at)
    return authority_law.faults(
        decision.authority,
        area=decision.area,
        on=on,
        acting=decision.acting,
        person_is_able=person_is_able,
        life_sustaining=decision.best_interests is not None and decision.best_interests.life_sustaining,
        keeps_apart=decision.keeps_apart,
    )


_IN_FORCE = {"best_interests": _of_best_interests, "attorney": _of_attorney, "court": _of_court}


def _of_view(decision: Proposed) -> list[str]:
    views = [w for w in decision.weighed if w.is_voice and w.is_persons_view]
    if not views:
        return [] if _may_be_unheard(decision) else ["no-view"]
    in_time = [view for view in views if decision.emergency or view.said_at <= decision.decided_at]
    if not in_time:
        return ["view-after"]
    if decision.area == LIMITS and not any(view.is_about_it for view in in_time) and not _may_be_unheard(decision):
        return ["view-before-question"]
    if any(view.effect != "not_followed" for view in in_time):
        return []
    if decision.basis in OWN_BASES:
        return ["not-followed-own"]
    return ["not-followed-able"] if _used_as_they_say(decision) else []


def _may_be_unheard(decision: Proposed) -> bool:
    """Whether it says why nothing of the person's was weighed. What limits them by their own decision they said: that excuses nobody."""
    return bool(decision.no_voice_because.strip()) and not (decision.area == LIMITS and decision.basis in OWN_BASES)


def incomplete(decision: Proposed) -> dict[str, str]:
    """What is still to be written before a decision can be signed, by field. Weight follows impact."""
    missing = {}
    if decision.impact != "low" and decision.options < 2 and not decision.only_one_because.strip():
        missing["only_one_because"] = N_("Write at least two options, with keeping things as they are, or say why there is only one.")
    if decision.basis == "own_with_support" and not decision.support_given.strip():
        missing["support_given"] = N_("Write what support %(person)s had to decide.")
    if decision.repeated and not _looks_again_in_time(decision):
        missing["look_again_on"] = N_("It comes again and again, so say when people look at this again: within a year.")
    named, ask = _NAMED.get(decision.basis, ({decision.decided_by}, ""))
    if decision.decided_by not in named:
        missing["decided_by"] = ask
    for weighed in decision.weighed:
        if weighed.effect == "not_followed" and not weighed.because.strip():
            missing["considerations"] = N_("Say why each view that was not followed was not followed.")
    return missing


def _looks_again_in_time(decision: Proposed) -> bool:
    return decision.look_again_on is not None and decision.look_again_on <= day_of(decision.decided_at) + APPROACH_LASTS


def historic_faults(decision: Proposed) -> tuple[str, ...]:
    """The codes of a decision that came from elsewhere, where no form asked for what was missing; empty when it is valid."""
    codes = INCOMPLETE | ({"decided_by": "incomplete-own"} if decision.basis in OWN_BASES else {})
    return (*faults(decision), *(codes[name] for name in incomplete(decision)))


def is_persons_view(*, own_words: bool, seconded: bool) -> bool:
    """Whether a voice counts as the person's view: their own words or choice, or what two observers saw alike (`domain.md` 7.4)."""
    return own_words or seconded
