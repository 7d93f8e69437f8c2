"""An upset and an incident from a phone: kept through the form of their pages, with the phone's clock put right, once."""

from datetime import timedelta
from typing import Any

from tests.practice.test_upset import what_helps

from throughline.base import clock
from throughline.practice.models import Incident, Upset

from .phone import Phone


def times(phone: Phone, minutes: int = 12) -> dict[str, str]:
    """What the phone's clock said when it began, and when it was over just now."""
    now = clock.now() + phone.fast
    return {"started_at": (now - timedelta(minutes=minutes)).isoformat(), "ended_at": now.isoformat()}


def test_an_upset_is_kept_as_it_was_when_it_comes(phone: Phone, home: Any, at: Any) -> None:
    line = next(line for line in what_helps(home) if line.text == "Humming")
    over = clock.now()
    record = phone.writes("upset", **times(phone), fast=["noise", "crowd"], signs=str(line.pk), words="Too loud.", how_told="said")
    with at("2026-05-19 17:00"):
        assert phone.words(record, record) == ["new", "identical"]
    kept = Upset.objects.get()
    assert (str(kept.pk), kept.author, kept.fast) == (record["id"], home.amina, ["noise", "crowd"])
    assert (kept.occurred_at, kept.ended_at, kept.estimated) == (over - timedelta(minutes=12), over, False)
    assert (kept.voice.words, [each.line for each in kept.lines.all()]) == ("Too loud.", [line])


def test_its_times_are_put_right_by_how_far_the_phones_clock_is_off(phone: Phone) -> None:
    phone.fast, over = timedelta(hours=2), clock.now()
    assert phone.words(phone.writes("upset", **times(phone))) == ["new"]
    kept = Upset.objects.get()
    assert (kept.occurred_at, kept.ended_at) == (over - timedelta(minutes=12), over)


def test_its_words_are_finished_on_the_same_shift_before_the_first_were_sent(phone: Phone, at: Any) -> None:
    record = phone.writes("upset", **times(phone), fast=["noise"])
    with at("2026-05-19 20:00"):
        rest = phone.writes("upset_finish", record=record["id"], seen="Hummed.", intensity="2")
        assert phone.words(rest, record, rest) == ["new", "new", "identical"]
    first, last = Upset.objects.order_by("sequence")
    assert (last.amends_id, last.seen, last.intensity, last.fast) == (first.pk, "Hummed.", 2, ["noise"])
    assert (last.occurred_at, last.ended_at) == (first.occurred_at, first.ended_at)


def test_what_is_finished_too_late_needs_its_author(phone: Phone, at: Any) -> None:
    record = phone.writes("upset", **times(phone))
    with at("2026-05-20 03:00"):
        [_first, (answer, why)] = phone.answers(record, phone.writes("upset_finish", record=record["id"], seen="Hummed."))
    assert answer == "invalid" and "Correct it, with a reason" in why


def test_what_belongs_to_nothing_needs_its_author(phone: Phone) -> None:
    assert phone.words(phone.writes("upset_finish", record="tea", seen="Hummed.")) == ["invalid"]


def test_what_the_law_refuses_stays_on_the_phone_and_says_why(phone: Phone) -> None:
    [(answer, why)] = phone.answers(phone.writes("upset", **times(phone), restriction_used="on"))
    assert answer == "invalid" and "Write what was held" in why
    assert not Upset.objects.exists()


def test_an_incident_is_kept_through_its_form(phone: Phone, home: Any, at: Any) -> None:
    written = clock.now()
    record = phone.writes("incident", kind="fall", words="Ow.", how_told="said", seen="Jo fell.", done="Sat with Jo.")
    with at("2026-05-19 17:00"):
        assert phone.words(record, record) == ["new", "identical"]
    kept = Incident.objects.get()
    assert (kept.kind, kept.seen, kept.author, kept.occurred_at, kept.voice.words) == ("fall", "Jo fell.", home.amina, written, "Ow.")


def test_an_incident_that_is_not_whole_says_what_is_missing(phone: Phone) -> None:
    [(answer, why)] = phone.answers(phone.writes("incident", kind="fall", seen="Jo fell.", done=""))
    assert answer == "invalid" and "Write what was done at once." in why
