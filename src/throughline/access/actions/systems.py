"""Other systems that are let in: each acts as a user of its own, with a role and no password."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.accounts.models import Service, User
from throughline.base import clock
from throughline.base.answers import require
from throughline.base.ids import new_id
from throughline.base.records import change, keep

from .. import policy
from ..models import Assignment
from ..roles import INTEGRATION

NOWHERE = "system.invalid"  # no address of anybody: nobody signs in with it


@transaction.atomic
def add_system(*, name: str, service: Service | None, until_on: date, by: Any) -> Assignment:
    """A system's own user with its role, at one home or everywhere, until a day. What opens the door to it is `api`'s."""
    require(policy.may_let_in(by, service))
    user = User(name=name, email=f"{new_id()}@{NOWHERE}", job=_(INTEGRATION.name))
    user.set_unusable_password()
    keep("accounts.system-added", user, by=by)
    role = Assignment(user=user, role=INTEGRATION.code, service=service, from_on=clock.today(), until_on=until_on)
    return keep("access.role-given", role, by=by)


@transaction.atomic
def end_system(*, assignment: Assignment, by: Any) -> Assignment:
    """It sees and brings nothing any more, from its next call on."""
    require(policy.may_let_in(by, assignment.service))
    change("accounts.sign-in-stopped", assignment.user, by=by, is_active=False)
    return change("access.role-ended", assignment, by=by, until_at=clock.now())
