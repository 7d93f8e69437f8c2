"""The API under /api/v1/, with what is said when something is wrong."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from throughline.base.errors import Invalid, NotFound, Refused
from throughline.web.addresses import Policy

from . import calls, calls_practice
from .door import guarded

api = NinjaAPI(
    title="Throughline",
    version="1",
    description="People, the cards that staff follow, practice records in and out, and who is on shift",
    docs_url=None,
    openapi_url="openapi.json",
    urls_namespace="api",
)
api.add_router("", calls.router)
api.add_router("", calls_practice.router)

app_name = "api"


def start(request: HttpRequest) -> HttpResponse:
    """From where the API begins to the document that describes it."""
    return redirect("api:openapi-json")


OPEN = frozenset({"api-root", "openapi-json"})
urlpatterns: list[Any] = api.urls[0]
for each in urlpatterns:
    each.callback = guarded(start if each.name == "api-root" else each.callback, Policy.OPEN if each.name in OPEN else Policy.TOKEN)


def problem(request: HttpRequest, status: int, detail: str, faults: dict[str, str] | None = None) -> HttpResponse:
    return api.create_response(request, {"detail": detail, "faults": faults or {}}, status=status)


@api.exception_handler(NotFound)
def not_found(request: HttpRequest, _exception: Any) -> HttpResponse:
    """Not there and not yours look the same."""
    return problem(request, 404, _("This is not here, or not for this token to see."))


@api.exception_handler(Refused)
def refused(request: HttpRequest, exception: Any) -> HttpResponse:
    return problem(request, 403, str(exception))


@api.exception_handler(Invalid)
def invalid(request: HttpRequest, exception: Any) -> HttpResponse:
    """It has the right shape, and cannot be kept all the same."""
    return problem(request, 409, _("This cannot be kept as it is."), exception.faults)


@api.exception_handler(ValidationError)
def misshapen(request: HttpRequest, exception: Any) -> HttpResponse:
    """It has not the shape that the document describes."""
    faults = {".".join(str(part) for part in each["loc"]): str(each["msg"]) for each in exception.errors}
    return problem(request, 422, _("This does not have the shape that the API’s document describes."), faults)


@api.exception_handler(AuthenticationError)
def unknown(request: HttpRequest, _exception: Any) -> HttpResponse:
    response = problem(request, 401, _("No token that works came with this. Ask the registered manager for one."))
    response["WWW-Authenticate"] = "Bearer"
    return response


@api.exception_handler(HttpError)
def unreadable(request: HttpRequest, exception: Any) -> HttpResponse:
    """What is no JSON at all."""
    return problem(request, exception.status_code, str(exception))
