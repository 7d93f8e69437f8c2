"""What makes a decision lawful: pure functions, tried with every kind of decision."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.decisions import law
from throughline.decisions.choices import Basis, Effect, ExcludedClass, Impact

DAY = datetime(2026, 3, 3, 12, tzinfo=UTC)
SHAPED = law.Weighed(is_voice=True, is_persons_view=True, said_at=DAY - timedelta(days=1), effect="shaped", because="")
EARLIER = replace(SHAPED, is_about_it=False)
OWN = law.Proposed(
    basis="own",
    decided_at=DAY,
    impact="low",
    excluded_class="",
    options=0,
    only_one_because="",
    support_given="",
    weighed=(SHAPED,),
    no_voice_because="",
)

WEIGHED = st.builds(
    law.Weighed,
    is_voice=st.booleans(),
    is_persons_view=st.booleans(),
    said_at=st.integers(-3, 3).map(lambda days: DAY + timedelta(days=days)),
    effect=st.sampled_from(Effect.values),
    because=st.sampled_from(["", "because"]),
)
DECISIONS = st.builds(
    law.Proposed,
    basis=st.sampled_from(Basis.values),
    decided_at=st.just(DAY),
    impact=st.sampled_from(Impact.values),
    excluded_class=st.sampled_from(ExcludedClass.values),
    options=st.integers(0, 3),
    only_one_because=st.sampled_from(["", "one bus"]),
    support_given=st.sampled_from(["", "photos"]),
    weighed=st.lists(WEIGHED, max_size=4).map(tuple),
    no_voice_because=st.sampled_from(["", "Jo told Dan"]),
    emergency=st.booleans(),
    decided_by=st.sampled_from(["", "contact", "staff"]),
)


def said(days: int, effect: str = "shaped", **more: object) -> law.Weighed:
    return replace(SHAPED, said_at=DAY + timedelta(days=days), effect=effect, **more)


def test_the_persons_own_decision_takes_effect() -> None:
    assert law.faults(OWN) == ()


@pytest.mark.parametrize(
    ("changed", "codes"),
    [
        ({"basis": "own_with_support"}, ()),
        ({"basis": "relative"}, ("basis-relative",)),
        ({"basis": "staff"}, ("basis-staff",)),
        ({"basis": "custom"}, ("basis-custom",)),
        ({"basis": "best_interests"}, ("no-assessment", "best-interests-blank")),
        ({"basis": "attorney"}, ("authority-none", "no-assessment", "best-interests-blank")),
        ({"basis": "court"}, ("authority-none",)),
        ({"basis": "relative", "excluded_class": "marriage"}, ("excluded",)),
        ({"basis": "own", "excluded_class": "marriage"}, ()),
        ({"weighed": ()}, ("no-view",)),
        ({"weighed": (), "no_voice_because": "Jo told Dan"}, ()),
        ({"weighed": (replace(SHAPED, is_voice=False),)}, ("no-view",)),
        ({"weighed": (replace(SHAPED, is_persons_view=False),)}, ("no-view",)),
        ({"weighed": (said(1),)}, ("view-after",)),
        ({"weighed": (said(1),), "emergency": True}, ()),
        ({"weighed": (said(-1, "not_followed"),)}, ("not-followed-own",)),
        ({"weighed": (said(-1, "not_followed"), said(-2))}, ()),
        ({"weighed": (said(-1, "not_followed"), said(1))}, ("not-followed-own",)),
        ({"basis": "relative", "weighed": ()}, ("basis-relative", "no-view")),
        ({"area": "restrictions", "weighed": (EARLIER,)}, ("view-before-question",)),
        ({"area": "restrictions", "weighed": (EARLIER, SHAPED)}, ()),
        ({"area": "restrictions", "weighed": (EARLIER,), "no_voice_because": "Jo told Dan"}, ("view-before-question",)),
        ({"area": "restrictions", "weighed": (), "no_voice_because": "Jo told Dan"}, ("no-view",)),
        ({"area": "home", "weighed": (EARLIER,)}, ()),
    ],
)
def test_faults(changed: dict[str, object], codes: tuple[str, ...]) -> None:
    assert law.faults(replace(OWN, **changed)) == codes


@given(DECISIONS)
def test_without_assessment_or_papers_nobody_but_the_person_decides(decision: law.Proposed) -> None:
    if decision.basis not in law.OWN_BASES:
        assert law.faults(decision)


@given(DECISIONS, st.lists(st.integers(1, 5), min_size=1, max_size=3), st.sampled_from(Effect.values))
def test_a_later_voice_never_makes_an_invalid_decision_valid(decision: law.Proposed, days: list[int], effect: str) -> None:
    """In an emergency the person is heard after it, and that counts; otherwise what came later repairs nothing."""
    decision = replace(decision, emergency=False)
    later = replace(decision, weighed=(*decision.weighed, *(said(each, effect) for each in days)))
    if law.faults(decision):
        assert law.faults(later)


@given(DECISIONS, WEIGHED)
def test_what_others_say_never_makes_a_decision_valid(decision: law.Proposed, weighed: law.Weighed) -> None:
    more = replace(decision, weighed=(*decision.weighed, replace(weighed, is_voice=False)))
    assert law.faults(more) == law.faults(decision)


@given(DECISIONS)
def test_every_fault_says_what_is_wrong_and_what_to_do(decision: law.Proposed) -> None:
    for code in law.historic_faults(decision):
        assert law.FAULTS[code].wrong and law.FAULTS[code].do


@given(DECISIONS)
def test_the_order_in_which_things_were_weighed_does_not_matter(decision: law.Proposed) -> None:
    assert law.faults(decision) == law.faults(replace(decision, weighed=decision.weighed[::-1]))


@pytest.mark.parametrize(
    ("changed", "fields"),
    [
        ({}, set()),
        ({"impact": "moderate"}, {"only_one_because"}),
        ({"impact": "high", "options": 1}, {"only_one_because"}),
        ({"impact": "high", "options": 2}, set()),
        ({"impact": "high", "only_one_because": "one bus"}, set()),
        ({"basis": "own_with_support"}, {"support_given"}),
        ({"basis": "relative"}, {"decided_by"}),
        ({"basis": "relative", "decided_by": "staff"}, {"decided_by"}),
        ({"basis": "relative", "decided_by": "contact"}, set()),
        ({"basis": "attorney"}, {"decided_by"}),
        ({"basis": "attorney", "decided_by": "contact"}, set()),
        ({"basis": "staff", "decided_by": "contact"}, {"decided_by"}),
        ({"basis": "staff", "decided_by": "staff"}, set()),
        ({"basis": "best_interests"}, {"decided_by"}),
        ({"basis": "best_interests", "decided_by": "contact"}, set()),
        ({"basis": "best_interests", "decided_by": "staff"}, set()),
        ({"basis": "court"}, set()),
        ({"basis": "custom"}, set()),
        ({"basis": "own", "decided_by": "contact"}, {"decided_by"}),
        ({"weighed": (said(-1, "not_followed"),)}, {"considerations"}),
        ({"weighed": (said(-1, "not_followed", because="Jo said no twice"),)}, set()),
    ],
)
def test_what_is_still_to_be_written(changed: dict[str, object], fields: set[str]) -> None:
    assert set(law.incomplete(replace(OWN, **changed))) == fields


def test_what_came_from_elsewhere_without_a_name_says_so() -> None:
    assert law.historic_faults(replace(OWN, basis="staff")) == ("basis-staff", "incomplete-decider")
    assert law.historic_faults(replace(OWN, basis="staff", decided_by="staff")) == ("basis-staff",)


@given(DECISIONS)
def test_weight_follows_impact(decision: law.Proposed) -> None:
    assert "only_one_because" not in law.incomplete(replace(decision, impact="low"))


@pytest.mark.parametrize(("own", "seconded", "view"), [(True, False, True), (False, True, True), (False, False, False), (True, True, True)])
def test_what_counts_as_the_persons_view(own: bool, seconded: bool, view: bool) -> None:
    assert law.is_persons_view(own_words=own, seconded=seconded) is view
