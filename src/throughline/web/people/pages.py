"""The list of people, and who is in a person's life."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from throughline.access import keys, policy, roster
from throughline.access.roles import Act
from throughline.base import clock
from throughline.people import queries
from throughline.people.choices import ContactKind
from throughline.people.sight import Sight
from throughline.sync.queries import how_many_wait
from throughline.thread.parts import parts_up_for_review

from .. import about_person
from ..agreements.pages.parts import notice
from ..parts import Button, Chip, Comm, Link, Notice, Pages, PersonHead, Portrait, Speaker, Tab, numbered_pages
from ..terms import terms
from ..watch import told as watch
from ..words import short_day

LENGTH = 200
MOST_HOMES = 12  # more are no choice but a list; the search box is quicker


@dataclass(frozen=True)
class PersonRow:
    href: str
    portrait: Portrait
    where: str


@dataclass(frozen=True)
class PeoplePage:
    counted: str
    rows: tuple[PersonRow, ...]
    chips: tuple[Chip, ...]
    pages: Pages | None
    add: Button | None
    searched: str
    empty: str
    from_phones: Notice | None
    to_look_at: Notice | None


@dataclass(frozen=True)
class Asked:
    """Which people: what was sought, at which home, on which page of the list."""

    name: str
    home: UUID | None
    left: bool
    page: int

    def href(self, page: int) -> str:
        """Never with what was sought: names stay out of addresses."""
        home = {"home": str(self.home)} if self.home else {"left": "1"} if self.left else {}
        query = "&".join(f"{key}={value}" for key, value in {**home, "page": page}.items())
        return f"{reverse('people:list')}?{query}"


def asked(get: QueryDict, post: QueryDict) -> Asked:
    """What the address and the search box say; nonsense counts as not said."""
    page = str(get.get("page", ""))
    number = int(page) if page.isdecimal() else 1
    return Asked(str(post.get("name", "")).strip()[:80], _home(str(get.get("home", ""))), "left" in get, max(1, min(number, 10_000)))


def _home(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _from_phones(actor: Any) -> Notice | None:
    """What came from phones and waits for this manager."""
    if not (number := how_many_wait(actor)):
        return None
    title = ngettext("%(n)d record from a phone waits for you", "%(n)d records from phones wait for you", number) % {"n": number}
    return Notice(title, tone="look", action=Button(_("Look at what came from phones"), reverse("sync:held")))


def people_page(actor: Any, wanted: Asked) -> PeoplePage:
    """Five queries, however many people; one more for a manager, whom something from a phone may wait for."""
    found = roster.people(actor, name=wanted.name, home=wanted.home, left=wanted.left)
    number = found.count()
    start = (wanted.page - 1) * LENGTH
    people = list(found if wanted.name else found[start : start + LENGTH])[:LENGTH]
    last = 1 if wanted.name else -(-number // LENGTH)
    return PeoplePage(
        counted=ngettext("%(n)d person", "%(n)d people", number) % {"n": number},
        rows=_rows(actor, people),
        chips=_chips(actor, wanted),
        pages=numbered_pages(_("People"), wanted.page, last, wanted.href) if last > 1 else None,
        add=Button(_("Add a person"), reverse("people:new"), icon="plus") if policy.may_keep_people(actor) else None,
        searched=wanted.name,
        empty=_nobody(wanted),
        from_phones=_from_phones(actor),
        to_look_at=watch.notice(actor),
    )


def _rows(actor: Any, people: list[Any]) -> tuple[PersonRow, ...]:
    ids = [person.pk for person in people]
    homes, photos = roster.homes(ids), queries.portraits(ids, keys.audiences(keys.of(actor).acts()))
    return tuple(
        PersonRow(
            reverse("people:page", args=[person.pk]),
            about_person.portrait(person, photos.get(person.pk)),
            ", ".join(homes.get(person.pk, ())) or _("No home today"),
        )
        for person in people
    )


def _chips(actor: Any, wanted: Asked) -> tuple[Chip, ...]:
    """Each home, for whoever works at several; and those who left, for whoever sees them."""
    here, homes = reverse("people:list"), roster.homes_of(actor)
    everywhere = keys.of(actor).everywhere(Act.SEE_PERSON)
    if len(homes) < 2 and not everywhere:
        return ()
    some = [Chip(home.name, f"{here}?home={home.pk}", home.pk == wanted.home) for home in homes] if len(homes) <= MOST_HOMES else []
    everybody = Chip(_("Everybody"), here, not wanted.home and not wanted.left)
    return (everybody, *some, *([Chip(_("Those who left"), f"{here}?left=1", wanted.left)] if everywhere else ()))


def _nobody(wanted: Asked) -> str:
    if wanted.name:
        return _("Nobody of that name among the people you may see. Check how it is written, or show everybody.")
    if wanted.left:
        return _("Nobody has left.")
    return _("Nobody here yet. You see the people of the home at which you work; ask the registered manager if somebody is missing.")


@dataclass(frozen=True)
class ContactLine:
    speaker: Speaker
    reach: tuple[str, ...]
    change: str  # where it is changed; empty when it cannot be
    invite: str  # where they are invited to pages of their own; empty for whoever may not


@dataclass(frozen=True)
class Kind:
    title: str
    contacts: tuple[ContactLine, ...]
    nobody: str


@dataclass(frozen=True)
class StayLine:
    home: str
    when: str
    end: str


@dataclass(frozen=True)
class Circle:
    head: PersonHead
    name: str
    comm: Comm | None
    tabs: tuple[Tab, ...]
    kinds: tuple[Kind, ...]
    former: tuple[str, ...]
    by_law: Link
    rights: tuple[Link, ...]
    sharing: Link
    together: tuple[Link, ...]
    due: tuple[Notice, ...]  # parts that have to be looked at again
    stays: tuple[StayLine, ...]
    add: Button | None
    changes: tuple[Button, ...]
    readings: str


def circle(sight: Sight) -> Circle:
    """Who is in the person's life, by kind, and who supports them; whose part has to be looked at again. At most nine queries."""
    person, name = sight.person, sight.person.name
    may = Act.KEEP_PEOPLE in sight.may
    contacts = queries.contacts(sight)
    return Circle(
        head=PersonHead(about_person.portrait(person, queries.portrait(sight))),
        name=name,
        comm=about_person.comm(sight),
        tabs=about_person.tabs(person, "people:circle"),
        kinds=tuple(_kind(kind, contacts, sight, may) for kind in ContactKind),
        former=tuple(_former(each) for each in queries.former_contacts(sight)),
        sharing=Link(_("Who may see what about %(name)s") % {"name": name}, reverse("sharing:page", args=[person.pk])),
        by_law=Link(_("Who can decide for %(name)s, by law") % {"name": name}, reverse("authority:list", args=[person.pk])),
        together=_together(sight),
        due=tuple(notice(each, name, may=Act.KEEP_AGREEMENTS in sight.may) for each in parts_up_for_review(sight)),
        rights=_rights(sight),
        stays=tuple(_stay(stay, sight, may) for stay in queries.stays(sight)),
        add=Button(_("Add somebody"), reverse("people:contact_new", args=[person.pk]), main=True, icon="plus") if may else None,
        changes=_changes(sight) if may else (),
        readings=reverse("people:readings", args=[person.pk]) if Act.SEE_READINGS in sight.may else "",
    )


