"""The person's words, other people's words, and how we know."""

from dataclasses import dataclass, field
from typing import Literal

from .basics import Button, Link, Party, Portrait

HowTold = Literal["said", "wrote", "signed", "device", "picked", "showed", "told_by_someone"]

# What these bring is the person's own wording; it stands between quotation marks.
IN_WORDS = frozenset({"said", "wrote", "signed", "device"})
# What these bring is somebody else's wording of what the person did; it is never plum.
IN_OTHERS_WORDS = frozenset({"showed", "told_by_someone"})

PARTY_ICONS = {"person": "said", "circle": "family", "advocate": "advocate", "professional": "pro", "staff": "staff"}


@dataclass(frozen=True)
class Speaker:
    """Who speaks and on whose side: icon, name and colour. `name` carries the role: "Priya, Jo’s mum"."""

    party: Party
    name: str

    @property
    def icon(self) -> str:
        return PARTY_ICONS[self.party]


@dataclass(frozen=True)
class Sound:
    """A recording. `words` is the link's: "Hear it", "Hear Jo". Its words must stand beside it."""

    href: str
    seconds: int
    words: str


@dataclass(frozen=True)
class Source:
    """How we know: who, how they told us, when; a sound; a link to the record."""

    parts: tuple[str, ...] = ()
    speaker: Speaker | None = None
    sound: Sound | None = None
    link: Link | None = None


@dataclass(frozen=True)
class Thought:
    """What somebody thinks that it means, apart from what was seen. `checked` says whether the person was asked."""

    who: str
    words: str
    checked: str


@dataclass(frozen=True)
class Quote:
    """What the person said or showed: the plum bar, and plum words when the wording is theirs.

    Sizes: "s", "" (on a page), "m" (under a name), "l" (the first thing on a thread or decision).
    """

    words: str
    source: Source | None = None
    how: HowTold = "said"
    size: Literal["", "s", "m", "l"] = ""
    thought: Thought | None = None

    @property
    def in_words(self) -> bool:
        return self.how in IN_WORDS

    @property
    def classes(self) -> str:
        return " ".join(
            ["quote"] + ([f"quote-{self.size}"] if self.size else []) + (["quote-shown"] if self.how in IN_OTHERS_WORDS else [])
        )


@dataclass(frozen=True)
class Contribution:
    """What circle, advocate, professional or staff said. Quoted when the wording is theirs."""

    words: str
    source: Source
    quoted: bool = False


@dataclass(frozen=True)
class Comm:
    """How the person communicates: on every page about them, and it cannot be closed."""

    name: str
    text: str
    check_by: str = ""


@dataclass(frozen=True)
class PersonHead:
    """The top of a person's page: their colour, picture, name and words."""

    portrait: Portrait
    quote: Quote | None = None
    action: Button | None = None
    notes: tuple[str, ...] = field(default=())

    @property
    def name(self) -> str:
        return self.portrait.name

    @property
    def own(self) -> str:
        return self.portrait.own
