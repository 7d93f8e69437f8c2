"""A shift: what now, what next, what happened. And the manager's morning, which is made of the same rows."""

from dataclasses import dataclass

from .basics import Button, Portrait
from .said import Quote


@dataclass(frozen=True)
class OnShift:
    """A person on this shift; one at a time is the one on the page."""

    portrait: Portrait
    href: str
    current: bool = False


@dataclass(frozen=True)
class Why:
    """Why something is done: the beginning of what the person said, or of what was seen. own: the wording is theirs."""

    text: str
    own: bool


@dataclass(frozen=True)
class LinkRow:
    """A row that is a link: a time, or bold words first, then words, why in the person's words, then a quieter line."""

    href: str
    text: str
    strong: str = ""
    time: str = ""
    soft: str = ""
    why: Why | None = None


@dataclass(frozen=True)
class Changed:
    """What changed since this worker was last here, to read first."""

    title: str
    rows: tuple[LinkRow, ...]


@dataclass(frozen=True)
class Now:
    """What to do now, why in the person's words, and the one button."""

    title: str
    between: str
    record: Button
    quote: Quote | None = None


@dataclass(frozen=True)
class Outcome:
    """An answer that saves with one press."""

    text: str
    value: str
    icon: str = ""


@dataclass(frozen=True)
class Answers:
    """What happened? `name` is the field that the pressed button sends."""

    question: str
    name: str
    outcomes: tuple[Outcome, ...]
    hint: str = ""


FEELING_ICONS = {"good": "happy", "so-so": "soso", "not-good": "unhappy"}


@dataclass(frozen=True)
class Feelings:
    """How was it for the person? Three, never five. Words come in the order good, so-so, not good."""

    question: str
    name: str
    words: tuple[str, str, str]
    optional: str = ""

    @property
    def faces(self) -> list[Outcome]:
        pairs = zip(FEELING_ICONS.items(), self.words, strict=True)
        return [Outcome(text, value, icon) for (value, icon), text in pairs]


@dataclass(frozen=True)
class Saved:
    """Saved, and how to undo it. It stays in the page."""

    text: str
    undo: Button | None = None


@dataclass(frozen=True)
class Todo:
    """Something that waits for somebody. `own_words`: the person's words inside the line."""

    text: str
    soft: str
    action: Button
    portrait: Portrait | None = None
    icon: str = ""
    own_words: str = ""


@dataclass(frozen=True)
class Block:
    """A part of the morning board, or of any page of rows: a heading on the left, rows on the right."""

    title: str
    todos: tuple[Todo, ...]
    small: str = ""
    when_empty: str = ""
