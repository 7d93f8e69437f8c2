"""What to write down: five things, for one person; what comes less often is folded."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.people import queries as people_
from throughline.people.sight import Sight

from ... import about_person
from ...daily import writing as daily
from ...parts import Button, OnShift
from ...upsets.wording import is_upset


@dataclass(frozen=True)
class Chooser:
    """Whose record it is, five buttons, and more behind a fold."""

    question: str
    people: tuple[OnShift, ...]
    choices: tuple[Button, ...]
    more: tuple[Button, ...]  # folded, so that the page stays calm


def chooser(sight: Sight, people: list[Any]) -> Chooser:
    """The page."""
    photos = people_.portraits([each.pk for each in people], sight.audiences)
    name = {"name": sight.person.name}
    return Chooser(
        question=_("What do you write down for %(name)s?") % name,
        people=tuple(_tab(each, photos.get(each.pk), each.pk == sight.person_id) for each in people),
        choices=(
            _choice(_("What %(name)s said or showed") % name, reverse("said:voice_new", args=[sight.person_id]), "said"),
            _choice(*is_upset(sight)),
            _choice(_("What happened with a step of %(name)s’s day") % name, f"{reverse('today:today')}?p={sight.person_id}", "good"),
            _choice(_("A note about %(name)s’s day") % name, reverse("today:note_new", args=[sight.person_id]), "pencil"),
            _choice(_("An incident: something that should not have happened"), reverse("incidents:new", args=[sight.person_id]), "look"),
        ),
        more=(
            _choice(_("Medicine that was missed"), reverse("medicine:new", args=[sight.person_id]), "clock"),
            *daily.choices(sight),
        ),
    )


def _tab(person: Any, photo_id: Any, current: bool) -> OnShift:
    return OnShift(about_person.portrait(person, photo_id), f"{reverse('today:record')}?p={person.pk}", current)


def _choice(text: str, href: str, icon: str) -> Button:
    return Button(text, href, icon=icon, size="shift", start=True)
