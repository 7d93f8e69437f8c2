"""Signing in with a password."""

from django.utils.translation import gettext_lazy as _

from ..forms import Form, Words


class SignIn(Form):
    """The names of the boxes are those that password managers and the lock against guessing know."""

    login = Words(_("Your email address"), kind="email", autocomplete="username", max_length=254, missing=_("Write your email address."))
    password = Words(_("Password"), kind="password", autocomplete="current-password", strip=False, missing=_("Write your password."))
