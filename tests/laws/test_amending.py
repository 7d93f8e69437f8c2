"""Law 1 over made-up lives: whatever is recorded, corrected and taken back, what stands and what stood is what a list remembers."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.decisions.test_disagreement import opened
from tests.decisions.test_for_somebody import assess, decide_for
from tests.decisions.test_liberty import reviewed
from tests.decisions.test_safeguarding import raised
from tests.decisions.test_taking_back import authorised
from tests.web import arrange, daily_life

from throughline.base import clock
from throughline.base.models import Amendment
from throughline.decisions import actions
from throughline.decisions.models import CapacityAssessment, Decision
from throughline.decisions.parts import InformationGiven, SupportTried
from throughline.plan.models import Version
from throughline.practice import actions as practice

pytestmark = pytest.mark.django_db
few = settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
BEGIN = clock.moment(clock.day_of(datetime.fromisoformat("2026-03-02T10:00:00+00:00")), 10)


@contextmanager
def undone() -> Iterator[arrange.House]:
    """A house for one made-up life, which leaves the next one nothing."""
    with transaction.atomic():
        with clock.at(BEGIN):
            home = arrange.house()
        yield home
        transaction.set_rollback(True)


def take_back(home: arrange.House, row: Any) -> Any:
    return actions.take_back(row=row, reason="A mistake.", by=home.ruth)


def correct_assessment(home: arrange.House, row: CapacityAssessment) -> CapacityAssessment:
    parts = {"information": [InformationGiven(text="x")], "tried": [SupportTried(what="x", on=clock.day_of(row.occurred_at))]}
    return actions.correct_assessment(assessment=row, reason="Said better.", by=home.ruth, **parts)


def incident(home: arrange.House) -> Any:
    return practice.keep_incident(person=home.jo, kind="fall", seen="Jo fell.", done="Sat with Jo.", by=home.ruth)


def ladder_of(home: arrange.House) -> Any:
    """Jo's one ladder."""
    return Version.objects.filter(person=home.jo, stages__isnull=False).first() or arrange.ladder(home)


@dataclass(frozen=True)
class Kind:
    """How a row of a kind is recorded, corrected where that can be, and taken back."""

    record: Callable[[arrange.House], Any]
    correct: Callable[[arrange.House, Any], Any] | None = None
    take_back: Callable[[arrange.House, Any], Any] = take_back


KINDS = {
    "assessment": Kind(lambda home: assess(home, arrange.question(home)), correct_assessment),
    "liberty review": Kind(reviewed),
    "objection": Kind(
        lambda home: actions.keep_objection(person=home.jo, feeling="objects_behaviour", seen="Pulled at the gate.", by=home.ruth)
    ),
    "authorisation": Kind(authorised),
    "disagreement": Kind(opened),
    "concern": Kind(lambda home: raised(home, by=home.ruth)),
    "incident": Kind(
        incident,
        lambda home, row: practice.correct_incident(incident=row, seen="Jo sat down.", reason="Said better.", by=home.ruth),
        lambda home, row: practice.mistake_incident(incident=row, reason="A mistake.", by=home.ruth),
    ),
    "upset": Kind(
        lambda home: practice.keep_upset(person=home.jo, seen="Hummed.", by=home.ruth),
        lambda home, row: practice.correct_upset(upset=row, seen="Sang.", reason="Said better.", by=home.ruth),
        lambda home, row: practice.mistake_upset(upset=row, reason="A mistake.", by=home.ruth),
    ),
    "trial": Kind(
        lambda home: arrange.tried(home, ladder_of(home), by=home.ruth),
        lambda home, row: practice.correct_trial(trial=row, support="help", reason="Said better.", by=home.ruth),
        lambda home, row: practice.mistake_trial(trial=row, reason="A mistake.", by=home.ruth),
    ),
    "note": Kind(
        lambda home: practice.write_note(person=home.jo, text="A bath.", by=home.ruth),
        lambda home, row: practice.correct_note(note=row, text="A shower.", reason="Said better.", by=home.ruth),
        lambda home, row: practice.mistake_note(note=row, reason="A mistake.", by=home.ruth),
    ),
    "activity": Kind(
        lambda home: daily_life.activity(home, by=home.ruth),
        lambda home, row: practice.correct_activity(activity=row, what="Bowling", reason="Said better.", by=home.ruth),
        lambda home, row: practice.mistake_activity(activity=row, reason="A mistake.", by=home.ruth),
    ),
    "checklist run": Kind(
        lambda home: daily_life.run(home, by=home.ruth),
        lambda home, row: practice.correct_run(
            run=row, checks=daily_life.checks(row.version, "no", why="Forgotten."), reason="Said better.", by=home.ruth
        ),
        lambda home, row: practice.mistake_run(run=row, reason="A mistake.", by=home.ruth),
    ),
    "scale answer": Kind(
        lambda home: daily_life.answer(home, by=home.ruth),
        lambda home, row: practice.correct_answer(answered=row, how_told="signed", reason="Said better.", by=home.ruth),
        lambda home, row: practice.mistake_answer(answered=row, reason="A mistake.", by=home.ruth),
    ),
    "spending": Kind(
        lambda home: daily_life.spending(home, by=home.ruth),
        lambda home, row: practice.correct_spending(spending=row, what="Tea", reason="Said better.", by=home.ruth),
        lambda home, row: practice.mistake_spending(spending=row, reason="A mistake.", by=home.ruth),
    ),
}
STEPS = st.lists(st.tuples(st.sampled_from(["record", "correct", "take back"]), st.integers(0, 4)), min_size=1, max_size=8)


