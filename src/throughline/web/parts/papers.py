"""Prints: the A6 shift card and the A4 one-page profile."""

from dataclasses import dataclass

from .basics import Portrait
from .said import Quote


@dataclass(frozen=True)
class Qr:
    """A code to scan: an SVG path on a square of `size` units."""

    path: str
    size: int
    opens: str


@dataclass(frozen=True)
class Paper:
    """A shift card, A6. `facts` are pairs: early signs, get help if. `foot` are its last lines."""

    portrait: Portrait
    title: str
    version: str
    do: tuple[str, ...]
    do_not: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    foot: tuple[str, ...]
    qr: Qr
    quote: Quote | None = None


@dataclass(frozen=True)
class OnePage:
    """A one-page profile, A4, in the person's own voice. `sections` are headings with lines."""

    portrait: Portrait
    quote: Quote
    communicates: tuple[str, ...]
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    foot: tuple[str, ...]
    qr: Qr
    in_order: tuple[str, ...] = ()  # headings whose lines are numbered
