"""What comes from somebody who meanwhile lost access is held for a manager: never dropped, and in no record before it is accepted."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from tests.web import arrange

from throughline.access import actions as access
from throughline.access import queries as keys
from throughline.access.models import Reading
from throughline.base import clock
from throughline.base.ids import new_id
from throughline.conversations.models import Voice
from throughline.practice.models import RoutineRecord
from throughline.sync import sender
from throughline.sync.models import Held, Settled

from .phone import Phone


def loses_access(home: arrange.House, worker: Any) -> None:
    for each in keys.assignments(home.ruth, worker):
        access.end_assignment(assignment=each, by=home.ruth)


@pytest.fixture
def held(phone: Phone, home: arrange.House, version: Any) -> Held:
    """Amina wrote it at two; her role at Elm House was ended before it arrived at three."""
    record = phone.says_yes(version)
    loses_access(home, home.amina)
    with clock.at(clock.now() + timedelta(hours=1)):
        answer, why = phone.answers(record)[0]
    assert answer == "held" and "may not write about this person any more" in why
    return Held.objects.get()


def press(home: arrange.House, held: Held, by: Any = None, **sent: str) -> Any:
    return arrange.signed_in(by or home.ruth).post(reverse("sync:held_one", args=[held.pk]), sent)


def test_it_is_held_and_stands_in_no_record(held: Held, phone: Phone, home: arrange.House) -> None:
    assert (held.person, held.author, held.device, held.device_counter) == (home.jo, home.amina, phone.id, 1)
    assert not RoutineRecord.objects.exists()


def test_sent_again_it_is_held_once(held: Held, phone: Phone) -> None:
    assert phone.words(held.sent) == ["held"]
    assert Held.objects.count() == 1


def test_other_words_under_its_number_stay_on_the_phone(held: Held, phone: Phone) -> None:
    assert phone.words(held.sent | {"fields": held.sent["fields"] | {"result": "said_no"}}) == ["invalid"]
    assert Held.objects.get().sent["fields"]["result"] == "said_yes"


def test_a_manager_sees_it_and_accepts_it_as_its_author_wrote_it(held: Held, home: arrange.House, version: Any) -> None:
    browser = arrange.signed_in(home.ruth)
    assert "Written by Amina" in browser.get(reverse("sync:held")).content.decode()
    page = browser.get(reverse("sync:held_one", args=[held.pk])).content.decode()
    assert version.steps.first().text in page and "Offered. Jo said yes" in page
    assert Reading.objects.filter(person_id=home.jo.pk, page="sync:held_one").count() == 1
    assert press(home, held, how="accepted").url == reverse("sync:held_one", args=[held.pk])
    kept = RoutineRecord.objects.get()
    assert kept.author == home.amina and kept.occurred_at == held.recorded_at and kept.device_counter == 1
    assert Settled.objects.get().by == home.ruth
    assert "Accepted by Ruth" in browser.get(reverse("sync:held_one", args=[held.pk])).content.decode()
    assert "Nothing waits." in browser.get(reverse("sync:held")).content.decode()


def test_accepted_twice_it_is_one_record(held: Held, home: arrange.House) -> None:
    press(home, held, how="accepted")
    assert "looked at this already" in press(home, held, how="accepted").content.decode()
    assert RoutineRecord.objects.count() == 1


def test_set_aside_needs_a_reason_and_stays_kept(held: Held, home: arrange.House) -> None:
    assert "Say why it is set aside." in press(home, held, how="set_aside", reason=" ").content.decode()
    assert press(home, held, how="set_aside", reason="Amina was not there that day.").status_code == 302
    assert not RoutineRecord.objects.exists()
    page = arrange.signed_in(home.ruth).get(reverse("sync:held_one", args=[held.pk])).content.decode()
    assert "Set aside by Ruth" in page and "Amina was not there that day." in page


@pytest.mark.parametrize("who", ["amina", "tom", "neighbour"])
def test_nobody_else_sees_it(held: Held, home: arrange.House, who: str) -> None:
    assert arrange.signed_in(getattr(home, who)).get(reverse("sync:held_one", args=[held.pk])).status_code == 404
    assert press(home, held, by=getattr(home, who), how="accepted").status_code == 404


def test_it_can_be_neither_changed_nor_deleted(held: Held) -> None:
    for change in (lambda: held.delete(), lambda: Held.objects.update(because="")):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()


def test_an_account_that_was_ended_still_hands_in_with_the_name_that_the_phone_keeps(
    phone: Phone, home: arrange.House, version: Any
) -> None:
    record, name = phone.says_yes(version), sender.name_for(home.amina)
    access.stop_signing_in(user=home.amina, by=home.ruth)
    assert phone.hands_in(record).status_code == 403
    answer = phone.hands_in(record, **{"X-Throughline-Sender": name})
    assert [each["answer"] for each in answer.json()["answers"]] == ["held"]
    assert "was ended before it arrived" in Held.objects.get().because


def test_that_name_opens_nothing_while_the_account_lives(phone: Phone, home: arrange.House, version: Any) -> None:
    phone.browser.logout()
    name = {"X-Throughline-Sender": sender.name_for(home.amina)}
    assert phone.hands_in(phone.says_yes(version), **name).status_code == 403
    assert phone.hands_in(phone.says_yes(version), **{"X-Throughline-Sender": "made up"}).status_code == 403
    assert not Held.objects.exists() and not RoutineRecord.objects.exists()


def test_somebody_who_is_not_there_looks_like_somebody_who_is_not_yours(phone: Phone, home: arrange.House) -> None:
    note = phone.writes("note", text="x", day="2026-05-19", item="")
    answers = phone.answers(note | {"person": str(home.lee.pk)}, note | {"id": str(new_id()), "person": str(new_id())})
    assert len(set(answers)) == 1 and answers[0][0] == "held"
    page = arrange.signed_in(home.ruth).get(reverse("sync:held")).content.decode()
    assert "Lee." in page and "Nobody whom we know." in page


def test_own_words_keep_their_sound_while_they_are_held(phone: Phone, home: arrange.House) -> None:
    sound = b"\x1aE\xdf\xa3" + bytes(range(200))
    cited = phone.cites(sound)
    told = {"how_told": "said", "wish": "telling", "audience": "team", "how_helped": "alone", "basis": "agreed", "sound_seconds": "4"}
    voice = phone.writes("voice", files={"sound": cited}, words="", **told)
    phone.sends_piece(cited, sound, 0)
    loses_access(home, home.amina)
    assert phone.words(voice) == ["held"]
    press(home, Held.objects.get(), how="accepted")
    kept = Voice.objects.get()
    assert kept.author == home.amina and kept.sound is not None and kept.sound.sha256 == cited["sha256"]
