"""Prints: the A6 shift card and the A4 one-page profile."""

from dataclasses import dataclass
from typing import Literal

from .basics import Portrait
from .said import Quote


@dataclass(frozen=True)
class Qr:
    """A code to scan: an SVG path on a square of `size` units."""

    path: str
    size: int
    opens: str


@dataclass(frozen=True)
class PaperPart:
    """A part of a card. `mark`: "numbered" (from `first` on), "dont", "plain", or "facts": the heading with its words beside it."""

    heading: str
    lines: tuple[str, ...]
    mark: Literal["numbered", "dont", "plain", "facts"] = "plain"
    first: int = 1


@dataclass(frozen=True)
class Paper:
    """A shift card, A6. `facts` are pairs: early signs, get help if. `foot` are its last lines.

    A card with other parts has them in `parts`, in order, in place of do, do not and facts. One that does not fit is set
    smaller (`size`) or goes on on another card (`part`: "1 of 2").
    """

    portrait: Portrait
    title: str
    version: str
    do: tuple[str, ...]
    do_not: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    foot: tuple[str, ...]
    qr: Qr
    quote: Quote | None = None
    parts: tuple[PaperPart, ...] = ()
    part: str = ""
    size: Literal["", "close", "closer"] = ""


@dataclass(frozen=True)
class OnePage:
    """A one-page profile, A4, in the person's own voice. `sections` are headings with lines. `size`: smaller when there is much of it."""

    portrait: Portrait
    quote: Quote | None
    communicates: tuple[str, ...]
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    foot: tuple[str, ...]
    qr: Qr
    in_order: tuple[str, ...] = ()  # headings whose lines are numbered
    about_communication: str = ""  # its heading; empty: "How I communicate"
    size: Literal["", "close", "closer", "closest", "long"] = ""
