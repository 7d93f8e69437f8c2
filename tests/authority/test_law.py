"""Whether an authority carries a decision about one part of life on one day: every unlawful state by name, and no other."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.authority import law
from throughline.authority.choices import AuthorityKind, HowAct
from throughline.authority.law import Held
from throughline.people.choices import Area

DAY = date(2026, 3, 3)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)
PRIYAS = Held(
    kind="lpa_welfare",
    areas=frozenset({"home", "treatment"}),
    registered=True,
    proven=True,
    starts_on=None,
    expires_on=None,
    ended_on=None,
    how_act="",
    holders=1,
)
MONEY = replace(PRIYAS, kind="lpa_property", areas=frozenset({"money"}))
ORDER = replace(PRIYAS, kind="court_order", registered=False, holders=0)


def faults(held: Held | None, area: str = "home", acting: int = 1, able: bool = False) -> tuple[str, ...]:
    return law.faults(held, area=area, on=DAY, acting=acting, person_is_able=able)


def test_an_attorney_decides_what_the_power_covers_and_jo_cannot_decide() -> None:
    assert faults(PRIYAS) == ()


def test_being_mum_is_no_authority() -> None:
    assert faults(None) == ("authority-none",)


@pytest.mark.parametrize(
    "kind", ["lpa_property", "epa", "deputy_property", "appointee", "guardian", "nearest_relative", "advance_statement", "advance_choice"]
)
@pytest.mark.parametrize("area", sorted(law.WELFARE_AREAS - law.EITHER_AREAS))
def test_what_is_for_money_or_for_another_law_decides_no_care(kind: str, area: str) -> None:
    """Even when somebody wrote down that it does."""
    assert faults(replace(PRIYAS, kind=kind, areas=frozenset({area})), area)[0] == "authority-kind"


@pytest.mark.parametrize("kind", ["lpa_welfare", "deputy_welfare"])
@pytest.mark.parametrize("area", sorted(law.MONEY_AREAS))
def test_what_is_for_health_and_welfare_decides_no_money(kind: str, area: str) -> None:
    assert faults(replace(PRIYAS, kind=kind, areas=frozenset({area})), area) == ("authority-kind",)


@pytest.mark.parametrize("kind", ["appointee", "guardian", "nearest_relative", "advance_statement", "advance_choice"])
def test_some_papers_decide_nothing_at_all(kind: str) -> None:
    everything = replace(PRIYAS, kind=kind, areas=frozenset(Area.values))
    assert {faults(everything, area.value)[0] for area in Area} == {"authority-kind"}


def test_what_the_papers_do_not_cover_is_out_of_scope() -> None:
    assert faults(PRIYAS, "contact") == ("authority-scope",)
    assert faults(replace(PRIYAS, areas=frozenset())) == ("authority-scope",)


@pytest.mark.parametrize(("ended", "codes"), [(BEFORE, ("authority-ended",)), (DAY, ("authority-ended",)), (AFTER, ())])
def test_it_ends_on_its_day(ended: date, codes: tuple[str, ...]) -> None:
    assert faults(replace(PRIYAS, ended_on=ended)) == codes


@pytest.mark.parametrize(("last", "codes"), [(BEFORE, ("authority-expired",)), (DAY, ()), (AFTER, ())])
def test_it_holds_through_its_last_day(last: date, codes: tuple[str, ...]) -> None:
    assert faults(replace(PRIYAS, kind="deputy_welfare", expires_on=last)) == codes


@pytest.mark.parametrize(("first", "codes"), [(BEFORE, ()), (DAY, ()), (AFTER, ("authority-not-begun",))])
def test_it_holds_from_its_first_day(first: date, codes: tuple[str, ...]) -> None:
    assert faults(replace(PRIYAS, kind="deputy_welfare", starts_on=first)) == codes


@pytest.mark.parametrize("kind", ["lpa_welfare", "lpa_property", "epa"])
def test_a_power_that_is_not_registered_cannot_be_used(kind: str) -> None:
    held = replace(PRIYAS, kind=kind, registered=False, areas=frozenset({"sharing"}))
    assert faults(held, "sharing") == ("authority-unregistered",)


@pytest.mark.parametrize("kind", ["deputy_welfare", "court_order"])
def test_what_comes_from_the_court_needs_no_registration(kind: str) -> None:
    assert faults(replace(PRIYAS, kind=kind, registered=False)) == ()


@pytest.mark.parametrize("kind", ["lpa_welfare", "deputy_welfare", "court_order"])
def test_papers_that_nobody_has_seen_prove_nothing(kind: str) -> None:
    assert faults(replace(PRIYAS, kind=kind, proven=False)) == ("authority-unproven",)


@pytest.mark.parametrize(
    ("how", "acting", "codes"),
    [
        ("jointly", 1, ("authority-joint",)),
        ("jointly", 2, ()),
        ("mixed", 1, ("authority-joint",)),
        ("mixed", 2, ()),
        ("jointly_and_severally", 1, ()),
        ("jointly_and_severally", 0, ("authority-joint",)),
    ],
)
def test_those_who_act_together_all_decide(how: str, acting: int, codes: tuple[str, ...]) -> None:
    """Priya and Gwen."""
    assert faults(replace(PRIYAS, how_act=how, holders=2), acting=acting) == codes


def test_nobody_decides_what_jo_can_decide() -> None:
    assert faults(PRIYAS, able=True) == ("authority-person-able",)
    assert faults(replace(PRIYAS, kind="deputy_welfare"), able=True) == ("authority-person-able",)


def test_a_power_over_money_may_be_used_while_jo_can_decide_when_it_says_so() -> None:
    assert faults(MONEY, "money", able=True) == ("authority-person-able",)
    assert faults(replace(MONEY, usable_while_able=True), "money", able=True) == ()


def test_an_enduring_power_is_registered_once_jo_can_decide_no_more() -> None:
    enduring = replace(MONEY, kind="epa", registered=False, usable_while_able=True)
    assert faults(enduring, "money", able=True) == ()
    assert faults(enduring, "money", able=False) == ("authority-unregistered",)


def test_a_court_order_decides_by_itself() -> None:
    """Nobody has to act, and no assessment of ours is needed; only as far as it says."""
    assert faults(ORDER, acting=0, able=True) == ()
    assert faults(ORDER, "money", acting=0) == ("authority-scope",)


def test_the_root_cause_comes_first() -> None:
    wrong = replace(PRIYAS, areas=frozenset(), ended_on=BEFORE, registered=False, proven=False)
    found = (
        "authority-scope",
        "authority-ended",
        "authority-unregistered",
        "authority-unproven",
        "authority-joint",
        "authority-person-able",
    )
    assert faults(wrong, acting=0, able=True) == found


HELD = st.builds(
    Held,
    kind=st.sampled_from(AuthorityKind.values),
    areas=st.frozensets(st.sampled_from(Area.values), max_size=4),
    registered=st.booleans(),
    proven=st.booleans(),
    starts_on=st.sampled_from([None, BEFORE, AFTER]),
    made_on=st.sampled_from([None, BEFORE, AFTER]),
    expires_on=st.sampled_from([None, BEFORE, AFTER]),
    ended_on=st.sampled_from([None, BEFORE, AFTER]),
    how_act=st.sampled_from(["", *HowAct.values]),
    holders=st.integers(0, 3),
    usable_while_able=st.booleans(),
)


@given(held=HELD, area=st.sampled_from(Area.values), acting=st.integers(0, 3), able=st.booleans())
def test_whatever_carries_a_decision_is_seen_in_force_in_scope_and_of_its_kind(held: Held, area: str, acting: int, able: bool) -> None:
    found = faults(held, area, acting, able)
    assert set(found) <= law.FAULTS.keys() and len(found) == len(set(found))
    if not found:
        assert held.proven and area in held.areas and area in law.COVERS[held.kind]
        assert held.ended_on != BEFORE and held.expires_on != BEFORE and AFTER not in (held.starts_on, held.made_on)
        assert held.registered or held.kind not in law.REGISTERED_KINDS or (held.kind == "epa" and able)
        assert held.kind == "court_order" or acting >= 1
        assert not able or held.usable_while_able or held.kind == "court_order"


@given(held=HELD, area=st.sampled_from(Area.values), acting=st.integers(0, 2), able=st.booleans())
def test_more_papers_and_more_holders_never_make_it_worse(held: Held, area: str, acting: int, able: bool) -> None:
    found = set(faults(held, area, acting, able))
    assert set(faults(replace(held, proven=True, registered=True), area, acting, able)) <= found
    assert set(faults(held, area, acting + 1, able)) <= found


def test_every_fault_says_what_is_wrong_and_what_to_do() -> None:
    assert all(fault.code.startswith("authority-") and fault.wrong and fault.do for fault in law.FAULTS.values())


def test_every_kind_is_in_the_law_or_decides_nothing() -> None:
    assert law.COVERS.keys() <= set(AuthorityKind.values)
    assert set(Area.values) == law.WELFARE_AREAS | law.MONEY_AREAS | {law.OTHER}


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({}, ""),
        ({"holders": 0}, "holders"),
        ({"kind": "court_order", "holders": 0}, "allows"),
        ({"kind": "court_order", "holders": 0, "allows": "Jo lives at Elm House."}, ""),
        ({"kind": "advance_statement", "holders": 0}, "allows"),
        ({"kind": "advance_choice", "holders": 0}, "allows"),
        ({"kind": "advance_choice", "holders": 0, "allows": "No injections while Jo can talk about it."}, ""),
        ({"holders": 2}, "how_act"),
        ({"holders": 2, "how_act": "alone"}, "how_act"),
        ({"holders": 2, "how_act": "jointly"}, ""),
        ({"starts_on": DAY, "expires_on": BEFORE}, "expires_on"),
        ({"starts_on": DAY, "expires_on": DAY}, ""),
    ],
)
def test_what_is_still_to_be_written(told: dict, field: str) -> None:
    whole = {"kind": "lpa_welfare", "how_act": "", "holders": 1, "allows": "", "starts_on": None, "expires_on": None}
    assert list(law.incomplete(**whole | told)) == ([field] if field else [])


def test_an_advocate_is_known_or_somebody_was_asked_for_one() -> None:
    assert list(law.advocacy_incomplete(has_contact=False, responsible_body=" ")) == ["responsible_body"]
    assert not law.advocacy_incomplete(has_contact=True, responsible_body="")
    assert not law.advocacy_incomplete(has_contact=False, responsible_body="The council")
    assert list(law.step_incomplete(kind="accepted", has_contact=False)) == ["contact"]
    assert not law.step_incomplete(kind="accepted", has_contact=True) and not law.step_incomplete(kind="met", has_contact=False)


@pytest.mark.parametrize(("days", "long"), [(0, False), (28, False), (29, True)])
def test_claimed_for_four_weeks_somebody_asks_for_the_papers(days: int, long: bool) -> None:
    assert law.claimed_long(since=DAY - timedelta(days=days), today=DAY) is long


def test_law_3_papers_carry_nothing_before_they_were_made() -> None:
    """An order of 5 March decides nothing on 2 March, whoever wrote down that it was seen."""
    for held in (PRIYAS, MONEY, ORDER, replace(PRIYAS, kind="deputy_welfare", registered=False)):
        area = "money" if held is MONEY else "home"
        assert faults(replace(held, made_on=AFTER), area) == ("authority-not-begun",)
        assert faults(replace(held, made_on=DAY), area) == ()


def test_nothing_is_registered_before_it_was_made() -> None:
    told = {"kind": "lpa_welfare", "how_act": "", "holders": 1, "allows": "", "starts_on": None, "expires_on": None}
    assert set(law.incomplete(**told, made_on=DAY, registered_on=BEFORE)) == {"registered_on"}
    assert law.incomplete(**told, made_on=DAY, registered_on=DAY) == law.incomplete(**told, registered_on=BEFORE) == {}
