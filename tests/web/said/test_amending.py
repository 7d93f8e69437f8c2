"""Putting right and taking back what staff wrote: a conversation, what somebody else said, a try to hear. The first words stay."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from tests.web import arrange
from tests.web.sent import as_it_came

from throughline.access import actions as access
from throughline.base import clock
from throughline.conversations import actions
from throughline.conversations.models import Attempt, Contribution, Conversation, Voice
from throughline.conversations.parts import Presence


def contribution(home: arrange.House, **more: Any) -> Any:
    told = {"words": "She is tired.", "contact": arrange.mum(home)} | more
    return actions.keep_contribution(person=home.jo, by=home.amina, **told)


def attempt(home: arrange.House, **more: Any) -> Any:
    return actions.keep_attempt(person=home.jo, method="photos", asked="Which chair?", result="no_answer", by=home.amina, **more)


def conversation(home: arrange.House) -> Any:
    present = [Presence(party="person", prepared="Saw the photos"), Presence(party="circle", contact=arrange.mum(home))]
    return arrange.meeting(home, agenda=["What Jo wants", "What could go wrong"], present=present)


KEEP: dict[str, Callable[..., Any]] = {"contribution": contribution, "attempt": attempt, "conversation": conversation}
WHAT = pytest.mark.parametrize("what", KEEP)


def read(home: arrange.House, what: str, row: Any, by: str = "ruth", query: str = "") -> str:
    response = arrange.signed_in(getattr(home, by)).get(reverse(f"said:{what}", args=[row.pk]) + query)
    assert response.status_code == 200
    return response.content.decode()


def sent_back(home: arrange.House, what: str, row: Any, by: str = "ruth", **changed: str) -> Any:
    """The form as it came, with some of it changed."""
    client = arrange.signed_in(getattr(home, by))
    address = reverse(f"said:{what}_correct", args=[row.pk])
    return client.post(address, as_it_came(client.get(address).content.decode()) | changed)


@WHAT
def test_it_works(home: arrange.House, what: str) -> None:
    """From the page to the form and back: what stands now first, what stood first struck through, and why."""
    row, field, said = KEEP[what](home), *CHANGED[what]
    assert reverse(f"said:{what}_correct", args=[row.pk]) in read(home, what, row)
    assert sent_back(home, what, row, **{field: said, "reason": "Heard it again"}).url == reverse(f"said:{what}", args=[row.pk])
    later = type(row).objects.get(amends=row)
    for each in (row, later):
        page = read(home, what, each)
        assert said in page and "Heard it again" in page and "Put right by Ruth" in page
        assert FIRST[what] in page.split("How it first stood")[1].split("</del>")[0]


CHANGED = {
    "contribution": ("words", "He is tired."),
    "attempt": ("question", "Which cup?"),
    "conversation": ("purpose", "How evenings should be"),
}
FIRST = {"contribution": "She is tired.", "attempt": "Which chair?", "conversation": "How afternoons should be"}


@WHAT
def test_a_form_sent_back_as_it_came_changes_nothing_but_the_reason(home: arrange.House, what: str) -> None:
    row = KEEP[what](home)
    assert "Say why." in sent_back(home, what, row).content.decode()
    assert type(row).objects.count() == 1
    sent_back(home, what, row, reason="Only to see")
    later = type(row).objects.get(amends=row)
    same = [field.attname for field in row._meta.local_fields if field.attname not in AMENDING]
    assert {name: getattr(later, name) for name in same} == {name: getattr(row, name) for name in same}
    if what == "conversation":
        for part in ("agenda", "presences"):
            assert sorted(map(str, getattr(later, part).all())) == sorted(map(str, getattr(row, part).all()))


AMENDING = {"id", "author_id", "recorded_at", "received_at", "sequence", "amends_id", "amendment", "reason"}


@WHAT
def test_of_two_who_put_it_right_at_once_the_second_is_told(home: arrange.House, what: str) -> None:
    row, field = KEEP[what](home), CHANGED[what][0]
    sent_back(home, what, row, reason="first")
    page = sent_back(home, what, row, reason="second", **{field: "My own words"}).content.decode()
    assert "Somebody changed this meanwhile" in page and "My own words" in page


@WHAT
def test_entered_by_mistake_it_stays_struck_through_and_nothing_more_can_be_done(home: arrange.House, what: str) -> None:
    row, client = KEEP[what](home), arrange.signed_in(home.ruth)
    address = reverse(f"said:{what}_take_back", args=[row.pk])
    empty = client.post(address, {"kind": "mistake"}).content.decode()
    assert "Say why" in empty and not type(row).objects.filter(amends=row).exists()
    assert client.post(address, {"kind": "mistake", "reason": "It was Sam"}).url == reverse(f"said:{what}", args=[row.pk])
    page = read(home, what, row)
    assert "Written here by mistake. Marked by Ruth" in page and "It was Sam" in page and "<del>" in page
    assert "Put this right" not in page and "Add what" not in page


def test_whoever_said_it_takes_it_back_without_a_reason(home: arrange.House) -> None:
    row = contribution(home)
    address = reverse("said:contribution_take_back", args=[row.pk])
    client = arrange.signed_in(home.amina)
    assert "Priya, mum wants it taken back" in client.get(address).content.decode()
    client.post(address, {"kind": "withdrawn"})
    assert "Taken back by Priya, mum" in read(home, "contribution", row)


def test_what_was_taken_back_is_folded_away_where_it_stood(home: arrange.House) -> None:
    held = arrange.meeting(home)
    said, tried = contribution(home, conversation=held), attempt(home, conversation=held)
    apart = actions.keep_contribution(person=home.jo, words="He likes tea.", staff=home.tom, by=home.amina)
    for row in (said, apart):
        actions.take_back_contribution(contribution=row, kind="mistake", reason="It was Sam", by=home.amina)
    actions.take_back_attempt(attempt=tried, reason="It was Lee", by=home.amina)
    page = read(home, "conversation", held)
    assert page.count("<del>") == 2 and "<del>She is tired.</del>" in page and "It was Lee" in page
    assert "family and friends" not in page.split("Words kept")[1].split("</p>")[0]
    meetings = arrange.signed_in(home.ruth).get(reverse("said:conversations", args=[home.jo.pk])).content.decode()
    assert "<del>He likes tea.</del>" in meetings and "<del>Which chair?</del>" in meetings


def test_a_corrected_conversation_shows_what_was_said_under_either_row(home: arrange.House) -> None:
    held, client = conversation(home), arrange.signed_in(home.amina)
    arrange.said(home, "Quiet room.", conversation=held)
    question = arrange.question(home, talked_in=[held])
    later = actions.correct_conversation(conversation=held, title="A talk in the garden", reason="Not a meeting", by=home.ruth)
    arrange.said(home, "And the radio off.", conversation=later)
    for each in (held, later):
        page = read(home, "conversation", each)
        for words in ("A talk in the garden", "Quiet room.", "And the radio off.", "What Jo wants", "Priya, mum", question.text):
            assert words in page
        assert "<del>What was it called? Jo’s meeting</del>" in page
    assert "A talk in the garden" in client.get(reverse("decisions:question", args=[question.pk])).content.decode()
    meetings = client.get(reverse("said:conversations", args=[home.jo.pk])).content.decode()
    assert meetings.count("A talk in the garden") == 1 and "Jo’s meeting<" not in meetings


def test_what_is_added_after_a_correction_cites_the_conversation_too(home: arrange.House) -> None:
    held = conversation(home)
    later = actions.correct_conversation(conversation=held, title="A talk", reason="r", by=home.ruth)
    address = reverse("said:voice_new", args=[home.jo.pk]) + f"?conversation={later.pk}"
    said = {"how_told": "said", "wish": "telling", "audience": "team", "how_helped": "alone", "words": "Later words."}
    arrange.signed_in(home.amina).post(address, said)
    assert Voice.objects.get().conversation_id == held.pk
    assert "Later words." in read(home, "conversation", later)


def test_somebody_who_is_no_longer_around_is_not_lost_from_the_form(home: arrange.House) -> None:
    held = conversation(home)
    priya = held.presences.get(party="circle").contact
    said = actions.keep_contribution(person=home.jo, words="She is tired.", contact=priya, by=home.amina)
    access.change_contact(contact=priya, ended_on=clock.today(), by=home.ruth)
    for what, row in (("conversation", held), ("contribution", said)):
        assert sent_back(home, what, row, reason="r").status_code == 302
    assert Contribution.objects.current().get().contact == priya
    assert Conversation.objects.current().get().presences.filter(contact=priya).exists()


def test_who_tried_stays_who_tried(home: arrange.House) -> None:
    row = attempt(home)
    actions.correct_attempt(attempt=row, seen="Looked away.", reason="r", by=home.ruth)
    assert ", by Amina" in read(home, "attempt", row)


def test_an_attempt_whose_next_day_is_over_can_still_be_put_right(march: arrange.House, at: Any) -> None:
    with at("2026-03-03 10:00"):
        row = attempt(march, try_again_on=date(2026, 3, 4))
    with at("2026-03-09 10:00"):
        assert sent_back(march, "attempt", row, question="Which cup?", reason="r").status_code == 302
    assert Attempt.objects.get(amends=row).try_again_on == date(2026, 3, 4)


@WHAT
def test_as_at_a_past_day_it_reads_as_it_stood_and_cannot_be_changed(march: arrange.House, at: Any, what: str) -> None:
    with at("2026-03-03 10:00"):
        row = KEEP[what](march)
    with at("2026-03-05 10:00"):
        sent_back(march, what, row, **{CHANGED[what][0]: CHANGED[what][1], "reason": "r"})
        page = read(march, what, row, query="?as_at=2026-03-04")
        assert FIRST[what] in page and CHANGED[what][1] not in page and "Put this right" not in page and "as it stood" in page
        before = arrange.signed_in(march.ruth).get(reverse(f"said:{what}", args=[row.pk]) + "?as_at=2026-03-02")
        assert before.status_code == 404


@WHAT
@pytest.mark.parametrize(
    ("who", "reads", "changes"), [("amina", 200, None), ("ruth", 200, 200), ("tom", 200, 403), ("neighbour", 404, 404)]
)
def test_who_may(home: arrange.House, what: str, who: str, reads: int, changes: int | None) -> None:
    """Whoever wrote it puts it right, and who answers for the record; an agency worker and another home's worker do not."""
    row, client = KEEP[what](home), arrange.signed_in(getattr(home, who))
    expected = changes or (200 if row.author == home.amina else 403)
    assert client.get(reverse(f"said:{what}", args=[row.pk])).status_code == reads
    for page in ("correct", "take_back"):
        assert client.get(reverse(f"said:{what}_{page}", args=[row.pk])).status_code == expected


@WHAT
@pytest.mark.parametrize("times", [1, 9])
def test_few_questions_to_the_database_whatever_the_history(
    home: arrange.House, what: str, times: int, django_assert_max_num_queries: Any
) -> None:
    first = row = KEEP[what](home)
    for n in range(times):
        sent_back(home, what, row, **{CHANGED[what][0]: f"Words {n}", "reason": "r"})
        row = type(row).objects.get(amends=row)
    client = arrange.signed_in(home.amina)
    for address in (reverse(f"said:{what}", args=[first.pk]), reverse("said:conversations", args=[home.jo.pk])):
        with django_assert_max_num_queries(19):
            client.get(address)
