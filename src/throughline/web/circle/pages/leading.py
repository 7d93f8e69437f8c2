"""A review that somebody in the person's life leads: what it is about, as far as that is shared with them."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.access import circle
from throughline.base import clock
from throughline.base.errors import NotFound
from throughline.people.sight import Sight
from throughline.reviews import queries as reviews

from ... import words
from ...parts import LinkRow
from .. import shared


@dataclass(frozen=True)
class Leading:
    asked: Any
    heading: str
    lines: tuple[str, ...]


def to_lead(sight: Sight) -> list[Any]:
    """What whoever reads is to lead. Two queries."""
    return reviews.to_lead(sight, [link.contact_id for link in circle.links(sight.actor, sight.person_id)])


def rows(sight: Sight, followed: list[Any]) -> tuple[LinkRow, ...]:
    """For the first page. followed: what staff follow, of what is shared."""
    titles = {each.item_id: each.version.title for each in followed}
    return tuple(_row(each, sight, titles.get(each.item_id, "")) for each in to_lead(sight))


def _row(asked: Any, sight: Sight, title: str) -> LinkRow:
    day = words.full_day(asked.on, clock.today())
    text = _("You lead a review on %(day)s") % {"day": day}
    return LinkRow(reverse("circle:lead", args=[sight.person_id, asked.pk]), text, soft=title)


def leading(sight: Sight, asked_id: UUID) -> Leading:
    """One of them. NotFound when somebody else leads it, or it was looked at again."""
    asked = next((each for each in to_lead(sight) if each.pk == asked_id), None)
    if asked is None:
        raise NotFound
    item = next((each.version for each in shared.in_force(sight) if each.item_id == asked.item_id), None)
    day = _("People look again on %(day)s.") % {"day": words.full_day(asked.on, clock.today())}
    if item is None:
        return Leading(asked, _("The review that you lead"), (day, _("What it is about is not shared with you. Ask the team.")))
    return Leading(asked, _("You lead the review: %(title)s") % {"title": item.title}, tuple(each for each in (day, item.summary) if each))
