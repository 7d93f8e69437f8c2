"""Whether somebody can decide one question: the order of the test, what an assessment has to show, what a decision asks of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.decisions import law
from throughline.decisions.choices import Area, Impact
from throughline.decisions.law import advocate, best_interests, capacity

DAY = datetime(2026, 3, 3, 12, tzinfo=UTC)
SEEN = {name: ("able", "Jo said it back") for name in capacity.ABILITIES}
LACKS = law.Assessed(
    doubted_because="Jo says yes to both, each time",
    abilities=SEEN | {"weighs": ("unable", "Jo named the pain and could not say why it comes")},
    impairment="yes",
    causal_link="Jo’s learning disability keeps Jo from setting the two beside each other",
    information=2,
    tried=(law.Tried(date(2026, 3, 1)),),
    conclusion="lacks",
    assessed_at=DAY,
    assessor_named=True,
)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"doubted_because": " "}, "assessment-no-reason"),
        ({"assessor_named": False}, "assessment-no-assessor"),
        ({"information": 0}, "assessment-no-information"),
        ({"impairment": "unsure"}, "assessment-no-impairment"),
        ({"impairment": "no"}, "assessment-no-impairment"),
        ({"causal_link": ""}, "assessment-no-link"),
        ({"tried": ()}, "assessment-no-support"),
        ({"tried": (law.Tried(date(2026, 3, 4)),)}, "assessment-no-support"),
        ({"abilities": SEEN}, "assessment-able-all-four"),
        ({"abilities": {name: ("not_tested", "") for name in capacity.ABILITIES}}, "assessment-none-unable"),
        ({"abilities": SEEN | {"weighs": ("unable", "")}}, "assessment-abilities"),
        ({"fluctuates": True}, "assessment-no-best-times"),
    ],
)
def test_what_an_assessment_has_to_show_before_anything_rests_on_it(change: dict, code: str) -> None:
    assert capacity.faults(LACKS) == ()
    assert code in capacity.faults(replace(LACKS, **change))
    assert capacity.incomplete(replace(LACKS, **change))


def test_with_all_four_abilities_the_conclusion_is_that_the_person_can_decide_whatever_the_diagnosis() -> None:
    able = replace(LACKS, abilities=SEEN, conclusion="able", impairment="yes")
    assert capacity.faults(able) == ()


def test_without_a_conclusion_nothing_is_asked_but_why_it_was_in_doubt_and_who_asked() -> None:
    assert capacity.faults(replace(LACKS, conclusion="not_concluded", impairment="unsure", causal_link="", tried=())) == ()


CONCLUDED = capacity.Concluded(True, "lacks", True, DAY - timedelta(days=7), date(2027, 2, 24))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"question_is_same": False}, "assessment-other-question"),
        ({"is_valid": False}, "assessment-not-valid"),
        ({"conclusion": "able"}, "assessment-able"),
        ({"conclusion": "not_concluded"}, "assessment-not-concluded"),
        ({"assessed_at": DAY + timedelta(hours=1)}, "assessment-after"),
        ({"lasts_until": date(2026, 3, 2)}, "assessment-expired"),
        ({"was_replaced": True}, "assessment-replaced"),
    ],
)
def test_what_a_decision_asks_of_an_assessment(change: dict, code: str) -> None:
    assert capacity.of_decision(CONCLUDED, decided_at=DAY, emergency=False) == ()
    assert capacity.of_decision(replace(CONCLUDED, **change), decided_at=DAY, emergency=False) == (code,)
    assert not capacity.shows_lacking(replace(CONCLUDED, **change), DAY)


def test_without_an_assessment_the_person_is_presumed_able() -> None:
    assert capacity.of_decision(None, decided_at=DAY, emergency=True) == ("no-assessment",)


def test_what_cannot_wait_may_rest_on_an_assessment_that_is_not_finished() -> None:
    begun = replace(CONCLUDED, conclusion="not_concluded")
    assert capacity.of_decision(begun, decided_at=DAY, emergency=True) == ()


def test_an_assessment_lasts_a_year_and_three_months_when_it_goes_up_and_down() -> None:
    on = date(2026, 3, 3)
    assert capacity.lasts_until(on, None, False) == date(2027, 3, 3)
    assert capacity.lasts_until(on, None, True) == date(2026, 6, 3)
    assert capacity.lasts_until(on, date(2026, 4, 1), True) == date(2026, 4, 1)


CHECKLIST = law.BestInterests(
    took_part="Jo chose the photos",
    present_wishes="Jo pushed the picture of the dentist away",
    past_wishes="",
    values="",
    circumstances="",
    may_regain="no",
    why_not_wait="",
    consulted=1,
    not_consulted_because="",
    weight="Most",
    staff_do="Amina goes with Jo",
    life_sustaining=False,
    no_wish_for_death=False,
    chosen_level=1,
    least_level=1,
    less_restrictive_because="",
)


@pytest.mark.parametrize(
    ("change", "code", "everyday_too"),
    [
        ({"took_part": ""}, "no-part", True),
        ({"present_wishes": " "}, "wishes-blank", True),
        ({"may_regain": "yes"}, "could-wait", False),
        ({"consulted": 0}, "not-consulted", False),
        ({"chosen_level": 2}, "less-restrictive", True),
        ({"life_sustaining": True}, "life-sustaining", True),
        ({"staff_do": ""}, "staff-do-blank", False),
        ({"chosen_level": 3, "least_level": 3}, "restraint-unshown", True),
        ({"chosen_level": 4, "least_level": 4, "harm": "Jo runs into the road", "harm_likely": "Twice a week"}, "restraint-unshown", True),
    ],
)
def test_each_point_of_the_checklist(change: dict, code: str, everyday_too: bool) -> None:
    assert best_interests.faults(CHECKLIST) == ()
    assert best_interests.faults(replace(CHECKLIST, **change)) == (code,)
    assert (code in best_interests.faults(replace(CHECKLIST, **change), impact="low", area="daily_care")) is everyday_too


IN_PROPORTION = {
    "harm": "Jo runs into the road",
    "harm_likely": "Twice a week; it could kill Jo",
    "proportionate_because": "A hand, no more",
}


@pytest.mark.parametrize("blank", IN_PROPORTION)
def test_section_6_what_limits_much_says_what_harm_how_likely_and_why_in_proportion(blank: str) -> None:
    held = replace(CHECKLIST, chosen_level=3, least_level=3, **IN_PROPORTION)
    assert best_interests.faults(held) == ()
    assert best_interests.faults(replace(held, **{blank: " "})) == ("restraint-unshown",)
    assert best_interests.faults(replace(held, chosen_level=2, least_level=2, **{blank: ""})) == ()


@given(st.sampled_from(Area.values), st.sampled_from(Impact.values), st.booleans(), st.integers(0, 3), st.booleans())
def test_an_advocate_is_asked_for_where_nobody_else_is_heard_and_it_is_about_home_or_serious_treatment(
    area: str, impact: str, alive: bool, others: int, asked: bool
) -> None:
    serious = area == "home" or (area == "treatment" and (impact == "high" or alive))
    assert advocate.is_needed(area=area, impact=impact, keeps_alive=alive) is serious
    assert advocate.faults(advocate.Heard(others, asked)) == (() if others or asked else ("imca-not-asked",))


@given(st.booleans(), st.sampled_from(["able", "lacks", "not_concluded"]), st.booleans(), st.integers(-5, 5), st.integers(-5, 5))
def test_nobody_decides_for_somebody_without_an_assessment_of_this_question_from_before_that_still_holds(
    same: bool, conclusion: str, valid: bool, days: int, lasts: int
) -> None:
    cited = capacity.Concluded(same, conclusion, valid, DAY + timedelta(days=days), (DAY + timedelta(days=lasts)).date())
    holds = same and conclusion == "lacks" and valid and days <= 0 and lasts >= 0
    assert (capacity.of_decision(cited, decided_at=DAY, emergency=False) == ()) is holds