@dataclass
class Remembered:
    """What stands, as a list; what it was at the end of each day so far; and how many rows were written."""

    table: Any = None
    written: int = 0
    stands: list[Any] = field(default_factory=list)
    then: dict[datetime, set[Any]] = field(default_factory=dict)

    def step(self, home: arrange.House, kind: Kind, what: str, place: int) -> None:
        """One thing that happens: to a new row, or to one of those that stand."""
        at = place % len(self.stands) if self.stands else 0
        if what == "record":
            self.stands.append(kind.record(home))
            self.table = type(self.stands[-1])
        elif self.stands and what == "take back":
            kind.take_back(home, self.stands.pop(at))
        elif self.stands and kind.correct is not None:
            self.stands[at] = kind.correct(home, self.stands[at])
        else:
            self.written -= 1
        self.written += 1
        self.then[clock.end_of(clock.today())] = {each.pk for each in self.stands}


@few
@given(kind=st.sampled_from(sorted(KINDS)), steps=STEPS)
def test_law_1_what_stands_and_what_stood_is_what_was_recorded_corrected_and_taken_back(kind: str, steps: list[tuple[str, int]]) -> None:
    remembered = Remembered()
    with undone() as home:
        for day, (what, place) in enumerate([("record", 0), *steps], 1):
            with clock.at(BEGIN + timedelta(days=day)):
                remembered.step(home, KINDS[kind], what, place)
        rows = remembered.table.objects.filter(person=home.jo)
        assert {moment: {each.pk for each in rows.current(moment)} for moment in remembered.then} == remembered.then
        assert {each.pk for each in rows.current()} == {each.pk for each in remembered.stands}
        assert rows.count() == remembered.written


# --- law 3, derived ---


@dataclass
class Decided:
    """A decision in Jo's best interests, the assessment on which it rests as it was last written, and whether each was taken back."""

    decision: Decision
    assessment: CapacityAssessment
    carries: bool = True
    stands: bool = True


def happens(home: arrange.House, every: list[Decided], what: str, place: int) -> None:
    """One thing that happens to the decisions so far."""
    if what == "decide" or not every:
        assessment = assess(home, question := arrange.question(home))
        every.append(Decided(decide_for(home, question, assessment), assessment))
        return
    one = every[place % len(every)]
    if what == "correct" and one.carries:
        one.assessment = correct_assessment(home, one.assessment)
    elif what == "take the assessment back" and one.carries:
        one.carries = take_back(home, one.assessment) is None
    elif what == "take the decision back" and one.stands:
        one.stands = take_back(home, one.decision) is None


WHAT = ["decide", "correct", "take the assessment back", "take the decision back"]


@few
@given(steps=st.lists(st.tuples(st.sampled_from(WHAT), st.integers(0, 3)), max_size=8))
def test_law_3_a_decision_takes_effect_as_long_as_it_and_what_it_rests_on_stand(steps: list[tuple[str, int]]) -> None:
    every: list[Decided] = []
    then: dict[datetime, set[Any]] = {}
    with undone() as home:
        for day, (what, place) in enumerate([("decide", 0), *steps], 1):
            with clock.at(BEGIN + timedelta(days=day)):
                happens(home, every, what, place)
                then[clock.end_of(clock.today())] = {each.decision.pk for each in every if each.carries and each.stands}
        rows = Decision.objects.filter(person=home.jo)
        assert {moment: {each.pk for each in rows.in_effect(moment)} for moment in then} == then
        gone = {each.pk for each in rows.gone() if each.amendment not in Amendment.ends()}
        assert gone == {each.decision.pk for each in every if not (each.carries and each.stands)}
