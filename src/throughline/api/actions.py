"""Letting another system in, and ending that."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.access import actions as access
from throughline.access import policy
from throughline.base import clock
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.records import change, keep

from .choices import Scope
from .models import Integration
from .queries import token_hash

LONGEST = timedelta(days=366)
PREFIX = "tl_"  # so that a token that lies somewhere is known for what it is


@dataclass(frozen=True, slots=True)
class LetIn:
    """A system with its token in the clear. It is shown once, and kept nowhere."""

    integration: Integration
    token: str


@transaction.atomic
def let_in(*, name: str, scopes: Sequence[str], service: Any = None, until_on: date, by: Any) -> LetIn:
    """Let another system in, for some of what its role may do, at one home (None: everywhere), until a day."""
    require(policy.may_let_in(by, service))
    _check(scopes, until_on)
    role = access.add_system(name=name, service=service, until_on=until_on, by=by)
    token = PREFIX + secrets.token_urlsafe(32)
    known = {"user": role.user, "assignment": role, "service": service, "made_by": by}
    row = Integration(name=name, scopes=sorted(set(scopes)), until_on=until_on, token_hash=token_hash(token), **known)
    return LetIn(keep("api.let-in", row, by=by), token)


def _check(scopes: Sequence[str], until_on: date) -> None:
    faults = {}
    if not scopes or not set(scopes) <= set(Scope.values):
        faults["scopes"] = _("Choose what it may do.")
    if not clock.today() <= until_on <= clock.today() + LONGEST:
        faults["until_on"] = _("Write a day within a year from now. It can be let in again then.")
    if faults:
        raise Invalid(faults)


@transaction.atomic
def end_integration(*, integration: Integration, by: Any) -> Integration:
    """Its token works no more, from its next call on. What it brought stays."""
    require(policy.may_let_in(by, integration.service))
    if integration.ended_at is not None:
        raise Invalid({"integration": _("It was ended already.")})
    access.end_system(assignment=integration.assignment, by=by)
    return change("api.ended", integration, by=by, ended_at=clock.now())
