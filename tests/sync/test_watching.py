"""What a phone hands in crosses thresholds like anything else, and its answer says what to do; late, in any order, once."""

from datetime import timedelta
from typing import Any

from tests.practice.watching import BY_TEXT, NOES, TABLETS, followed
from tests.web import arrange

from throughline.base import clock
from throughline.practice.models import CheckIn, Crossing, MissedMedicine

from .phone import Phone

MEDICINE = {"what": "The evening tablet.", "why": "forgotten", "words": "Other bag.", "how_told": "said"}
CROSSED = [
    {
        "title": "Now: Ring the GP the same day.",
        "text": "Call: Ruth, then on call. This is agreed for: Missed medicine: 2 times within 7 days.",
    }
]


def crossed(phone: Phone, *records: dict[str, Any]) -> list[Any]:
    return [each["crossed"] for each in phone.hands_in(*records).json()["answers"]]


def test_the_answer_to_the_record_that_crosses_says_what_to_do(home: arrange.House, phone: Phone) -> None:
    followed(home, TABLETS)
    first, second = (phone.writes("missed_medicine", **MEDICINE) for _n in range(2))
    assert crossed(phone, first, second) == [[], CROSSED]
    assert phone.words(first, second) == ["identical", "identical"]
    assert (MissedMedicine.objects.count(), Crossing.objects.count()) == (2, 1)


def test_what_was_written_days_ago_crosses_where_it_happened(home: arrange.House, phone: Phone) -> None:
    followed(home, TABLETS)
    late = phone.writes("missed_medicine", **MEDICINE)
    with clock.at(clock.now() + timedelta(days=5)):
        assert crossed(phone, phone.writes("missed_medicine", **MEDICINE)) == [[]]
        assert crossed(phone, late) == [CROSSED]


def test_a_step_says_it_too(home: arrange.House, phone: Phone) -> None:
    version = followed(home, NOES | {"at_least": 1})
    told = {"step": str(version.steps.get().pk), "result": "said_no"}
    assert [each["title"] for each in crossed(phone, phone.writes("routine", **told))[0]] == ["Now: Ask Jo what has changed."]


def test_a_check_in_that_was_kept_without_signal(home: arrange.House, phone: Phone, at: Any) -> None:
    """Answered in time on the phone, handed in after its grace: it was not missed."""
    agreed = followed(home, check_ins=[BY_TEXT]).check_ins.get()
    due = clock.moment(clock.today(), 18)
    told = {"agreed": str(agreed.pk), "due": f"{due:%Y-%m-%dT%H:%M:%S%z}", "answer": "answered", "words": "All good.", "how_told": "wrote"}
    with at("2026-05-19 18:05"):
        record = phone.writes("check_in", **told)
    with at("2026-05-19 21:00"):
        assert phone.words(record) == ["new"]
    row = CheckIn.objects.get()
    assert (row.occurred_at, row.voice.words) == (clock.moment(clock.today(), 18, 5), "All good.")


def test_a_check_in_that_nobody_agreed_needs_its_author(home: arrange.House, phone: Phone) -> None:
    [(answer, why)] = phone.answers(phone.writes("check_in", agreed="?", due="2026-05-19T17:00:00+0000", answer="answered"))
    assert (answer, "No check-in was agreed" in why) == ("invalid", True)


def test_a_shift_takes_the_pages_along(home: arrange.House, phone: Phone) -> None:
    agreed = followed(home, check_ins=[BY_TEXT]).check_ins.get()
    pages = phone.browser.get("/sync/?along").json()["pages"]
    assert f"/p/{home.jo.pk}/check-in/{agreed.pk}/" in pages and f"/p/{home.jo.pk}/missed-medicine/new/" in pages
