"""What a user may change about themself: their screen, their password, their passkeys."""

from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from throughline.accounts.choices import Theme
from throughline.base import clock

from ..forms import Choice, Form, Words
from ..sign_in.passkeys import proven

RECENT = 5 * 60  # seconds
HOW_LONG = _("At least 12 characters. Three or four words that nobody would guess are good, and easy to remember.")


class Screen(Form):
    theme = Choice(_("How should your screen look?"), choices=Theme.choices, optional=True)
    theme.says_optional = False  # one is always chosen; "like the device" is kept as nothing


class Confirm(Form):
    """The password once more, before something that would let somebody else in."""

    password = Words(_("Your password"), kind="password", autocomplete="current-password", strip=False, missing=_("Write your password."))

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        self.user: Any = request.user

    def clean_password(self) -> str:
        """Asked where signing in is asked, so that guessing here is counted too."""
        password: str = self.cleaned_data["password"]
        if authenticate(self.request, email=self.user.email, password=password) is None:
            raise forms.ValidationError(_now("This is not your password. Try again."))
        return password


class ChoosePassword(Confirm):
    new = Words(
        _("New password"), kind="password", autocomplete="new-password", strip=False, hint=HOW_LONG, missing=_("Write a new password.")
    )

    def clean_new(self) -> str:
        new: str = self.cleaned_data["new"]
        validate_password(new, self.user)
        return new


class FirstPassword(Form):
    """For whoever came in with a code and has no password yet. Who signs in with a passkey proves it first, by having just done so."""

    new = Words(_("A password"), kind="password", autocomplete="new-password", strip=False, hint=HOW_LONG, missing=_("Write a password."))

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        self.user: Any = request.user

    def clean_new(self) -> str:
        new: str = self.cleaned_data["new"]
        validate_password(new, self.user)
        if not did_recently_reauthenticate(self.request) and not just_signed_in(self.request):
            raise forms.ValidationError(_now("Sign out, sign in with your passkey, and come back here within 5 minutes."))
        return new


def just_signed_in(request: HttpRequest) -> bool:
    """Whether somebody signed in within the last few minutes, in whichever way."""
    times = [each["at"] for each in get_authentication_records(request, request.user)]  # type: ignore[arg-type]
    return bool(times) and clock.now().timestamp() - max(times) < RECENT


def password_form(request: HttpRequest) -> "ChoosePassword | FirstPassword":
    """The form for a new password, or for the first one."""
    user: Any = request.user
    return (ChoosePassword if user.has_usable_password() else FirstPassword)(request.POST or None, request=request)


class NewPasskey(Form):
    """`credential` is what the browser made; it is proven here, against what the page asked for."""

    name = Words(_("A name for it"), hint=_("So that you know it again, like: my phone."), max_length=60, missing=_("Give it a name."))
    credential = forms.JSONField(widget=forms.HiddenInput)

    def clean_credential(self) -> Any:
        return proven(self.cleaned_data["credential"])
