"""Every address says who may open it. A page for which nobody asked about access is an error, not a page."""

from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse

from throughline.access import asked, readings, scope
from throughline.people.sight import Sight

View = Callable[..., HttpResponse]


class Policy(StrEnum):
    """Who may open an address, and what is kept of it."""

    OPEN = "anybody, signed in or not; shows nothing of anybody"
    SIGNED_IN = "anybody who signed in; shows nothing of anybody we support"
    SCOPED = "anybody who signed in; asks `access` itself, and shows only people the actor may see"
    PERSON = "whoever may see the person; every reading is kept, and the person can see it"


def address(policy: Policy) -> Callable[[View], View]:
    """Give a view its policy. The views of a person call `look` first; a reading is kept when they answer."""

    def give(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if policy in (Policy.OPEN, Policy.SIGNED_IN):
                asked.mark()
            response = view(request, *args, **kwargs)
            if policy is Policy.PERSON:
                keep_reading(request, response)
            return response

        guarded.policy = policy  # type: ignore[attr-defined]
        return login_not_required(guarded) if policy is Policy.OPEN else guarded

    return give


def look(request: HttpRequest, person_id: UUID, about_id: UUID | None = None) -> Sight:
    """The actor's sight of a person, for this page; NotFound when there is none."""
    sight = scope.sight(request.user, person_id)
    request.looked_at = (sight, about_id)  # type: ignore[attr-defined]
    return sight


def keep_reading(request: HttpRequest, response: HttpResponse) -> None:
    """Keep that a page of a person's record was read. Forms that were sent back or on are no reading."""
    seen = getattr(request, "looked_at", None)
    if seen is None:
        raise asked.AccessNotAsked(f"{request.resolver_match} shows a person and never looked whether it may.")
    if request.method == "GET" and response.status_code == 200:
        sight, about_id = seen
        match = request.resolver_match
        readings.note(sight, match.view_name if match else "", about_id)
