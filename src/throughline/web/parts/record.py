"""Decisions, cards, tables and what happened when."""

from dataclasses import dataclass

from .basics import Button, Link, State
from .said import Quote, Source, Speaker


@dataclass(frozen=True)
class Option:
    """One of the ways. `picked`: the person's choice, in words; `note`: what anybody else should know about it."""

    name: str
    picture: str = ""
    good: tuple[str, ...] = ()
    less_good: tuple[str, ...] = ()
    picked: str = ""
    note: str = ""
    chosen: bool = False


@dataclass(frozen=True)
class View:
    """A view that a decision weighed, and its effect: shaped it, partly, not followed and why."""

    speaker: Speaker
    words: str
    effect: State


@dataclass(frozen=True)
class ShiftCard:
    """A card as it stands on a page."""

    title: str
    steps: tuple[str, ...]
    open: Link | None = None
    not_to_do: tuple[str, ...] = ()


@dataclass(frozen=True)
class Happening:
    """An item of a timeline: short title, date, who."""

    title: str
    when: str
    source: Source
    href: str = ""
    quote: Quote | None = None
    text: str = ""


@dataclass(frozen=True)
class AsAt:
    """The page is read as the record stood on another day."""

    text: str
    today: Link


@dataclass(frozen=True)
class Standing:
    """It does not take effect: why, and what to do."""

    title: str
    reasons: tuple[str, ...]
    to_do: str
    action: Button | None = None


Cell = str | Link | State


@dataclass(frozen=True)
class Table:
    """Rows of figures or words; the first cell of a row is its heading. On a phone each row becomes a card."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    cards: bool = True
    caption_hidden: bool = False


@dataclass(frozen=True)
class Reading:
    """Somebody read a record."""

    who: str
    role: str
    what: str
    when: str
