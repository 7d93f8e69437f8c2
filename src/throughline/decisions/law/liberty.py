"""Whether arrangements may take somebody's liberty away: what a review has to hold, and what stands on a day. Pure.

A person with a role concludes, never a rule; being calm, going along and having said yes carry nothing; an objection opens it again.
Sources, all from secondary pages, so dated and marked "check" where they are shown: Mental Capacity Act 2005, ss. 4A, 4B, 16 and
Schedule A1; [2026] UKSC 16, which took the place of the earlier test on 2 June 2026; `domain.md` 0, 0.3 and 1.8.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from throughline.base.sentences import N_

from .fault import Fault, by_code

# From which day each test is used. A conclusion by an earlier one than that of the day is superseded.
TESTS: tuple[tuple[date, str], ...] = ((date.min, "before_2026_06_02"), (date(2026, 6, 2), "since_2026_06_02"))

LOOK_AGAIN_AT_MOST = timedelta(days=366)  # our own convention

NO_DEPRIVATION = "no_deprivation"
CARRY_NOTHING = frozenset({"calm", "said_yes"})
OBJECTS = frozenset({"objects_words", "objects_behaviour"})


def in_use_on(day: date) -> str:
    """The code of the test that is used on a day."""
    return [code for since, code in TESTS if since <= day][-1]


# --- a review ---


@dataclass(frozen=True, slots=True)
class Concluded:
    """A review as it is about to be kept."""

    conclusion: str
    reasons: str
    grounds: frozenset[str]
    feelings: frozenset[str]
    no_wishes_because: str
    consistent: str
    role_may: bool  # the named role of whoever concluded it is one that may
    on: date
    look_again_by: date
    test: str = ""
    objected_before: bool = False  # the person objected since the review before this one
    objection_answer: str = ""


FAULTS = by_code(
    Fault(
        "liberty-no-role",
        N_("Nobody concluded it whose role lets them."),
        N_("Ask the registered manager to look at it and conclude."),
        "concluded_as",
    ),
    Fault("liberty-no-reasons", N_("It says what was concluded, and not why."), N_("Write the reasons."), "reasons"),
    Fault(
        "liberty-no-wishes",
        N_("Nothing says what %(person)s says, shows or feels about how they live."),
        N_("Write what was heard or seen, who saw it and when, or why nothing could be."),
        "wishes",
    ),
    Fault(
        "liberty-calm-is-no-ground",
        N_("It rests on %(person)s being calm, going along, or having said yes. That is not agreeing to it."),
        N_("Look at how %(person)s lives: what is limited, why, for how long, and what they show over time. Write on what it rests."),
        "grounds",
    ),
    Fault(
        "liberty-no-ground",
        N_("It says that nobody’s liberty is taken away, and not on what that rests."),
        N_("Say on what it rests."),
        "grounds",
    ),
    Fault(
        "liberty-wish-not-shown",
        N_("It rests on what %(person)s wants, and nothing written down shows that they want it, the same over time."),
        N_("Write what they said or showed, who saw it and when, or choose another ground."),
        "grounds",
    ),
    Fault(
        "liberty-objects",
        N_("It rests on what %(person)s wants, and %(person)s objects to it or to a part of it."),
        N_("Take the objection as what %(person)s wants, and look again at what is limited."),
        "grounds",
    ),
    Fault(
        "liberty-objection-unanswered",
        N_("%(Person)s objects, and nothing says what was done about that and why the conclusion holds all the same."),
        N_("Write what changed for %(person)s, or why nothing can. If they want to leave and cannot, write that down as the conclusion."),
        "objection_answer",
    ),
    Fault(
        "liberty-test-not-yet",
        N_("It says that it was concluded by a test that nobody used on that day."),
        N_("Look at it again, by the test of today."),
        "test",
    ),
    Fault(
        "liberty-no-end",
        N_("Nothing says by when somebody looks again, or it is more than a year away."),
        N_("Say by when, within a year."),
        "look_again_by",
    ),
)


def faults(review: Concluded) -> tuple[str, ...]:
    """The codes of what keeps a review from counting; empty when it does."""
    found = [] if review.role_may else ["liberty-no-role"]
    found += [] if review.reasons.strip() else ["liberty-no-reasons"]
    found += [] if review.feelings or review.no_wishes_because.strip() else ["liberty-no-wishes"]
    found += [] if review.on < review.look_again_by <= review.on + LOOK_AGAIN_AT_MOST else ["liberty-no-end"]
    found += ["liberty-test-not-yet"] if _is_not_yet(review.test, review.on) else []
    return tuple(found + ((_of_grounds(review) or _of_objections(review)) if review.conclusion == NO_DEPRIVATION else []))


def _is_not_yet(test: str, on: date) -> bool:
    return any(code == test and since > on for since, code in TESTS)


def _of_objections(review: Concluded) -> list[str]:
    """An objection does not decide it, and is never passed over: neither one that the review itself saw, nor one that opened it."""
    objects = review.objected_before or bool(review.feelings & OBJECTS)
    return ["liberty-objection-unanswered"] if objects and not review.objection_answer.strip() else []


def _of_grounds(review: Concluded) -> list[str]:
    """On what it rests that nobody's liberty is taken away: the root cause alone."""
    if not review.grounds:
        return ["liberty-no-ground"]
    if review.grounds <= CARRY_NOTHING:
        return ["liberty-calm-is-no-ground"]
    if "own_wish" not in review.grounds:
        return []
    if review.feelings & OBJECTS:
        return ["liberty-objects"]
    return [] if "wants" in review.feelings and review.consistent == "yes" else ["liberty-wish-not-shown"]


