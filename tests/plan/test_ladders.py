"""A ladder: its steps are part of the version, it moves by a decision, on with the person's yes and back with a reason, told, and a day."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from throughline.base import clock
from throughline.base.errors import Invalid, Refused
from throughline.plan import actions, queries
from throughline.plan.climbing import stage_of
from throughline.plan.parts import Line, Move, Stage

STEPS = ("Together", "Somebody behind", "Alone")
NEXT_WEEK = timedelta(days=7)


def steps(now: int = 1) -> list[Stage]:
    return [Stage(text=text, support="Wait", stop="Jo sits down", is_current=n == now) for n, text in enumerate(STEPS, 1)]


@pytest.fixture
def home(home: Any, at: Any) -> Iterator[Any]:
    with at("2026-02-02 10:00"):
        yield home


@pytest.fixture
def ladder(home: Any) -> Any:
    """To the shop, on the first step, agreed with Jo."""
    content = {"title": "To the shop on my own", "stages": steps(), "look_again_if": "Jo asks"}
    version = actions.begin(person=home.jo, kind="risk_ladder", by=home.amina, **content)
    actions.publish(version=version, decision=home.decides(home.jo, "Alone, in three steps"), message="Step 1", by=home.amina)
    return version.item


def followed(home: Any, ladder: Any) -> int:
    publication = queries.in_force(home.sight(home.jo), ladder)
    stage = stage_of(publication.version if publication else None)
    assert stage is not None
    return stage.position


def move(home: Any, ladder: Any, to: int, **told: Any) -> Any:
    return actions.move(item=ladder, to=to, by=home.amina, **told)


def publish(home: Any, version: Any, decision: Any = None) -> Any:
    return actions.publish(version=version, decision=decision, message="It moves", by=home.amina)


BACK = {"reason": "Jo got lost at the market.", "told": "With the photos. Jo said: together again."}


def test_it_works(home: Any, ladder: Any, at: Any) -> None:
    with at("2026-03-02 10:00"):
        version = move(home, ladder, 2)
        assert [(each.position, each.text, each.is_current) for each in version.stages.all()] == [
            (1, "Together", False),
            (2, "Somebody behind", True),
            (3, "Alone", False),
        ]
        assert followed(home, ladder) == 1  # written, and nobody follows it yet
        publish(home, version, home.decides(home.jo, "Somebody behind now"))
        assert followed(home, ladder) == 2


def test_somebody_begins_with_the_first_step_unless_somebody_says_another(home: Any) -> None:
    for stages, now in ((steps(0), 1), (steps(2), 2)):
        version = actions.begin(person=home.jo, kind="risk_ladder", title="The bus", stages=stages, by=home.amina)
        stage = stage_of(version)
        assert stage is not None and stage.position == now


@pytest.mark.parametrize("column", ["text", "is_current"])
def test_a_step_never_changes(ladder: Any, column: str) -> None:
    for sql in (f"UPDATE plan_stage SET {column} = {column}", "DELETE FROM plan_stage"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)


def test_only_a_ladder_has_steps_and_one_of_them_is_now(home: Any) -> None:
    with pytest.raises(Invalid, match="Only a ladder"):
        actions.begin(person=home.jo, kind="routine", title="Tea", stages=steps(), by=home.amina)
    both = [Stage(text=text, is_current=True) for text in STEPS]
    with pytest.raises(Invalid, match="one step at a time"):
        actions.begin(person=home.jo, kind="risk_ladder", title="The shop", stages=both, by=home.amina)


def test_it_moves_only_to_another_step_that_is_there(home: Any, ladder: Any) -> None:
    for to in (0, 4):
        with pytest.raises(Invalid, match="Choose one of the steps"):
            move(home, ladder, to)
    with pytest.raises(Invalid, match="the step already"):
        move(home, ladder, 1)


# --- the one door ---


def test_law_moving_needs_a_decision(home: Any, ladder: Any) -> None:
    for version in (move(home, ladder, 2), move(home, ladder, 3)):
        with pytest.raises(Refused, match="rests on no decision"):
            publish(home, version)
    assert followed(home, ladder) == 1


def test_law_a_decision_that_is_not_valid_moves_nobody(home: Any, ladder: Any) -> None:
    with pytest.raises(Refused, match="not valid"):
        publish(home, move(home, ladder, 2), home.decides(home.jo, "Priya says so", basis="relative"))


def test_law_moving_on_needs_the_persons_yes_since_the_step_began(home: Any, ladder: Any, at: Any) -> None:
    """That Jo agreed to three steps at the beginning is no yes to the second."""
    first = queries.in_force(home.sight(home.jo), ladder)
    assert first is not None
    with at("2026-03-02 10:00"):
        with pytest.raises(Refused, match="has not said yes"):
            publish(home, move(home, ladder, 2), first.decision)
        publish(home, move(home, ladder, 2, voice=home.says(home.jo, "I can do it. You stay back.")), first.decision)
        assert followed(home, ladder) == 2


def test_somebody_elses_words_are_no_yes_of_jos(home: Any, ladder: Any) -> None:
    with pytest.raises(Invalid, match="somebody else"):
        move(home, ladder, 2, voice=home.says(home.sam, "Jo can do it."))


def moved_on(home: Any, ladder: Any) -> None:
    publish(home, move(home, ladder, 2), home.decides(home.jo, "Somebody behind now"))


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (BACK | {"reason": ""}, "nothing says why"),
        (BACK | {"told": ""}, "nothing says that they were told"),
        (BACK | {"day": None}, "when they can try again"),
    ],
)
def test_law_stepping_back_needs_a_reason_the_person_told_and_a_day_to_try_again(home: Any, ladder: Any, told: Any, why: str) -> None:
    moved_on(home, ladder)
    told = dict(told)
    day = told.pop("day", clock.today() + NEXT_WEEK)
    decision = home.decides(home.jo, "Together again")
    with pytest.raises(Refused, match=why):
        publish(home, move(home, ladder, 1, try_again_on=day, **told), decision)
    assert followed(home, ladder) == 2


def test_law_stepping_back_with_all_of_it_is_followed_and_kept(home: Any, ladder: Any) -> None:
    moved_on(home, ladder)
    day = clock.today() + NEXT_WEEK
    version = move(home, ladder, 1, try_again_on=day, **BACK)
    publish(home, version, home.decides(home.jo, "Together again"))
    assert followed(home, ladder) == 1
    assert (version.move.reason, version.move.told, version.move.try_again_on) == (*BACK.values(), day)
    assert version.look_again_on == day  # which is when people look at it again


def test_law_the_way_round_the_page_is_no_way_round_the_law(home: Any, ladder: Any) -> None:
    """A version that is simply written with another step moves nobody either."""
    version = actions.write(item=ladder, title="To the shop", stages=steps(3), look_again_if="Jo asks", by=home.amina)
    with pytest.raises(Refused, match="rests on no decision"):
        publish(home, version)


def test_law_once_a_year_is_refused(home: Any) -> None:
    content = {"title": "The bus", "stages": steps(), "look_again_on": date(2027, 2, 2)}
    version = actions.begin(person=home.jo, kind="risk_ladder", by=home.amina, **content)
    with pytest.raises(Refused, match="Once a year is not enough"):
        publish(home, version)


def test_said_better_it_stays_where_it_is_and_needs_no_new_decision(home: Any, ladder: Any) -> None:
    moved_on(home, ladder)
    better = steps(2)
    better[1].text = "Somebody twenty steps behind"
    version = actions.write(item=ladder, title="To the shop", stages=better, look_again_if="Jo asks", by=home.amina)
    publish(home, version)
    assert followed(home, ladder) == 2


def test_what_else_it_says_comes_along_when_it_moves(home: Any) -> None:
    voice = home.says(home.jo, "I know the way.")
    lines = [Line(part="harm", text="Jo stays in"), Line(part="check_in", text="A wave at the corner", voice=voice)]
    content = {"title": "The shop", "stages": steps(), "lines": lines, "own_words": voice, "measure": "They know me.", "look_again_if": "x"}
    first = actions.begin(person=home.jo, kind="risk_ladder", by=home.amina, **content)
    publish(home, first)
    second = queries.version(home.sight(home.jo), move(home, first.item, 2).pk)
    assert [(line.part, line.text, line.voice) for line in second.lines.all()] == [
        ("harm", "Jo stays in", None),
        ("check_in", "A wave at the corner", voice),
    ]
    assert (second.own_words, second.measure, [each.voice for each in second.becauses.all()]) == (voice, "They know me.", [voice])
    assert [each.stop for each in second.stages.all()] == ["Jo sits down"] * 3


def test_tom_moves_nobody(home: Any, ladder: Any) -> None:
    with pytest.raises(Refused):
        actions.move(item=ladder, to=2, by=home.tom)
    with pytest.raises(Refused):
        actions.write(item=ladder, title="x", stages=steps(2), move=Move(), by=home.tom)
