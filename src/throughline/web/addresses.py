"""Every address says who may open it. A page for which nobody asked about access is an error, not a page."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse

from throughline.access import asked, circle, readings, scope
from throughline.base.errors import NotFound
from throughline.people.sight import Sight

from .middleware import NO_STORE

ALONG = "sync:along"

View = Callable[..., HttpResponse]


class Policy(StrEnum):
    """Who may open an address, and what is kept of it."""

    OPEN = "anybody, signed in or not; shows nothing of anybody"
    SIGNED_IN = "anybody who signed in; shows nothing of anybody we support"
    SCOPED = "anybody who signed in; asks `access` itself, and shows only people the actor may see"
    PERSON = "whoever may see the person; every reading is kept, and the person can see it"
    LINKED = "family, advocates and professionals with pages of their own; shows about whom they have some"
    TOKEN = "another system with a token that works and has the scope; shows only what its role sees, and every reading is kept"
    CIRCLE = "a circle member with a live link; every reading is kept, and the person can see it"


def address(policy: Policy) -> Callable[[View], View]:
    """Give a view its policy. The views of a person call `look` or `look_circle` first; a reading is kept when they answer."""

    def give(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if policy in (Policy.OPEN, Policy.SIGNED_IN):
                asked.mark()
            elif policy is Policy.SCOPED and circle.is_no_staff(request.user):
                raise NotFound  # the places of staff are not there for whoever has pages of their own
            response = view(request, *args, **kwargs)
            if policy in (Policy.PERSON, Policy.CIRCLE):
                keep_reading(request, response)
            if policy is not Policy.OPEN:
                response["Cache-Control"] = NO_STORE
            return response

        guarded.policy = policy  # type: ignore[attr-defined]
        return login_not_required(guarded) if policy is Policy.OPEN else guarded

    return give


def look(request: HttpRequest, person_id: UUID, about_id: UUID | None = None) -> Sight:
    """The actor's sight of a person, for this page; NotFound when there is none."""
    return _kept(request, scope.sight(request.user, person_id), about_id)


def look_circle(request: HttpRequest, person_id: UUID, about_id: UUID | None = None) -> Sight:
    """A circle member's sight of a person, for this page, by topic; NotFound without a live link."""
    return _kept(request, circle.sight(request.user, person_id), about_id)


def _kept(request: HttpRequest, sight: Sight, about_id: UUID | None) -> Sight:
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
        note_reading(request, response, sight, match.view_name if match else "", about_id)


def note_reading(request: HttpRequest, response: HttpResponse, sight: Sight, page: str, about_id: UUID | None = None) -> HttpResponse:
    """Keep that a page was read, or that a phone took it along. Then the phone is told whose it is, to say later that it was opened."""
    along = bool(request.headers.get("X-Throughline-Along"))
    readings.note(sight, ALONG if along else page, about_id)
    if along:
        response["X-Throughline-Person"] = str(sight.person_id)
    return response


def note_readings(request: HttpRequest, response: HttpResponse, sights: Sequence[Sight], page: str) -> HttpResponse:
    """The same for a page on which several people stand: a reading of each."""
    along = bool(request.headers.get("X-Throughline-Along"))
    readings.note_each(sights, ALONG if along else page)
    if along:
        response["X-Throughline-Person"] = " ".join(str(each.person_id) for each in sights)
    return response


def note_people(request: HttpRequest, response: HttpResponse, people: Iterable[Any], page: str) -> HttpResponse:
    """The same for a list that names people: a reading of each whom the reader may see, once. One query."""
    named = {each.pk: each for each in people}
    return note_readings(request, response, scope.sights(request.user, list(named.values())), page)
