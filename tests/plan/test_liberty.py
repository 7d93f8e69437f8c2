"""The hard stop: what limits Jo on another decision than her own, and may take her liberty away, rests on a conclusion that stands."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from tests.web import arrange, lacking

from throughline.access import actions as access
from throughline.base import clock
from throughline.base.errors import Refused
from throughline.decisions import actions as decisions
from throughline.decisions.models import Decision
from throughline.plan import actions, law
from throughline.plan.models import Publication
from throughline.plan.parts import Line

LOCKED = law.Proposed(
    kind="restriction",
    parts=frozenset({"limit"}),
    controls_money=False,
    has_decision=True,
    decision_is_valid=True,
    decision_is_of_person=True,
    decision_area="restrictions",
    decision_impact="high",
    decision_basis="best_interests",
    liberty="",
)
CODES = ["liberty-not-reviewed", "liberty-open", "liberty-superseded", "liberty-not-looked-at"]


@pytest.mark.parametrize("basis", ["best_interests", "attorney", "court"])
@pytest.mark.parametrize("code", CODES)
def test_what_limits_her_on_anothers_decision_is_not_published_without_a_conclusion_that_stands(basis: str, code: str) -> None:
    assert law.faults(replace(LOCKED, decision_basis=basis, liberty=code)) == (code,)
    assert law.FAULTS[code].wrong and law.FAULTS[code].do


def test_with_one_that_stands_it_is() -> None:
    assert law.faults(LOCKED) == ()


def test_her_own_decision_needs_none() -> None:
    for basis in ("own", "own_with_support"):
        assert law.faults(replace(LOCKED, decision_basis=basis, liberty="liberty-not-reviewed")) == ()


@pytest.mark.parametrize("basis", ["own", "own_with_support"])
def test_what_she_decided_while_able_does_not_carry_once_she_is_not(basis: str) -> None:
    assert law.faults(replace(LOCKED, decision_basis=basis, decision_lapsed=True)) == ("decision-while-able",)
    assert law.faults(replace(LOCKED, decision_lapsed=True)) == ("decision-lapsed",)


def test_that_it_may_take_her_liberty_is_kept_as_it_was_said_of_her_own_decision_too() -> None:
    own = replace(LOCKED, decision_basis="own")
    assert [law.may_deprive(replace(own, may_deprive=said)) for said in (None, True, False)] == [False, True, False]
    routine = replace(own, kind="routine", parts=frozenset({"do"}), may_deprive=True)
    assert law.may_deprive(routine) is False


@pytest.mark.parametrize("code", CODES)
def test_a_bare_no_carries_nothing(code: str) -> None:
    """Whoever says it: saying no concludes, and a conclusion is a review of its own. What is open or superseded says so itself."""
    said = replace(LOCKED, liberty=code, may_deprive=False)
    bare = code in ("liberty-not-reviewed", "liberty-not-looked-at")
    assert law.faults(said) == ("liberty-no-is-a-conclusion" if bare else code,)
    assert law.may_deprive(said) is True


def test_only_what_somebody_concluded_is_kept_as_a_no() -> None:
    assert [law.may_deprive(replace(LOCKED, may_deprive=said)) for said in (None, True, False)] == [True, True, False]


def test_what_limits_nobody_is_not_asked() -> None:
    routine = replace(LOCKED, kind="routine", parts=frozenset({"do"}), decision_area="daily_care", liberty="liberty-not-reviewed")
    assert law.faults(routine) == ()
    assert law.faults(replace(routine, decision_limits=1)) == ()
    assert law.faults(replace(routine, parts=frozenset({"limit"}), decision_area="restrictions")) == ("liberty-not-reviewed",)


@pytest.mark.parametrize("rests", [{"decision_area": "restrictions"}, {"decision_area": "daily_care", "decision_limits": 2}])
def test_a_no_to_whether_it_limits_passes_nothing_that_rests_on_a_limit(rests: dict[str, Any]) -> None:
    """A decision of others about restrictions, or for an option that limits more than a little, is a limit in whatever form it comes."""
    routine = replace(LOCKED, kind="routine", parts=frozenset({"do"}), limits=False, **rests)
    assert law.faults(replace(routine, liberty="liberty-not-reviewed")) == ("liberty-not-reviewed",)
    assert law.faults(replace(routine, may_approve=False)) == ("limit-not-approved",)
    assert law.faults(replace(routine, by_its_author=True)) == ("limit-by-its-author",)
    assert law.faults(replace(routine, decision_basis="own", by_its_author=True, liberty="liberty-not-reviewed")) == ()


def test_what_staff_do_to_stop_something_is_asked_like_a_limit() -> None:
    """Holding Jo is one, whatever area its decision was asked in; control of money takes liberty only where it limits something else."""
    holds = replace(LOCKED, kind="what_helps", parts=frozenset({"react"}), decision_area="daily_care", liberty="liberty-not-reviewed")
    assert law.faults(holds) == ("liberty-not-reviewed",)
    tin = replace(holds, kind="money_plan", parts=frozenset({"do"}), controls_money=True, decision_area="money")
    assert law.faults(tin) == law.faults(replace(tin, decision_limits=4)) == ()
    for more in ({"limits": True}, {"parts": frozenset({"do", "react"})}):
        assert law.faults(replace(tin, **more)) == ("liberty-not-reviewed",)


# --- at the desk ---


@pytest.fixture
def home(db: None) -> arrange.House:
    return arrange.house()


def locked(home: arrange.House) -> Any:
    """A restriction of Jo's, written by Amina and not followed yet."""
    soon = clock.today() + timedelta(days=60)
    return actions.begin(person=home.jo, kind="restriction", title="The front door is locked at night", look_again_on=soon, by=leader(home))


