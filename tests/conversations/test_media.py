"""Files are known by their bytes; photos are written anew."""

import io
from typing import BinaryIO

import pytest
from PIL import Image
from tests.web import arrange

from throughline.base.errors import Invalid
from throughline.conversations import actions, media


def picture(kind: str = "JPEG", size: tuple[int, int] = (40, 30), **options: object) -> BinaryIO:
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, kind, **options)
    out.seek(0)
    return out


@pytest.mark.parametrize(
    ("start", "found"),
    [
        (b"\x1aE\xdf\xa3....", "audio/webm"),
        (b"OggS....", "audio/ogg"),
        (b"ID3.....", "audio/mpeg"),
        (b"\xff\xfb\x90\x00", "audio/mpeg"),
        (b"\x00\x00\x00\x20ftypM4A ", "audio/mp4"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "audio/wav"),
    ],
)
def test_a_sound_is_known_by_how_it_begins(start: bytes, found: str) -> None:
    assert media.sound_type(start) == found


@pytest.mark.parametrize("start", [b"", b"<html>", b"RIFF\x00\x00\x00\x00WEBP", b"\x89PNG", b"%PDF-1.7"])
def test_what_is_no_sound_is_refused(start: bytes) -> None:
    with pytest.raises(Invalid):
        media.sound_type(start)


@pytest.mark.parametrize(("kind", "found"), [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/webp")])
def test_a_photo_keeps_its_kind_and_nothing_else(kind: str, found: str) -> None:
    tags = Image.Exif()
    tags[0x010E], tags[0x8825] = "Elm House", {1: "N", 2: (51.0, 30.0, 0.0)}
    out, media_type = media.photo(picture(kind, exif=tags))
    assert media_type == found
    again = Image.open(out)
    assert dict(again.getexif()) == {} and "exif" not in again.info and again.size == (40, 30)
    assert b"Elm House" not in out.getvalue()  # type: ignore[attr-defined]


def test_a_photo_is_turned_the_right_way_up() -> None:
    tags = Image.Exif()
    tags[0x0112] = 6  # lying on its side
    out, _ = media.photo(picture(exif=tags))
    assert Image.open(out).size == (30, 40)


def test_a_very_large_photo_becomes_smaller() -> None:
    out, _ = media.photo(picture(size=(5000, 2500)))
    assert Image.open(out).size == (2400, 1200)


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xd8\xff not a photo", b"<svg/>", b"\x89PNG\r\n\x1a\n...", picture("GIF").read(), picture("TIFF").read()]
)
def test_a_bad_photo_is_said_to_be_one(content: bytes) -> None:
    with pytest.raises(Invalid) as refused:
        media.photo(io.BytesIO(content))
    assert refused.value.faults == {"content": media.NO_PHOTO}


def test_a_photo_that_would_fill_the_memory_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media, "MOST_PIXELS", 100)
    with pytest.raises(Invalid) as refused:
        media.photo(picture())
    assert refused.value.faults == {"content": media.TOO_LARGE}


@pytest.mark.parametrize(
    ("kind", "content", "declared"),
    [
        ("sound", b"\x1aE\xdf\xa3....", "video/webm"),
        ("sound", b"\x1aE\xdf\xa3....", ""),
        ("sound", b"<html>", "audio/webm"),
        ("sound", b"", "audio/webm"),
        ("photo", picture().read(), "text/html"),
        ("document", b"\x00\x01", "application/pdf"),
    ],
)
def test_what_it_is_called_and_what_it_is_have_to_agree(home: arrange.House, kind: str, content: bytes, declared: str) -> None:
    with pytest.raises(Invalid):
        actions.keep_file(
            person=home.jo, kind=kind, content=io.BytesIO(content), media_type=declared, basis="agreed", basis_words="Yes.", by=home.amina
        )


def test_a_file_needs_its_basis_in_words(home: arrange.House) -> None:
    with pytest.raises(Invalid) as refused:
        actions.keep_file(
            person=home.jo, kind="photo", content=picture(), media_type="image/jpeg", basis="agreed", basis_words=" ", by=home.amina
        )
    assert set(refused.value.faults) == {"basis_words"}
