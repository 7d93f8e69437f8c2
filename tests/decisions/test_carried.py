"""Law 3 after the decision: what takes no effect takes nothing's place, and nothing new rests on what carries it no more."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from tests.decisions.test_for_somebody import ABLE, Consultee, assess, checklist, decide_for
from tests.decisions.test_liberty import reviewed
from tests.web import arrange

from throughline.access import scope
from throughline.agreements import queries as agreed
from throughline.base import clock
from throughline.base.errors import Invalid, Refused
from throughline.base.written import Written
from throughline.decisions import actions, queries, queries_liberty
from throughline.decisions.law import liberty
from throughline.decisions.models import CapacityAssessment, Decision, LibertyWish
from throughline.decisions.parts import Consideration, InformationGiven, SupportTried
from throughline.plan import actions as plan
from throughline.plan import queries as planned

Home = arrange.House


def publish(home: Home, decision: Decision) -> Any:
    version = plan.begin(person=home.jo, kind="routine", title="The front door", by=home.ruth)
    return plan.publish(version=version, message="From tonight", decision=decision, by=home.ruth)


# --- decided again ---


def decided_again(home: Home, decision: Decision, **told: Any) -> Decision:
    """Somebody writes down that Priya wants a lock."""
    weighed = [Consideration(voice=arrange.said(home), effect="not_followed", because="Priya wants it.")]
    given = {"considered": weighed, "outcome": "A lock", "basis": "relative", "only_one_because": "x"} | arrange.who_decided(
        home, "relative"
    )
    return actions.decide_again(decision=decision, reason="Priya says so", by=home.ruth, **given | told)


@pytest.fixture
def no_lock(home: Home) -> Decision:
    asked = actions.ask(person=home.jo, text="Is the door locked?", area="restrictions", impact="high", by=home.ruth)
    return arrange.decided(home, asked, arrange.said(home), outcome="No lock", only_one_because="x")


def test_law_3_what_takes_no_effect_takes_nothings_place(home: Home, no_lock: Decision) -> None:
    lock = decided_again(home, no_lock)
    sight = scope.sight(home.ruth, home.jo.pk)
    assert (lock.standing, lock.faults) == ("not_valid", ["basis-relative"])
    assert queries.standing_of(sight, no_lock.question) == no_lock
    assert {each.outcome for each in queries.decisions(sight)} == {"No lock", "A lock"}
    assert publish(home, no_lock).decision == no_lock


def test_law_3_to_take_the_unlawful_one_back_takes_nothing_else_back(home: Home, no_lock: Decision) -> None:
    actions.take_back(row=decided_again(home, no_lock), reason="Nobody said that.", by=home.ruth)
    assert Decision.objects.in_effect().get() == no_lock


def test_what_is_lawful_takes_its_place_still(home: Home, no_lock: Decision) -> None:
    decided_again(home, no_lock)
    told = {"basis": "own", "considered": [Consideration(voice=arrange.said(home), effect="shaped")], "decided_by_contact": None}
    bell = decided_again(home, no_lock, outcome="A bell", **told)
    assert (bell.number, Decision.objects.in_effect().get()) == (no_lock.number, bell)
    with pytest.raises(Invalid, match="Somebody changed this meanwhile"):
        decided_again(home, no_lock, outcome="A chain", **told)


# --- the assessment says something else ---


def before(**ago: int) -> Written:
    return Written(occurred_at=clock.now() - timedelta(**ago))


def corrected(home: Home, row: CapacityAssessment, **said: Any) -> CapacityAssessment:
    told = {"information": [InformationGiven(text="What a lock is")], "tried": [SupportTried(what="Photos", on=clock.today())]}
    return actions.correct_assessment(assessment=row, reason="I wrote Sam’s.", by=home.ruth, **told | said)


def question(home: Home) -> Any:
    return actions.ask(person=home.jo, text="Is the light left on at night?", area="daily_care", impact="high", by=home.ruth)


NO_MORE = {"able": ABLE | {"conclusion": "able"}, "not concluded": {"conclusion": "not_concluded"}}


@pytest.mark.parametrize(("name", "code"), [("able", "assessment-able"), ("not concluded", "assessment-not-concluded")])
def test_law_3_nothing_rests_on_the_first_words_of_what_was_put_right(home: Home, name: str, code: str) -> None:
    asked = question(home)
    row = assess(home, asked)
    corrected(home, row, **NO_MORE[name])
    assert decide_for(home, asked, row).faults == [code]


def put_right(home: Home, row: CapacityAssessment) -> None:
    corrected(home, row, **NO_MORE["able"])


def able_since(home: Home, row: CapacityAssessment) -> None:
    assess(home, row.question, **NO_MORE["able"])


def not_concluded_since(home: Home, row: CapacityAssessment) -> None:
    assess(home, row.question, conclusion="not_concluded")


SINCE: dict[str, tuple[Callable[[Home, CapacityAssessment], None], str, str]] = {
    "it was put right": (put_right, "assessment-corrected", "The decision it cites is not valid"),
    "a later one says that Jo can": (able_since, "assessment-able-since", "The decision it cites is not valid"),
    "a later one came to nothing": (not_concluded_since, "", "on an assessment that is too old by now or says something else"),
}


@pytest.mark.parametrize("name", SINCE)
def test_law_3_nothing_new_rests_on_a_decision_whose_assessment_says_otherwise_since(home: Home, name: str) -> None:
    happens, lost, why = SINCE[name]
    asked = question(home)
    row = assess(home, asked, written=before(hours=3))
    decision = decide_for(home, asked, row)
    assert publish(home, decision).standing == "valid"
    happens(home, row)
    assert Decision.objects.with_lost().get(pk=decision.pk).lost == lost
    with pytest.raises(Refused, match=why):
        publish(home, decision)
    cited = agreed.cited(decision, home.jo.pk)
    assert cited is not None and not cited.is_valid


def test_law_3_nothing_new_rests_on_a_decision_whose_assessment_is_too_old_by_now(march: Home, at: Any) -> None:
    with at("2026-03-03 10:00"):
        asked = question(march)
        decision = decide_for(march, asked, assess(march, asked))
        followed = publish(march, decision)
    with at("2027-04-06 10:00"):
        with pytest.raises(Refused, match="too old by now"):
            publish(march, decision)
        assert followed.pk in [each.pk for each in planned.followed(scope.sight(march.ruth, march.jo.pk))]


def test_what_was_put_right_and_says_the_same_still_carries(home: Home) -> None:
    asked = question(home)
    row = assess(home, asked)
    decision = decide_for(home, asked, row)
    corrected(home, row, place="In the kitchen")
    assert publish(home, decision).standing == "valid"


# --- liberty ---


def test_law_3_a_review_carries_the_version_that_it_looked_at(home: Home) -> None:
    asked = question(home)
    row = assess(home, asked)
    first = decide_for(home, asked, row)
    reviewed(home, looked_at=[first])
    told = {"outcome": "Locked all day", "basis": "best_interests", "assessment": row}
    wider = actions.decide_again(decision=first, reason="x", by=home.ruth, **told | _as_before(home))
    assert wider.number == first.number
    stands = queries_liberty.liberty_stands(home.jo, clock.today())
    assert (liberty.carries(stands, first.pk), liberty.carries(stands, wider.pk)) == ("", "liberty-not-looked-at")


def _as_before(home: Home) -> dict[str, Any]:
    asked = [Consultee(contact=arrange.mum(home), kind="cares", words="x")]
    weighed = [Consideration(voice=arrange.said(home), effect="partly")]
    told = {"considered": weighed, "best_interests": checklist(), "consultees": asked, "decided_by_staff": home.ruth}
    return told | {"only_one_because": "x"}


ANSWERED = "The gate is open from eight to dusk since Monday."


def test_an_objection_is_never_passed_over_by_a_review(home: Home) -> None:
    no = LibertyWish(feeling="objects_behaviour", seen="Pulled at the gate.", seen_by="Tom", seen_on=clock.today())
    with pytest.raises(Invalid, match="The person objects, and nothing says what was done about that"):
        reviewed(home, no)
    actions.keep_objection(person=home.jo, feeling="objects_behaviour", seen="Pulled at the gate.", by=home.tom)
    with pytest.raises(Invalid, match="The person objects"):
        reviewed(home)
    reviewed(home, objection_answer=ANSWERED)
    assert reviewed(home).standing == "valid"  # it was answered then


def test_nobody_concludes_by_a_test_that_did_not_exist_yet(march: Home, at: Any) -> None:
    with at("2026-05-20 10:00"):
        look_again = {"look_again_by": date(2026, 11, 1)}
        with pytest.raises(Invalid, match="a test that nobody used on that day"):
            reviewed(march, test="since_2026_06_02", **look_again)
        assert reviewed(march, **look_again).test == "before_2026_06_02"
