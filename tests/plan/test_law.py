"""What may be published without a valid decision: the law, by itself."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from throughline.plan import law
from throughline.plan.choices import ItemKind, LinePart

KINDS = [kind.value for kind in ItemKind]
PARTS = [part.value for part in LinePart]


def proposed(kind="routine", parts=(), **facts):
    known = {"controls_money": False, "has_decision": False, "decision_is_valid": False, "decision_is_of_person": True}
    return law.Proposed(kind=kind, parts=frozenset(parts), **known | facts)


GOOD = {
    "has_decision": True,
    "decision_is_valid": True,
    "decision_is_of_person": True,
    "decision_area": "restrictions",
    "decision_impact": "moderate",
}
anything = st.builds(
    law.Proposed,
    kind=st.sampled_from(KINDS),
    parts=st.frozensets(st.sampled_from(PARTS)),
    controls_money=st.booleans(),
    has_decision=st.booleans(),
    decision_is_valid=st.booleans(),
    decision_is_of_person=st.booleans(),
    decision_stands=st.booleans(),
    decision_area=st.sampled_from(["restrictions", "money", "daily_care", "community"]),
    decision_impact=st.sampled_from(["low", "moderate", "high"]),
    limits=st.booleans(),
)


def needed_by(publication):
    return law.needs_decision(publication.kind, publication.parts, publication.controls_money, publication.limits)


def test_it_works():
    assert law.faults(proposed()) == ()


@pytest.mark.parametrize(
    ("publication", "code"),
    [
        (proposed("restriction"), "needs-decision-restriction"),
        (proposed("routine", ["limit"]), "needs-decision-restriction"),
        (proposed("money_plan", controls_money=True), "needs-decision-money"),
        (proposed("routine", controls_money=True), "needs-decision-money"),
        (proposed("what_helps", ["do", "react"]), "needs-decision-reactive"),
        (proposed(**GOOD | {"decision_is_valid": False}), "decision-not-valid"),
        (proposed(**GOOD | {"decision_is_of_person": False}), "decision-of-another"),
        (proposed(**GOOD, decision_stands=False), "decision-replaced"),
        (proposed("restriction", **GOOD | {"decision_area": "community"}), "decision-about-something-else"),
        (proposed("restriction", **GOOD | {"decision_impact": "low"}), "decision-about-something-else"),
        (proposed("money_plan", controls_money=True, **GOOD), "decision-about-something-else"),
        (proposed("routine", limits=True), "needs-decision-restriction"),
        (proposed("checklist", limits=True, **GOOD | {"decision_area": "daily_care"}), "decision-about-something-else"),
        (proposed("what_helps", ["react"], limits=True, **GOOD | {"decision_area": "care"}), "decision-about-something-else"),
    ],
)
def test_each_fault(publication, code):
    assert law.faults(publication) == (code,)


def test_a_decision_about_money_carries_the_limit_that_control_of_money_is():
    about_money = GOOD | {"decision_area": "money"}
    assert law.faults(proposed("money_plan", controls_money=True, limits=True, **about_money)) == ()


@given(anything)
def test_saying_that_it_limits_never_takes_a_fault_away(publication):
    unsaid, said = replace(publication, limits=False), replace(publication, limits=True)
    assert len(law.faults(said)) >= len(law.faults(unsaid))


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "restriction"])
def test_service_led_support_can_be_published(kind):
    assert law.faults(proposed(kind, ["do", "early_sign", "step_up"])) == ()


@given(anything)
def test_every_fault_says_what_is_wrong_and_what_to_do(publication):
    for code in law.faults(publication):
        fault = law.FAULTS[code]
        assert fault.wrong
        assert fault.do


@given(anything)
def test_nothing_that_needs_a_decision_passes_without_a_good_one(publication):
    assume(needed_by(publication))
    good = publication.has_decision and publication.decision_is_valid and publication.decision_is_of_person and publication.decision_stands
    needed = needed_by(publication)
    good = good and publication.decision_area in law.AREAS[needed] and publication.decision_impact != "low"
    assert (law.faults(publication) == ()) == good


@given(anything)
def test_nothing_rests_on_a_decision_that_is_not_good(publication):
    assume(publication.has_decision)
    bad = not (publication.decision_is_valid and publication.decision_is_of_person and publication.decision_stands)
    assert not bad or law.faults(publication)


@given(anything, st.sampled_from(PARTS))
def test_saying_more_never_makes_it_lawful(publication, part):
    more = law.Proposed(
        publication.kind,
        publication.parts | {part},
        publication.controls_money,
        publication.has_decision,
        publication.decision_is_valid,
        publication.decision_is_of_person,
        publication.decision_stands,
        limits=publication.limits,
    )
    assert len(law.faults(more)) >= len(law.faults(publication))
