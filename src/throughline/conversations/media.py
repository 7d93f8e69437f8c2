"""What a file is, by how it begins and not by what it is called; and photos made plain: no place, no time, no maker in them.

Photos are read and written anew, so that nothing but the picture is kept.
"""

import io
import warnings
from collections.abc import Callable
from typing import BinaryIO

from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, UnidentifiedImageError

from throughline.base.errors import Invalid

MOST_PIXELS = 50_000_000  # what a good phone's camera makes
LONGEST_SIDE = 2400  # enough for a page and for A4
FORMATS = {"JPEG": "image/jpeg", "MPO": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
NO_PHOTO = _("This is not a photo that we can keep. Choose a JPEG, PNG or WebP file, or take the photo again.")
TOO_LARGE = _("This photo is too large to open safely. Take it again, or make it smaller first.")
NO_SOUND = _("This is not a recording that we can play. Record it again, or choose an MP3, M4A, OGG, WebM or WAV file.")
NO_DOCUMENT = _("This is not a document that we can keep. Choose a PDF or plain text file.")


def sound_type(start: bytes) -> str:
    """The media type of a sound by its first bytes; Invalid when it is none."""
    if start[:4] == b"RIFF" and start[8:12] == b"WAVE":
        return "audio/wav"
    if start[4:8] == b"ftyp":
        return "audio/mp4"
    for begins, media_type in _SOUNDS:
        if start.startswith(begins):
            return media_type
    raise Invalid({"content": str(NO_SOUND)})


_SOUNDS = (
    (b"\x1aE\xdf\xa3", "audio/webm"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"\xff\xf1", "audio/aac"),
    (b"\xff\xf9", "audio/aac"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"\xff\xf3", "audio/mpeg"),
    (b"\xff\xf2", "audio/mpeg"),
)


def sound(content: BinaryIO) -> tuple[BinaryIO, str]:
    """A sound as it came, and what it is."""
    return _judged(content, sound_type)


def document(content: BinaryIO) -> tuple[BinaryIO, str]:
    """A PDF or plain text as it came."""
    return _judged(content, _document_type)


def _judged(content: BinaryIO, judge: Callable[[bytes], str]) -> tuple[BinaryIO, str]:
    start = content.read(64)
    content.seek(0)
    return content, judge(start)


def _document_type(start: bytes) -> str:
    if start.startswith(b"%PDF-"):
        return "application/pdf"
    if start and b"\x00" not in start:
        return "text/plain"
    raise Invalid({"content": str(NO_DOCUMENT)})


def photo(content: BinaryIO) -> tuple[BinaryIO, str]:
    """A photo turned the right way up and written anew, without anything else that the camera put into the file."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            return _rewritten(content)
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            raise Invalid({"content": str(TOO_LARGE)}) from None
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError):
            raise Invalid({"content": str(NO_PHOTO)}) from None


def _rewritten(content: BinaryIO) -> tuple[BinaryIO, str]:
    with Image.open(content, formats=["JPEG", "PNG", "WEBP"]) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise Image.DecompressionBombError
        media_type = FORMATS[opened.format or ""]
        upright = ImageOps.exif_transpose(opened)
        upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        plain = upright.convert("RGB" if media_type == "image/jpeg" else "RGBA")
    plain.info.clear()
    out = io.BytesIO()
    plain.save(out, media_type.removeprefix("image/").upper(), quality=88)
    out.seek(0)
    return out, media_type
