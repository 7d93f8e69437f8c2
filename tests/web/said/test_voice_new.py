"""Writing down or recording what the person said or showed."""

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from tests.web import arrange

from throughline.conversations.models import Voice
from throughline.people.models import File

WEBM = b"\x1aE\xdf\xa3" + b"\x00" * 400
GIVEN = {"how_told": "said", "wish": "telling", "audience": "team", "how_helped": "alone"}


def address(home: arrange.House, person: str = "jo") -> str:
    return reverse("said:voice_new", args=[getattr(home, person).pk])


def keep(home: arrange.House, by: str = "amina", **given: Any) -> Any:
    return arrange.signed_in(getattr(home, by)).post(address(home), GIVEN | given)


def sound(content: bytes = WEBM, media_type: str = "audio/webm") -> SimpleUploadedFile:
    return SimpleUploadedFile("said.webm", content, content_type=media_type)


def photo(**exif: str) -> SimpleUploadedFile:
    out, tags = io.BytesIO(), Image.Exif()
    tags[0x010E], tags[0x8825] = "Elm House", {1: "N", 2: (51.0, 30.0, 0.0)}
    Image.new("RGB", (40, 30), "teal").save(out, "JPEG", exif=tags)
    return SimpleUploadedFile("quiet.jpg", out.getvalue(), content_type="image/jpeg")


def test_it_works(home: arrange.House) -> None:
    response = keep(home, words="It gets too loud.")
    voice = Voice.objects.get()
    assert response.url == reverse("said:voice", args=[voice.pk])
    assert (voice.words, voice.author, voice.person) == ("It gets too loud.", home.amina, home.jo)


def test_a_form_that_comes_back_keeps_every_word(home: arrange.House) -> None:
    page = keep(home, how_told="showed", words="", thought="Jo is tired.", others_present="Sam").content.decode()
    assert "Write what you saw" in page and "Jo is tired." in page and 'value="Sam"' in page
    assert "<title>Error:" in page
    assert not Voice.objects.exists()


def test_what_was_told_by_somebody_says_by_whom(home: arrange.House) -> None:
    priya = arrange.mum(home)
    assert "Say who told us" in keep(home, how_told="told_by_someone", words="Jo hates bingo.").content.decode()
    keep(home, how_told="told_by_someone", words="Jo hates bingo.", told_by=f"contact-{priya.pk}")
    assert Voice.objects.get().told_by_contact == priya


def test_helper_and_recorder_are_two(home: arrange.House) -> None:
    priya = arrange.mum(home)
    keep(home, words="Stop.", how_helped="interpreted", helper=f"contact-{priya.pk}", subject="dinner")
    voice = Voice.objects.get()
    assert (voice.helper_contact, voice.author, voice.subject) == (priya, home.amina, "dinner")


def test_a_recording_is_enough_for_now(home: arrange.House) -> None:
    keep(home, sound=sound(), sound_seconds="11", basis="agreed")
    voice = Voice.objects.select_related("sound").get()
    assert voice.words == ""
    assert (voice.sound.seconds, voice.sound.media_type, voice.sound.basis) == (11, "audio/webm", "agreed")
    assert "Jo was asked first" in voice.sound.basis_words
    page = arrange.signed_in(home.amina).get(reverse("said:voice", args=[voice.pk])).content.decode()
    assert "No words yet." in page and "Write the words down" in page


def test_a_recording_needs_a_basis(home: arrange.House) -> None:
    page = keep(home, words="Hello", sound=sound()).content.decode()
    assert "Say whether Jo is OK with it" in page
    page = keep(home, words="Hello", sound=sound(), basis="cannot_agree").content.decode()
    assert "on what footing it was made" in page
    assert not File.objects.exists() and not Voice.objects.exists()


def test_a_file_is_known_by_its_bytes(home: arrange.House) -> None:
    page = keep(home, words="Hello", sound=sound(b"MZ not a sound at all"), basis="agreed").content.decode()
    assert "not a recording that we can play" in page
    assert not File.objects.exists()


def test_a_photo_loses_where_it_was_taken(home: arrange.House) -> None:
    keep(home, how_told="showed", seen="Pointed at the chair.", photo=photo(), photo_shows="The chair", basis="agreed")
    kept = File.objects.get()
    body = b"".join(arrange.signed_in(home.amina).get(reverse("people:file", args=[kept.pk])).streaming_content)  # type: ignore[attr-defined]
    assert dict(Image.open(io.BytesIO(body)).getexif()) == {}
    assert kept.shows == "The chair"


def test_a_form_pressed_twice_is_one_record(home: arrange.House) -> None:
    once = "01a203e3-fc2f-7663-94b3-c779a404239d"
    first, second = keep(home, words="Again.", id=once), keep(home, words="Again.", id=once)
    assert first.url == second.url
    assert Voice.objects.count() == 1


def test_it_can_stand_in_a_conversation(home: arrange.House) -> None:
    held = arrange.meeting(home)
    response = arrange.signed_in(home.amina).post(f"{address(home)}?conversation={held.pk}", GIVEN | {"words": "Quiet."})
    assert response.url == reverse("said:conversation", args=[held.pk])
    assert Voice.objects.get().conversation == held


def test_it_says_who_will_see_it_before_one_writes(home: arrange.House) -> None:
    page = arrange.signed_in(home.amina).get(address(home)).content.decode()
    assert "If someone may get hurt, Ruth has to tell someone who can help." in page
    assert "Only Ruth" in page


def test_written_long_after_it_says_why(home: arrange.House) -> None:
    when = {"said_at_day": "3", "said_at_month": "3", "said_at_year": "2025", "said_at_time": "2pm"}
    assert "Say why it is written down now" in keep(home, words="Late.", **when).content.decode()
    keep(home, words="Late.", late_because="I was off sick", **when)
    assert Voice.objects.get().late_because == "I was off sick"


@pytest.mark.parametrize(("who", "status"), [("amina", 200), ("tom", 200), ("ruth", 200), ("neighbour", 404)])
def test_who_may(home: arrange.House, who: str, status: int) -> None:
    assert arrange.signed_in(getattr(home, who)).get(address(home)).status_code == status


def test_a_quality_lead_reads_and_does_not_write(home: arrange.House) -> None:
    lead = arrange.worker("Quinn", home.ruth, role="quality_lead")
    assert arrange.signed_in(lead).get(address(home)).status_code == 403


def test_few_questions_to_the_database(home: arrange.House, django_assert_max_num_queries: Any) -> None:
    client = arrange.signed_in(home.amina)
    with django_assert_max_num_queries(17):
        client.get(address(home))
