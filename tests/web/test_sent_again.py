"""Back, other words, and the same button: nothing that was written goes, and the same thing sent twice is one record."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.web import arrange
from tests.web.circle import living
from tests.web.sent import as_it_came

import throughline
from throughline.base import clock
from throughline.conversations.models import Contribution, Voice
from throughline.decisions.models import Consideration, Decision, Question
from throughline.practice.models import DailyNote, RoutineRecord

pytestmark = pytest.mark.django_db
ONCE = "01a203e3-fc2f-7663-94b3-c779a404239d"
ASKED = "Keep these words as a new record, or put the first right?"
VOICE = {"how_told": "said", "wish": "telling", "audience": "team", "how_helped": "alone", "id": ONCE}


@pytest.fixture
def home() -> arrange.House:
    return arrange.house()


def kept(home: arrange.House, by: str, name: str, about: Any, **given: Any) -> Any:
    return arrange.signed_in(getattr(home, by)).post(reverse(name, args=[about.pk]), given)


def test_other_words_under_the_same_id_come_back_and_are_kept_beside_the_first(home: arrange.House) -> None:
    kept(home, "amina", "said:voice_new", home.jo, **VOICE, words="It gets too loud.")
    back = kept(home, "amina", "said:voice_new", home.jo, **VOICE, words="It is loud, and I want to go out.").content.decode()
    first = Voice.objects.get()
    assert ASKED in back and reverse("said:voice", args=[first.pk]) in back
    sent = as_it_came(back)
    assert (sent["words"], sent["id"] != ONCE) == ("It is loud, and I want to go out.", True)
    kept(home, "amina", "said:voice_new", home.jo, **VOICE | {"id": sent["id"]}, words=sent["words"])
    assert [each.words for each in Voice.objects.order_by("sequence")] == ["It gets too loud.", "It is loud, and I want to go out."]


def test_another_photo_with_the_same_words_is_not_the_same(home: arrange.House) -> None:
    for content in (b"first", b"other"):
        sound = SimpleUploadedFile("said.webm", b"\x1aE\xdf\xa3" + content * 100, content_type="audio/webm")
        last = kept(home, "amina", "said:voice_new", home.jo, **VOICE, words="Listen.", sound=sound, basis="agreed")
    assert ASKED in last.content.decode() and Voice.objects.count() == 1


def test_what_a_decision_weighed_is_part_of_what_was_sent(home: arrange.House) -> None:
    """The sentence is the same, what was weighed is not. It was not valid, so no decision stands in the way of the form."""
    asked, voice = arrange.question(home), arrange.said(home)
    told = {"outcome": "A quieter afternoon", "basis": "relative", "id": ONCE} | arrange.who_decided_sent(home, "relative")
    kept(home, "ruth", "decisions:decide", asked, **told, no_voice_because="Jo was away.")
    back = kept(home, "ruth", "decisions:decide", asked, **told, **{f"effect-voice-{voice.pk}": "shaped"}).content.decode()
    assert ASKED in back and Decision.objects.count() == 1 and not Consideration.objects.exists()


def test_after_a_decision_that_stands_other_words_are_shown_and_not_taken_for_it(home: arrange.House) -> None:
    asked, told = arrange.question(home), {"outcome": "A quieter afternoon", "basis": "own", "id": ONCE, "no_voice_because": "Jo was away."}
    first = kept(home, "ruth", "decisions:decide", asked, **told)
    assert kept(home, "ruth", "decisions:decide", asked, **told).url == first.url
    back = kept(home, "ruth", "decisions:decide", asked, **told | {"outcome": "No bingo any more"}).content.decode()
    assert "This question is decided already" in back and "No bingo any more" in back


def test_a_question_and_a_note_ask_too(home: arrange.House) -> None:
    told = {"area": "daily_care", "impact": "low", "id": ONCE}
    kept(home, "ruth", "decisions:question_new", home.jo, text="How should afternoons be?", **told)
    assert ASKED in kept(home, "ruth", "decisions:question_new", home.jo, text="And evenings?", **told).content.decode()
    assert Question.objects.count() == 1
    day = clock.today()
    note = {"day_day": day.day, "day_month": day.month, "day_year": day.year, "id": ONCE[:-1] + "1"}
    kept(home, "amina", "today:note_new", home.jo, text="Jo slept well.", **note)
    assert ASKED in kept(home, "amina", "today:note_new", home.jo, text="Jo woke twice.", **note).content.decode()
    assert [each.text for each in DailyNote.objects.all()] == ["Jo slept well."]


def test_another_answer_to_the_same_step_asks(home: arrange.House) -> None:
    step = arrange.routine(home).steps.first()
    address = reverse("today:outcome", args=[home.jo.pk, step.pk])
    client = arrange.signed_in(home.amina)
    first, again = (client.post(address, {"result": "said_yes", "id": ONCE}) for _ in range(2))
    assert first.url == again.url
    assert ASKED in client.post(address, {"result": "said_no", "id": ONCE}).content.decode()
    assert RoutineRecord.objects.count() == 1


def test_it_asks_on_the_pages_of_family_without_a_way_that_they_cannot_go() -> None:
    life = living.life()
    client, address = life.browser(life.priya), reverse("circle:say", args=[life.jo.pk])
    for words in ("She is tired.", "She is tired, and it is cold."):
        last = client.post(address, {"working": words, "id": ONCE})
    first = Contribution.objects.get()
    assert first.words == "She is tired."
    back = last.content.decode()
    assert ASKED in back and "and it is cold" in back and str(first.pk) not in back


def test_every_form_with_an_id_is_sent_through_the_door_that_compares() -> None:
    """A view that calls an action with the id of its form outside `submit` would not say what was sent."""
    web = Path(throughline.__file__).parent / "web"
    read = {each: each.read_text() for each in web.rglob("views*.py")} | {each: each.read_text() for each in web.rglob("views/*.py")}
    posting = [each for each, text in read.items() if re.search(r"request\.POST or None", text) and each.parent.name != "sign_in"]
    left = [each for each in posting if "submit(" not in read[each] and "asked(" not in read[each]]
    assert posting and [each.name for each in left] == ["rota.py"]  # a file, without an id: the same one twice changes nothing