def _together(sight: Sight) -> tuple[Link, ...]:
    said = {"name": sight.person.name}
    places = (
        (_("Who takes part in what in %(name)s’s life") % said, "agreements:parts"),
        (_("What was agreed with %(name)s’s people") % said, "agreements:agreement"),
        (_("Who decides, on one page of paper"), "agreements:who_decides"),
    )
    return tuple(Link(text, reverse(address, args=[sight.person_id])) for text, address in places)


def _rights(sight: Sight) -> tuple[Link, ...]:
    """The person's freedom, where others see it differently, and keeping them safe."""
    pages = (
        (_("%(name)s’s freedom"), "liberty:list"),
        (_("Where others see it differently"), "disagreements:list"),
        (_("Keeping %(name)s safe"), "safeguarding:list"),
    )
    return tuple(Link(text % {"name": sight.person.name}, reverse(address, args=[sight.person_id])) for text, address in pages)


def _kind(kind: ContactKind, contacts: Iterable[Any], sight: Sight, may: bool) -> Kind:
    titles = {
        ContactKind.CIRCLE: (_capital(terms().circle), _("Nobody written down. Ask %(name)s who matters.")),
        ContactKind.ADVOCATE: (_("Advocates"), _("Nobody written down. Could somebody independent help %(name)s be heard?")),
        ContactKind.PROFESSIONAL: (_("Professionals"), _("Nobody written down. Who is %(name)s’s GP?")),
    }
    title, nobody = titles[kind]
    lines = tuple(contact_line(each, sight, may) for each in contacts if each.kind == kind)
    return Kind(title, lines, nobody % {"name": sight.person.name})


def contact_line(contact: Any, sight: Sight, may: bool) -> ContactLine:
    said = _("%(name)s, %(relationship)s") % {"name": contact.name, "relationship": contact.relationship}
    href = reverse("people:contact", args=[sight.person_id, contact.pk]) if may else ""
    invite = reverse("circle:invite", args=[sight.person_id, contact.pk]) if Act.KEEP_SHARING in sight.may else ""
    reach = tuple(each for each in (contact.phone, contact.email, contact.note) if each)
    return ContactLine(Speaker(contact.kind, said), reach, href, invite)


def _former(contact: Any) -> str:
    return _("%(name)s, %(relationship)s, until %(day)s") % {
        "name": contact.name,
        "relationship": contact.relationship,
        "day": short_day(contact.ended_on, clock.today()),
    }


def _stay(stay: Any, sight: Sight, may: bool) -> StayLine:
    today = clock.today()
    days = {"since": short_day(stay.from_on, today), "until": short_day(stay.until_on, today) if stay.until_on else ""}
    when = (_("%(since)s to %(until)s") if stay.until_on else _("Since %(since)s")) % days
    running = stay.until_on is None or stay.until_on >= today
    return StayLine(stay.service.name, when, reverse("people:stay_end", args=[sight.person_id, stay.pk]) if may and running else "")


def _changes(sight: Sight) -> tuple[Button, ...]:
    named = {"name": sight.person.name}
    buttons = (
        (_("Change what we know of %(name)s"), "people:change"),
        (_("Another home supports %(name)s"), "people:stay_new"),
        (_("%(name)s’s photo"), "people:photo"),
    )
    return tuple(Button(text % named, reverse(address, args=[sight.person_id])) for text, address in buttons)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