def in_best_interests(home: arrange.House) -> Decision:
    """A decision in Jo's best interests that takes effect."""
    asked = decisions.ask(person=home.jo, text="Is the door locked at night?", area="restrictions", impact="high", by=home.ruth)
    told = {"only_one_because": "The lock is the landlord's.", "decided_by_staff": home.ruth}
    made = arrange.decided(home, asked, arrange.said(home), basis="best_interests", **told)
    stamped = {"author": home.ruth, "occurred_at": clock.now(), "recorded_at": clock.now(), "received_at": clock.now()}
    content = {"question": asked, "number": made.number + 1000, "outcome": made.outcome, "basis": "best_interests", "standing": "valid"}
    return Decision.objects.create(person=home.jo, sequence=made.sequence, **content, **stamped)


def her_own(home: arrange.House) -> Decision:
    """What Jo decided herself about the front door."""
    asked = decisions.ask(person=home.jo, text="Is the door locked at night?", area="restrictions", impact="high", by=home.ruth)
    return arrange.decided(home, asked, arrange.said(home, "Lock it."), only_one_because="The lock is the landlord's.")


def leader(home: arrange.House) -> Any:
    """Amina, when she leads the team: she writes plans, and concludes nothing about liberty."""
    access.assign(user=home.amina, role="team_leader", service=home.elm, by=home.ruth)
    return home.amina


def reviewed(home: arrange.House, *looked_at: Decision, **more: Any) -> Any:
    told = {
        "conclusion": "no_deprivation",
        "arrangements": "Jo has her own flat.",
        "purpose": "x",
        "normality": "x",
        "freedom_to_leave": "Jo has a key.",
        "reasons": "Jo has a key, and uses it.",
        "grounds": ["free"],
        "no_wishes_because": "Jo is away.",
        "look_again_by": clock.today() + timedelta(days=90),
    }
    return decisions.review_liberty(person=home.jo, looked_at=looked_at, by=home.ruth, **(told | more))


def published(home: arrange.House, version: Any, decision: Decision, **more: Any) -> Publication:
    return actions.publish(version=version, message="From tonight", decision=decision, by=home.ruth, **more)


def test_nothing_is_published_until_somebody_concluded_and_looked_at_this_decision(home: arrange.House) -> None:
    version, decision = locked(home), in_best_interests(home)
    with pytest.raises(Refused, match="nobody has looked at that"):
        published(home, version, decision)
    reviewed(home)
    with pytest.raises(Refused, match="did not look at this decision"):
        published(home, version, decision)
    reviewed(home, decision)
    assert published(home, version, decision).may_deprive is True


def test_what_was_decided_while_able_does_not_carry_once_the_person_is_not(home: arrange.House) -> None:
    version, decision = locked(home), her_own(home)
    lacking.assessed(decision.question, home.ruth)
    with pytest.raises(Refused, match="an assessment since shows that they cannot decide this now"):
        published(home, version, decision, limits=True, may_deprive=True)
    assert not Publication.objects.exists()


def test_about_another_question_the_person_is_presumed_able(home: arrange.House) -> None:
    version, decision = locked(home), her_own(home)
    lacking.assessed(her_own(home).question, home.ruth)
    assert published(home, version, decision, limits=True, may_deprive=True).may_deprive is True


