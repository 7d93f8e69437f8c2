"""How somebody signs in: their password and their passkeys. What opens the door is never written into the journal."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import WebAuthn
from django.db import transaction

from throughline.accounts.models import User
from throughline.base import events
from throughline.base.answers import YES, require

from .. import policy


@transaction.atomic
def choose_password(*, password: str, by: Any) -> User:
    """A user's own new password. Their other sessions end."""
    require(YES)
    return _set_password("accounts.password-chosen", by, password, by=by)


@transaction.atomic
def set_password(*, user: User, password: str, by: Any) -> User:
    """A new password for somebody who cannot sign in, told to them and then changed by them. Their sessions end."""
    require(policy.may_set_password(by, user))
    return _set_password("accounts.password-set", user, password, by=by)


def _set_password(verb: str, user: User, password: str, *, by: Any) -> User:
    user.set_password(password)
    events.record(verb, by=by, about=user)
    user.save(update_fields=["password"])
    return user


@transaction.atomic
def add_passkey(*, name: str, credential: dict[str, Any], by: Any) -> Authenticator:
    """A passkey of a user's own, already proven by the browser."""
    require(YES)
    passkey = WebAuthn.add(by, name, credential).instance
    events.record("accounts.passkey-added", by=by, about=by, detail={"name": name})
    return passkey


@transaction.atomic
def remove_passkey(*, passkey: Authenticator, by: Any) -> None:
    """A passkey that is lost or no longer wanted; it opens nothing from now on."""
    require(policy.may_remove_passkey(by, passkey))
    events.record("accounts.passkey-removed", by=by, about=by, detail={"name": passkey.wrap().name})
    passkey.delete()
