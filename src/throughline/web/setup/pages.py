"""Team and homes: what is set up, and what comes next. And the page of one member of staff."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from throughline.access import keys, policy, queries, scope
from throughline.access.roles import Act
from throughline.base import clock
from throughline.sync.queries import how_many_wait

from ..account.pages import role_line, where
from ..parts import Button, LinkRow, State
from ..terms import terms
from ..words import short_day


@dataclass(frozen=True)
class Section:
    """A step of setting up, and later the place where it is changed."""

    title: str
    text: str
    done: bool
    buttons: tuple[Button, ...] = ()
    rows: tuple[LinkRow, ...] = ()
    left: tuple[LinkRow, ...] = ()  # those who sign in no more
    state: State | None = None


@dataclass(frozen=True)
class SetUp:
    lead: str
    sections: tuple[Section, ...]


def set_up(by: Any) -> SetUp:
    """Everything; while something is missing, the first missing step has the one filled button."""
    acts = keys.of(by).acts()
    sections = [_provider(acts), _homes(acts), _staff(by, acts), _people(by, acts), _phones(by, acts)]
    return SetUp(*_led([each for each in sections if each is not None]))


def _led(sections: list[Section]) -> tuple[str, tuple[Section, ...]]:
    """The sections with the next step marked, and the sentence that says where one is."""
    following = next((number for number, each in enumerate(sections) if not each.done), None)
    if following is None:
        return _("Everything is here. Change what has changed."), tuple(sections)
    lead = _("%(steps)s steps, and you can begin. This is step %(step)s.") % {"steps": len(sections), "step": following + 1}
    return lead, tuple(_marked(each, number, following) for number, each in enumerate(sections))


def _marked(section: Section, number: int, following: int) -> Section:
    if section.done:
        return replace(section, state=State(_("Done"), "good"))
    if number > following:
        return replace(section, buttons=(), state=State(_("Later"), "waiting"))
    return replace(
        section, buttons=tuple(replace(each, main=not index) for index, each in enumerate(section.buttons)), state=State(_("Next"), "info")
    )


def _provider(acts: frozenset[Act]) -> Section | None:
    if Act.SET_UP not in acts:
        return None
    words, href = terms(), reverse("setup:provider")
    if not words.provider:
        return Section(_("Your organisation"), _("Its name, and the words that you use."), False, (Button(_("Name it"), href),))
    said = _("On your pages: “%(person)s”, “%(circle)s”, “%(staff)s”, “%(distress)s”.") % {
        "person": words.person,
        "circle": words.circle,
        "staff": words.staff,
        "distress": words.distress,
    }
    return Section(words.provider, said, True, (Button(_("Change the name or the words"), href),))


def _homes(acts: frozenset[Act]) -> Section | None:
    if Act.SET_UP not in acts:
        return None
    rows = tuple(
        LinkRow(reverse("setup:service", args=[home.pk]), home.name, soft=f"{home.get_kind_display()}, {home.get_jurisdiction_display()}")
        for home in queries.services()
    )
    text = "" if rows else _("Each registered place or branch. What staff may see follows from the home at which they work.")
    return Section(_("Homes"), text, bool(rows), (Button(_("Add a home"), reverse("setup:service_new"), icon="plus"),), rows)


def _staff(by: Any, acts: frozenset[Act]) -> Section | None:
    if Act.KEEP_STAFF not in acts:
        return None
    roles = _roles_today(queries.assignments(by))
    users = queries.staff(by)
    rows = tuple(_member(user, roles[user.pk]) for user in users if user.is_active)
    left = tuple(_member(user, []) for user in users if not user.is_active)
    text = "" if len(rows) > 1 else _("Everybody signs in with a name of their own. They see nobody until they have a role.")
    add = Button(_("Add somebody who works here"), reverse("setup:staff_new"), icon="plus")
    return Section(_("Team"), text, len(rows) > 1, (add,), rows, left)


def _roles_today(assignments: Iterable[Any]) -> dict[Any, list[Any]]:
    today, found = clock.today(), defaultdict(list)
    for each in assignments:
        if each.from_on <= today and (each.until_on is None or each.until_on >= today):
            found[each.user_id].append(each)
    return found


def _member(user: Any, roles: list[Any]) -> LinkRow:
    said = "; ".join(f"{role_line(each).name}, {_lower(where(each))}" for each in roles)
    if user.is_active and not said:
        said = _("No role today, so sees nobody.")
    return LinkRow(reverse("setup:staff", args=[user.pk]), user.job, strong=user.name, soft=said)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _people(by: Any, acts: frozenset[Act]) -> Section | None:
    if Act.SEE_PERSON not in acts:
        return None
    number = scope.people_visible_to(by).count()
    counted = ngettext("You support %(n)d person.", "You support %(n)d people.", number) % {"n": number}
    nobody = _("Name, home and the colour of their page. Who is in their life comes next, on their own page.")
    add = (Button(_("Add a person"), reverse("people:new"), icon="plus"),) if policy.may_keep_people(by) else ()
    see = (Button(_("See everybody"), reverse("people:list")),) if number else ()
    return Section(_("People"), counted if number else nobody, bool(number), (*add, *see))


def _phones(by: Any, acts: frozenset[Act]) -> Section | None:
    if Act.CORRECT not in acts:
        return None
    number = how_many_wait(by)
    waits = ngettext("%(n)d record waits for you.", "%(n)d records wait for you.", number) % {"n": number}
    nothing = _("Nothing waits. What comes from the phone of somebody who may not write about the person any more is listed here.")
    return Section(
        _("From phones"), waits if number else nothing, True, (Button(_("Look at what came from phones"), reverse("sync:held")),)
    )


@dataclass(frozen=True)
class Given:
    """A role that somebody has, had or will have."""

    name: str
    where: str
    when: str
    end: str  # where it is ended; empty when it cannot be


@dataclass(frozen=True)
class Member:
    name: str
    job: str
    email: str
    state: State | None
    roles: tuple[Given, ...]
    before: tuple[Given, ...]
    buttons: tuple[Button, ...]
    more: tuple[Button, ...]


def member(by: Any, user: Any) -> Member:
    """One who works here: their roles, and what can be changed."""
    today = clock.today()
    given = queries.assignments(by, user)
    now = tuple(_given(by, each) for each in given if each.until_on is None or each.until_on >= today)
    before = tuple(_given(by, each) for each in given if each.until_on and each.until_on < today)
    state = None if user.is_active else State(_("Signs in no more"), "look")
    give = Button(_("Give a role"), reverse("setup:assign", args=[user.pk]), main=user.is_active and not now, icon="plus")
    can_give = user.is_active and user.pk != by.pk
    return Member(user.name, user.job, user.email, state, now, before, (give,) if can_give else (), _changes(by, user))


def _changes(by: Any, user: Any) -> tuple[Button, ...]:
    stop = _("Stop signing in") if user.is_active else _("Let %(name)s sign in again") % {"name": user.name}
    all_of_them = (
        (policy.may_change_staff(by, user), _("Change the name or address"), "setup:staff_change"),
        (policy.may_set_password(by, user) if user.is_active else None, _("Set a new password"), "setup:staff_password"),
        (policy.may_stop_signing_in(by, user), stop, "setup:staff_stop"),
    )
    return tuple(Button(text, reverse(name, args=[user.pk])) for may, text, name in all_of_them if may)


def _given(by: Any, assignment: Any) -> Given:
    running = assignment.until_on is None or assignment.until_on >= clock.today()
    end = reverse("setup:assignment_end", args=[assignment.pk]) if running and policy.may_end_assignment(by, assignment) else ""
    line = role_line(assignment)
    return Given(line.name, line.where, _since(assignment), end)


def _since(assignment: Any) -> str:
    today = clock.today()
    since = short_day(assignment.from_on, today)
    return (_("Begins on %(day)s") if assignment.from_on > today else _("Since %(day)s")) % {"day": since}