def test_an_assessment_that_says_jo_can_decide_it_lets_her_decision_carry_again(home: arrange.House) -> None:
    version, decision = locked(home), her_own(home)
    row = lacking.assessed(decision.question, home.ruth)
    decisions.take_back(row=row, reason="It was Sam's.", by=home.ruth)
    assert published(home, version, decision, limits=True).standing == "valid"
    lacking.assessed(decision.question, home.ruth)
    lacking.assessed(decision.question, home.ruth, conclusion="able", weighs="able")
    assert published(home, version, decision, limits=True).standing == "valid"


def test_a_routine_that_says_it_limits_nobody_is_held_to_what_was_decided(home: arrange.House) -> None:
    """The lock comes as a line of a routine, and whoever publishes it says that it limits Jo in nothing."""
    soon, decision = clock.today() + timedelta(days=60), in_best_interests(home)
    lines = [Line(part="do", text="Turn the key at ten")]
    routine = {"person": home.jo, "kind": "routine", "title": "Evenings", "lines": lines, "look_again_on": soon}
    hers = actions.begin(by=leader(home), **routine)
    with pytest.raises(Refused, match="nobody has looked at that"):
        published(home, hers, decision, limits=False, may_deprive=None)
    with pytest.raises(Refused, match="a manager has to let it be followed"):
        actions.publish(version=hers, message="From tonight", decision=decision, limits=False, by=home.amina)
    reviewed(home, decision)
    assert published(home, hers, decision, limits=False).standing == "valid"


def test_an_objection_stops_it_again(home: arrange.House) -> None:
    version, decision = locked(home), in_best_interests(home)
    reviewed(home, decision)
    decisions.keep_objection(person=home.jo, feeling="objects_behaviour", seen="Shook the door.", by=home.tom)
    with pytest.raises(Refused, match="open again"):
        published(home, version, decision)


@pytest.mark.parametrize("conclusion", ["refer", "unauthorised", "authorised"])
def test_no_other_conclusion_carries_it_without_an_authorisation(home: arrange.House, conclusion: str) -> None:
    version, decision = locked(home), in_best_interests(home)
    reviewed(home, decision, conclusion=conclusion, grounds=[])
    with pytest.raises(Refused, match="nothing authorises it"):
        published(home, version, decision)
    days = {"from_on": clock.today(), "until_on": clock.today() + timedelta(days=100)}
    decisions.keep_authorisation(person=arrange.as_a_care_home(home).jo, kind="standard", reference="DoLS 12", by=home.ruth, **days)
    assert published(home, version, decision).standing == "valid"


def test_an_authorisation_that_has_run_out_carries_nothing(home: arrange.House, at: Any) -> None:
    version, decision = locked(home), in_best_interests(home)
    days = {"from_on": clock.today() - timedelta(days=7), "until_on": clock.today() - timedelta(days=1)}
    decisions.keep_authorisation(person=arrange.as_a_care_home(home).jo, kind="urgent", reference="U 1", by=home.ruth, **days)
    with pytest.raises(Refused, match="nobody has looked at that"):
        published(home, version, decision)


def test_a_conclusion_by_the_earlier_test_carries_nothing_since(db: None, at: Any) -> None:
    with at("2026-05-20 10:00"):
        home = arrange.house()
        version, decision = locked(home), in_best_interests(home)
        reviewed(home, decision, look_again_by=date(2027, 1, 1))
        assert published(home, version, decision).standing == "valid"
    with at("2026-06-02 10:00"), pytest.raises(Refused, match="superseded test"):
        published(home, version, decision)


def test_a_no_by_the_manager_alone_publishes_nothing(home: arrange.House) -> None:
    version, decision = locked(home), in_best_interests(home)
    with pytest.raises(Refused, match="nobody looked at it with this decision"):
        published(home, version, decision, may_deprive=False)
    reviewed(home, decision)
    assert published(home, version, decision, may_deprive=False).may_deprive is False


def test_no_stricter_version_passes_an_objection_by_a_tick(home: arrange.House) -> None:
    version, decision = locked(home), in_best_interests(home)
    reviewed(home, decision)
    published(home, version, decision, may_deprive=False)
    decisions.keep_objection(person=home.jo, feeling="objects_behaviour", seen="Shook the door.", by=home.tom)
    stricter = actions.write(
        item=version.item, title="The front door is locked all day", look_again_on=version.look_again_on, by=home.amina
    )
    with pytest.raises(Refused, match="open again"):
        published(home, stricter, decision, may_deprive=False)
