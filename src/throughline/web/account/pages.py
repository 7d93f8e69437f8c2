"""The page with one's own name."""

from dataclasses import dataclass
from typing import Any

from throughline.access import circle, queries
from throughline.access.roles import ROLES
from throughline.base import clock
from throughline.base.terms import gettext as _

from ..parts import Notice
from ..words import days_ago, short_day
from .forms import Screen


@dataclass(frozen=True)
class RoleLine:
    """A role in words: what one is, where and how long, and what it is for."""

    name: str
    where: str
    about: str


@dataclass(frozen=True)
class PasskeyLine:
    id: int
    name: str
    when: str


@dataclass(frozen=True)
class Me:
    name: str
    job: str
    email: str
    roles: tuple[RoleLine, ...]
    passkeys: tuple[PasskeyLine, ...]
    screen: Screen
    notice: Notice | None


def me(user: Any) -> Me:
    """Five queries."""
    roles = (*(role_line(each) for each in queries.own_roles(user)), *(_in_life(each) for each in circle.places(user)))
    passkeys = tuple(passkey_line(each) for each in queries.passkeys(user))
    return Me(user.name, user.job, user.email, roles, passkeys, Screen(initial={"theme": user.theme}), _password_notice(user))


def _password_notice(user: Any) -> Notice | None:
    if queries.chose_own_password(user):
        return None
    return Notice(_("Your manager knows your password"), _("They set it for you. Choose one of your own, that only you know."), "look")


def _in_life(link: Any) -> RoleLine:
    """That somebody has pages of their own about a person."""
    named = {"name": link.person.name}
    return RoleLine(
        link.contact.relationship, _("In %(name)s’s life") % named, _("You see what is shared with you about %(name)s.") % named
    )


def role_line(assignment: Any) -> RoleLine:
    role = ROLES[assignment.role]
    return RoleLine(str(_(role.name)), where(assignment), str(_(role.description)))


def where(assignment: Any) -> str:
    """At Elm House, until Friday: in one sentence, for each of the ways in which it can stand."""
    today = clock.today()
    place = assignment.service or assignment.person
    names = {"place": place.name if place else "", "day": short_day(assignment.until_on, today) if assignment.until_on else ""}
    if assignment.service:
        return (_("At %(place)s, until %(day)s") if names["day"] else _("At %(place)s")) % names
    if assignment.person:
        return (_("For %(place)s, until %(day)s") if names["day"] else _("For %(place)s")) % names
    return (_("For the whole provider, until %(day)s") if names["day"] else _("For the whole provider")) % names


def passkey_line(passkey: Any) -> PasskeyLine:
    today = clock.today()
    if passkey.last_used_at:
        when = _("Used %(ago)s") % {"ago": days_ago(passkey.last_used_at, today)}
    else:
        when = _("Added %(ago)s, not used yet") % {"ago": days_ago(passkey.created_at, today)}
    return PasskeyLine(passkey.pk, passkey.wrap().name, when)
