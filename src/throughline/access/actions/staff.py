from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.accounts.models import Service, User
from throughline.base import clock
from throughline.base.answers import YES, require
from throughline.base.errors import Invalid
from throughline.base.records import change, keep
from throughline.people.models import Person

from .. import policy
from ..models import Assignment
from ..roles import ROLES


@transaction.atomic
def add_staff(*, name: str, email: str, password: str | None, job: str = "", by: Any) -> User:
    """Add somebody who signs in. They see nothing until they are given a role."""
    require(policy.may_keep_staff(by))
    email = email.strip().lower()
    if User.objects.filter(email=email).exists():
        raise Invalid({"email": _("Somebody signs in with this address already. Give them a role instead.")})
    user = User(name=name, email=email, job=job)
    user.set_password(password)
    return keep("accounts.staff-added", user, by=by)


@transaction.atomic
def change_staff(*, user: User, name: str, email: str, job: str = "", by: Any) -> User:
    """Put right how somebody is called and with what address they sign in."""
    require(policy.may_change_staff(by, user))
    email = email.strip().lower()
    if User.objects.filter(email=email).exclude(pk=user.pk).exists():
        raise Invalid({"email": _("Somebody else signs in with this address.")})
    return change("accounts.staff-changed", user, by=by, name=name, email=email, job=job)


@transaction.atomic
def assign(
    *,
    user: User,
    role: str,
    service: Service | None = None,
    person: Person | None = None,
    from_on: date | None = None,
    until_on: date | None = None,
    by: Any,
) -> Assignment:
    """Give a user a role for one person, one service or the whole provider, for a time."""
    require(policy.may_assign(by, user, ROLES[role], service=service, person=person, ends=until_on is not None))
    from_on = from_on or clock.today()
    if until_on and until_on < from_on:
        raise Invalid({"until_on": _("This is before the role begins. Choose a later day.")})
    assignment = Assignment(user=user, role=role, service=service, person=person, from_on=from_on, until_on=until_on)
    return keep("access.role-given", assignment, by=by)


@transaction.atomic
def end_assignment(*, assignment: Assignment, on: date | None = None, by: Any) -> Assignment:
    """Take a role away; without a day, it works on that user's next request.

    A role that began today and ends at once is moved to yesterday, since days are all it has; the journal keeps what stood before.
    """
    require(policy.may_end_assignment(by, assignment))
    last = on or policy.yesterday()
    return change("access.role-ended", assignment, by=by, from_on=min(assignment.from_on, last), until_on=last)


@transaction.atomic
def stop_signing_in(*, user: User, by: Any) -> User:
    """Somebody left: they sign in no more. What they wrote stays theirs."""
    require(policy.may_stop_signing_in(by, user))
    return change("accounts.sign-in-stopped", user, by=by, is_active=False)


@transaction.atomic
def start_signing_in(*, user: User, by: Any) -> User:
    """Somebody came back. They have the roles that still run, and sign in as before."""
    require(policy.may_stop_signing_in(by, user))
    return change("accounts.sign-in-started", user, by=by, is_active=True)


@transaction.atomic
def change_theme(*, theme: str, by: Any) -> User:
    """How a user likes their own screen."""
    require(YES)
    user: User = change("accounts.theme-changed", by, by=by, theme=theme)
    return user
