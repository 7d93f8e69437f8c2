"""The law of liberty, without a database: a person with a role concludes; calm is no consent; an objection opens it again."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from throughline.decisions.law import authorisation, liberty
from throughline.decisions.law.authorisation import Before, Granted
from throughline.decisions.law.liberty import Concluded, InDate, LibertyStanding, Reviewed

ON = date(2026, 9, 1)
AT = datetime(2026, 9, 1, 12, tzinfo=UTC)
NEXT_YEAR = date(2027, 3, 1)
LOOKED_AT = uuid4()
LAWFUL = Concluded(
    conclusion="no_deprivation",
    reasons="Jo goes out when she likes, and the gate is open.",
    grounds=frozenset({"free"}),
    feelings=frozenset({"goes_along"}),
    no_wishes_because="",
    consistent="not_known",
    role_may=True,
    on=ON,
    look_again_by=NEXT_YEAR,
)
REVIEW = Reviewed("no_deprivation", "since_2026_06_02", ON, AT, NEXT_YEAR, frozenset({LOOKED_AT}))


def test_a_review_that_holds_everything_counts() -> None:
    assert liberty.faults(LAWFUL) == ()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"role_may": False}, "liberty-no-role"),
        ({"reasons": "  "}, "liberty-no-reasons"),
        ({"feelings": frozenset()}, "liberty-no-wishes"),
        ({"grounds": frozenset()}, "liberty-no-ground"),
        ({"grounds": frozenset({"calm"})}, "liberty-calm-is-no-ground"),
        ({"grounds": frozenset({"said_yes"})}, "liberty-calm-is-no-ground"),
        ({"grounds": frozenset({"calm", "said_yes"})}, "liberty-calm-is-no-ground"),
        ({"grounds": frozenset({"own_wish"})}, "liberty-wish-not-shown"),
        ({"grounds": frozenset({"own_wish"}), "feelings": frozenset({"wants"})}, "liberty-wish-not-shown"),
        ({"grounds": frozenset({"own_wish", "free"}), "feelings": frozenset({"wants", "objects_behaviour"})}, "liberty-objects"),
        ({"look_again_by": ON}, "liberty-no-end"),
        ({"look_again_by": ON + timedelta(days=367)}, "liberty-no-end"),
    ],
)
def test_each_state_that_does_not_count_has_its_name(change: dict, code: str) -> None:
    assert liberty.faults(replace(LAWFUL, **change)) == (code,)
    assert liberty.FAULTS[code].wrong and liberty.FAULTS[code].do and liberty.FAULTS[code].field


def test_what_the_person_wants_over_time_can_carry_it() -> None:
    wants = replace(LAWFUL, grounds=frozenset({"own_wish"}), feelings=frozenset({"wants"}), consistent="yes")
    assert liberty.faults(wants) == ()


def test_other_conclusions_need_reasons_and_no_ground() -> None:
    for conclusion in ("refer", "authorised", "unauthorised"):
        assert liberty.faults(replace(LAWFUL, conclusion=conclusion, grounds=frozenset())) == ()


@pytest.mark.parametrize(
    ("day", "test"),
    [(date(2026, 6, 1), "before_2026_06_02"), (date(2026, 6, 2), "since_2026_06_02")],
)
def test_the_test_changed_on_the_second_of_june_2026(day: date, test: str) -> None:
    assert liberty.in_use_on(day) == test


@pytest.mark.parametrize(
    ("granted", "faults"),
    [
        (Granted("urgent", ON, ON + timedelta(days=6)), ()),
        (Granted("urgent", ON, ON + timedelta(days=7)), ("liberty-urgent-too-long",)),
        (Granted("standard", ON, date(2027, 8, 31)), ()),
        (Granted("standard", ON, date(2027, 9, 1)), ("liberty-standard-too-long",)),
        (Granted("standard", date(2028, 2, 29), date(2029, 2, 28)), ()),
        (Granted("standard", date(2028, 2, 29), date(2029, 3, 1)), ("liberty-standard-too-long",)),
        (Granted("standard", ON, None), ("liberty-endless",)),
        (Granted("court", ON, None), ()),
        (Granted("court", ON, date(2029, 9, 1)), ()),
        (Granted("court", ON, date(2026, 8, 1)), ("liberty-ends-before",)),
        (Granted("urgent", ON + timedelta(days=8), ON + timedelta(days=14), Before("urgent", ON + timedelta(days=7), False, False)), ()),
        (
            Granted("urgent", ON, ON + timedelta(days=15), Before("urgent", ON + timedelta(days=7), False, False)),
            ("liberty-urgent-too-long",),
        ),
        (Granted("urgent", ON, ON + timedelta(days=9), Before("urgent", ON, True, False)), ("liberty-extended-twice",)),
        (Granted("urgent", ON, ON + timedelta(days=9), Before("urgent", ON, False, True)), ("liberty-extended-twice",)),
        (Granted("standard", ON, ON + timedelta(days=9), Before("standard", ON, False, False)), ("liberty-extended-twice",)),
    ],
)
def test_how_long_an_authorisation_can_last(granted: Granted, faults: tuple[str, ...]) -> None:
    assert authorisation.authorisation_faults(granted) == faults


@pytest.mark.parametrize("kind", ["standard", "urgent"])
def test_only_a_care_home_or_a_hospital_has_one(kind: str) -> None:
    """In supported living, or at home, it is for the Court of Protection; somebody with a stay in a care home as well has one there."""
    granted = Granted(kind, ON, ON + timedelta(days=5))
    for homes in ({"supported_living"}, {"home_care"}, {"supported_living", "home_care"}):
        assert authorisation.authorisation_faults(replace(granted, homes=frozenset(homes))) == ("liberty-not-a-home",)
        assert authorisation.authorisation_faults(replace(granted, homes=frozenset(homes), in_hospital=True)) == ()
        assert authorisation.authorisation_faults(replace(granted, kind="court", homes=frozenset(homes))) == ()
    for lawful in ({"care_home"}, {"care_home", "home_care"}, set()):
        assert authorisation.authorisation_faults(replace(granted, homes=frozenset(lawful))) == ()


def stands(*, reviews=(REVIEW,), authorisations=(), objected_at=(), on=ON) -> LibertyStanding:
    return liberty.standing(reviews, authorisations, objected_at, on)


def test_nothing_stands_where_nobody_looked() -> None:
    assert stands(reviews=()) == LibertyStanding("none")
    assert liberty.carries(stands(reviews=()), LOOKED_AT) == "liberty-not-reviewed"


def test_a_review_carries_what_it_looked_at_and_nothing_decided_since() -> None:
    assert stands().state == "no_deprivation"
    assert liberty.carries(stands(), LOOKED_AT) == ""
    assert liberty.carries(stands(), uuid4()) == "liberty-not-looked-at"


def test_an_objection_after_the_review_opens_it_and_one_before_does_not() -> None:
    assert stands(objected_at=[AT - timedelta(minutes=1)]).state == "no_deprivation"
    after = stands(objected_at=[AT + timedelta(minutes=1)])
    assert (after.state, after.because, liberty.carries(after, LOOKED_AT)) == ("open", "objects", "liberty-open")


def test_an_objection_that_nobody_looked_at_yet_is_open() -> None:
    assert (stands(reviews=(), objected_at=[AT]).state, stands(reviews=(), objected_at=[AT]).because) == ("open", "objects")


@pytest.mark.parametrize("conclusion", ["refer", "unauthorised", "authorised"])
def test_other_conclusions_stay_open_without_an_authorisation_in_date(conclusion: str) -> None:
    found = stands(reviews=[replace(REVIEW, conclusion=conclusion)])
    assert (found.state, found.because) == ("open", conclusion)


def test_after_its_day_a_review_stands_no_more() -> None:
    assert stands(on=NEXT_YEAR).state == "no_deprivation"
    found = stands(on=NEXT_YEAR + timedelta(days=1))
    assert (found.state, found.because) == ("open", "look_again")


def test_a_conclusion_by_the_earlier_test_is_superseded_from_the_day_of_the_change() -> None:
    old = replace(REVIEW, test="before_2026_06_02", on=date(2026, 5, 1))
    assert stands(reviews=[old], on=date(2026, 6, 1)).state == "no_deprivation"
    assert stands(reviews=[old], on=date(2026, 6, 2)).state == "superseded"
    assert liberty.carries(stands(reviews=[old], on=date(2026, 6, 2)), LOOKED_AT) == "liberty-superseded"


def test_a_later_review_takes_the_place_of_an_earlier_one() -> None:
    later = replace(REVIEW, conclusion="refer", recorded_at=AT + timedelta(hours=1))
    assert stands(reviews=[later, REVIEW]).because == "refer"


def test_an_authorisation_carries_on_its_days_alone() -> None:
    week = InDate(ON, ON + timedelta(days=7))
    assert stands(reviews=(), authorisations=[week]) == LibertyStanding("authorised", ON + timedelta(days=7))
    assert stands(reviews=(), authorisations=[week], on=ON - timedelta(days=1)).state == "none"
    assert stands(reviews=(), authorisations=[week], on=ON + timedelta(days=8)).state == "none"
    assert stands(reviews=(), authorisations=[replace(week, ended_on=ON)]).state == "none"


def test_an_objection_does_not_end_an_authorisation_and_is_not_lost_in_it() -> None:
    found = stands(authorisations=[InDate(ON, None)], objected_at=[AT + timedelta(hours=1)])
    assert (found.state, found.until, found.objects, liberty.carries(found, uuid4())) == ("authorised", None, True, "")
