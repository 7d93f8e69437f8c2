"""Links, buttons, states, portraits, notices."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _

Party = Literal["person", "circle", "advocate", "professional", "staff"]
Tone = Literal["", "good", "look", "urgent", "info", "waiting"]

TONE_ICONS = {"": "", "good": "good", "look": "look", "urgent": "urgent", "info": "info", "waiting": "clock"}


@dataclass(frozen=True)
class Link:
    """`more` is read out but not shown, where the words alone would not say where the link goes."""

    text: str
    href: str
    icon: str = ""
    more: str = ""


@dataclass(frozen=True)
class Button:
    """A link that looks like a button when it has `href`, else the button that sends its form with `name` and `value`.

    One filled ("main") button a screen. `size`: "" or "shift". `more` is read out but not shown.
    """

    text: str
    href: str = ""
    main: bool = False
    icon: str = ""
    more: str = ""
    name: str = ""
    value: str = ""
    size: Literal["", "shift"] = ""
    wide: bool = False
    start: bool = False  # words at the start of the line, for buttons in a column

    @property
    def classes(self) -> str:
        marks = {"button-main": self.main, "button-shift": self.size == "shift", "button-wide": self.wide, "button-start": self.start}
        return " ".join(["button", *(name for name, on in marks.items() if on)])


@dataclass(frozen=True)
class State:
    """Where something stands: shape, word and colour. `icon` only when it is not the tone's own shape."""

    text: str
    tone: Tone = ""
    icon: str = ""

    @property
    def shape(self) -> str:
        return self.icon or TONE_ICONS[self.tone]


@dataclass(frozen=True)
class Portrait:
    """A person's photo when there is one, otherwise their initial in their own colour (or in their party's)."""

    name: str
    photo: str = ""
    own: str = "slate"
    party: Party = "person"

    @property
    def initial(self) -> str:
        return self.name[:1].upper()


@dataclass(frozen=True)
class Tab:
    text: str
    href: str
    current: bool = False


@dataclass(frozen=True)
class Chip:
    text: str
    href: str
    current: bool = False


@dataclass(frozen=True)
class Notice:
    """Something to know before the rest of the page. `live`: it has just happened, so screen readers say it."""

    title: str
    text: str = ""
    tone: Tone = "info"
    action: Button | None = None
    live: bool = False

    @property
    def shape(self) -> str:
        return TONE_ICONS[self.tone]


@dataclass(frozen=True)
class Empty:
    """Nothing here yet: what would be here, and how it comes to be."""

    text: str
    action: Button | None = None


@dataclass(frozen=True)
class Pages:
    """Links to the pages of a long list; `of` names the list."""

    of: str
    chips: tuple[Chip | None, ...]  # None: pages left out
    before: Link | None = None
    after: Link | None = None


def numbered_pages(of: str, page: int, last: int, href: Callable[[int], str]) -> Pages:
    """The first page, the last, and those beside this one."""
    shown = sorted({1, last, *range(max(1, page - 1), min(last, page + 1) + 1)})
    chips: list[Chip | None] = []
    for i, number in enumerate(shown):
        if i and number - shown[i - 1] > 1:
            chips.append(None)
        chips.append(Chip(str(number), href(number), number == page))
    before = Link(_("Page before"), href(page - 1)) if page > 1 else None
    after = Link(_("Next page"), href(page + 1)) if page < last else None
    return Pages(of, tuple(chips), before, after)
