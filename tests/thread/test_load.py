"""From the database to facts: the page and the table agree, on every item of the demo's stories and on past days."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.stories import NOW

from throughline.access import scope
from throughline.base import clock
from throughline.base.errors import NotFound
from throughline.conversations import actions as conversations
from throughline.conversations import queries
from throughline.decisions import actions as decisions
from throughline.decisions.parts import Consideration
from throughline.plan import actions as plan
from throughline.thread import load, trace

pytestmark = pytest.mark.django_db

DAYS = [None, clock.end_of(date(2026, 5, 1)), clock.end_of(date(2026, 3, 4)), clock.end_of(date(2026, 2, 25))]


@pytest.mark.parametrize("as_at", DAYS, ids=str)
def test_the_page_of_an_item_and_its_row_in_the_table_never_disagree(cast, as_at) -> None:
    with clock.at(NOW):
        for person in (cast.jo, cast.sam, cast.lee, cast.ann):
            sight = scope.sight(cast.ruth, person.pk)
            for row in load.load_plan(sight, as_at):
                facts = load.load_item(sight, row.item_id, as_at)
                assert trace.line_of(facts) == trace.line_of_row(row), row.title


def test_an_item_was_not_there_before_it_was_written(cast) -> None:
    with clock.at(NOW):
        sight = scope.sight(cast.ruth, cast.jo.pk)
        first = min(load.load_plan(sight), key=lambda row: row.number)
        with pytest.raises(NotFound):
            load.load_item(sight, first.item_id, clock.end_of(date(2024, 1, 1)))


def test_a_thread_is_eleven_statements_at_most_whatever_the_history(cast) -> None:
    with clock.at(NOW):
        sight = scope.sight(cast.ruth, cast.jo.pk)
        for row in load.load_plan(sight):
            with CaptureQueriesContext(connection) as queries:
                load.load_item(sight, row.item_id)
            assert len(queries) <= 11, row.title


def test_an_item_that_nobody_decided_was_talked_about_where_its_voice_was_heard(cast) -> None:
    """Jo said in a talk what the dentist is like; that nothing is decided since does not undo the talk."""
    with clock.at(NOW):
        sight = scope.sight(cast.ruth, cast.jo.pk)
        undecided = [
            load.load_item(sight, row.item_id) for row in load.load_plan(sight) if row.decision_id is None and row.was_talked_about
        ]
    assert undecided
    assert all(trace.Gap.NOT_TALKED not in trace.line_of(facts).gaps and facts.talks for facts in undecided)


def test_options_alone_are_no_conversation(cast) -> None:
    """Ways were written down and the decision was taken: nobody wrote that it was talked about."""
    with clock.at(NOW):
        sight = scope.sight(cast.ruth, cast.ann.pk)
        question = decisions.ask(person=cast.ann, text="Which evening is film night?", area="community", impact="low", by=cast.ruth)
        decisions.offer(question=question, title="Friday", reaction="picked", by=cast.ruth)
        voice = conversations.keep_voice(person=cast.ann, how_told="picked", words="Friday", by=cast.ruth)
        weighed = [Consideration(voice=voice, effect="shaped")]
        decision = decisions.decide(question=question, outcome="Film night is Friday.", basis="own", considered=weighed, by=cast.ruth)
        version = plan.begin(person=cast.ann, kind="routine", title="Film night", because=[voice], by=cast.ruth)
        plan.publish(version=version, message="Ann picked Friday.", decision=decision, by=cast.ruth)
        facts = load.load_item(sight, version.item_id)
    assert facts.options
    assert trace.Gap.NOT_TALKED in trace.line_of(facts).gaps


def test_words_that_were_corrected_stand_corrected_under_the_first_address(cast) -> None:
    with clock.at(NOW):
        sight = scope.sight(cast.ruth, cast.jo.pk)
        row = next(row for row in load.load_plan(sight) if row.title == "Quiet afternoon")
        said = load.load_item(sight, row.item_id).voices[0]
        conversations.correct_voice(
            voice=queries.voice(sight, said.id), words="It is too loud.", reason="Heard the clip again.", by=cast.ruth
        )
        again = load.load_item(sight, row.item_id).voices[0]
    assert (again.id, again.words, again.corrected) == (said.id, "It is too loud.", True)


def test_words_that_the_person_took_back_are_no_longer_shown(cast) -> None:
    with clock.at(NOW):
        sight = scope.sight(cast.ruth, cast.jo.pk)
        row = next(row for row in load.load_plan(sight) if row.title == "Quiet afternoon")
        said = load.load_item(sight, row.item_id).voices[0]
        conversations.take_back(voice=queries.voice(sight, said.id), kind="withdrawn", reason="Jo asked us to.", by=cast.ruth)
        with clock.at(NOW + timedelta(minutes=1)):
            again = load.load_item(sight, row.item_id).voices[0]
    assert (again.words, again.taken_back) == ("", True)
