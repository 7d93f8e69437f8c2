"""Meetings and talks: who was there, who spoke first, what each said; what others brought, and tries to hear."""

from typing import Any

import pytest
from django.urls import reverse
from tests.web import arrange

from throughline.conversations import actions
from throughline.conversations.models import Attempt, Contribution, Conversation, Presence

GIVEN = {"kind": "meeting", "title": "Jo’s meeting", "purpose": "How afternoons should be", "who_spoke_first": "person"}


def hold(home: arrange.House, by: str = "amina", **given: Any) -> Any:
    return arrange.signed_in(getattr(home, by)).post(reverse("said:conversation_new", args=[home.jo.pk]), GIVEN | given)


def read(home: arrange.House, held: Any, by: str = "amina") -> str:
    response = arrange.signed_in(getattr(home, by)).get(reverse("said:conversation", args=[held.pk]))
    assert response.status_code == 200
    return response.content.decode()


def test_it_works(home: arrange.House) -> None:
    priya = arrange.mum(home)
    came = {"attendance-person": "came", "prepared-person": "Saw the photos", f"attendance-contact-{priya.pk}": "apologies"}
    response = hold(home, agenda="What Jo wants\n\nWhat could go wrong\n", **came)
    held = Conversation.objects.get()
    assert response.url == reverse("said:conversation", args=[held.pk])
    assert [each.text for each in held.agenda.all()] == ["What Jo wants", "What could go wrong"]
    assert {(each.party, each.attendance) for each in Presence.objects.all()} == {("person", "came"), ("circle", "apologies")}
    page = read(home, held)
    assert "Saw the photos" in page and "Priya, mum" in page and "sent apologies" in page


def test_the_person_speaks_first_or_it_says_why_not(home: arrange.House) -> None:
    page = hold(home, who_spoke_first="circle", title="Kept as written").content.decode()
    assert "The person speaks first." in page and "Kept as written" in page
    assert not Conversation.objects.exists()
    hold(home, who_spoke_first="circle", not_first_because="Jo was asleep; Jo’s photos came in first.")
    assert "Jo was asleep" in read(home, Conversation.objects.get())


def test_the_persons_words_come_first_and_are_counted(home: arrange.House) -> None:
    held, priya = arrange.meeting(home), arrange.mum(home)
    for words, more in (("She is tired.", {"beforehand": True}), ("Then yes.", {})):
        actions.keep_contribution(person=home.jo, contact=priya, words=words, conversation=held, by=home.ruth, **more)
    arrange.said(home, "Quiet room.", conversation=held)
    page = read(home, held)
    assert page.index("Quiet room.") < page.index("Then yes.") < page.index("She is tired.")
    assert "Gathered before, apart from others" in page
    assert "Jo spoke first. Words kept: Jo 1, family and friends 2." in page


def test_without_the_persons_words_there_is_a_gap(home: arrange.House) -> None:
    assert "Nothing from Jo yet." in read(home, arrange.meeting(home))


def test_what_is_for_the_manager_alone_does_not_stand_in_it(home: arrange.House) -> None:
    held = arrange.meeting(home)
    arrange.said(home, "Tom shouts.", conversation=held, audience="manager")
    assert "Tom shouts." not in read(home, held)
    assert "Tom shouts." in read(home, held, by="ruth")


def test_a_contribution_is_somebody_elses(home: arrange.House) -> None:
    held, priya = arrange.meeting(home), arrange.mum(home)
    address = reverse("said:contribution_new", args=[home.jo.pk]) + f"?conversation={held.pk}"
    client = arrange.signed_in(home.amina)
    assert "Say whose words they are." in client.post(address, {"words": "Hm.", "kind": "opinion"}).content.decode()
    given = {"words": "She is tired.", "kind": "opinion", "who": f"contact-{priya.pk}", "answered_for": "on"}
    assert client.post(address, given).url == reverse("said:conversation", args=[held.pk])
    kept = Contribution.objects.get()
    assert (kept.contact, kept.party, kept.answered_for, kept.author) == (priya, "circle", True, home.amina)
    assert "spoke in Jo’s place" in read(home, held)


def test_an_attempt_to_hear_stands_in_its_conversation(home: arrange.House) -> None:
    held = arrange.meeting(home)
    address = reverse("said:attempt_new", args=[home.jo.pk]) + f"?conversation={held.pk}"
    given = {"question": "Which chair?", "way": "photos", "result": "no_answer", "seen": "Looked away."}
    arrange.signed_in(home.amina).post(address, given)
    assert Attempt.objects.get().conversation == held
    assert "Which chair?" in read(home, held) and "Looked away." in read(home, held)


def test_the_list_has_what_stands_apart(home: arrange.House) -> None:
    arrange.meeting(home)
    actions.keep_attempt(person=home.jo, method="signs", asked="Is it sore?", result="not_now", by=home.amina)
    page = arrange.signed_in(home.amina).get(reverse("said:conversations", args=[home.jo.pk])).content.decode()
    assert "Jo’s meeting" in page and "Is it sore?" in page and "Write down a meeting or talk" in page


@pytest.mark.parametrize("page", ["conversations", "conversation_new", "contribution_new", "attempt_new"])
@pytest.mark.parametrize(("who", "reads"), [("amina", True), ("ruth", True), ("tom", False), ("neighbour", None)])
def test_who_may(home: arrange.House, page: str, who: str, reads: bool | None) -> None:
    """An agency worker reads and writes no conversations down; another home's worker finds nothing."""
    response = arrange.signed_in(getattr(home, who)).get(reverse(f"said:{page}", args=[home.jo.pk]))
    expected = 404 if reads is None else 200 if reads or page == "conversations" else 403
    assert response.status_code == expected


def test_another_homes_worker_does_not_find_the_conversation(home: arrange.House) -> None:
    held = arrange.meeting(home)
    assert arrange.signed_in(home.neighbour).get(reverse("said:conversation", args=[held.pk])).status_code == 404


def test_another_persons_conversation_is_not_one_of_theirs(home: arrange.House) -> None:
    other = actions.hold_conversation(person=home.sam, by=home.ruth, **GIVEN)
    response = arrange.signed_in(home.amina).get(reverse("said:voice_new", args=[home.jo.pk]) + f"?conversation={other.pk}")
    assert response.status_code == 404


@pytest.mark.parametrize("voices", [1, 30])
def test_few_questions_to_the_database_whatever_was_said(home: arrange.House, voices: int, django_assert_max_num_queries: Any) -> None:
    held = arrange.meeting(home)
    for n in range(voices):
        arrange.said(home, f"Words {n}", conversation=held)
    client = arrange.signed_in(home.amina)
    for address in (reverse("said:conversation", args=[held.pk]), reverse("said:conversations", args=[home.jo.pk])):
        with django_assert_max_num_queries(19):
            client.get(address)
