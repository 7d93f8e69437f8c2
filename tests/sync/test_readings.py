"""What a worker read where there was no signal: cards and the handover."""

from datetime import timedelta
from typing import Any

from django.urls import reverse
from tests.web import arrange

from throughline.access import actions as access
from throughline.access import queries as keys
from throughline.base import clock
from throughline.plan import actions as plan
from throughline.practice.models import DailyNote, HandoverReading
from throughline.sync.models import Held
from throughline.workforce.models import CardReading

from .phone import Phone

LATER = timedelta(hours=3)


def read_card(phone: Phone, version: Any) -> dict[str, Any]:
    return phone.writes("card_read", item=str(version.item_id), version=str(version.pk), then="today")


def read_handover(phone: Phone, *people: Any) -> dict[str, Any]:
    return phone.writes("handover", people=" ".join(str(each.pk) for each in people), made_at=clock.now().isoformat())


def test_a_card_read_without_signal_is_read_at_that_time_once(phone: Phone, version: Any) -> None:
    read_at, record = clock.now(), read_card(phone, version)
    with clock.at(read_at + LATER):
        response = phone.hands_in(record).json()["answers"]
        assert phone.words(record) == ["identical"]
    assert (response[0]["answer"], response[0]["then"]) == ("new", reverse("today:today"))
    row = CardReading.objects.get()
    assert row.occurred_at == read_at and row.author == phone.worker and row.version == version


def test_a_card_that_changed_meanwhile_is_to_be_read_as_it_is_now(phone: Phone, version: Any, home: arrange.House) -> None:
    record = read_card(phone, version)
    plan.publish(version=plan.write(item=version.item, title="Quieter still", by=home.ruth), message="Quieter", by=home.ruth)
    assert phone.answers(record) == [("invalid", "This card changed while you read it. Read it again as it is now.")]
    assert not CardReading.objects.exists()


def test_a_handover_read_without_signal_covers_what_the_phone_had(phone: Phone, home: arrange.House) -> None:
    made_at, record = clock.now(), read_handover(phone, home.jo, home.sam)
    with clock.at(made_at + LATER):
        assert phone.words(record, record) == ["new", "identical"]
    rows = HandoverReading.objects.all()
    assert {(row.person, row.made_at) for row in rows} == {(home.jo, made_at), (home.sam, made_at)}


def test_of_whoever_is_not_theirs_any_more_nothing_is_said(phone: Phone, home: arrange.House) -> None:
    record = read_handover(phone, home.jo, home.lee)
    assert phone.words(record) == ["new"]
    assert [row.person for row in HandoverReading.objects.all()] == [home.jo]


def test_of_nobody_of_theirs_it_waits_for_a_manager(phone: Phone, home: arrange.House) -> None:
    record = read_handover(phone, home.jo)
    for each in keys.assignments(home.ruth, home.amina):
        access.end_assignment(assignment=each, by=home.ruth)
    assert phone.words(record) == ["held"]
    assert Held.objects.get().person == home.jo


def test_a_note_written_without_signal_is_kept_for_the_next_shift(phone: Phone) -> None:
    assert phone.words(
        phone.writes("note", text="The lift is broken.", day_day="19", day_month="5", day_year="2026", for_handover="on")
    ) == ["new"]
    assert DailyNote.objects.get().for_handover
