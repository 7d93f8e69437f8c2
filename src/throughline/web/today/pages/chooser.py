"""What to write down: three things, for one person."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.people.sight import Sight

from ... import about_person
from ...parts import Button, OnShift


@dataclass(frozen=True)
class Chooser:
    """Whose record it is, and three buttons."""

    question: str
    people: tuple[OnShift, ...]
    choices: tuple[Button, ...]


def chooser(sight: Sight, people: list[Any]) -> Chooser:
    """The page."""
    name, here = {"name": sight.person.name}, reverse("today:record")
    return Chooser(
        question=_("What do you write down for %(name)s?") % name,
        people=tuple(OnShift(about_person.portrait(each), f"{here}?p={each.pk}", each.pk == sight.person_id) for each in people),
        choices=(
            _choice(_("What %(name)s said or showed") % name, reverse("said:voice_new", args=[sight.person_id]), "said"),
            _choice(_("What happened with a step of %(name)s’s day") % name, f"{reverse('today:today')}?p={sight.person_id}", "good"),
            _choice(_("A note about %(name)s’s day") % name, reverse("today:note_new", args=[sight.person_id]), "pencil"),
        ),
    )


def _choice(text: str, href: str, icon: str) -> Button:
    return Button(text, href, icon=icon, size="shift", start=True)
