"""Law 1 of what staff wrote: conversations, contributions and attempts are put right or taken back by new rows, and nothing is lost."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.web import arrange

from throughline.access.scope import sight
from throughline.base import clock
from throughline.base.errors import Invalid, NotFound, Refused
from throughline.base.models import Amendment, Event
from throughline.base.written import Written
from throughline.conversations import actions, queries
from throughline.conversations.models import Attempt, Contribution, Conversation, Presence
from throughline.decisions import actions as decisions
from throughline.decisions import queries as decided


def of_jo(home: arrange.House, by: Any = None) -> Any:
    return sight(by or home.ruth, home.jo.pk)


def priya_said(home: arrange.House, **more: Any) -> Contribution:
    told = {"words": "She is tired.", "contact": arrange.mum(home)} | more
    return actions.keep_contribution(person=home.jo, by=home.amina, **told)


def tried(home: arrange.House, **more: Any) -> Attempt:
    return actions.keep_attempt(person=home.jo, method="photos", asked="Which chair?", result="no_answer", by=home.amina, **more)


def held(home: arrange.House, **more: Any) -> Conversation:
    """Jo's meeting, with Jo and Priya, and two questions."""
    present = [Presence(party="person", prepared="Saw the photos"), Presence(party="circle", contact=arrange.mum(home))]
    told = {"agenda": ["What Jo wants", "What could go wrong"], "present": present}
    return arrange.meeting(home, **(told | more))


CORRECT = {
    "contribution": lambda row, **given: actions.correct_contribution(contribution=row, **({"words": "He is tired."} | given)),
    "attempt": lambda row, **given: actions.correct_attempt(attempt=row, **({"asked": "Which cup?"} | given)),
    "conversation": lambda row, **given: actions.correct_conversation(conversation=row, **({"title": "A talk"} | given)),
}
TAKE_BACK = {
    "contribution": lambda row, **given: actions.take_back_contribution(contribution=row, kind=Amendment.MISTAKE, **given),
    "attempt": lambda row, **given: actions.take_back_attempt(attempt=row, **given),
    "conversation": lambda row, **given: actions.take_back_conversation(conversation=row, **given),
}
KEEP = {"contribution": priya_said, "attempt": tried, "conversation": held}
WHAT = pytest.mark.parametrize("what", CORRECT)


@WHAT
def test_law_1_a_correction_keeps_the_first_words_and_says_why(home: arrange.House, what: str) -> None:
    row = KEEP[what](home)
    later = CORRECT[what](row, reason="Heard it again", by=home.ruth)
    first, now = queries.history(of_jo(home), row)
    assert (first, now, now.amends_id) == (row, later, row.pk)
    assert (now.amendment, now.reason, now.author, now.occurred_at) == (Amendment.CORRECTED, "Heard it again", home.ruth, row.occurred_at)
    assert Event.objects.latest("pk").verb == f"conversations.{what}-corrected"


@WHAT
def test_law_1_what_was_entered_by_mistake_stays_in_the_record(home: arrange.House, what: str) -> None:
    row = KEEP[what](home)
    TAKE_BACK[what](row, reason="It was Sam", by=home.ruth)
    assert not type(row).objects.current().exists()
    assert [each.amendment for each in queries.history(of_jo(home), row)] == ["", Amendment.MISTAKE]


@WHAT
@pytest.mark.parametrize("done", [CORRECT, TAKE_BACK])
def test_law_1_nothing_is_changed_without_a_reason(home: arrange.House, what: str, done: Any) -> None:
    row = KEEP[what](home)
    with pytest.raises(Invalid) as invalid:
        done[what](row, reason=" ", by=home.ruth)
    assert set(invalid.value.faults) == {"reason"}
    assert type(row).objects.count() == 1


@WHAT
@pytest.mark.parametrize("first", [CORRECT, TAKE_BACK])
@pytest.mark.parametrize("second", [CORRECT, TAKE_BACK])
def test_law_1_of_two_who_change_it_at_once_the_second_is_told(home: arrange.House, what: str, first: Any, second: Any) -> None:
    row = KEEP[what](home)
    first[what](row, reason="first", by=home.ruth)
    with pytest.raises(Invalid, match="meanwhile"):
        second[what](row, reason="second", by=home.ruth)


@WHAT
@pytest.mark.skipif(connection.vendor != "postgresql", reason="one writes at a time on SQLite")
def test_law_1_who_changes_it_holds_it(home: arrange.House, what: str) -> None:
    row = KEEP[what](home)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        CORRECT[what](row, reason="r", by=home.ruth)
    assert any("FOR UPDATE" in each["sql"] for each in asked.captured_queries)


@WHAT
def test_law_1_it_is_put_right_by_who_wrote_it_or_who_answers_for_the_record(home: arrange.House, what: str) -> None:
    row = KEEP[what](home)
    other = arrange.worker("Gwen", home.ruth, service=home.elm)
    for who in (other, home.tom, home.neighbour):
        for done in (CORRECT, TAKE_BACK):
            with pytest.raises((Refused, NotFound)):
                done[what](row, reason="r", by=who)
    CORRECT[what](row, reason="r", by=row.author)


def test_law_1_words_are_withdrawn_by_whoever_said_them_without_a_reason(home: arrange.House) -> None:
    row = priya_said(home)
    actions.take_back_contribution(contribution=row, kind=Amendment.WITHDRAWN, by=home.amina)
    assert queries.contributions(of_jo(home)) == []
    with pytest.raises(Invalid):
        actions.take_back_contribution(contribution=priya_said(home), kind=Amendment.UNDONE, by=home.amina)


