"""What stands around every page: its title, whose page it is, where one can go, and who can see it."""

from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _

from .as_at import Around

Surface = Literal["desk", "shift", "portal", "person", "evidence", "print"]
Theme = Literal["", "light", "dark"]


@dataclass(frozen=True)
class NavItem:
    """A place in the top or bottom bar. `key` is compared with the shell's `current`."""

    key: str
    text: str
    href: str
    icon: str = ""


@dataclass(frozen=True)
class Sync:
    """Where records are: on this phone, on the way, sent, or in need of somebody. Shift pages only."""

    text: str
    href: str
    icon: Literal["onphone", "sent", "look"] = "sent"


@dataclass(frozen=True)
class Shell:
    """Everything that the layouts show besides the page itself."""

    title: str
    person: str | None = None
    nav: tuple[NavItem, ...] = ()
    current: str = ""
    who_can_see: str | None = None  # the whole sentence, last on the page
    user: str = ""
    writer: str = ""  # the id of whoever is signed in: words kept in a browser are offered to nobody else
    theme: Theme = ""  # empty: as the device is set
    surface: Surface = "desk"
    home: str = "/"
    me: str = ""
    sync: Sync | None = None
    provider: str = ""
    homes: tuple[str, ...] = ()  # where the actor works; the first few of many
    help: str = ""
    worker: str = ""  # who keeps records on this phone, by id: pages for them carry the scripts of the phone
    day: Around | None = None  # as at which day the page is read
    wrong: bool = False  # a form on the page came back with mistakes

    @property
    def shown_theme(self) -> Theme:
        """Paper and evidence are always light."""
        return "light" if self.surface in ("print", "evidence") else self.theme

    @property
    def where(self) -> str:
        """The home that somebody works at; the provider, for whoever works at several."""
        return self.homes[0] if len(self.homes) == 1 else self.provider

    @property
    def full_title(self) -> str:
        """thing - person - Throughline, after "Error:" when something has to be put right."""
        parts = [self.title, self.person, "Throughline"]
        title = " - ".join(part for part in parts if part)
        return _("Error: %(title)s") % {"title": title} if self.wrong else title
