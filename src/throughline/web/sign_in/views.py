"""Signing in and out. Allauth does the signing in; the pages are ours."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.internal.flows.login import perform_password_login
from allauth.account.internal.flows.logout import logout
from allauth.account.models import Login
from allauth.mfa.webauthn.views import login_webauthn
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from ..addresses import Policy, address
from ..frame import frame
from ..shell import Shell
from .forms import SignIn
from .pages import onward, sign_in_page


@never_cache
@sensitive_post_parameters("password")
@address(Policy.OPEN)
def sign_in(request: HttpRequest) -> HttpResponse:
    """With email address and password. Passkeys have an address of their own."""
    if request.user.is_authenticated:
        return redirect(onward(request) or "first_page")
    form = SignIn(request.POST or None)
    if request.method == "POST" and form.is_valid() and (user := recognised(request, form)):
        return perform_password_login(request, {}, Login(user=user, redirect_url=onward(request) or None))
    return render(request, "sign_in/sign_in.jinja", {"shell": Shell(_("Sign in")), "page": sign_in_page(request, form)})


def recognised(request: HttpRequest, form: SignIn) -> Any:
    """Who that is; None, with one sentence for whatever was wrong, so that nobody learns which addresses there are."""
    user = authenticate(request, email=form.cleaned_data["login"], password=form.cleaned_data["password"])
    AuthenticationBackend.unstash_authenticated_user()  # those who left count as wrong, too
    if user is None:
        form.add_error(None, _("The email address and the password do not go together. Check both and try again."))
    return user


@never_cache
@address(Policy.OPEN)
def passkey(request: HttpRequest) -> HttpResponse:
    """GET as JSON begins signing in with a passkey, POST ends it."""
    return login_webauthn(request)


@never_cache
@address(Policy.SIGNED_IN)
def sign_out(request: HttpRequest) -> HttpResponse:
    """Asks first; the button ends the session."""
    if request.method == "POST":
        logout(request, show_message=False)
        response = redirect("account_login")
        response["Clear-Site-Data"] = '"cache"'  # what the browser kept of pages; not what waits on a phone to be sent
        return response
    return render(request, "sign_in/sign_out.jinja", {"shell": frame(request, _("Sign out"))})
