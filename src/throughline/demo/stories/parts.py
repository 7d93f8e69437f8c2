"""Short ways to write what stories write often: lines of a card, who was there, what a decision weighed."""

from collections.abc import Iterable
from datetime import time
from typing import Any

from throughline.conversations.models import Contribution, Presence, Voice
from throughline.decisions.models import Consideration
from throughline.people.choices import Party
from throughline.people.models import Contact
from throughline.plan.models import Line, Stage, Step
from throughline.reviews.models import Perspective

Sourced = str | tuple[str, Voice | Contribution]


def lines(**parts: Iterable[Sourced]) -> list[Line]:
    """Lines by part; a pair says from whose words a line comes: `do=["Few words.", ("Dinner at 5", voice)]`."""
    return [_line(part, each) for part, texts in parts.items() for each in texts]


def _line(part: str, each: Sourced) -> Line:
    text, source = (each, None) if isinstance(each, str) else each
    return Line(
        part=part,
        text=text,
        voice=source if isinstance(source, Voice) else None,
        contribution=source if isinstance(source, Contribution) else None,
    )


def step(text: str, begins: str = "", ends: str = "", days: str = "every") -> Step:
    """A step between two times of day: `step("Tea", "14:30", "15:00")`."""
    return Step(text=text, from_time=_time(begins), to_time=_time(ends), days=days)


def stages(now: int, *steps: Stage) -> list[Stage]:
    """The steps of a ladder; `now`: the number of the one that the person is on."""
    for number, stage in enumerate(steps, 1):
        stage.is_current = number == now
    return list(steps)


def _time(text: str) -> time | None:
    return time.fromisoformat(text) if text else None


def themself(prepared: str = "") -> Presence:
    """The person themself, at their own conversation."""
    return Presence(party=Party.PERSON, prepared=prepared)


def came(who: Any, prepared: str = "", attendance: str = "came") -> Presence:
    """Somebody who was asked: a contact or a member of staff."""
    if isinstance(who, Contact):
        return Presence(party=who.kind, contact=who, prepared=prepared, attendance=attendance)
    return Presence(party=Party.STAFF, staff=who, prepared=prepared, attendance=attendance)


def weighed(said: Voice | Contribution, effect: str = "shaped", because: str = "") -> Consideration:
    """What a decision did with something that was said."""
    field = "voice" if isinstance(said, Voice) else "contribution"
    return Consideration(**{field: said}, effect=effect, because=because)


def works(voice: Voice, text: str, works: str = "works") -> Perspective:
    """What the person says of it, citing their voice."""
    return Perspective(party=Party.PERSON, voice=voice, works=works, text=text)


def sees(who: Any, text: str, works: str = "works") -> Perspective:
    """What somebody else says of it."""
    if isinstance(who, Contact):
        return Perspective(party=who.kind, contact=who, works=works, text=text)
    return Perspective(party=Party.STAFF, staff=who, works=works, text=text)
