"""A question: put, talked about, with its options and what is still needed."""

from typing import Any

import pytest
from django.urls import reverse
from tests.web import arrange

from throughline.access import actions as access
from throughline.base.errors import Invalid
from throughline.decisions import actions as decisions
from throughline.decisions.models import Option, Question, TalkedAbout

GIVEN = {"text": "How should afternoons be?", "area": "daily_care", "impact": "low"}


def ask(home: arrange.House, by: str = "ruth", query: str = "", **given: Any) -> Any:
    return arrange.signed_in(getattr(home, by)).post(reverse("decisions:question_new", args=[home.jo.pk]) + query, GIVEN | given)


def read(home: arrange.House, asked: Any, by: str = "ruth", page: str = "question") -> str:
    return arrange.signed_in(getattr(home, by)).get(reverse(f"decisions:{page}", args=[asked.pk])).content.decode()


def test_it_works(home: arrange.House) -> None:
    response = ask(home)
    asked = Question.objects.get()
    assert response.url == reverse("decisions:question", args=[asked.pk])
    assert "How should afternoons be?" in read(home, asked)


def test_put_from_a_meeting_it_was_talked_about_there(home: arrange.House) -> None:
    held = arrange.meeting(home)
    ask(home, query=f"?conversation={held.pk}")
    assert TalkedAbout.objects.get().conversation == held


def test_weight_follows_impact(home: arrange.House) -> None:
    assert ask(home, by="amina", impact="low").status_code == 302
    page = ask(home, by="amina", impact="high").content.decode()
    assert "Your role does not let you write down decisions of any impact" in page and "How should afternoons be?" in page


def test_what_is_still_needed(home: arrange.House) -> None:
    page = read(home, arrange.question(home, impact="high"))
    for each in ("Nothing from Jo yet.", "It was not talked about with Jo yet", "At least two options"):
        assert each in page
    arrange.said(home)
    assert "At least two options" not in read(home, arrange.question(home))


def test_options_with_what_is_for_and_against_and_how_jo_took_it(home: arrange.House) -> None:
    asked = arrange.question(home)
    given = {
        "title": "Quiet room",
        "benefits": "Jo sleeps\nIt is near",
        "risks": "May miss the group",
        "how_shown": "a photo",
        "reaction": "picked",
    }
    response = arrange.signed_in(home.ruth).post(reverse("decisions:option_new", args=[asked.pk]), given)
    assert response.url == reverse("decisions:question", args=[asked.pk])
    page = read(home, asked)
    for each in ("Quiet room", "Jo sleeps", "It is near", "May miss the group", "Jo picked this", "Shown: a photo."):
        assert each in page


def test_options_stand_from_what_limits_least_to_what_limits_most(home: arrange.House) -> None:
    """Each with how much it does, in words; what nobody said so of comes last."""
    asked = arrange.question(home)
    for title, limits in (("Held still", 4), ("Not said", None), ("The dentist comes home", 0), ("With the door shut", 2)):
        decisions.offer(question=asked, title=title, limits=limits, by=home.ruth)
    page = read(home, asked)
    said = (
        "The dentist comes home",
        "It limits nothing",
        "With the door shut",
        "It limits something that matters to Jo",
        "Held still",
        "It limits most of what Jo can do",
    )
    assert [each for each in said if each not in page] == []
    places = [page.index(each) for each in (*said, "Not said")]
    assert places == sorted(places)


def test_an_option_comes_back_with_what_was_written(home: arrange.House) -> None:
    address = reverse("decisions:option_new", args=[arrange.question(home).pk])
    page = arrange.signed_in(home.ruth).post(address, {"title": "", "risks": "May miss the group"}).content.decode()
    assert "Write the option." in page and "May miss the group" in page
    assert not Option.objects.exists()


def test_say_where_it_was_talked_about(home: arrange.House) -> None:
    asked, held = arrange.question(home), arrange.meeting(home)
    address = reverse("decisions:talked", args=[asked.pk])
    client = arrange.signed_in(home.ruth)
    assert "Choose the meeting or talk." in client.post(address, {"conversation": ""}).content.decode()
    client.post(address, {"conversation": str(held.pk)})
    assert "Jo’s meeting" in read(home, asked)
    assert "Jo’s meeting" not in read(home, asked, page="talked")


def test_what_the_law_lets_nobody_decide_for_another(home: arrange.House) -> None:
    asked = arrange.question(home, excluded_class="marriage")
    assert "the law lets nobody decide this for somebody else" in read(home, asked)


@pytest.mark.parametrize("page", ["question", "option_new", "talked"])
def test_another_homes_worker_finds_nothing(home: arrange.House, page: str) -> None:
    address = reverse(f"decisions:{page}", args=[arrange.question(home).pk])
    assert arrange.signed_in(home.neighbour).get(address).status_code == 404


@pytest.mark.parametrize(("page", "status"), [("question", 200), ("option_new", 403), ("talked", 403)])
def test_what_an_agency_worker_may(home: arrange.House, page: str, status: int) -> None:
    address = reverse(f"decisions:{page}", args=[arrange.question(home).pk])
    assert arrange.signed_in(home.tom).get(address).status_code == status


def test_few_questions_to_the_database(home: arrange.House, django_assert_max_num_queries: Any) -> None:
    asked, client = arrange.question(home), arrange.signed_in(home.ruth)
    with django_assert_max_num_queries(17):
        client.get(reverse("decisions:question", args=[asked.pk]))


def test_a_question_of_sharing_names_whom_and_what(home: arrange.House) -> None:
    """So that what is decided opens that to them, and nothing else to anybody else."""
    priya = arrange.mum(home)
    ask(home, area="sharing", contact=priya.pk, shares=["health", "money"])
    asked = Question.objects.get()
    assert (asked.contact, sorted(asked.shares)) == (priya, ["health", "money"])
    page = read(home, asked)
    assert "About Priya, mum, and what they would know about: health, money" in page


def test_somebody_elses_people_are_not_named(home: arrange.House) -> None:
    other = access.add_contact(person=home.sam, name="Gwen", kind="circle", relationship="sister", by=home.ruth)
    with pytest.raises(Invalid):
        decisions.ask(person=home.jo, text="x", area="sharing", impact="low", contact=other, by=home.ruth)
    with pytest.raises(Invalid):
        decisions.ask(person=home.jo, text="x", area="sharing", impact="low", shares=["everything"], by=home.ruth)