def test_law_2_whose_words_they_are_can_be_put_right(home: arrange.House) -> None:
    row = priya_said(home)
    later = actions.correct_contribution(contribution=row, staff=home.tom, reason="Tom said it", by=home.amina)
    assert (later.party, later.contact, later.staff, later.words) == ("staff", None, home.tom, "She is tired.")
    with pytest.raises(Invalid):
        actions.correct_contribution(contribution=later, contact=None, staff=None, reason="r", by=home.amina)
    kept = actions.correct_contribution(contribution=later, words="He is tired.", reason="r", by=home.amina)
    assert kept.staff == home.tom


def test_law_5_a_correction_says_too_why_the_person_did_not_speak_first(home: arrange.House) -> None:
    row = held(home)
    with pytest.raises(Invalid) as invalid:
        actions.correct_conversation(conversation=row, who_spoke_first="staff", reason="r", by=home.ruth)
    assert set(invalid.value.faults) == {"not_first_because"}


def test_a_conversation_keeps_its_agenda_and_who_was_there(home: arrange.House) -> None:
    row = held(home)
    later = actions.correct_conversation(conversation=row, title="A talk", reason="It was no meeting", by=home.ruth)
    for each in (row, later):
        assert [question.text for question in each.agenda.all()] == ["What Jo wants", "What could go wrong"]
        assert {(seat.party, seat.prepared) for seat in each.presences.all()} == {("person", "Saw the photos"), ("circle", "")}


def test_who_was_there_and_the_agenda_can_be_put_right_too(home: arrange.House) -> None:
    row = held(home)
    came = [Presence(party="staff", staff=home.tom)]
    later = actions.correct_conversation(conversation=row, agenda=["What Jo wants"], present=came, reason="r", by=home.ruth)
    assert [each.text for each in later.agenda.all()] == ["What Jo wants"]
    assert [each.staff for each in later.presences.all()] == [home.tom]
    assert (row.agenda.count(), row.presences.count()) == (2, 2)


def test_the_day_on_which_it_was_can_be_put_right(march: arrange.House) -> None:
    day = clock.moment(date(2026, 3, 3))
    with clock.at(clock.moment(date(2026, 3, 5))):
        row = held(march)
        later = actions.correct_conversation(conversation=row, reason="Two days before", by=march.ruth, written=Written(occurred_at=day))
    assert later.occurred_at == day


def test_what_was_said_in_it_is_found_under_either_row(home: arrange.House) -> None:
    row = held(home)
    voice, said = arrange.said(home, conversation=row), priya_said(home, conversation=row)
    later = actions.correct_conversation(conversation=row, title="A talk", reason="r", by=home.ruth)
    attempt = tried(home, conversation=later)
    for each in (row, later):
        life = queries.life_of_conversation(of_jo(home), each.pk)
        assert life == [row, later]
        assert queries.said_in(of_jo(home), [one.pk for one in life]) == ([voice], [said], [attempt])


def test_what_is_written_of_it_later_cites_the_first_row(home: arrange.House) -> None:
    row = held(home)
    actions.correct_conversation(conversation=row, title="A talk", reason="r", by=home.ruth)
    assert [(each.pk, each.title) for each in queries.conversations(of_jo(home))] == [(row.pk, "A talk")]
    cited = queries.conversation_to_cite(of_jo(home), row.pk)
    assert arrange.said(home, conversation=cited).conversation_id == row.pk


def test_a_question_that_was_talked_about_in_it_still_finds_it(home: arrange.House) -> None:
    row = held(home)
    question = arrange.question(home, talked_in=[row])
    second = actions.correct_conversation(conversation=row, title="A talk", reason="r", by=home.ruth)
    actions.correct_conversation(conversation=second, title="A walk", reason="r", by=home.ruth)
    assert [(each.pk, each.title) for each in decided.talked_in(of_jo(home), question)] == [(row.pk, "A walk")]
    later = arrange.question(home)
    decisions.talk_about(question=later, conversation=queries.conversations(of_jo(home))[0], by=home.ruth)
    life = [each.pk for each in queries.life_of_conversation(of_jo(home), second.pk)]
    assert set(decided.questions_in(of_jo(home), life)) == {question, later}


def test_a_conversation_that_never_was_is_cited_no_more(home: arrange.House) -> None:
    row = held(home)
    question = arrange.question(home, talked_in=[row])
    actions.take_back_conversation(conversation=row, reason="It was cancelled", by=home.ruth)
    assert decided.talked_in(of_jo(home), question) == []
    with pytest.raises(NotFound):
        queries.conversation_to_cite(of_jo(home), row.pk)


@WHAT
def test_as_at_a_past_day_stands_what_the_server_had_then(march: arrange.House, what: str) -> None:
    days = [clock.moment(date(2026, 3, day)) for day in (3, 5, 7)]
    with clock.at(days[0]):
        row = KEEP[what](march)
    with clock.at(days[1]):
        second = CORRECT[what](row, reason="r", by=march.ruth)
    with clock.at(days[2]):
        third = CORRECT[what](second, reason="r", by=march.ruth)
    jo = of_jo(march)
    for asked in (row, second, third):
        assert [len(queries.history(jo, asked, day)) for day in days] == [1, 2, 3]
        with pytest.raises(NotFound):
            queries.history(jo, asked, clock.end_of(date(2026, 3, 2)))
