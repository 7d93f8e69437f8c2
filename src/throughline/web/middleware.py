"""What stands between a request and its page: refusals become pages, and nobody answers without having asked."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from throughline.access import asked, keys
from throughline.base import clock
from throughline.base.errors import Invalid, NotFound, Refused

from . import as_at, terms
from .frame import frame

GetResponse = Callable[[HttpRequest], HttpResponse]

USED = "used"  # in a session: when it was last renewed, in seconds

# Signed out, or with what was taken back gone, the browser's way back shows nothing of anybody.
NO_STORE = "private, no-store"


class RenewedSessionMiddleware:
    """A session lasts for a shift after its last use, not after signing in. Written at most once an hour: most pages write nothing."""

    EVERY = 60 * 60  # seconds

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and clock.now().timestamp() - request.session.get(USED, 0) >= self.EVERY:
            session_used(request=request)
        return self.get_response(request)


def session_used(*, request: HttpRequest, **more: Any) -> None:
    """Note it in the session, which begins its shift anew by being written. Called by Django when somebody signs in, too."""
    request.session[USED] = int(clock.now().timestamp())


class AccessAskedMiddleware:
    """Holds the actor's keys for one request, and raises when a page was made and nobody asked about access."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with asked.watching(), terms.holding(), as_at.holding():
            if request.user.is_authenticated:
                keys.hold(request.user)
            response = self.get_response(request)
            if request.user.is_authenticated and response.status_code < 400 and not asked.was_asked():
                raise asked.AccessNotAsked(request.resolver_match)
            return response


class RefusalsMiddleware:
    """Turns what an action or query raises into a page that says what to do. Nothing that was written is lost: forms keep it."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, NotFound):
            return refusal(
                request, 404, _("This page is not here, or not yours to see"), _("Look on the page People, or ask the registered manager.")
            )
        if isinstance(exception, Refused):
            return refusal(request, 403, _("This cannot be done"), str(exception))
        if isinstance(exception, Invalid):
            return refusal(request, 400, _("This cannot be kept as it is"), " ".join(exception.faults.values()))
        return None


def refusal(request: HttpRequest, status: int, title: str, reason: str) -> HttpResponse:
    """A page that says why not and what to do."""
    response = render(request, "shared/refusal.jinja", {"shell": frame(request, title), "reason": reason}, status=status)
    response["Cache-Control"] = NO_STORE
    return response