# --- what stands on a day ---


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A review that was kept and counts. looked_at: the keys of the very versions of decisions that it looked at."""

    conclusion: str
    test: str
    on: date
    recorded_at: datetime
    look_again_by: date
    looked_at: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class InDate:
    """An authorisation that was kept and counts."""

    from_on: date
    until_on: date | None
    ended_on: date | None = None

    def covers(self, day: date) -> bool:
        begun = self.from_on <= day and (self.until_on is None or day <= self.until_on)
        return begun and (self.ended_on is None or day < self.ended_on)


@dataclass(frozen=True, slots=True)
class LibertyStanding:
    """What stands about a person's liberty on a day.

    state: none, no_deprivation, authorised, open or superseded. until: the last day of an authorisation, where it has one.
    because: why it is open: objects, look_again, or what was concluded. objects: the person objected since the last review.
    """

    state: str
    until: date | None = None
    because: str = ""
    objects: bool = False
    looked_at: frozenset[UUID] = frozenset()


def standing(
    reviews: Collection[Reviewed], authorisations: Collection[InDate], objected_at: Collection[datetime], on: date
) -> LibertyStanding:
    """What stands on a day. An authorisation in date goes before; else the last review says it, unless something opened it again."""
    last = max((each for each in reviews if each.on <= on), key=lambda each: (each.on, each.recorded_at), default=None)
    objects = bool(objected_at) and (last is None or any(moment > last.recorded_at for moment in objected_at))
    looked_at = last.looked_at if last else frozenset()
    in_date = [each for each in authorisations if each.covers(on)]
    if in_date:
        until = None if any(each.until_on is None for each in in_date) else max(each.until_on for each in in_date if each.until_on)
        return LibertyStanding("authorised", until, "", objects, looked_at)
    if last is None:
        return LibertyStanding("open", None, "objects", objects) if objects else LibertyStanding("none")
    if last.test != in_use_on(on):
        return LibertyStanding("superseded", None, "", objects, looked_at)
    because = _why_open(last, on, objects)
    return LibertyStanding("open" if because else NO_DEPRIVATION, None, because, objects, looked_at)


def _why_open(last: Reviewed, on: date, objects: bool) -> str:
    if last.conclusion != NO_DEPRIVATION:
        return last.conclusion
    if objects:
        return "objects"
    return "look_again" if last.look_again_by < on else ""


def carries(stands: LibertyStanding, decision_id: UUID | None) -> str:
    """The code of why arrangements that may take somebody's liberty away cannot rest on what stands; empty when they can.

    A review carries what it looked at, and no more: a limit that was decided since has not been looked at, nor a later version of one.
    """
    if stands.state == "authorised":
        return ""
    if stands.state == NO_DEPRIVATION:
        return "" if decision_id in stands.looked_at else "liberty-not-looked-at"
    return {"none": "liberty-not-reviewed", "superseded": "liberty-superseded"}.get(stands.state, "liberty-open")
