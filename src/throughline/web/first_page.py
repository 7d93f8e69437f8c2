"""The first page: to where an actor's work is. And the pages for what went wrong."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from throughline.access import circle, keys, queries
from throughline.access.roles import Act

from .addresses import Policy, address
from .frame import frame
from .middleware import refusal
from .shell import Shell


@address(Policy.SIGNED_IN)
def first_page(request: HttpRequest) -> HttpResponse:
    """Go to Today, to the people, to setting up what is not there yet; family and advocates to their own pages."""
    acts = keys.of(request.user).acts()
    if Act.SET_UP in acts and (queries.provider() is None or not queries.services()):
        return redirect("setup:home")
    if Act.KEEP_PRACTICE in acts and Act.SET_UP not in acts:
        return redirect("today:today")
    if circle.is_no_staff(request.user):
        return redirect("circle:choose")
    return redirect("people:list" if Act.SEE_PERSON in acts else "setup:home")


@address(Policy.SIGNED_IN)
def help_page(request: HttpRequest) -> HttpResponse:
    """How to use Throughline, and who to ask. Nothing of anybody, so it is also the page that others are measured against."""
    return render(request, "shared/help.jinja", {"shell": frame(request, _("Help"))})


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """An address that leads nowhere looks the same as one that is not yours."""
    return refusal(
        request, 404, _("This page is not here, or not yours to see"), _("Look on the page People, or ask the registered manager.")
    )


def broken(request: HttpRequest) -> HttpResponse:
    """Something broke on our side. What was saved before is safe."""
    reason = _("What was saved before is safe. Go back and try again; if it happens again, tell the registered manager.")
    return _bare(request, 500, _("Something broke on our side"), reason)  # the frame would ask the database, which may be what broke


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """More was sent than a page takes, or something that no page of ours sends."""
    reason = _("Open the page again and write it anew; what was saved before is safe.")
    if isinstance(exception, RequestDataTooBig):
        most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1_000_000
        reason = _(
            "The text was more than %(most)s million letters. Go back, keep it in several parts, and add long papers as a photo or a file."
        ) % {"most": most}
        return _bare(request, 400, _("This was too much for one page"), reason)
    return _bare(request, 400, _("This could not be read"), reason)


def stale(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page was made before somebody signed in or out in this browser, so what it sends is not taken."""
    said = _("Somebody signed in or out here since you opened the page. Open it again: what you wrote is offered to you there.")
    return _bare(request, 403, _("This page was open for too long"), said)


def _bare(request: HttpRequest, status: int, title: str, reason: str) -> HttpResponse:
    """A page that asks nothing of the database."""
    return render(request, "shared/refusal.jinja", {"shell": Shell(title), "reason": reason}, status=status)
