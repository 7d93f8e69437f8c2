"""The card of one item, on a phone."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.people.sight import Sight
from throughline.plan import queries

from ...about_person import comm
from ...parts import Comm, Empty, Link
from ..cards import StaffCard, card_of, has_card
from .around import around


@dataclass(frozen=True)
class CardPage:
    """A card that staff follow; `empty` when they follow none."""

    back: Link
    comm: Comm | None
    title: str
    card: StaffCard | None
    empty: Empty | None
    paper: Link | None


def card_page(sight: Sight, item: Any) -> CardPage:
    """A fixed number of queries."""
    name = sight.person.name
    published = queries.in_force(sight, item)
    followed = published if published and published.version and has_card(item.kind) else None
    card = card_of(followed.version, followed.decision, around(sight)) if followed else None
    paper = reverse("plan:cards", args=[sight.person_id]) + f"?item={item.pk}"
    return CardPage(
        back=Link(_("%(name)s’s plan") % {"name": name}, reverse("plan:plan", args=[sight.person_id])),
        comm=comm(sight),
        title=card.title if card else _("No card"),
        card=card,
        empty=None if card else Empty(_("Staff follow no card here. It is not published, it has ended, or its kind has no card.")),
        paper=Link(_("Print this card, A6"), paper) if card else None,
    )
