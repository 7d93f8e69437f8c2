"""Small real files for the stories: a sound of two soft notes, and pictures of plain shapes. Honest stand-ins, made here."""

import io
import math
import wave
from typing import Any

from PIL import Image, ImageDraw

from throughline.conversations import actions as hearing
from throughline.people.choices import FileBasis, FileKind
from throughline.people.models import File, Person

RATE = 8_000  # samples a second
NOTES = ((0.0, 523.25), (0.45, 659.25))  # from which second, at what pitch
SIZE = (480, 360)

PAPER, INK, SOFT, WARM, GREEN, BLUE = "#f6f1e7", "#2d3142", "#b9c4d0", "#d98f4e", "#5d8a66", "#4f7cac"

# Each picture is a few shapes: (shape, box in the picture, colour).
PICTURES: dict[str, tuple[tuple[str, tuple[int, int, int, int], str], ...]] = {
    "quiet-room": (
        ("rectangle", (90, 60, 390, 300), SOFT),
        ("ellipse", (190, 170, 330, 290), WARM),
        ("rectangle", (120, 90, 180, 150), BLUE),
    ),
    "going-out": (
        ("ellipse", (340, 40, 430, 130), WARM),
        ("rectangle", (0, 240, 480, 360), GREEN),
        ("rectangle", (200, 120, 280, 250), BLUE),
    ),
    "lounge": (
        ("rectangle", (40, 180, 200, 290), WARM),
        ("rectangle", (260, 180, 440, 290), WARM),
        ("rectangle", (180, 60, 300, 140), INK),
    ),
    "swimming": (
        ("rectangle", (0, 180, 480, 360), BLUE),
        ("ellipse", (190, 120, 270, 200), WARM),
        ("rectangle", (250, 190, 360, 210), WARM),
    ),
    "shop": (("rectangle", (80, 140, 400, 310), SOFT), ("rectangle", (60, 90, 420, 145), WARM), ("rectangle", (200, 200, 270, 310), INK)),
    "schedule": (
        ("rectangle", (30, 120, 120, 240), WARM),
        ("rectangle", (140, 120, 230, 240), BLUE),
        ("rectangle", (250, 120, 340, 240), GREEN),
        ("rectangle", (360, 120, 450, 240), SOFT),
    ),
    "shower": (("rectangle", (220, 60, 260, 90), INK), ("ellipse", (180, 90, 300, 130), SOFT), ("rectangle", (190, 140, 290, 320), BLUE)),
}

FACES = {"Jo": ("#1f6f70", WARM), "Sam": ("#8a5a00", "#8d5b3a"), "Lee": ("#1f5f8b", "#f0c8a0"), "Ann": ("#2f6b3a", "#e3a97a")}
for _name, (_jumper, _skin) in FACES.items():
    PICTURES[f"portrait-{_name}"] = (("ellipse", (110, 230, 370, 460), _jumper), ("ellipse", (165, 70, 315, 240), _skin))


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
    """A PNG of plain shapes."""
    image = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(image)
    for shape, box, colour in PICTURES[name]:
        getattr(draw, shape)(box, fill=colour)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


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
    return keep_picture(person, f"portrait-{person.name}", f"A portrait of {person.name}", by=by, agreed=agreed, kind=FileKind.PORTRAIT)


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
