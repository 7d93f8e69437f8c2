"""Sound and photos come in pieces: a broken connection costs one piece, and a record waits until its file is whole."""

from typing import Any

import pytest
from tests.web import arrange

from throughline.conversations.models import Voice
from throughline.sync import incoming

from .phone import Phone

SOUND = b"\x1aE\xdf\xa3" + bytes(range(256)) * 40
TOLD = {"how_told": "said", "wish": "telling", "audience": "team", "how_helped": "alone", "basis": "agreed", "sound_seconds": "4"}


def voice(phone: Phone, cited: dict[str, Any]) -> dict[str, Any]:
    return phone.writes("voice", files={"sound": cited}, words="", **TOLD)


def offset(answer: Any) -> int:
    return answer.json()["offset"]


def test_it_goes_on_where_it_broke_off(phone: Phone) -> None:
    cited = phone.cites(SOUND)
    assert offset(phone.sends_piece(cited, SOUND[:4000], 0)) == 4000
    again = phone.sends_piece(cited, SOUND[:4000], 0)  # the answer was lost on its way
    assert again.status_code == 409 and offset(again) == 4000
    assert offset(phone.sends_piece(cited, SOUND[4000:], 4000)) == len(SOUND)
    assert phone.words(voice(phone, cited)) == ["new"]
    kept = Voice.objects.get()
    assert kept.sound is not None and (kept.sound.sha256, kept.sound.seconds) == (cited["sha256"], 4)


def test_a_record_waits_for_its_file_and_what_comes_after_waits_with_it(phone: Phone, version: Any) -> None:
    cited = phone.cites(SOUND)
    first, said, after = phone.says_yes(version), voice(phone, cited), phone.says_yes(version)
    phone.sends_piece(cited, SOUND[:100], 0)
    assert phone.words(first, said, after) == ["new", "waiting"]
    phone.sends_piece(cited, SOUND[100:], 100)
    assert phone.words(first, said, after) == ["identical", "new", "new"]


def test_other_bytes_than_those_announced_begin_anew(phone: Phone) -> None:
    cited = phone.cites(SOUND)
    answer = phone.sends_piece(cited, bytes(len(SOUND)), 0)
    assert answer.status_code == 409 and offset(answer) == 0
    assert phone.words(voice(phone, cited)) == ["waiting"]
    assert offset(phone.sends_piece(cited, SOUND, 0)) == len(SOUND)
    assert phone.words(voice(phone, cited)) == ["new"]


def test_sent_again_after_its_record_was_kept_is_no_fault(phone: Phone) -> None:
    cited = phone.cites(SOUND)
    phone.sends_piece(cited, SOUND, 0)
    said = voice(phone, cited)
    assert phone.words(said) == ["new"]
    assert phone.words(said) == ["identical"]


def test_nobody_cites_what_somebody_else_sent(phone: Phone, home: arrange.House) -> None:
    cited = phone.cites(SOUND)
    phone.sends_piece(cited, SOUND, 0)
    toms = Phone(home.tom, home.jo)
    assert toms.words(voice(toms, cited)) == ["waiting"]


@pytest.mark.parametrize("size", [0, incoming.LARGEST + 1])
def test_what_is_empty_or_too_large_is_refused_in_words(phone: Phone, size: int) -> None:
    answer = phone.sends_piece(phone.cites(SOUND) | {"size": size}, SOUND, 0)
    assert answer.status_code == 400 and "at most 20 MB" in answer.json()["why"][0]


def test_a_photo_that_is_none_says_so(phone: Phone) -> None:
    cited = phone.cites(SOUND, "image/jpeg")
    phone.sends_piece(cited, SOUND, 0)
    answer, why = phone.answers(phone.writes("voice", files={"photo": cited}, words="Look.", **TOLD))[0]
    assert answer == "invalid" and "not a photo" in why
