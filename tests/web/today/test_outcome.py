"""The sheet of a step: one press saves, once; then how it was, why, and the person's words; undone and corrected."""

import re
from typing import Any

import pytest
from django.urls import reverse
from tests.web import arrange

from throughline.access.models import Reading
from throughline.conversations.models import Voice
from throughline.practice.models import RoutineRecord


@pytest.fixture
def version(home: arrange.House) -> Any:
    return arrange.routine(home, own_words=arrange.said(home))


def sheet(home: arrange.House, version: Any) -> str:
    return reverse("today:outcome", args=[home.jo.pk, version.steps.first().pk])


def hidden(page: str) -> dict[str, str]:
    return dict(re.findall(r'type="hidden" name="(id|day)" value="([^"]*)"', page))


def press(home: arrange.House, version: Any, result: str, by: str = "amina", **more: str) -> Any:
    client = arrange.signed_in(getattr(home, by))
    page = client.get(sheet(home, version)).content.decode()
    return client.post(sheet(home, version), hidden(page) | {"result": result} | more)


def standing() -> RoutineRecord:
    return RoutineRecord.objects.current().get()


def test_it_works(home: arrange.House, version: Any) -> None:
    client = arrange.signed_in(home.amina)
    page = client.get(sheet(home, version)).content.decode()
    assert "Offer Jo a break in the quiet room" in page and "“It gets too loud.”" in page
    assert all(answer in page for answer in ("Offered. Jo said yes", "Offered. Jo said no", "a different way", "Not offered. Say why"))
    response = press(home, version, "said_yes")
    assert response.url == reverse("today:recorded", args=[standing().pk])
    saved = client.get(response.url).content.decode()
    assert "Saved at 2pm" in saved and "Undo" in saved and "How was it for Jo?" in saved
    assert f"?p={home.jo.pk}" in saved


def test_pressed_twice_it_is_one_record(home: arrange.House, version: Any) -> None:
    client = arrange.signed_in(home.amina)
    given = hidden(client.get(sheet(home, version)).content.decode()) | {"result": "said_yes"}
    first, second = (client.post(sheet(home, version), given) for _ in range(2))
    assert first.url == second.url and RoutineRecord.objects.count() == 1


def test_another_answer_from_the_same_sheet_is_said_and_loses_nothing(home: arrange.House, version: Any) -> None:
    client = arrange.signed_in(home.amina)
    given = hidden(client.get(sheet(home, version)).content.decode())
    client.post(sheet(home, version), given | {"result": "said_yes"})
    page = client.post(sheet(home, version), given | {"result": "said_no"}).content.decode()
    assert "You kept this already." in page and "<title>Error:" in page
    assert standing().result == "said_yes" and hidden(page)["id"] != given["id"]


def test_what_jo_says_as_it_happens_is_kept_with_the_same_press_and_once(home: arrange.House, version: Any) -> None:
    client = arrange.signed_in(home.amina)
    given = hidden(client.get(sheet(home, version)).content.decode()) | {"result": "said_yes", "words": "Nice and quiet."}
    first, second = (client.post(sheet(home, version), given) for _ in range(2))
    assert first.url == second.url and "“Nice and quiet.”" in client.get(first.url).content.decode()
    voice = Voice.objects.get(words="Nice and quiet.")
    assert standing().voice == voice and (voice.how_told, voice.author) == ("said", home.amina)
    other = client.post(sheet(home, version), given | {"words": "Nice, and I want more."}).content.decode()
    assert "You kept this already." in other and "Nice, and I want more." in other


@pytest.mark.parametrize(
    ("result", "reason", "said"),
    [("not_offered", "asleep", "Jo was asleep"), ("different", "other_place", "In another place")],
)
def test_two_answers_ask_why_with_one_more_press(home: arrange.House, version: Any, result: str, reason: str, said: str) -> None:
    response = press(home, version, result)
    assert standing().result == result, "saved before it is asked"
    client = arrange.signed_in(home.amina)
    page = client.get(response.url).content.decode()
    assert said in page and page.count('name="why_not"') == 4
    saved = client.post(response.url, {"what": "why", "why_not": reason})
    assert standing().why_not == reason and said in client.get(saved.url).content.decode()


def test_why_in_a_few_words(home: arrange.House, version: Any) -> None:
    response = press(home, version, "not_offered")
    client = arrange.signed_in(home.amina)
    empty = client.post(response.url, {"what": "why", "note": " "})
    assert "it is saved already" in empty.content.decode()
    client.post(response.url, {"what": "why", "note": "The lift was broken."})
    assert (standing().why_not, standing().note) == ("other", "The lift was broken.")


def add(home: arrange.House, record: Any, by: str = "amina", **given: str) -> Any:
    return arrange.signed_in(getattr(home, by)).post(reverse("today:add", args=[record.pk]), given)


def test_how_it_was_with_one_press(home: arrange.House, version: Any) -> None:
    record = arrange.recorded(home, version)
    for _ in range(2):
        response = add(home, record, what="feeling", feeling="not-good")
    assert (standing().feeling, RoutineRecord.objects.count()) == ("not_good", 2)
    assert "Not good for Jo" in arrange.signed_in(home.amina).get(response.url).content.decode()


