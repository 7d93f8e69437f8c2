"""On each page that shows it: the way to say that something was entered by mistake, for whoever may; and what the page says after that."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from tests.decisions.test_disagreement import mums, opened
from tests.decisions.test_for_somebody import assess
from tests.decisions.test_liberty import reviewed
from tests.decisions.test_safeguarding import raised, referred
from tests.decisions.test_taking_back import authorised, objected, told
from tests.web import arrange

from throughline.agreements import actions as agreements
from throughline.base import clock
from throughline.decisions import actions as decisions
from throughline.practice import actions as practice
from throughline.reviews import actions as reviews

WHY = "It was Sam’s, not Jo’s."


@pytest.fixture
def home(db: None) -> arrange.House:
    return arrange.house()


@dataclass(frozen=True)
class Place:
    """What is made, the page on which it can be taken back, where that is done, and under which short name."""

    make: Callable[[arrange.House], Any]
    page: Callable[[Any], str]
    place: str
    table: str

    def address(self, row: Any) -> str:
        return reverse(self.place, args=[row.person_id, self.table, row.pk])


def on(name: str, key: str = "pk") -> Callable[[Any], str]:
    return lambda row: reverse(name, args=[getattr(row, key)])


def answered(home: arrange.House) -> Any:
    response = reviews.respond(voice=arrange.said(home, wish="request"), state="done", what="A quiet room.", by=home.ruth)
    return reviews.tell(response=response, how="A talk", by=home.amina)


def looked_again(home: arrange.House) -> Any:
    told: dict[str, Any] = {
        "kind": "planned",
        "took_part": "not_offered",
        "no_part_because": "Jo was away.",
        "verdict": "keep",
        "because": "It works.",
    }
    told["look_again_on"] = clock.today() + timedelta(days=90)
    return reviews.look_again(item=arrange.routine(home).item, by=home.ruth, **told)


def met(home: arrange.House) -> Any:
    return decisions.meet_condition(condition=authorised(home).conditions.get(), evidence="A walk", by=home.ruth)


PLACES = {
    "question": Place(arrange.question, on("decisions:question"), "decisions:mistake", "question"),
    "decision": Place(
        lambda home: arrange.decided(home, arrange.question(home), arrange.said(home)),
        on("decisions:decision"),
        "decisions:mistake",
        "decision",
    ),
    "that Jo was told": Place(told, on("decisions:decision", "decision_id"), "decisions:mistake", "told"),
    "assessment": Place(lambda home: assess(home, arrange.question(home)), on("capacity:assessment"), "capacity:mistake", "assessment"),
    "liberty review": Place(reviewed, on("liberty:review"), "liberty:mistake", "review"),
    "objection": Place(objected, on("liberty:list", "person_id"), "liberty:mistake", "objection"),
    "authorisation": Place(authorised, on("liberty:list", "person_id"), "liberty:mistake", "authorisation"),
    "condition met": Place(met, on("liberty:list", "person_id"), "liberty:mistake", "met"),
    "disagreement": Place(opened, on("disagreements:one"), "disagreements:mistake", "disagreement"),
    "position": Place(
        lambda home: mums(home, opened(home)), on("disagreements:one", "disagreement_id"), "disagreements:mistake", "position"
    ),
    "concern": Place(raised, on("safeguarding:one"), "safeguarding:mistake", "concern"),
    "concern step": Place(lambda home: referred(home, raised(home)), on("safeguarding:one", "concern_id"), "safeguarding:mistake", "step"),
    "an answer that Jo was told": Place(answered, on("reviews:said_did", "person_id"), "reviews:mistake", "told"),
    "review": Place(looked_again, on("thread:thread", "item_id"), "reviews:mistake", "review"),
}


def says_which(page: str) -> bool:
    """The page that asks says what it would take back, in words and not in the codes of the record."""
    intro = re.search(r'<p class="lead">(.*?)</p>', page, re.S)
    return intro is not None and bool(intro[1].strip()) and not re.search(r"[0-9a-f]{8}-[0-9a-f]{4}-|[a-z]_[a-z]", intro[1])


@pytest.mark.parametrize("what", PLACES)
def test_the_manager_takes_it_back_where_it_is_shown(home: arrange.House, what: str) -> None:
    place = PLACES[what]
    row, ruth = place.make(home), arrange.signed_in(home.ruth)
    page, address = place.page(row), place.address(row)
    assert ruth.get(page).content.decode().count(f'href="{address}"') == 1
    asks = ruth.get(address).content.decode()
    assert "entered by mistake" in asks and says_which(asks)
    assert ruth.post(address, {"reason": ""}).status_code == 200
    assert type(row).objects.current().filter(pk=row.pk).exists()
    assert ruth.post(address, {"reason": WHY}).status_code == 302
    assert not type(row).objects.current().filter(pk=row.pk).exists()
    assert f'href="{address}"' not in ruth.get(page).content.decode()


@pytest.mark.parametrize("what", ["question", "decision", "assessment", "liberty review", "authorisation", "review"])
def test_a_worker_sees_no_way_to_and_has_none(home: arrange.House, what: str) -> None:
    place = PLACES[what]
    row, amina = place.make(home), arrange.signed_in(home.amina)
    assert f'href="{place.address(row)}"' not in amina.get(place.page(row)).content.decode()
    assert amina.post(place.address(row), {"reason": WHY}).status_code == 403
    assert type(row).objects.current().filter(pk=row.pk).exists()


def test_a_concern_is_not_there_for_a_worker(home: arrange.House) -> None:
    place = PLACES["concern"]
    row = place.make(home)
    assert arrange.signed_in(home.tom).post(place.address(row), {"reason": WHY}).status_code == 404


@pytest.mark.parametrize("what", ["question", "decision", "assessment", "liberty review", "disagreement", "concern"])
def test_its_own_page_says_first_that_it_was_taken_back_by_whom_and_why(home: arrange.House, what: str) -> None:
    place = PLACES[what]
    row, ruth = place.make(home), arrange.signed_in(home.ruth)
    ruth.post(place.address(row), {"reason": WHY})
    page = ruth.get(place.page(row)).content.decode()
    assert "Entered by mistake. Taken back by Ruth" in page
    assert WHY in page


@pytest.mark.parametrize("what", ["objection", "authorisation", "position", "concern step"])
def test_the_page_on_which_it_stood_says_what_was_taken_back(home: arrange.House, what: str) -> None:
    place = PLACES[what]
    row, ruth = place.make(home), arrange.signed_in(home.ruth)
    ruth.post(place.address(row), {"reason": WHY})
    page = ruth.get(place.page(row)).content.decode()
    assert "Entered by mistake, and taken back" in page
    assert WHY in page


def test_another_table_or_somebody_elses_row_is_not_there(home: arrange.House) -> None:
    row, ruth = objected(home), arrange.signed_in(home.ruth)
    assert ruth.get(reverse("liberty:mistake", args=[home.jo.pk, "tea", row.pk])).status_code == 404
    assert ruth.get(reverse("liberty:mistake", args=[home.sam.pk, "objection", row.pk])).status_code == 404


def test_a_note_on_the_wrong_page_is_taken_back_from_where_it_is_corrected(home: arrange.House) -> None:
    note, amina = practice.write_note(person=home.jo, text="A bath.", by=home.amina), arrange.signed_in(home.amina)
    address = reverse("today:note_mistake", args=[note.pk])
    assert address in amina.get(reverse("today:note_correct", args=[note.pk])).content.decode()
    amina.post(address, {"reason": WHY})
    assert "A bath." not in amina.get(reverse("today:notes", args=[home.jo.pk])).content.decode()
    assert arrange.signed_in(home.tom).post(address, {"reason": WHY}).status_code == 403


def test_something_that_was_not_told_after_all_is_taken_back(home: arrange.House) -> None:
    priya = arrange.mum(home)
    row = agreements.disclose(person=home.jo, contact=priya, topics=["health"], what="A cold", purpose="She asked", by=home.amina)
    amina, page = arrange.signed_in(home.amina), reverse("sharing:told_one", args=[row.pk])
    address = reverse("agreements:mistake", args=[home.jo.pk, "told", row.pk])
    assert address in amina.get(page).content.decode()
    assert amina.post(address, {"reason": "It was Sam’s mum."}).url == reverse("sharing:page", args=[home.jo.pk])
    assert "Taken back by Amina" in amina.get(page).content.decode()
