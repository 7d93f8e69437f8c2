"""Against guessing: five wrong passwords for one address from one place, and it rests for a quarter of an hour.

Counted by what was typed, whether or not anybody signs in with it, so that the lock tells nobody which addresses there are.
"""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ..shell import Shell

LONGEST_ADDRESS = 255


def typed_address(request: HttpRequest, credentials: Mapping[str, Any] | None = None) -> str:
    """The address that somebody tries, in one spelling. The form calls it login, the backends email."""
    given = credentials or request.POST
    typed = next((given[name] for name in ("login", "email", "username") if given.get(name)), "")
    return str(typed).strip().lower()[:LONGEST_ADDRESS]


def locked_out(request: HttpRequest, response: HttpResponse | None, credentials: Mapping[str, Any] | None = None) -> HttpResponse:
    """The page instead of a sixth try."""
    minutes = round(settings.AXES_COOLOFF_TIME * 60)
    page = render(request, "sign_in/locked_out.jinja", {"shell": Shell(_("Please wait")), "minutes": minutes}, status=429)
    page["Retry-After"] = str(minutes * 60)
    return page
