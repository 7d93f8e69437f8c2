"""Records of a phone: each is answered, kept once, in the order of the phone's counter, with its clock beside ours."""

from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from tests.web import arrange

from throughline.access.models import Reading
from throughline.base import clock
from throughline.conversations.models import Voice
from throughline.practice.models import DailyNote, RoutineRecord, Tally

from .phone import DOOR, Phone

LATER = timedelta(hours=3)


def test_what_was_written_without_signal_is_kept_as_it_was_when_it_comes(phone: Phone, version: Any) -> None:
    written_at, record = clock.now(), phone.says_yes(version)
    with clock.at(written_at + LATER):
        assert phone.words(record) == ["new"]
    kept = RoutineRecord.objects.get()
    assert str(kept.pk) == record["id"] and kept.result == "said_yes" and kept.author == phone.worker
    assert kept.occurred_at == kept.recorded_at == written_at and kept.received_at == written_at + LATER
    assert (kept.device, kept.device_counter) == (phone.id, 1)


def test_sent_twice_it_is_one_record_counted_once(phone: Phone, version: Any) -> None:
    record = phone.says_yes(version)
    assert phone.words(record) == ["new"]
    assert phone.words(record) == ["identical"]
    assert RoutineRecord.objects.count() == 1
    assert Tally.objects.get().count == 1


def test_other_words_under_the_same_number_are_never_taken_for_those_that_are_kept(phone: Phone) -> None:
    """Law 7: "identical" lets the phone let go of them."""
    said = {"how_told": "said", "wish": "telling", "audience": "team", "how_helped": "alone"}
    first = phone.writes("voice", words="It gets too loud.", **said)
    other = first | {"fields": said | {"words": "I want to go out."}}
    assert phone.words(first, first) == ["new", "identical"]
    assert phone.words(other) == ["invalid"]
    assert phone.words(first) == ["identical"]
    assert Voice.objects.get().words == "It gets too loud."


def test_the_order_is_the_phones_own_however_they_are_handed_in(phone: Phone, version: Any) -> None:
    record = phone.says_yes(version)
    feeling = phone.writes("routine_add", record=record["id"], feeling="good")
    undone = phone.writes("routine_undo", record=record["id"])
    assert phone.words(undone, feeling, record) == ["new", "new", "new"]
    rows = list(RoutineRecord.objects.order_by("sequence"))
    assert [row.amendment for row in rows] == ["", "corrected", "undone"]
    assert [row.device_counter for row in rows] == [1, 2, 3]
    assert rows[1].feeling == "good" and not RoutineRecord.objects.current().exists()
    assert phone.words(record, feeling, undone) == ["identical"] * 3


def test_what_jo_said_comes_with_the_record_and_is_kept_once(phone: Phone, version: Any) -> None:
    record = phone.says_yes(version, words="Nice and quiet.")
    assert [phone.words(record) for _ in range(2)] == [["new"], ["identical"]]
    kept, voice = RoutineRecord.objects.get(), Voice.objects.get()
    assert kept.voice == voice and (voice.words, voice.occurred_at) == ("Nice and quiet.", kept.occurred_at)


def test_undone_within_ten_minutes_on_the_phone_is_undone_although_the_first_was_sent_long_ago(phone: Phone, version: Any, at: Any) -> None:
    record = phone.says_yes(version)
    assert phone.words(record) == ["new"]
    with at("2026-05-19 14:05"):
        undone = phone.writes("routine_undo", record=record["id"])
    with at("2026-05-19 18:00"):
        assert phone.words(undone) == ["new"]
    assert not RoutineRecord.objects.current().exists()


def test_undone_after_more_than_ten_minutes_is_not(phone: Phone, version: Any, at: Any) -> None:
    record = phone.says_yes(version)
    with at("2026-05-19 14:11"):
        answers = phone.answers(record, phone.writes("routine_undo", record=record["id"]))
    assert [answer for answer, _why in answers] == ["new", "invalid"]
    assert "more than 10 minutes ago" in answers[1][1]


def test_the_phones_clock_stands_beside_ours(phone: Phone, version: Any) -> None:
    """Two hours fast: what it says is kept, and when it happened is put right by how far it is off."""
    phone.fast = timedelta(hours=2)
    now, record = clock.now(), phone.says_yes(version)
    with clock.at(now + timedelta(minutes=30)):
        assert phone.words(record) == ["new"]
    kept = RoutineRecord.objects.get()
    assert kept.recorded_at == now + timedelta(hours=2)
    assert kept.occurred_at == now
    assert str(kept.day) == "2026-05-19"


def test_a_night_shift_writes_for_the_day_before_and_nobody_for_next_week(phone: Phone, version: Any) -> None:
    assert phone.words(phone.says_yes(version, day="2026-05-18")) == ["new"]
    answer, why = phone.answers(phone.says_yes(version, day="2026-05-26"))[0]
    assert answer == "invalid" and "another day" in why


