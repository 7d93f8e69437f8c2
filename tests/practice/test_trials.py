"""A try of a graded step: as it went, in the worker's taps and the person's words; and what several of them suggest to talk about."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.agreements.circle import said
from tests.web import arrange

from throughline.access import scope
from throughline.base import clock
from throughline.base.errors import Invalid, NotFound, Refused
from throughline.base.ids import new_id
from throughline.base.models import Event
from throughline.base.written import Written
from throughline.plan import actions as plan
from throughline.plan.parts import Line
from throughline.practice import actions, queries_trials
from throughline.practice.law_trials import UNCHANGED, Suggests, Try, drifts, suggests
from throughline.practice.models import Reissue, RoutineRecord, Tally, Trial
from throughline.thread import ladders, timeline

ROAD = {"new_risk": True, "risk": "The road is up by the post office."}


@pytest.fixture
def version(home: arrange.House) -> Any:
    """To the shop in three steps, agreed with Jo; Jo is on the first."""
    return arrange.ladder(home)


def tried(home: arrange.House, version: Any, support: str = "alone", by: Any = None, **more: Any) -> Trial:
    return actions.keep_trial(stage=version.stages.get(is_current=True), support=support, by=by or home.tom, **more)


def sight(home: arrange.House) -> Any:
    return scope.sight(home.ruth, home.jo.pk)


def ladder(home: arrange.House, version: Any, as_at: datetime | None = None) -> ladders.Ladder:
    found = ladders.ladder(sight(home), version.item, as_at)
    assert found is not None
    return found


def test_it_works(home: arrange.House, version: Any) -> None:
    """Tom, of an agency, writes down how it went; what Jo says is Jo's."""
    told = {"went_well": "Kept calm\nPaid", "was_hard": "The crossing", "prompts": 1, "confidence": 7, "minutes": 20, "ready": "yes"}
    row = tried(home, version, "prompts", said=said("They know me."), **told)
    assert (row.item, row.stage.text, row.support, row.author, row.topic) == (version.item, "Together", "prompts", home.tom, version.topic)
    assert (row.voice.words, row.voice.person) == ("They know me.", home.jo)
    assert Event.objects.filter(verb="practice.trial-kept", about_id=row.pk, person_id=home.jo.pk).count() == 1
    assert queries_trials.trials(sight(home), version.item) == [row]


def test_due_at_a_time_it_counts_there_as_offered(home: arrange.House, version: Any) -> None:
    row = tried(home, version, "stopped", step=version.steps.first())
    assert row.record is not None and (row.record.result, row.record.step) == ("said_yes", version.steps.first())
    assert [(each.result, each.count) for each in Tally.objects.all()] == [("said_yes", 1)]


