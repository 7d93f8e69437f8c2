"""The wall around the API: a token for every call, its scope, and that somebody asked about access before anything is answered."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from ninja.errors import AuthenticationError
from ninja.security import HttpBearer

from throughline.access import asked, keys
from throughline.base.answers import require
from throughline.web.addresses import Policy

from . import policy, queries

NO_SUCH = {"detail": "method-not-allowed", "faults": {}}  # for a program, not for a reader
View = Callable[..., HttpResponse]


class Token(HttpBearer):
    """A token that works and has one scope. What a browser that signed in may do counts for nothing here."""

    openapi_name = "Token"

    def __init__(self, scope: str) -> None:
        super().__init__()
        self.scope = scope

    def __call__(self, request: HttpRequest) -> Any:
        """Whose token it is; Refused when it lacks the scope."""
        found = super().__call__(request)
        if not found:
            raise AuthenticationError(message=_("No token that works came with this. Ask the registered manager for one."))
        require(policy.may_call(found, self.scope))
        keys.hold(found.user)
        return found.user

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        return queries.by_token(token)


def guarded(view: View, given: Policy) -> View:
    """An address of the API with its policy. An answer for which nobody asked about access is an error, as on pages."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with asked.watching():
            if given is Policy.OPEN:
                asked.mark()
            response = view(request, *args, **kwargs)
            if response.status_code == 405:
                response = JsonResponse(NO_SUCH, status=405, headers={"Allow": response["Allow"]})
            if response.status_code < 400 and not asked.was_asked():
                raise asked.AccessNotAsked(request.resolver_match)
        asked.mark()  # for the browser around it, if there is one: what it may see was not asked here, and is not shown
        response["Cache-Control"] = "private, no-store"
        return response

    answer.policy = given  # type: ignore[attr-defined]  # read by the test of addresses, as in `web.addresses`
    return login_not_required(answer)
