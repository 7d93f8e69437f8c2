"""You said, we did: what the person told us, what we did, and whether they say it is right."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base import clock
from throughline.people.sight import Sight
from throughline.plan import queries as plan
from throughline.reviews import policy, queries
from throughline.reviews.choices import ResponseState

from ... import about_person, as_at
from ...parts import AsAt, Button, Chip, Comm, Empty, Pages, Tab, Told, numbered_pages
from . import easy, row

A_PAGE = 20


@dataclass(frozen=True)
class Asked:
    """Which answers, which page of them, and whether as easy read."""

    state: str
    page: int
    easy: bool


@dataclass(frozen=True)
class SaidDid:
    title: str
    lead: str
    tabs: tuple[Tab, ...]
    comm: Comm | None
    as_at: AsAt | None
    print: Button
    chips: tuple[Chip, ...]
    rows: tuple[Told, ...]
    sheets: tuple[easy.Sheet, ...]
    pages: Pages | None
    empty: Empty | None


def asked(get: QueryDict) -> Asked:
    """?state=, ?page=, ?print=easy; what makes no sense shows everything."""
    state, page = get.get("state", ""), get.get("page", "")
    number = int(page) if page.isascii() and page.isdigit() and len(page) < 7 else 1
    return Asked(state if state in ResponseState.values else "", max(number, 1), get.get("print") == "easy")


def said_did(sight: Sight, wanted: Asked, moment: as_at.Moment) -> SaidDid:
    """The page, as at a moment. What waits longest comes first."""
    pairs = queries.said_and_did(sight, moment.moment)
    counts = Counter(row.state_of(voice, answered) for voice, answered in pairs)
    shown = [pair for pair in pairs if not wanted.state or row.state_of(*pair) == wanted.state]
    last = max(1, -(-len(shown) // A_PAGE))
    page = min(wanted.page, last)
    on_page = shown if wanted.easy else shown[(page - 1) * A_PAGE : page * A_PAGE]
    here = reverse("reviews:said_did", args=[sight.person_id])
    name = sight.person.name
    return SaidDid(
        title=_("You said, we did"),
        lead=_("What %(name)s told us, what we did, and whether %(name)s says it was right.") % {"name": name},
        tabs=about_person.tabs(sight.person, "reviews:said_did"),
        comm=None if wanted.easy else about_person.comm(sight),
        as_at=as_at.banner(moment, here),
        print=Button(_("Print easy read"), _address(here, wanted.state, 1, moment, easy=True), icon="print"),
        chips=_chips(counts, wanted, moment, here),
        rows=() if wanted.easy else _rows(sight, on_page, moment),
        sheets=tuple(easy.sheet(each, answered, sight) for each, answered in on_page) if wanted.easy else (),
        pages=numbered_pages(_("answers"), page, last, lambda n: _address(here, wanted.state, n, moment)) if last > 1 else None,
        empty=_empty(sight, wanted) if not shown else None,
    )


def _chips(counts: Mapping[str, int], wanted: Asked, moment: as_at.Moment, here: str) -> tuple[Chip, ...]:
    texts = {
        "": _("All %(n)d") % {"n": sum(counts.values())},
        ResponseState.WAITING: _("Waiting %(n)d") % {"n": counts[ResponseState.WAITING]},
        ResponseState.DOING: _("Doing %(n)d") % {"n": counts[ResponseState.DOING]},
        ResponseState.DONE: _("Done %(n)d") % {"n": counts[ResponseState.DONE]},
        ResponseState.COULD_NOT: _("Could not %(n)d") % {"n": counts[ResponseState.COULD_NOT]},
    }
    return tuple(Chip(text, _address(here, str(value), 1, moment), value == wanted.state) for value, text in texts.items())


def _address(here: str, state: str, page: int, moment: as_at.Moment, easy: bool = False) -> str:
    given = {
        "state": state,
        "page": str(page) if page > 1 else "",
        "as_at": moment.iso if moment.is_past else "",
        "print": "easy" if easy else "",
    }
    query = "&".join(f"{name}={value}" for name, value in given.items() if value)
    return f"{here}?{query}" if query else here


def _rows(sight: Sight, pairs: list[tuple[Any, Any]], moment: as_at.Moment) -> tuple[Told, ...]:
    """The rows of a page. The first that waits has the one filled button."""
    may = row.May(
        respond=not moment.is_past and bool(policy.may_respond(sight.actor, sight.person)),
        tell=not moment.is_past and bool(policy.may_tell(sight.actor, sight.person)),
    )
    items = [answered.response.item_id for _voice, answered in pairs if answered and answered.response.item_id]
    titles = plan.titles(sight, items, moment.moment) if items else {}
    first = next((voice.pk for voice, answered in pairs if row.state_of(voice, answered) == ResponseState.WAITING), None)
    today: date = moment.day if moment.is_past else clock.today()
    return tuple(row.told(voice, answered, sight, titles, may, today, main=voice.pk == first) for voice, answered in pairs)


def _empty(sight: Sight, wanted: Asked) -> Empty:
    if wanted.state:
        return Empty(_("Nothing stands here now."))
    text = _("Nothing from %(name)s waits for an answer. What %(name)s asks for or worries about comes here.") % {"name": sight.person.name}
    return Empty(text, Button(_("Add what %(name)s said") % {"name": sight.person.name}, reverse("said:voice_new", args=[sight.person_id])))