def test_sent_twice_it_is_one_try_counted_once(home: arrange.House, version: Any) -> None:
    written, step = Written(id=new_id()), version.steps.first()
    assert tried(home, version, step=step, written=written) == tried(home, version, step=step, written=written)
    assert (Trial.objects.count(), RoutineRecord.objects.count(), Tally.objects.get().count) == (1, 1, 1)


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"support": "carried"}, "support"),
        ({"confidence": 11}, "confidence"),
        ({"risk": "A dog."}, "new_risk"),
        ({"ready": "soon"}, "ready"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(home: arrange.House, version: Any, told: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as invalid:
        tried(home, version, **told)
    assert list(invalid.value.faults) == [field]
    assert not Trial.objects.exists()


def test_a_step_of_something_else_is_refused(home: arrange.House, version: Any) -> None:
    with pytest.raises(Invalid, match="not part"):
        tried(home, version, step=arrange.routine(home).steps.first())


def test_somebody_of_another_home_writes_none_and_reads_none(home: arrange.House, version: Any) -> None:
    with pytest.raises(Refused):
        tried(home, version, by=home.neighbour)
    row = tried(home, version)
    with pytest.raises(NotFound):
        queries_trials.trial(scope.sight(home.neighbour, home.lee.pk), row.pk)


# --- law 1 ---


def test_law_1_a_correction_keeps_the_first_words(home: arrange.House, version: Any) -> None:
    row = tried(home, version)
    later = actions.correct_trial(trial=row, support="help", reason="I took Jo’s arm.", by=home.tom)
    assert [each.support for each in queries_trials.trial_life(sight(home), later)] == ["alone", "help"]
    assert (later.occurred_at, queries_trials.trials(sight(home), version.item)) == (row.occurred_at, [later])


def test_law_1_written_by_mistake_it_stays_and_counts_no_more(home: arrange.House, version: Any) -> None:
    row = tried(home, version, step=version.steps.first(), **ROAD)
    actions.mistake_trial(trial=row, reason="It was Sam.", by=home.ruth)
    assert (queries_trials.trials(sight(home), version.item), Trial.objects.count(), Tally.objects.get().count) == ([], 2, 0)
    assert ladder(home, version).risks == ()


def test_only_its_author_and_who_answers_for_the_record_amend_it(home: arrange.House, version: Any) -> None:
    row = tried(home, version)
    for amend in (
        lambda: actions.correct_trial(trial=row, support="help", reason="x", by=home.amina),
        lambda: actions.mistake_trial(trial=row, reason="x", by=home.amina),
    ):
        with pytest.raises(Refused):
            amend()
    actions.mistake_trial(trial=row, reason="Twice.", by=home.tom)
    with pytest.raises(Invalid, match="meanwhile"):
        actions.correct_trial(trial=row, support="help", reason="x", by=home.tom)


def test_it_has_its_place_on_the_timeline_once(home: arrange.House, version: Any) -> None:
    """That it was offered says nothing besides."""
    row = tried(home, version, step=version.steps.first(), went_well="Paid")
    [entry] = timeline.happenings(sight(home), ("trial", "record"))
    assert (entry.row_id, entry.kind, entry.about, entry.text, entry.author) == (row.pk, "alone", "Together", "Paid", "Tom")


# --- what several suggest ---

TRIES = st.lists(
    st.builds(
        Try, st.sampled_from(["alone", "prompts", "help", "stopped"]), st.booleans(), st.booleans(), st.sampled_from(["", "yes", "not_yet"])
    )
)


@given(tries=TRIES, in_a_row=st.integers(1, 5), is_last=st.booleans(), risks_open=st.booleans())
def test_the_next_step_is_suggested_only_by_the_rule(tries: Sequence[Try], in_a_row: int, is_last: bool, risks_open: bool) -> None:
    found = suggests(tries, in_a_row, is_last=is_last, risks_open=risks_open)
    last = tries[-in_a_row:]
    met = len(last) == in_a_row and all(each.support in ("alone", "prompts") and not each.near_miss for each in last)
    said = [each.ready for each in tries if each.ready]
    if found in (Suggests.NEXT, Suggests.ASK):
        assert met and not is_last and not risks_open
        assert (said[-1:] == ["yes"]) if found == Suggests.NEXT else not said
    stopped = bool(tries) and tries[-1].support == "stopped"
    assert (found == Suggests.BACK) == (stopped or sum(each.support == "help" for each in tries[-3:]) >= 2)
    if met and said[-1:] == ["yes"] and not is_last and not risks_open and found != Suggests.BACK:
        assert found == Suggests.NEXT


@given(tries=TRIES)
def test_more_of_the_same_that_went_well_never_takes_a_suggestion_back(tries: list[Try]) -> None:
    assert suggests([*tries, *[Try("alone", ready="yes")] * 3]) == Suggests.NEXT
    assert suggests([*tries, Try("stopped")]) == Suggests.BACK


@pytest.mark.parametrize(
    ("weeks", "decided", "is_last", "found"),
    [(13, None, False, True), (12, None, False, False), (13, 5, False, False), (13, None, True, False)],
)
def test_law_a_step_unchanged_for_twelve_weeks_without_a_decision_drifts(
    weeks: int, decided: int | None, is_last: bool, found: bool
) -> None:
    now = clock.now()
    decided_at = now - timedelta(weeks=decided) if decided else None
    assert drifts(since=now - timedelta(weeks=weeks), decided_at=decided_at, now=now, is_last=is_last) is found
    assert timedelta(weeks=12) == UNCHANGED


def test_three_that_went_well_suggest_to_ask_and_a_yes_to_talk(home: arrange.House, version: Any) -> None:
    for support in ("prompts", "alone"):
        tried(home, version, support)
    assert ladder(home, version).suggests == Suggests.NOTHING
    tried(home, version, by=home.amina)
    assert ladder(home, version).suggests == Suggests.ASK
    tried(home, version, ready="yes")
    found = ladder(home, version)
    assert (found.suggests, found.rungs[0].went_well, len(found.rungs[0].tries)) == (Suggests.NEXT, 4, 4)
    assert found.version.pk == version.pk  # it suggests, and never moves


def test_what_went_well_before_the_step_began_again_suggests_nothing(home: arrange.House, version: Any, at: Any) -> None:
    for _n in range(3):
        tried(home, version, ready="yes")
    with at("2026-05-20 10:00"):
        arrange.moves(home, version.item, 2)
        assert ladder(home, version).suggests == Suggests.NOTHING
    with at("2026-05-21 10:00"):
        arrange.moves(home, version.item, 1, reason="Rain.", told="Jo nodded.", try_again_on=clock.today() + timedelta(days=7))
        found = ladder(home, version)
    assert found.suggests == Suggests.NOTHING
    assert [[each.back for each in rung.came] for rung in found.rungs] == [[False, True], [False], []]
    assert [rung.state for rung in found.rungs] == ["now", "next", "later"]


def test_it_can_be_read_as_at_a_day_before(home: arrange.House, version: Any, at: Any) -> None:
    with at("2026-05-20 10:00"):
        tried(home, version, by=home.amina)
        arrange.moves(home, version.item, 2)
    was = ladder(home, version, clock.end_of(date(2026, 5, 19)))
    assert (was.now and was.now.stage.position, was.rungs[0].tries) == (1, ())


# --- a new risk puts the risks up to be looked at again ---


def test_law_each_try_that_shows_a_new_risk_puts_them_up_until_a_version_says_what_staff_do(home: arrange.House, version: Any) -> None:
    row = tried(home, version, **ROAD)
    tried(home, version)
    assert ladder(home, version).risks == (row,)
    given = {"trials": [row], "because": "We tried the crossing by the bank.", "lines": [Line(part="do", text="Cross by the bank")]}
    looked = actions.reissue(version=version, by=home.ruth, **given)
    assert looked.version is not None and ladder(home, version).risks == (row,)  # written, and nobody follows it yet
    plan.publish(version=looked.version, message="The road is up", by=home.ruth)
    assert ladder(home, version).risks == ()
    assert [line.text for line in looked.version.lines.filter(part="do")][-1] == "Cross by the bank"


def test_law_or_until_a_decision_says_that_it_stays(home: arrange.House, version: Any) -> None:
    row = tried(home, version, **ROAD)
    with pytest.raises(Invalid, match="choose the decision"):
        actions.reissue(version=version, trials=[row], because="Nothing changes.", by=home.ruth)
    decision = arrange.decided(home, arrange.question(home), arrange.said(home, "I walk round it."))
    actions.reissue(version=version, trials=[row], because="Jo walks round it.", decision=decision, by=home.ruth)
    assert ladder(home, version).risks == ()


def test_while_a_new_risk_waits_nobody_talks_about_moving_on(home: arrange.House, version: Any) -> None:
    for _n in range(3):
        tried(home, version, ready="yes", **ROAD)
    assert (len(ladder(home, version).risks), ladder(home, version).suggests) == (3, Suggests.NOTHING)


def test_put_right_later_it_is_still_looked_at(home: arrange.House, version: Any) -> None:
    row = tried(home, version, new_risk=True)
    decision = arrange.decided(home, arrange.question(home), arrange.said(home, "I walk round it."))
    actions.reissue(version=version, trials=[row], because="Jo walks round it.", decision=decision, by=home.ruth)
    actions.correct_trial(trial=row, risk="The road is up.", reason="I forgot.", by=home.tom)
    assert ladder(home, version).risks == ()


def test_tries_of_another_ladder_are_no_reason(home: arrange.House, version: Any) -> None:
    row = tried(home, arrange.ladder(home, title="The bus"), **ROAD)
    with pytest.raises(Invalid, match="which tries"):
        actions.reissue(version=version, trials=[row], because="x", lines=[Line(part="do", text="x")], by=home.ruth)
    with pytest.raises(Refused):
        actions.reissue(version=version, trials=[], because="x", by=home.tom)
    assert not Reissue.objects.exists()


def test_a_step_that_nobody_decided_about_for_long_is_said_to_drift(home: arrange.House, version: Any, at: Any) -> None:
    with at("2026-08-20 10:00"):
        assert ladder(home, version).drifts
        decision = arrange.decided(home, arrange.question(home), arrange.said(home, "Stay here."))
        plan.publish(version=version, decision=decision, message="Jo stays", by=home.ruth)
        assert not ladder(home, version).drifts
