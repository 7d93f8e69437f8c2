"""A decision's page, its versions, and telling the person; and the list of decisions."""

from typing import Any

import pytest
from django.urls import reverse
from tests.web import arrange

from throughline.agreements import actions as agreements
from throughline.decisions import actions
from throughline.decisions.models import Decision
from throughline.plan import actions as plan


def read(home: arrange.House, decision: Any, by: str = "ruth", query: str = "") -> str:
    response = arrange.signed_in(getattr(home, by)).get(reverse("decisions:decision", args=[decision.pk]) + query)
    assert response.status_code == 200
    return response.content.decode()


def send(home: arrange.House, decision: Any, page: str, by: str = "ruth", **given: Any) -> Any:
    return arrange.signed_in(getattr(home, by)).post(reverse(f"decisions:{page}", args=[decision.pk]), given)


def a_decision(home: arrange.House, **more: Any) -> Any:
    return arrange.decided(home, arrange.question(home), arrange.said(home), **more)


def test_it_works(home: arrange.House) -> None:
    page = read(home, a_decision(home, reasons="It works on Sundays.", could_not="Close the lounge: Sam lives here too."))
    for each in ("Decision D-", "It gets too loud.", "How should afternoons be?", "Jo decided, alone.", "Close the lounge", "Shaped it"):
        assert each in page
    assert page.index("It gets too loud.") < page.index("How should afternoons be?") < page.index("Jo decided, alone.")


def test_who_wrote_it_and_that_jo_is_not_told_yet(home: arrange.House) -> None:
    page = read(home, a_decision(home))
    assert "Ruth wrote it" in page and "Jo is not told yet." in page and "Tell Jo" in page


def test_telling(home: arrange.House) -> None:
    decision = a_decision(home)
    response = send(home, decision, "tell", by="tom", how="with photos", shown_back="on", reaction="right", reaction_words="Thumb up")
    assert response.url == reverse("decisions:decision", args=[decision.pk])
    page = read(home, decision)
    assert "with photos, by Tom. Jo said it or showed it back." in page and "Jo: yes, that is right" in page and "Thumb up" in page


def test_telling_comes_back_with_what_was_written(home: arrange.House) -> None:
    page = send(home, a_decision(home), "tell", how="with photos").content.decode()
    assert "with photos" in page and "Say how Jo took it." in page


def test_decided_again_with_a_reason_the_number_stays(home: arrange.House) -> None:
    voice = arrange.said(home)
    first = arrange.decided(home, arrange.question(home), voice)
    given = {"outcome": "A quieter afternoon, from 3", "basis": "own", f"effect-voice-{voice.pk}": "shaped"}
    assert "Say why it is decided again." in send(home, first, "again", **given).content.decode()
    send(home, first, "again", reason="2 was too early", **given)
    later = Decision.objects.get(amends=first)
    assert later.number == first.number
    assert "Version 2 of 2" in read(home, later) and "2 was too early" in read(home, later)
    old = read(home, first)
    assert "This version no longer stands" in old and "Version 1 of 2" in old


def test_again_begins_with_what_stands(home: arrange.House) -> None:
    page = arrange.signed_in(home.ruth).get(reverse("decisions:again", args=[a_decision(home).pk])).content.decode()
    assert 'value="A quieter afternoon"' in page and 'value="shaped" selected' in page


def test_what_changes_because_of_it(home: arrange.House) -> None:
    decision = a_decision(home)
    assert "Nothing in the plan yet." in read(home, decision)
    version = plan.begin(person=home.jo, kind="routine", title="Quiet afternoon", by=home.ruth)
    plan.publish(version=version, message="New", decision=decision, by=home.ruth)
    page = read(home, decision)
    assert reverse("thread:thread", args=[version.item_id]) in page and "Quiet afternoon, version 1" in page


def test_as_at_a_past_day(march: arrange.House, at: Any) -> None:
    with at("2026-03-03 10:00"):
        decision = a_decision(march)
    with at("2026-03-06 10:00"):
        actions.tell(decision=decision, how="with photos", reaction="right", by=march.amina)
        page = read(march, decision, query="?as_at=2026-03-04")
        assert "Jo is not told yet." in page and "Tell Jo" not in page and "Decide again" not in page
        assert "with photos" in read(march, decision)


def test_a_worker_sees_no_button_for_what_they_may_not_do(home: arrange.House) -> None:
    decision = a_decision(home)
    assert "Decide again with Jo" in read(home, decision)
    assert "Decide again with Jo" not in read(home, decision, by="tom")


def test_the_list(home: arrange.House) -> None:
    decision, open_one = a_decision(home), arrange.question(home, impact="high")
    page = arrange.signed_in(home.ruth).get(reverse("decisions:list", args=[home.jo.pk])).content.decode()
    assert f"{decision}: A quieter afternoon" in page and "Jo is not told yet" in page
    assert reverse("decisions:question", args=[open_one.pk]) in page and "Still to decide" in page


def test_a_question_stays_open_while_what_was_decided_takes_no_effect(home: arrange.House) -> None:
    asked = arrange.question(home)
    arrange.decided(home, asked, arrange.said(home), basis="relative")
    page = arrange.signed_in(home.ruth).get(reverse("decisions:list", args=[home.jo.pk])).content.decode()
    assert "Still to decide" in page and "Not valid: takes no effect" in page


@pytest.mark.parametrize("page", ["decision", "again", "tell"])
def test_another_homes_worker_finds_nothing(home: arrange.House, page: str) -> None:
    address = reverse(f"decisions:{page}", args=[a_decision(home).pk])
    assert arrange.signed_in(home.neighbour).get(address).status_code == 404


@pytest.mark.parametrize(("page", "status"), [("decision", 200), ("tell", 200), ("again", 403)])
def test_what_an_agency_worker_may(home: arrange.House, page: str, status: int) -> None:
    address = reverse(f"decisions:{page}", args=[a_decision(home).pk])
    assert arrange.signed_in(home.tom).get(address).status_code == status


@pytest.mark.parametrize("times", [1, 15])
def test_few_questions_to_the_database(home: arrange.House, times: int, django_assert_max_num_queries: Any) -> None:
    asked = arrange.question(home)
    decision = arrange.decided(home, asked, *(arrange.said(home, f"Words {n}") for n in range(times)))
    for n in range(times):
        actions.offer(question=asked, title=f"Option {n}", by=home.ruth)
        actions.tell(decision=decision, how="talk", reaction="right", by=home.amina)
    client = arrange.signed_in(home.ruth)
    for address in (reverse("decisions:decision", args=[decision.pk]), reverse("decisions:list", args=[home.jo.pk])):
        with django_assert_max_num_queries(17):
            client.get(address)


@pytest.mark.parametrize("moved", [False, True])
def test_words_that_were_taken_back_or_were_sams_are_not_said_again_as_jos(home: arrange.House, moved: bool) -> None:
    voice = arrange.said(home, "Lock the fridge.")
    decision = arrange.decided(home, arrange.question(home), voice)
    assert "Lock the fridge." in read(home, decision)
    if moved:
        agreements.move_voice(voice=voice, to=home.sam, reason="Sam said it.", by=home.ruth)
    else:
        agreements.take_back_voice(voice=voice, kind="withdrawn", by=home.ruth)
    shown = read(home, decision)
    assert "Lock the fridge." not in shown and "These words were taken back, or were not Jo’s." in shown
