"""Who takes part in what: what has to be looked at again, a table by part of life with the person first, who is there, what was before."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from throughline.agreements import policy, queries
from throughline.agreements.queries import Support, Taking
from throughline.authority import queries as authority
from throughline.authority.queries import Papers
from throughline.base.terms import gettext as _
from throughline.people.choices import Area
from throughline.people.sight import Sight
from throughline.practice import policy as practice
from throughline.practice import queries as happened
from throughline.practice.choices import IncidentKind
from throughline.thread.parts import UpForReview, parts_up_for_review

from ... import about_person
from ...as_at import Moment, banner
from ...parts import AsAt, Button, Comm, Link, Notice, Portrait, State, Table
from ...parts.record import Cell
from ...said import showing
from .. import wording


@dataclass(frozen=True)
class Line:
    """A sentence, and where one goes from it."""

    text: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class PartsPage:
    back: Link
    portrait: Portrait
    title: str
    comm: Comm | None
    as_at: AsAt | None
    due: tuple[Notice, ...]
    table: Table
    rest: str
    support: tuple[Line, ...]
    not_valid: Table | None
    changes: tuple[Line, ...]
    before: tuple[Line, ...]
    elsewhere: tuple[Link, ...]
    actions: tuple[Button, ...]


def parts_page(sight: Sight, at: Moment) -> PartsPage:
    """A fixed number of queries."""
    person, found = sight.person, queries.parts(sight, at.moment)
    may = not at.is_past and bool(policy.may_keep(sight.actor, person))
    supports = queries.supports(sight, at.moment)
    due = parts_up_for_review(sight, at.moment, found)
    return PartsPage(
        back=Link(_("People in %(name)s’s life") % {"name": person.name}, reverse("people:circle", args=[person.pk])),
        portrait=about_person.portrait(person),
        title=title(person.name),
        comm=about_person.comm(sight),
        as_at=banner(at, list_address(sight)),
        due=tuple(notice(each, person.name, may=may) for each in due),
        table=_table(found, authority.papers(sight, at.moment), {each.taking.part.pk for each in due}, person.name, at),
        rest=_rest(person.name),
        support=tuple(_support(each, may) for each in supports if each.ended is None),
        not_valid=_not_valid(found, person.name),
        changes=tuple(_change(each, sight, at) for each in happened.need_changes(sight, at.moment)),
        before=(*(_ended(each, person.name) for each in found if each.ended), *(_was_there(each) for each in supports if each.ended)),
        elsewhere=_elsewhere(sight),
        actions=_actions(sight, may, at),
    )


def title(name: str) -> str:
    return _("Who takes part in what in %(name)s’s life") % {"name": name}


def list_address(sight: Sight) -> str:
    return reverse("agreements:parts", args=[sight.person_id])


def back_to_list(sight: Sight) -> Link:
    return Link(title(sight.person.name), list_address(sight))


def _rest(name: str) -> str:
    return _(
        "In everything else %(name)s decides, and nobody else takes part until %(name)s is asked."
        " Taking part gives nobody a right to decide, and shows them nothing."
    ) % {"name": name}


# --- what has to be looked at ---


def notice(due: UpForReview, name: str, *, may: bool) -> Notice:
    """A part that has to be looked at again: whose, why, and what to do."""
    row = due.taking.part
    heading = _("Look at this again: %(who)s, %(area)s") % {"who": wording.who(row), "area": wording.area(row.area)}
    return Notice(heading, " ".join(_why(due, name)), "look", _to_do(due) if may else None)


def _why(due: UpForReview, name: str) -> list[str]:
    row, told = due.taking.part, []
    if row.needs_then and due.has_news:
        told.append(_("When it began: %(needs)s") % {"needs": row.needs_then})
    said = _("What %(name)s needs changed, written down on %(day)s: %(words)s")
    told += [said % {"name": name, "day": showing.short_day(each.recorded_at), "words": each.words} for each in due.changes]
    incident = _("%(what)s on %(day)s: %(seen)s")
    told += [incident % {"what": kind_of(each), "day": showing.short_day(each.occurred_at), "seen": each.seen} for each in due.incidents]
    told += wording.missed(due.missed)
    told += [_("Somebody looked, and it has to change: %(why)s") % {"why": due.taking.reviews[-1].because}] if due.is_to_change else []
    told += [_("It was to be looked at by %(day)s.") % {"day": showing.short_day(due.taking.look_again_on)}] if due.is_due else []
    told += [_("Nothing lets them decide this any more.")] if due.has_lapsed else []
    return told + ([_("They are in %(name)s’s life no more.") % {"name": name}] if due.is_gone else [])


def kind_of(incident: Any) -> str:
    return str(IncidentKind(incident.kind).label)


def _to_do(due: UpForReview) -> Button:
    row = due.taking.part
    more = f"{wording.who(row)}, {wording.area(row.area)}"
    if due.is_gone or due.has_lapsed or (due.is_to_change and not due.has_news):
        return Button(_("Say who does it from now on"), reverse("agreements:end", args=[row.pk]), more=more)
    return Button(_("Look at it again with %(person)s"), reverse("agreements:again", args=[row.pk]), more=more)


# --- the table ---


def _table(found: Iterable[Taking], papers: Iterable[Papers], due: set[Any], name: str, at: Moment) -> Table:
    """By part of life, the person first in each; only those in which something differs from the default."""
    several = [each for each in found if each.runs]
    lawful = {area: [each for each in papers if authority.carries(each, area, at.day)] for area in Area.values}
    rows: list[tuple[Cell, ...]] = []
    for area in Area.values:
        mine = [each for each in several if each.part.area == area]
        if mine:
            rows += [_person(area, name, lawful[area]), *(_row(each, each.part.pk in due, name, at) for each in mine)]
    columns = (_("Part of life"), _("Who"), _("How"), _("When it is looked at again"))
    everything: tuple[Cell, ...] = (_("Everything"), name, _("Decides"), "")
    return Table(_("Who takes part"), columns, tuple(rows) or (everything,), caption_hidden=True)


def _person(area: str, name: str, lawful: list[Papers]) -> tuple[Cell, ...]:
    how = _("Decides; by law somebody else decides what %(name)s cannot") % {"name": name} if lawful else _("Decides")
    return (wording.area(area), name, how, "")


def _row(taking: Taking, due: bool, name: str, at: Moment) -> tuple[Cell, ...]:
    row = taking.part
    again = showing.short_day(taking.look_again_on)
    state: Cell = State(_("Now"), "look") if due else again
    link = Link(wording.who(row), at.keep(reverse("agreements:part", args=[row.pk])), more=wording.area(row.area))
    return (wording.area(row.area), link, wording.part(row, name), state)


def _not_valid(found: Iterable[Taking], name: str) -> Table | None:
    several = [each.part for each in found if not each.is_valid]
    rows = tuple(
        (
            wording.area(row.area),
            Link(wording.who(row), reverse("agreements:part", args=[row.pk]), more=wording.area(row.area)),
            wording.part(row, name),
            State(_("Not valid: takes no effect"), "urgent"),
        )
        for row in several
    )
    columns = (_("Part of life"), _("Who"), _("How"), _("Where it stands"))
    return Table(_("Takes no effect"), columns, rows, caption_hidden=True) if rows else None


# --- the rest ---


def _support(each: Support, may: bool) -> Line:
    row = each.row
    named = {"who": wording.who(row), "how": row.how, "day": showing.short_day(row.since_on)}
    links = (Link(_("They no longer are"), reverse("agreements:support_end", args=[row.pk]), more=named["who"]), _mistake(row, "support"))
    return Line(_("%(who)s: %(how)s Since %(day)s.") % named, links if may else ())


def _mistake(row: Any, table: str) -> Link:
    return Link(_("Entered by mistake"), reverse("agreements:mistake", args=[row.person_id, table, row.pk]), more=str(row)[:80])


def _change(row: Any, sight: Sight, at: Moment) -> Line:
    named = {"area": wording.area(row.area), "words": row.words, "day": showing.short_day(row.since_on), "who": row.author.name}
    may = not at.is_past and practice.may_correct_seen(sight, row)
    link = Link(_("Entered by mistake"), reverse("agreements:need_mistake", args=[row.pk]), more=row.words[:80])
    return Line(_("%(area)s, since %(day)s: %(words)s (%(who)s)") % named, (link,) if may else ())


def _ended(taking: Taking, name: str) -> Line:
    row, ended = taking.part, taking.ended
    named = {"who": wording.who(row), "area": wording.area(row.area), "how": wording.part(row, name)}
    said = {"day": showing.short_day(ended.on), "why": ended.why} if ended else {}
    text = _("%(area)s: %(who)s. %(how)s. Until %(day)s: %(why)s") % (named | said)
    return Line(text, (Link(_("Open it"), reverse("agreements:part", args=[row.pk]), more=named["who"]),))


def _was_there(each: Support) -> Line:
    ended: Any = each.ended
    named = {"who": wording.who(each.row), "how": each.row.how, "day": showing.short_day(ended.on), "why": ended.why}
    return Line(_("%(who)s: %(how)s Until %(day)s: %(why)s") % named)


def _elsewhere(sight: Sight) -> tuple[Link, ...]:
    said = {"name": sight.person.name}
    places = (
        (_("What was agreed with %(name)s’s people") % said, "agreements:agreement"),
        (_("Who decides, on one page of paper"), "agreements:who_decides"),
        (_("Who can decide for %(name)s, by law") % said, "authority:list"),
    )
    return tuple(Link(text, reverse(address, args=[sight.person_id])) for text, address in places)


def _actions(sight: Sight, may: bool, at: Moment) -> tuple[Button, ...]:
    said = {"name": sight.person.name}
    new = Button(_("Write down who takes part"), reverse("agreements:part_new", args=[sight.person_id]), main=True, icon="plus")
    there = Button(_("Somebody is there for %(name)s") % said, reverse("agreements:support_new", args=[sight.person_id]), icon="plus")
    need = Button(_("What %(name)s needs has changed") % said, reverse("agreements:need_new", args=[sight.person_id]), icon="plus")
    may_need = not at.is_past and bool(practice.may_keep(sight.actor, sight.person))
    return ((new, there) if may else ()) + ((need,) if may_need else ())
