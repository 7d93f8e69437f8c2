"""How allauth behaves here: nobody signs themself up, and one step signs in, by password or by passkey."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _


class Adapter(DefaultAccountAdapter):
    """Closed to sign-up; no stages after the password, so that a passkey is another way in and not a second one."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_stages(self) -> list[str]:
        return []

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:
        """A passkey of somebody who left opens nothing and says nothing."""
        return redirect("account_login")


class PasskeyAdapter(DefaultMFAAdapter):
    """What a phone shows when it asks for a passkey, and what we say when one does not fit."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This passkey was not recognised. Try again, or write your password."),
    }

    def _get_site_name(self) -> str:
        return "Throughline"