def test_what_cannot_be_kept_says_why_and_keeps_nothing_else_from_coming(phone: Phone, version: Any) -> None:
    nothing_said = phone.writes("voice", how_told="said", words="", wish="telling", audience="team", how_helped="alone")
    unknown, good = phone.writes("spell", words="x"), phone.says_yes(version)
    answers = phone.answers(nothing_said, unknown, good)
    assert [answer for answer, _why in answers] == ["invalid", "invalid", "new"]
    assert "Write the person's own words" in answers[0][1]
    assert "another release" in answers[1][1]
    assert Voice.objects.count() == 0 and RoutineRecord.objects.count() == 1


def test_what_cannot_even_be_read_is_said_to_be(phone: Phone) -> None:
    assert phone.words({"id": "x", "kind": "routine", "counter": "one"}) == ["invalid"]
    assert phone.browser.post(DOOR, "no JSON", content_type="application/json").status_code == 400


def test_two_phones_record_the_same_step_two_rows_and_a_question(phone: Phone, home: arrange.House, version: Any) -> None:
    toms = Phone(home.tom, home.jo)
    assert phone.words(phone.says_yes(version)) == toms.words(toms.says_yes(version)) == ["new"]
    assert RoutineRecord.objects.current().count() == 2
    page = phone.browser.get(reverse("today:today")).content.decode()
    assert "Recorded twice, by Amina and Tom. Same one?" in page


def test_own_words_and_a_note_come_in_by_the_forms_of_their_pages(phone: Phone) -> None:
    said = {"how_told": "said", "wish": "telling", "audience": "team", "how_helped": "alone"}
    voice = phone.writes("voice", words="It gets too loud.", **said)
    note = phone.writes("note", text="A quiet day.", day_day="19", day_month="5", day_year="2026", item="")
    assert phone.words(voice, note) == ["new", "new"]
    assert Voice.objects.get().words == "It gets too loud." and Voice.objects.get().device_counter == 1
    assert DailyNote.objects.get().text == "A quiet day."
    assert phone.words(voice, note) == ["identical", "identical"]


def test_somebody_elses_number_is_not_taken_over(phone: Phone, home: arrange.House, version: Any) -> None:
    record = phone.says_yes(version)
    assert phone.words(record) == ["new"]
    theirs = Phone(home.ruth, home.sam).writes("note", text="x") | {"id": record["id"], "kind": "routine", "fields": record["fields"]}
    assert Phone(home.ruth, home.sam).words(theirs) == ["invalid"]
    assert RoutineRecord.objects.get().person == home.jo


def test_a_session_that_ended_asks_to_sign_in_and_takes_nothing(phone: Phone, version: Any) -> None:
    phone.browser.logout()
    answer = phone.hands_in(phone.says_yes(version))
    assert answer.status_code == 403 and answer.json()["state"] == "sign-in"
    assert not RoutineRecord.objects.exists()


def test_records_of_one_worker_are_not_taken_as_anothers(phone: Phone, home: arrange.House, version: Any) -> None:
    answer = phone.hands_in(phone.says_yes(version), worker=home.tom)
    assert answer.status_code == 403
    assert not RoutineRecord.objects.exists()


def test_another_site_cannot_hand_anything_in(home: arrange.House) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(home.amina, "allauth.account.auth_backends.AuthenticationBackend")
    assert browser.post(DOOR, {}, content_type="application/json").status_code == 403


def test_family_find_no_door_here(home: arrange.House) -> None:
    from throughline.access import actions

    invited = actions.invite(contact=arrange.mum(home), basis="invited", basis_words="Asked", handed_over="printed", by=home.ruth)
    assert invited
    worker = arrange.worker("Leaver", home.ruth, service=home.elm)
    assert arrange.signed_in(worker).get(DOOR).status_code == 200


def test_what_was_opened_without_signal_is_a_reading_of_the_persons_record(phone: Phone, home: arrange.House, at: Any) -> None:
    page, opened_at = reverse("plan:profile", args=[home.jo.pk]), clock.now()
    opened = [{"person": str(home.jo.pk), "page": page, "at": opened_at.isoformat()}, {"person": "nobody", "page": "/nowhere/"}, "no page"]
    body = {"phone": phone.id, "worker": str(home.amina.pk), "records": [], "opened": opened}
    with at("2026-05-19 15:00"):
        answer = phone.browser.post(DOOR, body | {"sent_at": clock.now().isoformat()}, content_type="application/json")
    assert answer.json() == {"state": "ready", "answers": []}
    kept = Reading.objects.get()
    assert (kept.user_id, kept.person_id, kept.page, kept.at) == (home.amina.pk, home.jo.pk, "plan:profile", opened_at)


def test_what_a_phone_takes_along_is_kept_as_taken_along_and_names_whose_it_is(phone: Phone, home: arrange.House) -> None:
    answer = phone.browser.get(reverse("today:today"), headers={"X-Throughline-Along": "1"})
    assert answer["X-Throughline-Person"] == str(home.jo.pk)
    assert Reading.objects.get().page == "sync:along"
    assert "X-Throughline-Person" not in phone.browser.get(reverse("today:today"))
