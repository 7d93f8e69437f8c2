"""Small real files for the stories: a sound of two soft notes, and drawings. Honest stand-ins, made by us."""

import io
import math
import wave
from pathlib import Path
from typing import Any

from throughline.conversations import actions as hearing
from throughline.people.choices import FileBasis, FileKind
from throughline.people.models import File, Person

RATE = 8_000  # samples a second
NOTES = ((0.0, 523.25), (0.45, 659.25))  # from which second, at what pitch

PICTURES = Path(__file__).parent / "pictures"  # drawn by us; `scripts/pictures.py` makes them anew


def sound(seconds: int) -> bytes:
    """A WAV file of two soft notes and then quiet: 8 kHz, one channel, 8 bit."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(RATE)
        file.writeframes(bytes(_sample(n / RATE) for n in range(seconds * RATE)))
    return out.getvalue()


def _sample(second: float) -> int:
    """One sample, 128 being silence; each note fades as a struck bell does."""
    level = sum(
        math.sin(2 * math.pi * pitch * (second - begins)) * math.exp(-3 * (second - begins)) for begins, pitch in NOTES if second >= begins
    )
    return 128 + round(40 * level)


def picture(name: str) -> bytes:
    """A PNG of a drawing that stands in for a photo."""
    return (PICTURES / f"{name}.png").read_bytes()


def keep_sound(person: Person, seconds: int, *, by: Any, agreed: str = "Said yes to being recorded, with thumb up.") -> File:
    """Keep a sound with a person's words, as a phone would have sent it."""
    return hearing.keep_file(
        person=person,
        kind=FileKind.SOUND,
        content=io.BytesIO(sound(seconds)),
        media_type="audio/wav",
        seconds=seconds,
        shows=f"A stand-in sound of the demo: two soft notes, not {person.name}’s voice.",
        basis=FileBasis.AGREED,
        basis_words=agreed,
        by=by,
    )


def keep_portrait(person: Person, *, by: Any) -> File:
    """Keep the picture that a person chose for their page."""
    agreed = "Chose it for the page, from three."
    return keep_picture(
        person, f"portrait-{person.name.lower()}", f"A portrait of {person.name}", by=by, agreed=agreed, kind=FileKind.PORTRAIT
    )


def keep_picture(
    person: Person,
    name: str,
    shows: str,
    *,
    by: Any,
    agreed: str = "Shown the picture first, and nodded.",
    kind: FileKind = FileKind.PHOTO,
) -> File:
    """Keep a picture that was shown to a person."""
    return hearing.keep_file(
        person=person,
        kind=kind,
        content=io.BytesIO(picture(name)),
        media_type="image/png",
        shows=f"{shows}. A stand-in picture of the demo, in plain shapes.",
        basis=FileBasis.AGREED,
        basis_words=agreed,
        by=by,
    )
