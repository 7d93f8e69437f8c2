"""Who may see what about a person: not to be told first, then by contact and topic, then what rests on no permission."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.access.choices import Level
from throughline.access.law import Opened
from throughline.access.roles import Act
from throughline.agreements import policy, queries
from throughline.agreements.choices import GivenBy
from throughline.base import clock
from throughline.people import queries as people
from throughline.people.sight import Sight

from ... import about_person
from ...parts import Button, Comm, Link, Portrait, Standing, State, Table
from ...parts.record import Cell
from ...said import showing
from .. import wording
from . import without
from .without import Section


@dataclass(frozen=True)
class SharingPage:
    back: Link
    portrait: Portrait
    title: str
    comm: Comm | None
    sections: tuple[Section, ...]
    nobody: str  # with whom nothing is shared
    opens_nothing: tuple[tuple[Link, Standing], ...]
    taken_back: tuple[str, ...]
    everywhere: Link | None  # what was shared without permission, of everybody


def sharing_page(sight: Sight) -> SharingPage:
    """All of it, in sections."""
    person, name = sight.person, {"name": sight.person.name}
    contacts, shared = people.contacts(sight), queries.standing(sight)
    return SharingPage(
        back=Link(_("People in %(name)s’s life") % name, reverse("people:circle", args=[person.pk])),
        portrait=about_person.portrait(person),
        title=_("Who may see what about %(name)s") % name,
        comm=about_person.comm(sight),
        sections=(_not_told(sight), _may_see(sight, contacts, shared), *without.sections(sight)),
        nobody=_nobody(contacts, shared, person.name),
        opens_nothing=tuple(_opens_nothing(each, person.name) for each in _invalid(sight, shared)),
        taken_back=tuple(_taken_back(each, person.name) for each in queries.withdrawals(sight)),
        everywhere=_everywhere(sight),
    )


def _everywhere(sight: Sight) -> Link | None:
    if Act.SEE_READINGS not in sight.may:
        return None
    return Link(_("What was shared without permission, of everybody"), reverse("sharing:overrides"))


def button(sight: Sight, text: str, address: str, *, main: bool = False) -> Button:
    """A button to one of the forms."""
    return Button(text % {"name": sight.person.name}, reverse(f"sharing:{address}", args=[sight.person_id]), main=main)


# --- not to be told ---


def _not_told(sight: Sight) -> Section:
    may = bool(policy.may_close(sight.actor, sight.person))
    undo = bool(policy.may_keep_sharing(sight.actor, sight.person))
    closed = queries.not_to_be_told(sight)
    staff, others = queries.staff_shut(sight, closed), queries.perhaps_shut(sight, closed)
    rows = tuple(_closed(row, sight, undo, [*_perhaps(others[row.pk]), *_here(staff[row.pk], sight)]) for row in closed)
    columns = (_("Who"), _("About what"), _("How we know"), _("What can be done"))
    return Section(
        _("Not to be told"),
        Table(_("Not to be told"), columns, rows, caption_hidden=True) if rows else None,
        _("%(name)s has named nobody.") % {"name": sight.person.name},
        (button(sight, _("Somebody is not to be told"), "not_told"),) if may else (),
    )


def _closed(row: Any, sight: Sight, undo: bool, notes: list[str]) -> tuple[Cell, ...]:
    who = str(row.contact) if row.contact else row.name
    link = Link(
        _("%(name)s changed their mind") % {"name": sight.person.name},
        reverse("sharing:told_again", args=[sight.person_id, row.pk]),
        more=who,
    )
    known = " ".join([_how_we_know(row, sight.person.name), *notes])
    return State(who, "urgent"), wording.topics(row.topics), known, link if undo else ""


def _perhaps(others: list[Any]) -> list[str]:
    """Somebody may be written down twice, and only one of the two is shut."""
    return [_("%(who)s may be the same person. Look, before anything is shared with them.") % {"who": each} for each in others]


def _here(staff: list[str], sight: Sight) -> list[str]:
    """For whoever plans the team: who cannot support the person as things are."""
    return [_works_here(who, sight.person.name) for who in staff]


def _works_here(who: str, name: str) -> str:
    said = {"who": who, "name": name}
    return _("%(who)s works here too, and sees nothing of %(name)s here while that is so. Choose somebody else for the team.") % said


def _how_we_know(row: Any, name: str) -> str:
    """In the person's words; otherwise from whom."""
    said = {"name": name, "words": str(row.voice) if row.voice else row.words, "day": showing.short_day(row.occurred_at)}
    return (_("%(name)s, %(day)s: “%(words)s”") if row.voice else _("%(day)s: %(words)s")) % said


