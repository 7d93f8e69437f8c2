"""What the phone's scripts talk to: who is signed in, records in, files in. JSON, and no page."""

import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from throughline.access import circle
from throughline.base import clock
from throughline.base.errors import Invalid, NotFound
from throughline.base.sqlite.turns import in_turn
from throughline.web.addresses import Policy, address

from .. import actions, ahead, incoming, opened, sender
from ..reading import read_moment
from ..receiving import receive

MOST = 50  # records in one request
SIGN_IN = {"state": "sign-in"}


def handing_in(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Answers whoever has to sign in first so that the phone keeps everything; family and advocates find nothing here."""

    def guarded(request: HttpRequest) -> HttpResponse:
        by = sender.of(request)
        if by is None:
            return JsonResponse(SIGN_IN | {"csrf": get_token(request)}, status=403)
        if by.is_active and circle.is_no_staff(by):
            raise NotFound
        return view(request, by=by)

    return guarded


@never_cache
@address(Policy.OPEN)
def door(request: HttpRequest) -> HttpResponse:
    """GET: who is signed in, and what to take along. POST: records."""
    return handing_in(_records if request.method == "POST" else _hello)(request)


def _hello(request: HttpRequest, *, by: Any) -> HttpResponse:
    """The worker of this session, and what opens what they left here; with `?along` the shift's pages, which take work to find."""
    told: dict[str, Any] = {"state": "ready", "worker": str(by.pk), "csrf": get_token(request), "seal": actions.seal_key(by=by)}
    if by.is_active:
        told |= {"sender": sender.name_for(by), "until": ahead.lease(by).isoformat()}
    if by.is_active and "along" in request.GET:
        told |= ahead.shift(by, _first(request))
    return JsonResponse(told)


def _first(request: HttpRequest) -> UUID | None:
    """Whom the phone asks for before others; what is no id asks for nobody."""
    try:
        return UUID(request.GET.get("first", ""))
    except ValueError:
        return None


def _records(request: HttpRequest, *, by: Any) -> HttpResponse:
    """The answers, in the order of the phone's counter. Records of another worker than the one who is signed in are not taken."""
    try:
        given = json.loads(request.body)
        device, records = str(UUID(given["phone"])), list(given["records"])[:MOST]
        off = read_moment(given["sent_at"]) - clock.now()
    except (KeyError, TypeError, ValueError):
        return JsonResponse({"state": "invalid", "why": [_("What the phone sent cannot be read.")]}, status=400)
    if given.get("worker") != str(by.pk):
        return JsonResponse(SIGN_IN, status=403)
    opened.note(given.get("opened") or (), by=by)
    if given.get("own_lock"):
        actions.say_own_lock(device=UUID(device), by=by)
    with in_turn():
        answers = [each.as_json for each in receive(records, device=device, ahead=off, by=by)]
    return JsonResponse({"state": "ready", "answers": answers})


@never_cache
@address(Policy.OPEN)
def file(request: HttpRequest) -> HttpResponse:
    """GET: how many bytes have come. PUT: the next piece, with where it begins. Which file stands in a header, and in no log."""
    return handing_in(_piece if request.method == "PUT" else _offset)(request)


def _offset(request: HttpRequest, *, by: Any) -> HttpResponse:
    try:
        return JsonResponse({"state": "ready", "offset": incoming.there(by, UUID(request.headers.get("X-File-Id", "")))})
    except ValueError:
        return JsonResponse({"state": "ready", "offset": 0})


def _piece(request: HttpRequest, *, by: Any) -> HttpResponse:
    """409 says where the next piece has to begin: nothing that came is sent twice."""
    about = request.headers
    try:
        coming = incoming.Coming(by, UUID(about["X-File-Id"]), int(about["X-File-Size"]), about["X-File-Sha256"])
        offset = incoming.add(coming, int(about["X-File-Offset"]), request.body[: incoming.PIECE])
        return JsonResponse({"state": "ready", "offset": offset})
    except incoming.Elsewhere as elsewhere:
        return JsonResponse({"state": "elsewhere", "offset": elsewhere.offset}, status=409)
    except Invalid as invalid:
        return JsonResponse({"state": "invalid", "why": list(invalid.faults.values())}, status=400)
    except (KeyError, ValueError):
        return JsonResponse({"state": "invalid", "why": [_("What the phone sent cannot be read.")]}, status=400)