def test_the_persons_own_words_are_kept_as_a_voice(home: arrange.House, version: Any) -> None:
    record, client = arrange.recorded(home, version), arrange.signed_in(home.amina)
    page = client.get(reverse("today:add", args=[record.pk]), {"what": "words"}).content.decode()
    given = {"what": "words", "id": hidden(page)["id"], "words": "Nice and quiet.", "how_told": "said"}
    for _ in range(2):
        response = add(home, record, **given)
    assert Voice.objects.filter(words="Nice and quiet.").count() == 1
    assert "“Nice and quiet.”" in client.get(response.url).content.decode()
    back = add(home, record, **given | {"words": "Nice, and I want more."}).content.decode()
    assert "You kept this already." in back and "Nice, and I want more." in back


def test_what_was_written_comes_back_when_it_cannot_be_kept(home: arrange.House, version: Any, at: Any) -> None:
    record = arrange.recorded(home, version)
    with at("2026-05-19 14:20"):
        page = add(home, record, what="saw", note="Jo hummed all the way.").content.decode()
    assert "more than 10 minutes ago" in page and "Jo hummed all the way." in page
    assert "Write what Jo said." in add(home, record, what="words", words="", how_told="said").content.decode()


def test_a_sheet_that_does_not_exist_is_not_there(home: arrange.House, version: Any) -> None:
    record = arrange.recorded(home, version)
    assert arrange.signed_in(home.amina).get(reverse("today:add", args=[record.pk]), {"what": "everything"}).status_code == 404


def test_undo_from_the_page(home: arrange.House, version: Any) -> None:
    record, client = arrange.recorded(home, version), arrange.signed_in(home.amina)
    address = reverse("today:undo", args=[record.pk])
    assert client.get(address).status_code == 302 and standing().pk == record.pk, "looking undoes nothing"
    page = client.get(client.post(address).url).content.decode()
    assert "Undone. It is not counted" in page and "Record it again" in page
    assert not RoutineRecord.objects.current().exists()


def test_too_late_to_undo_says_what_to_do(home: arrange.House, version: Any, at: Any) -> None:
    record, client = arrange.recorded(home, version), arrange.signed_in(home.amina)
    with at("2026-05-19 14:20"):
        response = client.post(reverse("today:undo", args=[record.pk]))
        assert response.status_code == 403 and "Correct it, with a reason" in response.content.decode()
        page = client.get(reverse("today:recorded", args=[record.pk])).content.decode()
    assert reverse("today:correct", args=[record.pk]) in page and "Undo" not in page


def test_the_first_words_stay_struck_through(home: arrange.House, version: Any) -> None:
    record, client = arrange.recorded(home, version), arrange.signed_in(home.amina)
    address = reverse("today:correct", args=[record.pk])
    assert "Say why you correct it." in client.post(address, {"result": "said_no", "note": ""}).content.decode()
    response = client.post(address, {"result": "said_no", "note": "Hands up.", "reason": "Pressed the wrong one"})
    page = client.get(response.url).content.decode()
    assert "<del>Offered. Jo said yes</del>" in page and "Pressed the wrong one" in page and standing().note == "Hands up."


def test_a_record_that_should_not_be_there(home: arrange.House, version: Any) -> None:
    record, client = arrange.recorded(home, version), arrange.signed_in(home.amina)
    given = {"result": "said_yes", "note": "", "reason": "Tom had it already", "mistake": "on"}
    response = client.post(reverse("today:correct", args=[record.pk]), given)
    assert "Entered by mistake. It is not counted" in client.get(response.url).content.decode()


@pytest.mark.parametrize("name", ["recorded", "undo", "add", "correct"])
def test_another_homes_worker_finds_nothing(home: arrange.House, version: Any, name: str) -> None:
    record = arrange.recorded(home, version)
    assert arrange.signed_in(home.neighbour).get(reverse(f"today:{name}", args=[record.pk]), {"what": "saw"}).status_code == 404
    assert press(home, version, "said_yes", by="neighbour").status_code == 404
    assert Reading.objects.count() == 0


def test_an_agency_worker_records(home: arrange.House, version: Any) -> None:
    assert press(home, version, "said_yes", by="tom").status_code == 302
    assert standing().author == home.tom


def test_nobody_records_against_a_draft(home: arrange.House) -> None:
    draft = arrange.routine(home, publish=False)
    assert press(home, draft, "said_yes").status_code == 404


def test_yesterday_can_be_written_and_no_other_day(home: arrange.House, version: Any) -> None:
    client = arrange.signed_in(home.amina)
    page = client.get(sheet(home, version), {"day": "2026-05-18"}).content.decode()
    assert "What happened on Monday 18 May?" in page
    client.post(sheet(home, version), hidden(page) | {"result": "said_yes"})
    assert str(standing().day) == "2026-05-18"
    page = client.post(sheet(home, version), {"day": "2026-05-12", "result": "said_yes"}).content.decode()
    assert "This sheet is of another day." in page


def test_opening_a_record_is_a_reading(home: arrange.House, version: Any) -> None:
    record = arrange.recorded(home, version)
    arrange.signed_in(home.ruth).get(reverse("today:recorded", args=[record.pk]))
    assert [(each.page, each.about_id, each.user_id) for each in Reading.objects.all()] == [("today:recorded", record.pk, home.ruth.pk)]