# --- by contact and topic ---


def _may_see(sight: Sight, contacts: Iterable[Any], shared: list[queries.Shared]) -> Section:
    name = sight.person.name
    opened = queries.open_to(sight, list({each.permission.contact_id: each.permission.contact for each in shared}.values()))
    ordered = sorted(shared, key=lambda each: (each.permission.contact.name, each.permission.about))
    by_others = any(each.permission.given_by != GivenBy.PERSON for each in shared)
    rows = tuple(_row(each, opened[each.permission.contact_id], name, by_others) for each in ordered)
    columns = (_("Who"), _("About what"), _("May see"), *((_("Who said so"),) if by_others else ()), _("Asked again"))
    return Section(
        _("What %(name)s said") % {"name": name},
        Table(_("Who may see what"), columns, rows, caption_hidden=True) if rows else None,
        _("%(name)s has not been asked yet. Nobody sees anything because they are family.") % {"name": name},
        _asking(sight, bool(shared)),
        tuple(showing.quote(voice, name, size="m") for voice in _words(shared)),
    )


def _words(shared: Iterable[queries.Shared]) -> list[Any]:
    """What the person said about it, the latest first; each once, however many topics it was about."""
    said = {each.permission.voice_id: each.permission.voice for each in shared if each.permission.voice}
    return sorted(said.values(), key=lambda voice: voice.sequence, reverse=True)


def _asking(sight: Sight, has_said: bool) -> tuple[Button, ...]:
    may, close = policy.may_keep_sharing(sight.actor, sight.person), policy.may_close(sight.actor, sight.person)
    found = [button(sight, _("Ask %(name)s about this"), "ask", main=True)] if may else []
    found += [button(sight, _("%(name)s takes something back"), "back")] if close and has_said else []
    return (*found, *([button(sight, _("Somebody else said so"), "by_others")] if may else []))


def _row(each: queries.Shared, opened: Opened, name: str, by_others: bool) -> tuple[Cell, ...]:
    given = each.permission
    what = Link(wording.topic(given.about), reverse("sharing:said", args=[given.pk]), more=given.contact.name)
    is_shut = each.is_open and opened.level(given.about) == Level.NO
    state = State(_("Shut: not to be told"), "urgent") if is_shut else wording.state(each)
    return str(given.contact), what, state, *((wording.given_by(given, name),) if by_others else ()), _again(each)


def _again(each: queries.Shared) -> Cell:
    """When it is asked again, marked when that day has come; and its last day, where it opens something."""
    until = each.permission.until
    named = {"day": showing.short_day(each.ask_again_on), "until": showing.short_day(until) if until else ""}
    if each.ask_again_on <= clock.today():
        return State(_("Ask again now, due %(day)s") % named, "look")
    return _("%(day)s; it ends on %(until)s") % named if until else named["day"]


def _nobody(contacts: Iterable[Any], shared: Iterable[queries.Shared], name: str) -> str:
    asked = {each.permission.contact_id for each in shared}
    others = ", ".join(str(each) for each in contacts if each.pk not in asked)
    return (
        _("%(name)s has said nothing about: %(others)s. They see nothing, unless it stands below.") % {"name": name, "others": others}
        if others
        else ""
    )


def _invalid(sight: Sight, shared: Iterable[queries.Shared]) -> list[Any]:
    """What was said since by somebody who cannot say it, and what nobody lawful has said anything about."""
    since = {(each.permission.contact_id, each.permission.about): each.permission.sequence for each in shared}
    rows = [each for each in queries.permissions(sight) if each.faults]
    return [each for each in rows if each.sequence > since.get((each.contact_id, each.about), 0)]


def _opens_nothing(row: Any, name: str) -> tuple[Link, Standing]:
    told = {"who": row.contact, "what": wording.topic(row.about), "by": wording.given_by(row, name)}
    link = Link(_("%(who)s, %(what)s: %(by)s") % told, reverse("sharing:said", args=[row.pk]))
    standing = wording.why_not(row.faults, _("It opens nothing"))
    return link, standing or Standing(_("It opens nothing"), (), "")


def _taken_back(row: Any, name: str) -> str:
    told = {"who": row.permission.contact, "what": wording.topic(row.permission.about), "how": _how_we_know(row, name)}
    return _("%(who)s, %(what)s. %(how)s") % told
