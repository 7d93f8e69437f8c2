"""The people of the gallery, and what several of its pages have in common."""

from dataclasses import dataclass, replace
from typing import Any

from django.templatetags.static import static

from ..parts import Comm, Portrait, Quote, Sound, Source, Speaker
from ..shell import NavItem, Shell, Sync, Theme


@dataclass(frozen=True)
class Shown:
    """A page of the gallery with the shell around it."""

    shell: Shell
    page: Any

    def shell_in(self, theme: str) -> Shell:
        chosen: Theme = "dark" if theme == "dark" else "light" if theme == "light" else ""
        return replace(self.shell, theme=chosen)


class _Later:
    """Pictures are found when a page is shown: their names are not known while the program starts."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __str__(self) -> str:
        return static(f"throughline/{self.path}")

    def __html__(self) -> str:
        return str(self)


def picture(name: str) -> Any:
    return _Later(f"pictures/{name}.svg")


JO = Portrait("Jo", _Later("portraits/jo.svg"), own="teal")  # type: ignore[arg-type]
SAM = Portrait("Sam", _Later("portraits/sam.svg"), own="amber")  # type: ignore[arg-type]
LEE = Portrait("Lee", _Later("portraits/lee.svg"), own="ocean")  # type: ignore[arg-type]
PRIYA = Portrait("Priya", party="circle")

JO_SPEAKS = Speaker("person", "Jo")
PRIYA_SPEAKS = Speaker("circle", "Priya, Jo’s mum")
AMINA_SPEAKS = Speaker("staff", "Amina, staff")

DESK = (
    NavItem("morning", "Morning", "#"),
    NavItem("people", "People", "#"),
    NavItem("reviews", "Reviews", "#"),
    NavItem("assurance", "Assurance", "#"),
)
BAR = (
    NavItem("today", "Today", "#", "home"),
    NavItem("people", "People", "#", "people"),
    NavItem("record", "Record", "#", "plus"),
    NavItem("handover", "Handover", "#", "handover"),
)
TEAM = "Who can see this page: Jo, the 12 people on Jo’s team, and Ruth. Every reading is kept, and Jo can see the list."


def desk(title: str, person: str | None = "Jo", **more: Any) -> Shell:
    common: dict[str, Any] = {
        "nav": DESK,
        "current": "people",
        "user": "Amina",
        "me": "#",
        "home": "#",
        "sync": Sync("All sent 14:02", "#"),
    }
    return Shell(title, person, **{**common, **more})


TOO_LOUD = "It gets too loud. I need my headphones and nobody talking."
FIRST = Quote(
    TOO_LOUD,
    Source(("said it, Tuesday 24 February",), JO_SPEAKS, Sound("#", 11, "Hear it")),
    size="l",
)
BETTER = Quote("Better.", Source(("said it, and picked thumbs up, Monday 20 April",), JO_SPEAKS), size="l")
COMM = Comm(
    "Jo",
    "Photos and few words. Wait 10 seconds. One person talks. Thumb up is yes. Looking away is no, or stop.",
    "1 June",
)
