"""The one-page profile with how the person communicates: with its sources on a screen, and on one A4."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.access.roles import Act
from throughline.base import clock
from throughline.base.errors import NotFound
from throughline.people import queries as people
from throughline.people.sight import Sight
from throughline.plan import queries
from throughline.plan.choices import ItemKind, LinePart

from ... import words
from ...about_person import portrait, tabs
from ...as_at import Moment, banner
from ...parts import AsAt, Button, Empty, Link, OnePage, Portrait, Quote, Tab
from ..cards import agreed, as_it_stood, look_again
from ..cited import Cited, cited
from ..kinds import OWN, part_name
from ..qr import code
from .papers import Absolute
from .sheet import fitted
from .version import Part, parts_of

NEAREST = ("circle", "advocate", "professional")
KINDS = (ItemKind.PROFILE, ItemKind.COMMUNICATION)


@dataclass(frozen=True)
class Half:
    """The profile, or how the person communicates: its parts, on what it rests, and its thread."""

    parts: tuple[Part, ...]
    quote: Quote | None
    foot: tuple[str, ...]
    thread: Link | None
    empty: Empty | None


@dataclass(frozen=True)
class ProfilePage:
    """Both, with the source of every line."""

    name: str
    portrait: Portrait
    tabs: tuple[Tab, ...]
    profile: Half
    communication: Half
    paper: Link | None
    as_at: AsAt | None


def _published(sight: Sight, at: Moment) -> dict[str, Any]:
    """What is in force of each kind; the latest item, should there be two. NotFound as at a day on which nothing was."""
    found = {each.item.kind: each for each in queries.followed(sight, at.moment, kinds=KINDS)}
    if not found and at.is_past:
        raise NotFound
    return found


def profile_page(sight: Sight, at: Moment) -> ProfilePage:
    """A fixed number of queries."""
    found, words_of = _published(sight, at), cited(sight, at.moment)
    may = Act.PLAN in sight.may and not at.is_past
    halves = {kind: _half(found.get(kind), kind, words_of, at, may) for kind in KINDS}
    address = reverse("plan:profile", args=[sight.person_id])
    return ProfilePage(
        name=sight.person.name,
        portrait=portrait(sight.person, people.portrait(sight)),
        tabs=tabs(sight.person, "plan:plan"),
        profile=halves[ItemKind.PROFILE],
        communication=halves[ItemKind.COMMUNICATION],
        paper=Link(_("Print it on one page, A4"), at.keep(f"{address}?paper=a4")) if found else None,
        as_at=banner(at, address),
    )


def _half(publication: Any, kind: str, words_of: Cited, at: Moment, may: bool) -> Half:
    if publication is None:
        return Half((), None, (), None, _empty(kind, words_of, may))
    version = publication.version
    address = at.keep(reverse("thread:thread", args=[publication.item_id]))
    thread = Link(_("Who said this, and what came of it"), address, more=version.title)
    return Half(parts_of(version, words_of), words_of.quote(version.own_words, "m"), _foot(publication, words_of, at), thread, None)


def _empty(kind: str, words_of: Cited, may: bool) -> Empty:
    said = {"name": words_of.name}
    text = _("No one-page profile yet.") if kind == ItemKind.PROFILE else _("Nothing on how %(name)s communicates yet.") % said
    address = reverse("plan:item_new", args=[words_of.sight.person_id]) + f"?kind={kind}"
    return Empty(text, Button(_("Make it with %(name)s") % said, address, more=text) if may else None)


def _foot(publication: Any, words_of: Cited, at: Moment) -> tuple[str, ...]:
    """On what it rests, and when it is checked again."""
    return (_rests_on(publication, words_of.name), look_again(publication.version.look_again_on, at))


def _rests_on(publication: Any, name: str) -> str:
    """A profile is told, not decided: without a decision, the person's words are what it rests on."""
    version = publication.version
    told = version.own_words_id or any(line.voice_id for line in version.lines.all())
    if publication.decision is not None or not told:
        return agreed(publication.decision, name)
    day = words.short_day(publication.occurred_at, clock.today())
    return _("Made from what %(name)s said and showed, %(day)s.") % {"name": name, "day": day}


@dataclass(frozen=True)
class PaperPage:
    """The profile as it prints."""

    back: Link
    note: str
    paper: OnePage | None
    as_at: AsAt | None


def one_page(sight: Sight, absolute: Absolute, at: Moment) -> PaperPage:
    """On one A4; smaller when there is much of it, and over the page when there is far too much."""
    found, words_of, address = _published(sight, at), cited(sight, at.moment), reverse("plan:profile", args=[sight.person_id])
    profile, told = found.get(ItemKind.PROFILE), found.get(ItemKind.COMMUNICATION)
    back = Link(_("%(name)s’s one-page profile") % {"name": sight.person.name}, at.keep(address))
    if profile is None and told is None:
        return PaperPage(back, _("There is no profile to print yet."), None, None)
    own = profile is not None and profile.version.own_words_id is not None
    paper = OnePage(
        portrait=portrait(sight.person, people.portrait(sight)),
        quote=_bare(words_of.quote(profile.version.own_words)) if profile else None,
        communicates=_communicates(told) if told else (),
        sections=_sections(profile, words_of.name, own) + _people(sight, own),
        foot=(" ".join(_foot(profile or told, words_of, at)), as_it_stood(_printed(), at)),
        qr=code(absolute(address), _("Code that opens this profile")),
        in_order=(_heading(LinePart.IMPORTANT, words_of.name, own),),
        about_communication="" if own else _("How %(name)s communicates") % {"name": sight.person.name},
    )
    note = _("Print with your browser on A4, without margins or headers.")
    return PaperPage(back, note, fitted(paper), banner(at, f"{address}?paper=a4"))


def _bare(quote: Quote | None) -> Quote | None:
    """The words alone: the paper has its sources in the thread."""
    return Quote(quote.words, how=quote.how) if quote else None


def _communicates(publication: Any) -> tuple[str, ...]:
    """One paragraph a part."""
    lines = publication.version.lines.all()
    parts = LinePart.for_kind(ItemKind.COMMUNICATION)
    each = (" ".join(_sentence(line.text) for line in lines if line.part == part) for part in parts)
    return tuple(text for text in each if text)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _heading(part: str, name: str, own: bool) -> str:
    """In the person's own voice where their words stand at the top; otherwise nobody speaks for them."""
    return str(OWN[part]) if own and part in OWN else part_name(part, name)


def _sections(publication: Any, name: str, own: bool) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if publication is None:
        return ()
    lines = publication.version.lines.all()
    parts = LinePart.for_kind(ItemKind.PROFILE)
    each = ((_heading(part, name, own), tuple(line.text for line in lines if line.part == part)) for part in parts)
    return tuple((heading, several) for heading, several in each if several)


def _people(sight: Sight, own: bool) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The people in the person's life, by name and what they are to them; no numbers."""
    known = sorted(people.contacts(sight), key=lambda contact: NEAREST.index(contact.kind))
    lines = tuple(f"{contact.name}, {contact.relationship}" for contact in known)
    heading = _("My people") if own else _("%(name)s’s people") % {"name": sight.person.name}
    return ((heading, lines),) if lines else ()


def _printed() -> str:
    return _("Printed %(day)s. Check it is current.") % {"day": words.short_day(clock.today(), clock.today())}
