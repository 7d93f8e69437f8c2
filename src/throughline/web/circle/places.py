"""Where family, advocates and professionals can go: the places in their bar, in the same order on every page."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.people.choices import ContactKind

from ..shell import NavItem


def of_everybody(links: Sequence[Any]) -> tuple[NavItem, ...]:
    """On pages that are about nobody: the places of the only one, or the way to choose one of several."""
    if len(links) == 1:
        return of_person(links[0].person_id, links[0].kind)
    return (NavItem("choose", _("People"), reverse("circle:choose"), "people"),) if links else ()


def of_person(person_id: Any, kind: str) -> tuple[NavItem, ...]:
    """On pages about one person."""
    named = [
        ("home", _("Home"), "circle:home", "home"),
        ("agreed", _("What we agreed"), "circle:agreed", "card"),
        ("say", _("Have your say"), "circle:say", "said"),
        ("access", _("What I can see"), "circle:access", "info"),
    ]
    if kind == ContactKind.ADVOCATE:
        named += [("notes", _("Notes"), "circle:notes", "pencil"), ("ask", _("Ask for a review"), "circle:ask", "calendar")]
    return tuple(NavItem(key, text, reverse(address, args=[person_id]), icon) for key, text, address, icon in named)
