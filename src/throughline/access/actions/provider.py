from typing import Any

from django.db import transaction

from throughline.accounts.models import Provider, Service, User
from throughline.base import clock, events
from throughline.base.answers import YES, Answer, No, require
from throughline.base.errors import Invalid
from throughline.base.records import change, keep
from throughline.base.terms import gettext as _

from .. import policy, queries
from ..models import Assignment
from ..roles import REGISTERED_MANAGER


def _nobody_yet() -> Answer:
    """The first manager is made from the command line, on a provider of whose managers none can sign in."""
    if any(queries.can_sign_in(each) for each in queries.managers()):
        return No(_("There is a registered manager already who can sign in. Sign in and add %(staff)s from the page Team."))
    return YES


@transaction.atomic
def create_manager(*, name: str, email: str, password: str | None, by: None = None) -> User:
    """Make the first registered manager, for the whole provider. Called by the command line, by nobody who is signed in.

    Where the address is that of a manager who came with an import, they are let in: their password is set, and nothing else of them
    changes. Raises Invalid when it is somebody else's.
    """
    require(_nobody_yet())
    if known := queries.manager_with(email):
        return _let_in(known, password, by)
    if User.objects.filter(email__iexact=email.strip()).exists():
        raise Invalid({"email": _("Somebody who is no registered manager has this address. Give the manager's, or a new one.")})
    user = User(name=name, email=email.strip().lower(), job=_(REGISTERED_MANAGER.name))
    user.set_password(password)
    keep("accounts.manager-created", user, by=by)
    keep("access.role-given", Assignment(user=user, role=REGISTERED_MANAGER.code, from_on=clock.today()), by=by)
    return user


def _let_in(user: User, password: str | None, by: None) -> User:
    """What opens the door is never written into the journal, only that it was set."""
    user.set_password(password)
    events.record("accounts.manager-let-in", by=by, about=user)
    user.save(update_fields=["password"])
    return user


@transaction.atomic
def change_provider(*, by: Any, **values: Any) -> Provider:
    """Name the provider and choose its words; the first time makes it."""
    require(policy.may_set_up(by))
    provider = Provider.objects.first()
    if provider is None:
        return keep("accounts.provider-set-up", Provider(**values), by=by)
    return change("accounts.provider-changed", provider, by=by, **values)


@transaction.atomic
def open_service(*, by: Any, **values: Any) -> Service:
    """Add a home or branch, in its jurisdiction."""
    require(policy.may_set_up(by))
    return keep("accounts.service-opened", Service(provider=Provider.objects.get(), **values), by=by)


@transaction.atomic
def change_service(*, service: Service, by: Any, **values: Any) -> Service:
    """Change what is known of a home."""
    require(policy.may_set_up(by))
    return change("accounts.service-changed", service, by=by, **values)
