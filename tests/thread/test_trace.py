"""Six knots on a line: pure, without a database."""

from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from throughline.thread.facts import PlanFacts
from throughline.thread.trace import INSIDE, PLACE, Gap, Knot, line_of_row, offered

TODAY = date(2026, 5, 19)
ITEM, DECISION = UUID(int=1), UUID(int=2)


def row(**known: object) -> PlanFacts:
    """A whole thread, but for what is said."""
    whole: dict[str, object] = {
        "has_voice": True,
        "was_talked_about": True,
        "decision_id": DECISION,
        "decision_is_own": True,
        "was_told": True,
        "is_followed": True,
        "has_records": True,
        "look_again_on": date(2026, 6, 2),
    }
    return PlanFacts(item_id=ITEM, number=41, title="Quiet afternoon", today=TODAY, **({"kind": "routine"} | whole | known))  # type: ignore[arg-type]


def test_a_whole_thread_has_no_gap() -> None:
    line = line_of_row(row())
    assert line.is_whole and line.own == {Knot.SAID, Knot.DECIDED}


def test_a_decision_nobody_told_the_person_of_leaves_its_knot_standing() -> None:
    line = line_of_row(row(was_told=False))
    assert line.first is Gap.NOT_TOLD
    assert Knot.DECIDED not in line.missing


def test_an_item_without_voice_and_decision_is_service_led() -> None:
    assert line_of_row(row(has_voice=False, decision_id=None)).is_service_led


def test_a_day_gone_by_is_a_review_that_is_due_and_the_day_itself_is_not() -> None:
    assert line_of_row(row(look_again_on=date(2026, 5, 18))).first is Gap.REVIEW_DUE
    assert line_of_row(row(look_again_on=TODAY)).is_whole


def test_nothing_in_a_profile_is_decided_or_recorded() -> None:
    line = line_of_row(row(kind="profile", decision_id=None, was_told=False, has_records=False, was_talked_about=False))
    assert line.is_whole


def test_said_no_and_a_different_way_count_as_offered() -> None:
    assert offered({"said_yes": 118, "said_no": 23, "not_offered": 9}) == (141, 150, 118, 23)
    assert offered({"different": 2}) == (2, 2, 0, 0)


flags = st.fixed_dictionaries(
    {name: st.booleans() for name in ("has_voice", "was_talked_about", "was_told", "is_followed", "has_records", "has_later_voice")}
    | {"decision_id": st.none() | st.just(DECISION), "look_again_on": st.none() | st.dates()}
)


@given(flags, st.sampled_from(["routine", "profile", "communication", "outcome", "money_plan"]))
def test_gaps_come_in_the_order_of_the_line_and_each_knot_is_missing_at_most_once(given_flags: dict[str, object], kind: str) -> None:
    line = line_of_row(row(**given_flags, kind=kind))
    places = [list(Knot).index(PLACE[gap]) for gap in line.gaps]
    assert places == sorted(places)
    assert len(line.missing) == sum(gap not in INSIDE for gap in line.gaps)
    assert line.is_whole == (line.first is None)


@given(flags)
def test_closing_the_first_gap_never_opens_an_earlier_one(given_flags: dict[str, object]) -> None:
    before = line_of_row(row(**given_flags))
    if before.first is Gap.NO_VOICE:
        after = line_of_row(row(**(given_flags | {"has_voice": True})))
        assert after.gaps == before.gaps[1:]
