"""The plan: every item with its thread in a row, what waits to be published, what has ended."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.access.roles import Act
from throughline.base import clock
from throughline.people.sight import Sight
from throughline.plan import queries
from throughline.plan.choices import ItemKind
from throughline.plan.queries import ABOUT
from throughline.thread import load

from ... import words
from ...about_person import comm, tabs
from ...as_at import Moment, banner
from ...parts import AsAt, Button, Comm, Empty, Link, LinkRow, PlanTable, Tab
from ...thread.table import plan_table
from ..kinds import HEADINGS, NAMES, in_order


@dataclass(frozen=True)
class PlanPage:
    """All items by kind."""

    name: str
    banner: AsAt | None
    comm: Comm | None
    tabs: tuple[Tab, ...]
    table: PlanTable | None
    empty: Empty | None
    drafts: tuple[LinkRow, ...]
    waiting: tuple[LinkRow, ...]
    ended: tuple[LinkRow, ...]
    add: Button | None
    papers: tuple[Link, ...]


def plan_page(sight: Sight, day: Moment) -> PlanPage:
    """A fixed number of queries, whatever the history."""
    name, address = sight.person.name, reverse("plan:plan", args=[sight.person_id])
    rows = [row for row in load.load_plan(sight, day.moment) if not row.is_ended]
    may = not day.is_past and Act.PLAN in sight.may
    return PlanPage(
        name=name,
        banner=banner(day, address),
        comm=comm(sight, queries.communication(sight, day.moment)),
        tabs=tabs(sight.person, "plan:plan"),
        table=_table(name, rows) if rows else None,
        empty=None if rows else _empty(name),
        drafts=tuple(_draft(each, sight) for each in queries.drafts(sight)) if may else (),
        waiting=tuple(_waiting(version, day) for version in queries.unpublished(sight, day.moment)),
        ended=tuple(_ended(publication, day) for publication in queries.ended(sight, day.moment)),
        add=Button(_("Add to %(name)s’s plan") % {"name": name}, reverse("plan:item_new", args=[sight.person_id]), main=True, icon="plus")
        if may
        else None,
        papers=_papers(sight, rows, day),
    )


def _table(name: str, rows: Iterable[Any]) -> PlanTable:
    """One table, its rows under the heading of their kind."""
    by_kind: dict[str, list[Any]] = {kind: [] for kind in in_order()}
    for row in rows:
        by_kind[row.kind].append(row)
    each = [(str(HEADINGS[kind]) % {"name": name}, plan_table(name, found).rows) for kind, found in by_kind.items() if found]
    return replace(plan_table(name, ()), groups=tuple(each))


def _empty(name: str) -> Empty:
    return Empty(_("Nothing is in %(name)s’s plan yet. Begin with something %(name)s said or showed.") % {"name": name})


def _waiting(version: Any, at: Moment) -> LinkRow:
    said = {"n": version.number, "who": version.author.name, "day": words.days_ago(version.occurred_at, clock.today())}
    return LinkRow(
        at.keep(reverse("plan:version", args=[version.pk])), "", version.title, soft=_("Version %(n)s, written by %(who)s %(day)s") % said
    )


def _ended(publication: Any, at: Moment) -> LinkRow:
    said = {"day": words.short_day(publication.occurred_at, clock.today()), "why": publication.message}
    address = at.keep(reverse("thread:thread", args=[publication.item_id]))
    return LinkRow(address, "", publication.last_title or "", soft=_("Ended %(day)s. %(why)s") % said)


def _draft(draft: Any, sight: Sight) -> LinkRow:
    kind = draft.form.removeprefix("plan.")
    title = (draft.content.get("title") or [""])[0] or str(NAMES[kind]) % {"name": sight.person.name}
    new = reverse("plan:item_new", args=[sight.person_id]) + f"?kind={kind}"
    href = reverse("plan:write", args=[draft.about_id]) if draft.about_id else new
    day = words.days_ago(draft.updated_at, clock.today())
    return LinkRow(href, "", title, soft=_("You wrote this %(day)s. Only you see it.") % {"day": day})


def _papers(sight: Sight, rows: Iterable[Any], at: Moment) -> tuple[Link, ...]:
    """The papers made of the plan; as at a past day those that there were."""
    there = {row.kind for row in rows if row.is_followed}
    papers = (
        (_("%(name)s’s one-page profile") % {"name": sight.person.name}, "plan:profile", ABOUT),
        (_("All shift cards, to print"), "plan:cards", ItemKind.for_staff()),
    )
    shown = [(text, place) for text, place, kinds in papers if not at.is_past or there & set(kinds)]
    return tuple(Link(text, at.keep(reverse(place, args=[sight.person_id]))) for text, place in shown)
