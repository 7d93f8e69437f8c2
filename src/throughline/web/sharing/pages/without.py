"""What rests on no permission: what the law gives, what was shared for a reason and a time, what was told outside these pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from throughline.agreements import policy, queries
from throughline.agreements.choices import DisclosureBasis
from throughline.base.terms import gettext as _
from throughline.people.sight import Sight

from ...parts import Button, Link, Quote, State, Table
from ...parts.record import Cell
from ...said import showing
from .. import wording


@dataclass(frozen=True)
class Section:
    """One table with its heading, the person’s words before it, what is said when it is empty, and what can be done."""

    heading: str
    table: Table | None
    nothing: str
    actions: tuple[Button, ...] = ()
    quotes: tuple[Quote, ...] = ()  # the person's words on which it rests


def sections(sight: Sight) -> tuple[Section, ...]:
    return _by_law(sight), _without(sight), _told(sight)


def _table(caption: str, columns: tuple[str, ...], rows: tuple[tuple[Cell, ...], ...]) -> Table | None:
    return Table(caption, columns, rows, caption_hidden=True) if rows else None


def _button(sight: Sight, text: str, address: str, *, may: Any) -> tuple[Button, ...]:
    return (Button(text, reverse(f"sharing:{address}", args=[sight.person_id])),) if may else ()


def _columns() -> tuple[str, ...]:
    return (_("Who"), _("About what"), _("Why"), _("Until"), _("Where it stands"))


def _by_law(sight: Sight) -> Section:
    may = bool(policy.may_keep_sharing(sight.actor, sight.person))
    rows = tuple(_opened(each, "by_law_end" if may else "") for each in queries.statutory(sight))
    heading = _("What the law gives, whatever %(name)s said") % {"name": sight.person.name}
    button = _button(sight, _("The law gives somebody sight"), "by_law", may=may)
    return Section(heading, _table(heading, _columns(), rows), _("Nothing is written down."), button)


def _without(sight: Sight) -> Section:
    may = bool(policy.may_override(sight.actor, sight.person))
    rows = tuple(_opened(each, "without_end" if may else "") for each in queries.overrides(sight))
    heading = _("Shared without permission, for a reason and a time")
    button = _button(sight, _("Share without permission"), "without", may=may)
    return Section(heading, _table(heading, _columns(), rows), _("Nothing was."), button)


def _opened(each: queries.Opened, end: str) -> tuple[Cell, ...]:
    row = each.row
    why = _("%(kind)s: %(because)s") % {"kind": row.get_kind_display(), "because": row.because}
    return str(row.contact), wording.topics(row.topics), why, showing.short_day(row.until), state(each, end)


def state(each: queries.Opened, end: str = "") -> Cell:
    """Whether it is open; a link to end it where the reader can, and why it opens nothing where it never did."""
    if each.row.faults:
        standing = wording.why_not(each.row.faults, "")
        return State(_("Opens nothing: %(why)s") % {"why": standing.reasons[0] if standing else ""}, "urgent")
    if not each.is_open:
        return State(_("Has ended"))
    if not end:
        return State(_("Open"), "look")
    return Link(_("Open: end it now"), reverse(f"sharing:{end}", args=[each.row.person_id, each.row.pk]), more=str(each.row.contact))


def _told(sight: Sight) -> Section:
    rows = tuple(_disclosed(row) for row in queries.disclosures(sight))
    columns = (_("Who"), _("About what"), _("What they were told"), _("When"), _("Covered by"))
    heading = _("What was told outside these pages")
    button = _button(sight, _("Somebody was told something"), "told", may=policy.may_disclose(sight.actor, sight.person))
    return Section(heading, _table(heading, columns, rows), _("Nothing is written down."), button)


def _disclosed(row: Any) -> tuple[Cell, ...]:
    day = showing.short_day(row.occurred_at)
    who = Link(str(row.contact or row.to_whom), reverse("sharing:told_one", args=[row.pk]), more=day)
    return who, wording.topics(row.topics), row.what, day, covered(row)


def covered(row: Any) -> State:
    """What covered something that was told; marked when nothing did."""
    return State(str(DisclosureBasis(row.basis).label), "good" if row.matches else "urgent")


# --- over everybody, for those who lead ---


@dataclass(frozen=True)
class OverridesPage:
    title: str
    lead: str
    table: Table | None


def overrides_page(found: Iterable[queries.Opened]) -> OverridesPage:
    """What was shared without permission, of everybody whose readings the reader may see; what is open stands first."""
    every = sorted(found, key=lambda each: not each.is_open)
    columns = (_("Person"), *_columns(), _("Who did it, and when"), _("Did %(person)s know?"))
    title = _("Shared without permission")
    rows = tuple(_of_somebody(each) for each in every)
    lead = _("Each has a reason and an end, four weeks ahead at most. Look at what is open, and at what comes again and again.")
    return OverridesPage(title, lead, _table(title, columns, rows))


def _of_somebody(each: queries.Opened) -> tuple[Cell, ...]:
    row: Any = each.row
    person = Link(row.person.name, reverse("sharing:page", args=[row.person_id]))
    who = _("%(who)s, %(when)s") % {"who": row.author.name, "when": showing.moment(row.received_at)}
    return person, *_opened(each, ""), who, row.person_told or _("Nothing is written down.")
