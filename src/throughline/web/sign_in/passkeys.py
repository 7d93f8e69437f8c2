"""Proving passkeys. Whatever a browser, or somebody who plays one, sends: it fits, or it is not recognised."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn.forms import LoginWebAuthnForm
from allauth.mfa.webauthn.internal import auth
from cryptography.exceptions import InvalidSignature

# What fido2 raises for things that are no answer of a passkey.
NO_ANSWER = (KeyError, TypeError, ValueError, AttributeError, IndexError, InvalidSignature)


@contextmanager
def recognised() -> Iterator[None]:
    """Say one sentence to all that is wrong."""
    try:
        yield
    except NO_ANSWER as wrong:
        raise get_adapter().validation_error("incorrect_code") from wrong


class UsePasskey(LoginWebAuthnForm):
    """Signing in with a passkey: finds whose it is."""

    def clean_credential(self) -> Any:
        with recognised():
            return super().clean_credential()


def proven(credential: Any) -> Any:
    """A new passkey, made for what the page asked for."""
    with recognised():
        auth.parse_registration_response(credential)
        auth.complete_registration(credential)
    return credential
