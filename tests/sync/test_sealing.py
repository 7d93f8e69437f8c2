"""The key with which a phone shuts away what is not sent when its worker leaves it: one a worker, and nobody else's."""

import base64
from typing import Any

from django.test import Client
from tests.web import arrange
from tests.web.arrange import signed_in

from throughline.access import actions as access
from throughline.practice.models import RoutineRecord
from throughline.sync.models import Held, SealKey
from throughline.sync.sender import name_for

from .phone import DOOR, Phone


def told(browser: Client, **headers: str) -> dict[str, Any]:
    return browser.get(DOOR, headers=headers).json()


def test_a_worker_gets_the_same_key_each_time_and_on_every_phone(home: arrange.House) -> None:
    first = told(signed_in(home.amina))["seal"]
    assert told(signed_in(home.amina))["seal"] == first and len(base64.b64decode(first)) == 32
    assert told(signed_in(home.tom))["seal"] != first
    assert SealKey.objects.count() == 2


def test_nobody_gets_it_without_signing_in_not_even_with_the_name_on_the_phone(home: arrange.House) -> None:
    assert "seal" not in told(Client())
    assert "seal" not in told(Client(), **{"X-Throughline-Sender": name_for(home.amina)})
    assert not SealKey.objects.exists()


def test_of_an_account_that_was_ended_the_phone_gets_it_with_its_name_so_that_nothing_is_lost(home: arrange.House) -> None:
    key, name = told(signed_in(home.amina))["seal"], name_for(home.amina)
    access.stop_signing_in(user=home.amina, by=home.ruth)
    answer = told(Client(), **{"X-Throughline-Sender": name})
    assert answer["seal"] == key and "pages" not in answer


def test_words_straight_after_a_record_are_cited_by_it_however_late_both_come(phone: Phone, version: Any, at: Any) -> None:
    record = phone.says_yes(version)
    voice = phone.writes(
        "voice", words="Nice and quiet.", how_told="said", wish="telling", audience="team", how_helped="alone", record=record["id"]
    )
    with at("2026-05-19 18:00"):
        assert phone.words(record, voice) == ["new", "new"]
    assert RoutineRecord.objects.current().get().voice.words == "Nice and quiet."


def test_words_about_a_record_that_is_not_there_are_kept_all_the_same(phone: Phone, version: Any) -> None:
    record = phone.says_yes(version)
    voice = phone.writes(
        "voice", words="Nice and quiet.", how_told="said", wish="telling", audience="team", how_helped="alone", record=record["id"]
    )
    assert phone.words(voice) == ["new"]
    assert not Held.objects.exists()
