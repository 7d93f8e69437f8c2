"""Papers: shift cards four to a page, and the one-page profile."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base.errors import NotFound
from throughline.people.sight import Sight
from throughline.plan import queries
from throughline.plan.choices import ItemKind

from ...as_at import Moment, banner
from ...parts import AsAt, Link, Paper
from .. import leaves
from ..cards import card_of
from ..qr import code
from .around import around

ON_A_SHEET = 4
Absolute = Callable[[str], str]  # an address of ours, with the host


@dataclass(frozen=True)
class CardsPage:
    """Sheets of four cards."""

    title: str
    back: Link
    note: str
    sheets: tuple[tuple[Paper, ...], ...]
    as_at: AsAt | None


def cards_page(sight: Sight, absolute: Absolute, at: Moment, only: UUID | None = None) -> CardsPage:
    """All the cards that staff follow, or one item's. A fixed number of queries. NotFound as at a day on which they followed none."""
    name = sight.person.name
    followed = queries.followed(sight, at.moment, kinds=ItemKind.for_staff())
    these = [each for each in followed if only is None or each.item_id == only]
    if not these and at.is_past:
        raise NotFound
    shared = around(sight, at=at)
    papers = [paper for each in these for paper in _papers(each, shared, absolute)]
    return CardsPage(
        title=_("%(name)s’s shift cards") % {"name": name},
        back=Link(_("%(name)s’s plan") % {"name": name}, at.keep(reverse("plan:plan", args=[sight.person_id]))),
        note=_("Print with your browser on A4, without margins or headers, and cut along the dashed lines.")
        if papers
        else _("There are no cards yet. A card comes from a published routine, or from what helps."),
        sheets=tuple(tuple(papers[n : n + ON_A_SHEET]) for n in range(0, len(papers), ON_A_SHEET)),
        as_at=banner(at, reverse("plan:cards", args=[sight.person_id]) + (f"?item={only}" if only else "")),
    )


def _papers(publication: Any, shared: Any, absolute: Absolute) -> Iterable[Paper]:
    address = absolute(reverse("thread:thread", args=[publication.item_id]))
    card = card_of(publication.version, publication.decision, shared)
    return leaves.papers(card, code(address, _("Code that opens the thread of %(title)s") % {"title": card.title}))
