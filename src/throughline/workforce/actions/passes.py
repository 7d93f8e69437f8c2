"""Letting an agency worker in: made in a minute, used once, ended by itself or by hand."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.utils.translation import gettext as _

from throughline.access.models import Assignment
from throughline.access.roles import AGENCY_WORKER
from throughline.accounts.models import User
from throughline.base import clock
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.ids import new_id
from throughline.base.records import change, keep
from throughline.people.models import Person

from .. import policy
from ..models import AgencyPass, PassKey
from ..queries.passes import link_hash, made_by_passes

LONGEST = timedelta(hours=16)
AHEAD = timedelta(days=7)
CODE_DIGITS = 6
NOWHERE = "pass.invalid"  # no address of anybody: nobody signs in with it, and no mail can leave for it


@dataclass(frozen=True, slots=True)
class Made:
    """A pass with its link and code in the clear. They are shown once, and kept nowhere."""

    given: AgencyPass
    link: str
    code: str


@transaction.atomic
def make_pass(
    *,
    people: Sequence[Person],
    name: str = "",
    agency: str = "",
    worker: User | None = None,
    from_at: datetime,
    until_at: datetime,
    by: Any,
) -> Made:
    """Let somebody in for some people and hours. worker: who was let in before; otherwise a new sign-in of that name.

    It opens nothing until it is used, and nothing after its hours.
    """
    require(policy.may_make_pass(by, people))
    _check(people, name, worker, from_at, until_at)
    user = _signs_in_again(worker, by) if worker is not None else _somebody_new(name.strip(), agency, by)
    link, code = secrets.token_urlsafe(24), f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"
    hidden = {"link_hash": link_hash(link), "code_hash": make_password(code)}
    given = AgencyPass(user=user, made_by=by, agency=agency.strip() or user.job, from_at=from_at, until_at=until_at, **hidden)
    keep("workforce.pass-made", given, by=by)
    for person in people:
        keep("workforce.pass-opens", PassKey(agency_pass=given, person=person, assignment=_role(given, person, by)), by=by)
    return Made(given, link, code)


def _check(people: Sequence[Person], name: str, worker: User | None, from_at: datetime, until_at: datetime) -> None:
    faults = {}
    if not people:
        faults["people"] = _("Choose whom they support.")
    if worker is None and not name.strip():
        faults["name"] = _("Write the name of the agency worker.")
    if worker is not None and not made_by_passes(worker):
        faults["worker"] = _("This is no agency worker who came with a pass. Write the name.")
    if not from_at < until_at <= from_at + LONGEST:
        faults["until_at"] = _("Write when the shift ends: after it begins, and within 16 hours of it.")
    if until_at <= clock.now() or from_at > clock.now() + AHEAD:
        faults["from_at"] = _("A pass is for a shift that is not over and begins within a week.")
    if faults:
        raise Invalid(faults)


def _somebody_new(name: str, agency: str, by: Any) -> User:
    user = User(name=name, email=f"{new_id()}@{NOWHERE}", job=agency.strip() or _(AGENCY_WORKER.name))
    user.set_unusable_password()
    return keep("accounts.agency-added", user, by=by)


def _signs_in_again(user: User, by: Any) -> User:
    return user if user.is_active else change("accounts.sign-in-started", user, by=by, is_active=True)


def _role(given: AgencyPass, person: Person, by: Any) -> Assignment:
    """The key: for one person, in these hours."""
    days = {"from_on": clock.day_of(given.from_at - policy.BEFORE), "until_on": clock.day_of(given.until_at)}
    hours = {"from_at": given.until_at, "until_at": given.until_at}  # nothing, until the pass is used
    return keep("access.role-given", Assignment(user=given.user, role=AGENCY_WORKER.code, person=person, **days, **hours), by=by)


@transaction.atomic
def use_pass(*, given: AgencyPass, code: str, by: Any = None) -> AgencyPass | None:
    """Arrive: once, with the code. None for a wrong code, which counts as a try. From now on the keys open, until the hours are over."""
    held = AgencyPass.objects.select_for_update().select_related("user").get(pk=given.pk)
    require(policy.may_use_pass(held))
    if not check_password("".join(code.split()), held.code_hash):
        change("workforce.pass-tried", held, by=None, tries=held.tries + 1)
        return None
    change("workforce.pass-used", held, by=held.user, used_at=clock.now())
    for key in held.keys.select_related("assignment"):
        change("access.role-begun", key.assignment, by=held.user, from_at=clock.now())
    return held


@transaction.atomic
def end_pass(*, given: AgencyPass, by: Any) -> AgencyPass:
    """Take a pass back: whoever came with it sees nothing from their next page on."""
    require(policy.may_end_pass(by, given))
    if given.ended_at is not None or given.until_at <= clock.now():
        raise Invalid({"pass": _("This pass is over already.")})
    now = clock.now()
    for key in given.keys.select_related("assignment"):
        begun = min(key.assignment.from_at or now, now)
        change("access.role-ended", key.assignment, by=by, from_at=begun, until_at=now)
    return change("workforce.pass-ended", given, by=by, ended_at=now)
