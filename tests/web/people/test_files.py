"""Sounds and photos reach those for whom they are, whole or in part, and nobody else; and the photo for a person's page."""

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from tests.web import arrange

from throughline.access.readings import of_person
from throughline.access.scope import sight
from throughline.conversations import actions
from throughline.people import queries
from throughline.web.people.files import span

BYTES = b"\x1aE\xdf\xa3" + bytes(range(200))


@pytest.fixture
def home(db: None) -> arrange.House:
    return arrange.house()


def kept(home: arrange.House, **more: Any) -> str:
    file = actions.keep_file(
        person=home.jo,
        kind="sound",
        content=io.BytesIO(BYTES),
        media_type="audio/webm",
        basis="agreed",
        basis_words="Yes.",
        by=home.amina,
        **more,
    )
    return reverse("people:file", args=[file.pk])


def get(home: arrange.House, address: str, by: str = "amina", **headers: str) -> Any:
    return arrange.signed_in(getattr(home, by)).get(address, headers=headers)


def body(response: Any) -> bytes:
    return b"".join(response.streaming_content)


def test_it_works(home: arrange.House) -> None:
    response = get(home, kept(home))
    assert (response.status_code, body(response)) == (200, BYTES)
    assert response["Content-Type"] == "audio/webm"
    assert response["Content-Disposition"] == "inline"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    ("asked", "status", "said", "first", "last"),
    [
        ("bytes=0-9", 206, "bytes 0-9/204", 0, 9),
        ("bytes=100-", 206, "bytes 100-203/204", 100, 203),
        ("bytes=-4", 206, "bytes 200-203/204", 200, 203),
        ("bytes=0-9999", 206, "bytes 0-203/204", 0, 203),
        ("bytes=oops", 200, None, 0, 203),
        ("bytes=0-1,4-5", 200, None, 0, 203),
    ],
)
def test_a_part_is_answered_as_a_part(home: arrange.House, asked: str, status: int, said: str | None, first: int, last: int) -> None:
    response = get(home, kept(home), Range=asked)
    assert (response.status_code, response.get("Content-Range")) == (status, said)
    assert body(response) == BYTES[first : last + 1]
    assert int(response["Content-Length"]) == last - first + 1


@pytest.mark.parametrize("asked", ["bytes=204-", "bytes=9-5", "bytes=-0"])
def test_a_part_that_is_not_there(home: arrange.House, asked: str) -> None:
    response = get(home, kept(home), Range=asked)
    assert (response.status_code, response["Content-Range"]) == (416, "bytes */204")


def test_the_last_bytes_of_a_short_file_are_all_of_it() -> None:
    assert span("", "500", 204) == (0, 203)


def test_it_is_for_whom_the_voice_is(home: arrange.House) -> None:
    private = kept(home, audience="manager")
    assert [get(home, private, by=name).status_code for name in ("ruth", "amina", "tom", "neighbour")] == [200, 404, 404, 404]
    assert get(home, kept(home), by="neighbour").status_code == 404


@pytest.mark.parametrize(("asked", "readings"), [("", 1), ("bytes=0-", 1), ("bytes=100-", 0)])
def test_hearing_it_from_its_beginning_is_a_reading(home: arrange.House, asked: str, readings: int) -> None:
    get(home, kept(home), **({"Range": asked} if asked else {}))
    assert of_person(sight(home.ruth, home.jo.pk)).count() == readings


def picture(kind: str = "PNG") -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", (20, 20), "teal").save(out, kind)
    return SimpleUploadedFile("jo.png", out.getvalue(), content_type=f"image/{kind.lower()}")


def test_a_photo_for_the_persons_page(home: arrange.House) -> None:
    address = reverse("people:photo", args=[home.jo.pk])
    client = arrange.signed_in(home.amina)
    assert client.get(address).status_code == 200
    response = client.post(address, {"photo": picture(), "basis": "agreed", "basis_words": "Picked it from three."})
    assert response.url == reverse("people:page", args=[home.jo.pk])
    assert queries.portrait(sight(home.amina, home.jo.pk))


def test_the_newest_photo_is_the_persons(home: arrange.House) -> None:
    client, address = arrange.signed_in(home.amina), reverse("people:photo", args=[home.jo.pk])
    for _ in range(2):
        client.post(address, {"photo": picture(), "basis": "agreed", "basis_words": "Picked it."})
    newest = max(queries.File.objects.all(), key=lambda each: each.sequence)
    assert queries.portrait(sight(home.amina, home.jo.pk)) == newest.pk


def test_a_bad_photo_is_said_at_its_box(home: arrange.House) -> None:
    bad = SimpleUploadedFile("jo.png", b"\x89PNG\r\n\x1a\n and then nothing of the kind", content_type="image/png")
    given = {"photo": bad, "basis": "agreed", "basis_words": "Picked it."}
    page = arrange.signed_in(home.amina).post(reverse("people:photo", args=[home.jo.pk]), given).content.decode()
    assert "not a photo that we can keep" in page and "Picked it." in page


def test_another_homes_worker_finds_no_photo_page(home: arrange.House) -> None:
    assert arrange.signed_in(home.neighbour).get(reverse("people:photo", args=[home.jo.pk])).status_code == 404
