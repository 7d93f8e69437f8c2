"""Who can decide for a person by law: what is proven, what is only claimed, what has ended; advance refusals and advocates."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.authority import policy, queries
from throughline.authority.choices import AuthorityKind
from throughline.authority.legal_texts import OF_ADVOCATE, OF_AUTHORITY, OF_REFUSALS
from throughline.authority.queries import Papers
from throughline.people.sight import Sight

from ... import about_person, legal
from ...as_at import Moment, banner
from ...parts import AsAt, Button, Comm, Link, LinkRow, Portrait, Table
from ...parts.record import Cell
from .. import wording
from . import lines
from .lines import Card


@dataclass(frozen=True)
class PowersPage:
    back: Link
    portrait: Portrait
    title: str
    lead: str
    law: tuple[str, ...]
    comm: Comm | None
    as_at: AsAt | None
    proven: Table | None
    claimed: Table | None
    ended: Table | None
    beforehand: tuple[Card, ...]
    beforehand_law: tuple[str, ...]
    taken_back: tuple[str, ...]
    advocates: tuple[Card, ...]
    before: tuple[Card, ...]
    actions: tuple[Button, ...]


def powers_page(sight: Sight, at: Moment) -> PowersPage:
    """The person decides; then what is proven, what is only claimed, what has ended."""
    person, name = sight.person, {"name": sight.person.name}
    papers = queries.papers(sight, at.moment)
    over = [each for each in papers if each.is_over(at.day)]
    goes_on = [each for each in papers if each not in over]
    may = not at.is_past and bool(policy.may_keep(sight.actor, person))
    refusals, advocates = queries.refusals(sight, at.moment), queries.advocates(sight, at.moment)
    sendings = queries.sendings(refusals, at.moment)
    return PowersPage(
        back=Link(_("People in %(name)s’s life") % name, reverse("people:circle", args=[person.pk])),
        portrait=about_person.portrait(person),
        title=_("Who can decide for %(name)s, by law") % name,
        lead=_("%(name)s decides, unless the law says otherwise for a question.") % name,
        law=legal.texts(["person-decides"]),
        comm=about_person.comm(sight),
        as_at=banner(at, list_address(sight)),
        proven=_table(_("Somebody has seen the papers"), [each for each in goes_on if each.proofs], at, person.name),
        claimed=_table(_("Only claimed"), [each for each in goes_on if not each.proofs], at, person.name),
        ended=_table(_("Has ended"), over, at, person.name),
        beforehand=tuple(lines.refusal(each, sendings.get(each.pk, ()), may=may) for each in refusals),
        beforehand_law=legal.texts(OF_REFUSALS),
        taken_back=tuple(lines.taken_back(each, person.name) for each in queries.withdrawn_refusals(sight, at.moment)),
        advocates=_advocates((each for each in advocates if not each.ended), may),
        before=_advocates((each for each in advocates if each.ended), may),
        actions=_actions(sight) if may else (),
    )


def list_address(sight: Sight) -> str:
    return reverse("authority:list", args=[sight.person_id])


def _table(caption: str, papers: list[Papers], at: Moment, name: str) -> Table | None:
    columns = (_("What it is"), _("Who holds it"), _("What it covers"), _("Where it stands"))
    rows = tuple(_row(each, at, name) for each in papers)
    return Table(caption, columns, rows, caption_hidden=True) if rows else None


def _row(papers: Papers, at: Moment, name: str) -> tuple[Cell, ...]:
    row = papers.authority
    link = Link(str(row), reverse("authority:power", args=[row.pk]))
    return (link, wording.holders(row, name), wording.covers(row), wording.state(papers, at.day))


def _advocates(several: Iterable[queries.Advocate], may: bool) -> tuple[Card, ...]:
    return tuple(lines.advocate(each, OF_ADVOCATE.get(each.advocacy.kind, ()), may=may) for each in several)


def _actions(sight: Sight) -> tuple[Button, ...]:
    addresses = (
        (_("Write down who can decide by law"), "authority:new"),
        (_("Write down treatment that %(name)s said no to beforehand"), "authority:refusal_new"),
        (_("Write down an advocate"), "authority:advocate_new"),
    )
    name = {"name": sight.person.name}
    return tuple(
        Button(text % name, reverse(address, args=[sight.person_id]), main=n == 0, icon="plus")
        for n, (text, address) in enumerate(addresses)
    )


# --- which kind ---


@dataclass(frozen=True)
class KindsPage:
    back: Link
    portrait: Portrait
    title: str
    rows: tuple[LinkRow, ...]


def kinds_page(sight: Sight) -> KindsPage:
    """Which kind of authority, each with what the law says of it."""
    return KindsPage(
        back=back_to_list(sight),
        portrait=about_person.portrait(sight.person),
        title=_("What kind of authority is it?"),
        rows=tuple(
            LinkRow(
                reverse("authority:write", args=[sight.person_id, kind.value]),
                "",
                strong=str(kind.label),
                soft=" ".join(legal.texts(OF_AUTHORITY[kind.value])),
            )
            for kind in AuthorityKind
        ),
    )


def back_to_list(sight: Sight) -> Link:
    return Link(_("Who can decide for %(name)s, by law") % {"name": sight.person.name}, list_address(sight))
