"""What the pages about one person have in common."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from throughline.access import circle
from throughline.people.sight import Sight

from ...frame import frame, who_can_see_shared
from ...shell import Shell
from .. import places


def link_of(sight: Sight) -> Any:
    """The link through which somebody reads and writes; the first of several. One query."""
    return circle.links(sight.actor, sight.person_id)[0]


def shell(request: HttpRequest, sight: Sight, title: str, current: str) -> Shell:
    """The frame of a page about one person. `current` is the key of the place in the bar."""
    nav = places.of_person(sight.person_id, link_of(sight).kind)
    return frame(request, title, person=sight.person, current=current, nav=nav, who_can_see=who_can_see_shared(sight), surface="portal")


def show(request: HttpRequest, sight: Sight, template: str, title: str, current: str, page: Any) -> HttpResponse:
    """A page about one person."""
    return render(request, f"circle/{template}.jinja", {"shell": shell(request, sight, title, current), "page": page})
