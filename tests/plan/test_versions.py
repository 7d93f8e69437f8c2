"""Versions are numbered and never change; their lines rest on this person's words alone."""

import pytest
from django.db import DatabaseError, connection, transaction

from throughline.base.errors import Invalid, Refused
from throughline.plan import actions, queries
from throughline.plan.parts import Line, Step


@pytest.fixture
def quiet(home):
    return actions.begin(
        person=home.jo,
        kind="routine",
        title="Quiet afternoon",
        lines=[Line(part="do", text="Offer the quiet room"), Line(part="do", text="Few words"), Line(part="do_not", text="Ask twice")],
        steps=[Step(text="Offer Jo a break")],
        by=home.amina,
    )


def test_it_works(home, quiet):
    kept = queries.version(home.sight(home.jo), quiet.pk)
    assert [(line.part, line.position, line.text) for line in kept.lines.all()] == [
        ("do", 1, "Offer the quiet room"),
        ("do_not", 1, "Ask twice"),
        ("do", 2, "Few words"),
    ]
    assert [step.text for step in kept.steps.all()] == ["Offer Jo a break"]


def test_versions_of_an_item_are_numbered_from_one(home, quiet):
    second = actions.write(item=quiet.item, title="A quiet afternoon", by=home.ruth)
    assert (quiet.number, second.number) == (1, 2)
    assert [each.number for each in queries.versions(home.sight(home.jo), quiet.item)] == [2, 1]


def test_items_have_numbers_of_their_own_across_people(home, quiet):
    sams = actions.begin(person=home.sam, kind="routine", title="Bus to town", by=home.amina)
    assert sams.item.number == quiet.item.number + 1
    assert sams.number == 1


@pytest.mark.parametrize("table", ["version", "line", "step"])
def test_a_version_is_immutable(quiet, table):
    column = "title" if table == "version" else "text"
    for sql in (f"UPDATE plan_{table} SET {column} = 'other words'", f"DELETE FROM plan_{table}"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)


def test_a_new_version_leaves_the_old_one_as_it_was(home, quiet):
    actions.write(item=quiet.item, title="Something else", lines=[Line(part="do", text="Another way")], by=home.amina)
    first = queries.version(home.sight(home.jo), quiet.pk)
    assert first.title == "Quiet afternoon"
    assert len(first.lines.all()) == 3


def test_who_wrote_at_the_same_time_is_told_and_loses_nothing(home, quiet):
    actions.write(item=quiet.item, title="Ruth’s words", after=1, by=home.ruth)
    with pytest.raises(Invalid, match="Ruth wrote version 2 meanwhile. Your words are safe."):
        actions.write(item=quiet.item, title="Amina’s words", after=1, by=home.amina)
    assert actions.write(item=quiet.item, title="Amina’s words", after=2, by=home.amina).number == 3


def test_a_line_stands_only_where_its_kind_has_room(home):
    with pytest.raises(Invalid, match="no such part"):
        actions.begin(person=home.jo, kind="profile", title="Jo", lines=[Line(part="react", text="Hold the door")], by=home.amina)


def test_a_line_cannot_rest_on_somebody_else_s_words(home):
    sams = home.says(home.sam, "I want to sit upstairs.")
    with pytest.raises(Invalid, match="somebody else's"):
        actions.begin(person=home.jo, kind="routine", title="Bus", lines=[Line(part="do", text="Upstairs", voice=sams)], by=home.amina)


def test_the_words_on_the_card_are_among_those_it_rests_on(home):
    voice, other = home.says(home.jo, "It gets too loud."), home.says(home.jo, "No talking.")
    version = actions.begin(person=home.jo, kind="routine", title="Quiet", own_words=voice, because=[other, voice], by=home.amina)
    assert {each.voice_id for each in version.becauses.all()} == {voice.pk, other.pk}


def test_a_support_worker_does_not_write_the_plan(home):
    with pytest.raises(Refused, match="write and publish the plan"):
        actions.begin(person=home.jo, kind="routine", title="Quiet", by=home.tom)
