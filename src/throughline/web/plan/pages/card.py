"""The card of one item, on a phone."""

from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse

from throughline.access.roles import Act
from throughline.base.errors import NotFound
from throughline.base.terms import gettext as _
from throughline.people.sight import Sight
from throughline.plan import queries
from throughline.plan.climbing import stage_of

from ...about_person import comm
from ...as_at import Moment, banner
from ...parts import AsAt, Button, Comm, Empty, Link
from ...team.reading import OnCard, on_card, to_today
from ..cards import Around, StaffCard, card_of, has_card
from .around import around


@dataclass(frozen=True)
class CardPage:
    """A card that staff follow; `empty` when they follow none."""

    back: Link
    comm: Comm | None
    title: str
    card: StaffCard | None
    empty: Empty | None
    try_it: Button | None  # of a ladder
    paper: Link | None
    read: OnCard | None
    as_at: AsAt | None


def card_page(sight: Sight, item: Any, at: Moment, then: str = "") -> CardPage:
    """A fixed number of queries. NotFound as at a day by which nothing of the item was published. then: where one came from."""
    name = sight.person.name
    published = queries.in_force(sight, item, at.moment)
    if published is None and at.is_past:
        raise NotFound
    followed = published if published and published.version and has_card(item.kind) else None
    card = _card(followed, around(sight, at=at)) if followed else None
    paper = at.keep(reverse("plan:cards", args=[sight.person_id]) + f"?item={item.pk}")
    return CardPage(
        back=to_today(then) or Link(_("%(name)s’s plan") % {"name": name}, at.keep(reverse("plan:plan", args=[sight.person_id]))),
        comm=comm(sight, queries.communication(sight, at.moment)),
        title=card.title if card else _("No card"),
        card=card,
        empty=None if card else Empty(_("%(Staff)s follow no card here. It is not published, it has ended, or its kind has no card.")),
        try_it=_try_it(sight, followed) if followed and not at.is_past else None,
        paper=Link(_("Print this card, A6"), paper) if card else None,
        read=on_card(sight, followed, then) if followed and not at.is_past else None,
        as_at=banner(at, reverse("plan:card", args=[item.pk])),
    )


def _card(followed: Any, known: Around) -> StaffCard:
    """As it is printed, with the way to the words behind it."""
    card = card_of(followed.version, followed.decision, known)
    return replace(card, quote=known.cited.linked(followed.version.own_words))


def _try_it(sight: Sight, followed: Any) -> Button | None:
    """From the card of a ladder, at whatever time somebody tries its step."""
    may = Act.KEEP_PRACTICE in sight.may and stage_of(followed.version) is not None
    return Button(_("Write down a try"), reverse("ladders:new", args=[followed.item_id])) if may else None
