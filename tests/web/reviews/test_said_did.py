"""You said, we did: what waits, what was done, and whether it is right."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.web import arrange

from throughline.base.ids import new_id
from throughline.conversations.models import Voice
from throughline.reviews import actions
from throughline.reviews.models import Check, Response, Told


@pytest.fixture
def voice(home: arrange.House) -> Any:
    return arrange.said(home, "Too loud at dinner.", wish="change")


def read(home: arrange.House, by: str = "ruth", **query: str) -> str:
    response = arrange.signed_in(getattr(home, by)).get(reverse("reviews:said_did", args=[home.jo.pk]), query)
    assert response.status_code == 200
    return response.content.decode()


def answered(home: arrange.House, voice: Any, state: str = "done", what: str = "Dinner is in the small room.", **more: Any) -> Response:
    return actions.respond(voice=voice, state=state, what=what, by=home.ruth, **more)


def test_it_works(home: arrange.House, voice: Any, at: Any) -> None:
    with at("2026-05-25 14:00"):
        page = read(home)
        assert "“Too loud at dinner.”" in page and "Waiting 6 days" in page and "An answer is due by 3 June." in page
        assert reverse("reviews:respond", args=[voice.pk]) in page and page.count("button-main") == 1
        response = answered(home, voice, item=arrange.routine(home).item)
        page = read(home)
        assert "Done, 25 May" in page and "Jo has not been told yet." in page and "See the thread: quiet afternoon" in page
        actions.tell(response=response, how="with photos", by=home.amina)
        assert "Not asked yet whether it is right." in read(home)
        actions.check(response=response, right="yes", words="Better.", how_told="said", by=home.amina)
        assert "“Better.”" in read(home) and "Jo says it is right, 25 May." in read(home)


def test_what_was_promised_by_when_and_by_whom(home: arrange.House, voice: Any) -> None:
    answered(home, voice, "waiting", "We ask the others first.", by_day=date(2026, 5, 22))
    page = read(home)
    assert "Waiting since today" in page and "Ruth will answer by 22 May." in page and "Answer Jo" in page


def test_chips_count_and_choose(home: arrange.House, voice: Any) -> None:
    answered(home, arrange.said(home, "I want a cat.", wish="request"), "could_not", "Sam is allergic. We look at a cat café.")
    arrange.said(home, "I like tea.", wish="preference")
    page = read(home)
    assert all(chip in page for chip in ("All 2", "Waiting 1", "Doing 0", "Done 0", "Could not 1")) and "I like tea." not in page
    chosen = read(home, state="could_not")
    assert "I want a cat." in chosen and "Too loud at dinner." not in chosen
    assert "Nothing stands here now." in read(home, state="doing")


def test_an_answer_told_before_does_not_count_for_a_new_one(home: arrange.House, voice: Any) -> None:
    actions.tell(response=answered(home, voice, "doing", "We try the small room."), how="at tea", by=home.amina)
    answered(home, voice)
    assert "Jo has not been told yet." in read(home)


def test_who_may_do_what(home: arrange.House, voice: Any) -> None:
    assert "Answer Jo" not in read(home, by="amina")
    response = answered(home, voice)
    assert reverse("reviews:told", args=[response.pk]) in read(home, by="amina")
    assert arrange.signed_in(home.amina).get(reverse("reviews:respond", args=[voice.pk])).status_code == 403


def test_another_homes_worker_finds_nothing(home: arrange.House, voice: Any) -> None:
    response = answered(home, voice)
    item = arrange.routine(home).item
    addresses = [("said_did", home.jo.pk), ("respond", voice.pk), ("told", response.pk), ("check", response.pk), ("review_new", item.pk)]
    for name, of in addresses:
        assert arrange.signed_in(home.neighbour).get(reverse(f"reviews:{name}", args=[of])).status_code == 404, name


def test_as_at_a_past_day_nothing_can_be_changed(home: arrange.House, voice: Any, at: Any) -> None:
    with at("2026-05-25 14:00"):
        answered(home, voice)
        page = read(home, as_at="2026-05-20")
    assert "Waiting 1 day" in page and "Dinner is in the small room." not in page and "Answer Jo" not in page


def test_easy_read_is_one_answer_a_page_and_asks_nothing_while_it_waits(home: arrange.House, voice: Any) -> None:
    answered(home, arrange.said(home, "I want a cat.", wish="request"), "could_not", "Sam is allergic.")
    page = read(home, print="easy")
    assert page.count("<article") == 2 and page.count("Is it right?") == 1
    assert "We have to answer you by Wednesday 3 June." in page and "We could not do this. This is why." in page


def test_a_late_answer_says_sorry_in_easy_read(home: arrange.House, voice: Any, at: Any) -> None:
    with at("2026-06-10 14:00"):
        assert "We are late with our answer. We are sorry." in read(home, print="easy")
        assert "An answer was due by 3 June." in read(home)


def test_statements_do_not_grow(home: arrange.House, voice: Any) -> None:
    client = arrange.signed_in(home.ruth)

    def statements() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert client.get(reverse("reviews:said_did", args=[home.jo.pk])).status_code == 200
        return len(seen)

    def more(said: Any) -> None:
        response = answered(home, said, item=arrange.routine(home).item)
        actions.tell(response=response, how="at tea", by=home.amina)
        actions.check(response=response, right="no", words="No.", how_told="said", by=home.amina)

    more(voice)
    few = statements()
    for _ in range(6):
        more(arrange.said(home, "Again.", wish="request"))
        arrange.said(home, "And this.", wish="concern")
    assert statements() == few <= 5 + 12


def post(home: arrange.House, name: str, of: Any, by: str = "ruth", **given: str) -> Any:
    return arrange.signed_in(getattr(home, by)).post(reverse(f"reviews:{name}", args=[of]), given)


def test_answer_tell_and_ask_through_the_pages_once_each(home: arrange.House, voice: Any) -> None:
    ids = [str(new_id()) for _ in range(3)]
    for _ in range(2):
        assert post(home, "respond", voice.pk, id=ids[0], state="done", what="Dinner is in the small room.", item="").status_code == 302
        response = Response.objects.get()
        assert post(home, "told", response.pk, by="amina", id=ids[1], how="with photos").status_code == 302
        given = {"id": ids[2], "right": "yes", "words": "Better.", "how_told": "said", "what_next": ""}
        assert post(home, "check", response.pk, by="amina", **given).status_code == 302
    assert (Told.objects.count(), Check.objects.count(), Voice.objects.filter(words="Better.").count()) == (1, 1, 1)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"state": "done", "what": "noted"}, "Say what we do, or why we could not"),
        ({"state": "waiting", "what": "We ask the others first."}, "Say by which day"),
        ({"what": "Dinner is in the small room."}, "Choose one."),
    ],
)
def test_an_answer_comes_back_with_what_was_written(home: arrange.House, voice: Any, given: dict[str, str], said: str) -> None:
    page = post(home, "respond", voice.pk, item="", **given).content.decode()
    assert said in page and given["what"] in page and not Response.objects.exists()


def test_the_form_of_an_answer_starts_from_what_stands(home: arrange.House, voice: Any) -> None:
    page = arrange.signed_in(home.ruth).get(reverse("reviews:respond", args=[voice.pk])).content.decode()
    assert 'value="3"' in page and 'value="6"' in page and "“Too loud at dinner.”" in page
    answered(home, voice, "doing", "We try the small room.")
    assert "We try the small room." in arrange.signed_in(home.ruth).get(reverse("reviews:respond", args=[voice.pk])).content.decode()
