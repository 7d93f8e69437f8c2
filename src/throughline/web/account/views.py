"""The page with one's own name, and what can be changed there."""

from typing import Any

from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate, reauthenticate_by_password
from allauth.mfa.webauthn.internal import auth
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from throughline.access import actions, queries

from ..addresses import Policy, address
from ..ask import ask
from ..forms import Form
from ..frame import frame
from ..parts import Link
from ..submit import submit
from .forms import Confirm, NewPasskey, Screen, password_form
from .pages import me as me_page


@address(Policy.SIGNED_IN)
def me(request: HttpRequest) -> HttpResponse:
    """Who I am here, and how I sign in."""
    user: Any = request.user
    return render(request, "account/me.jinja", {"shell": frame(request, user.name), "page": me_page(user)})


@address(Policy.SIGNED_IN)
def theme(request: HttpRequest) -> HttpResponse:
    """Light, dark, or as the device is set. From the form on the page with one's name."""
    form = Screen(request.POST or None)
    if request.method == "POST":
        submit(form, lambda given: actions.change_theme(theme=given["theme"], by=request.user))
    return redirect("account:me")


@sensitive_post_parameters()
@address(Policy.SIGNED_IN)
def password(request: HttpRequest) -> HttpResponse:
    """A new password; other devices have to sign in anew."""
    form = password_form(request)
    if done := submit(form, lambda given: actions.choose_password(password=given["new"], by=request.user)):
        update_session_auth_hash(request, done.value)
        return redirect("account:me")
    return asking(request, form, _("Choose a new password"), _("Keep this password"))


@never_cache
@sensitive_post_parameters("password")
@address(Policy.SIGNED_IN)
def passkeys(request: HttpRequest) -> HttpResponse:
    """Add a passkey: the password first, unless it was given just now."""
    return new_passkey(request) if did_recently_reauthenticate(request) else confirm(request)


def confirm(request: HttpRequest) -> HttpResponse:
    user: Any = request.user
    if not user.has_usable_password():
        return redirect("account:password")
    form = Confirm(request.POST or None, request=request)
    if request.method == "POST" and form.is_valid():
        reauthenticate_by_password(request)
        return redirect("account:passkeys")
    return asking(request, form, _("Add a passkey"), _("Go on"), _("Your password first, so that nobody else adds one in your name."))


def new_passkey(request: HttpRequest) -> HttpResponse:
    form = NewPasskey(request.POST or None)
    if submit(form, lambda given: actions.add_passkey(**given, by=request.user)):
        return redirect("account:me")
    options = auth.begin_registration(request.user, passwordless=True)
    shell = frame(request, _("Add a passkey"))
    return render(request, "account/passkey_new.jinja", {"shell": shell, "form": form, "options": options})


@address(Policy.SIGNED_IN)
def passkey_remove(request: HttpRequest, passkey_id: int) -> HttpResponse:
    """Asks first."""
    passkey = queries.passkey(request.user, passkey_id)
    if request.method == "POST":
        actions.remove_passkey(passkey=passkey, by=request.user)
        return redirect("account:me")
    title = _("Remove the passkey “%(passkey)s”?") % {"passkey": passkey.wrap().name}
    return asking(request, Form(), title, _("Remove it"), _("It signs nobody in any more. You can add it again at any time."))


def asking(request: HttpRequest, form: Form, heading: str, button: str, intro: str = "") -> HttpResponse:
    """A page of one form, from the page with one's name and back there."""
    user: Any = request.user
    return ask(request, form, heading, button, back=Link(user.name, reverse("account:me")), intro=intro)
