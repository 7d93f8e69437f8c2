"""What happened with a plan item: counts, days, what was corrected, as at a past day; and notes."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.web import arrange

from throughline.practice import actions
from throughline.practice.models import DailyNote


@pytest.fixture
def version(home: arrange.House) -> Any:
    return arrange.routine(home)


def read(home: arrange.House, version: Any, by: str = "amina", **query: str) -> str:
    response = arrange.signed_in(getattr(home, by)).get(reverse("today:records", args=[version.item_id]), query)
    assert response.status_code == 200
    return response.content.decode()


def test_it_works(home: arrange.House, version: Any) -> None:
    for result in ("said_yes", "said_yes", "said_no", "not_offered", "different"):
        arrange.recorded(home, version, result)
    page = read(home, version)
    assert "Quiet afternoon: offered 4 of 5 times." in page
    assert "Jo said yes 2 times and no 1 time." in page and "It was done a different way 1 time." in page
    assert "Tuesday 19 May" in page and "All 5" in page


def test_what_was_corrected_or_undone_stays_struck_through(home: arrange.House, version: Any) -> None:
    record = arrange.recorded(home, version)
    actions.correct_routine(record=record, reason="Pressed the wrong one", by=home.amina, result="said_no")
    actions.undo_routine(record=arrange.recorded(home, version, "different"), by=home.amina)
    page = read(home, version)
    assert "offered 1 of 1 time." in page and "Pressed the wrong one" in page
    assert "<del>Offered. Jo said yes</del>" in page and "<del>Done a different way</del>" in page and "Undone by Amina" in page


def test_two_records_of_one_step_ask_whether_they_are_the_same(home: arrange.House, version: Any) -> None:
    arrange.recorded(home, version)
    arrange.recorded(home, version, by=home.tom)
    assert "Recorded twice, by Amina and Tom. Same one?" in read(home, version)


def test_one_result_and_many_pages(home: arrange.House, version: Any) -> None:
    for _ in range(26):
        arrange.recorded(home, version)
    arrange.recorded(home, version, "said_no")
    assert read(home, version, result="said_no").count("Offered. Jo said no</p>") == 1
    assert read(home, version, page="2").count("Offered. Jo said yes</p>") == 2
    assert "Page 2" in read(home, version) and read(home, version, page="99", result="nothing")


def test_as_at_a_past_day(home: arrange.House, version: Any, at: Any) -> None:
    record = arrange.recorded(home, version)
    with at("2026-05-21 09:00"):
        actions.correct_routine(record=record, reason="It was no", by=home.amina, result="said_no")
        page = read(home, version, as_at="2026-05-19")
        assert "Jo said yes 1 time and no 0 times." in page and "It was no" not in page
        assert "as it stood at the end of Tuesday 19 May" in page and "Open or correct" not in page


def test_another_homes_worker_finds_nothing(home: arrange.House, version: Any) -> None:
    for name, of in (("records", version.item_id), ("notes", home.jo.pk), ("note_new", home.jo.pk)):
        assert arrange.signed_in(home.neighbour).get(reverse(f"today:{name}", args=[of])).status_code == 404


@pytest.mark.parametrize("name", ["records", "notes"])
def test_statements_do_not_grow_with_the_history(home: arrange.House, version: Any, name: str) -> None:
    client = arrange.signed_in(home.ruth)

    def statements() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert client.get(reverse(f"today:{name}", args=[version.item_id if name == "records" else home.jo.pk])).status_code == 200
        return len(seen)

    def more() -> None:
        record = arrange.recorded(home, version)
        actions.correct_routine(record=record, reason="so", by=home.amina, result="said_no")
        note = actions.write_note(person=home.jo, text="A day.", item=version.item, by=home.amina)
        actions.correct_note(note=note, text="A good day.", reason="so", by=home.amina)

    more()
    few = statements()
    for _ in range(8):
        more()
    assert statements() == few <= 5 + 16  # the version with its parts


NOTE = {"text": "Jo sang in the kitchen.", "day_day": "19", "day_month": "5", "day_year": "2026", "item": ""}


def write(home: arrange.House, by: str = "amina", **given: str) -> Any:
    return arrange.signed_in(getattr(home, by)).post(reverse("today:note_new", args=[home.jo.pk]), NOTE | given)


def test_a_note_is_kept_undone_and_corrected(home: arrange.House, version: Any) -> None:
    client = arrange.signed_in(home.amina)
    page = client.get(write(home, item=str(version.item_id)).url).content.decode()
    note = DailyNote.objects.get()
    assert "Jo sang in the kitchen." in page and "Saved at 2pm" in page and note.item_id == version.item_id
    better = {"text": "Jo sang in the garden.", "reason": "It was the garden"}
    page = client.get(client.post(reverse("today:note_correct", args=[note.pk]), better).url).content.decode()
    assert "<del>Jo sang in the kitchen.</del>" in page and "It was the garden" in page
    client.post(reverse("today:note_undo", args=[DailyNote.objects.current().get().pk]))
    assert not DailyNote.objects.current().exists()


def test_a_word_that_we_do_not_use_is_saved_and_suggested_about_once(home: arrange.House) -> None:
    response = write(home, text="Jo refused lunch.")
    client = arrange.signed_in(home.amina)
    assert DailyNote.objects.get().text == "Jo refused lunch."
    assert "You wrote “refused”. We write: said no." in client.get(response.url).content.decode()
    assert "We write:" not in client.get(reverse("today:notes", args=[home.jo.pk])).content.decode()


def test_a_note_comes_back_with_what_was_written(home: arrange.House) -> None:
    page = write(home, day_day="20").content.decode()
    assert "This has not come yet." in page and "Jo sang in the kitchen." in page


def test_a_note_sent_twice_is_one(home: arrange.House) -> None:
    from throughline.base.ids import new_id

    sent = {"id": str(new_id())}
    assert write(home, **sent).url == write(home, **sent).url and DailyNote.objects.count() == 1


def say(home: arrange.House, version: Any, answer: str, by: str = "tom") -> str:
    """Recorded by Amina and by Tom; then one of them says whether it is the same one."""
    first = arrange.recorded(home, version)
    arrange.recorded(home, version, by=home.tom)
    client = arrange.signed_in(getattr(home, by))
    asked = client.get(reverse("today:twice", args=[first.pk])).content.decode()
    assert "Amina" in asked and "Tom" in asked
    client.post(reverse("today:twice", args=[first.pk]), {"answer": answer})
    return read(home, version)


def test_the_same_one_leaves_a_trace_and_counts_once(home: arrange.House, version: Any) -> None:
    page = say(home, version, "same")
    assert "Same one?" not in page and "offered 1 of 1 time" in page
    assert "Entered by mistake, says Tom: Written down twice" in page


def test_whoever_may_take_back_their_own_alone_takes_back_that(home: arrange.House, version: Any) -> None:
    page = say(home, version, "same", by="amina")
    assert "Entered by mistake, says Amina" in page and "offered 1 of 1 time" in page


def test_two_of_them_both_stay_and_nobody_is_asked_again(home: arrange.House, version: Any) -> None:
    page = say(home, version, "two")
    assert "Same one?" not in page and "offered 2 of 2 times" in page
