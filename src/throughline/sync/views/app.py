"""The installable app: its worker, its manifest, the page for no signal, and the list of what waits."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from throughline.web.addresses import Policy, address
from throughline.web.frame import frame
from throughline.web.shell import Shell

SCRIPTS = ("queue", "sealing", "sending", "lock", "worker")
PAPER, INK = "#FAF6F0", "#1F1A24"  # as the icon


@never_cache
@address(Policy.OPEN)
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker, at the root so that it stands before every page: its scripts by the addresses of this release."""
    scripts = ", ".join(f'"{static(f"throughline/phone/{name}.js")}"' for name in SCRIPTS)
    response = HttpResponse(f"importScripts({scripts});\n", content_type="text/javascript")
    response["Service-Worker-Allowed"] = "/"
    return response


@address(Policy.OPEN)
def manifest(request: HttpRequest) -> HttpResponse:
    """What a phone shows of the app on its home screen. Says nothing of anybody."""
    icons = [
        {"src": static(f"throughline/phone/icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png", "purpose": "any maskable"}
        for size in (192, 512)
    ]
    told = {"name": "Throughline", "short_name": "Throughline", "start_url": reverse("today:today"), "scope": "/", "display": "standalone"}
    colours = {"background_color": PAPER, "theme_color": INK}
    return JsonResponse(told | colours | {"icons": icons, "lang": "en-GB"}, content_type="application/manifest+json")


@address(Policy.OPEN)
def no_signal(request: HttpRequest) -> HttpResponse:
    """What stands for a page that is not on the phone."""
    return render(request, "sync/no_signal.jinja", {"shell": Shell(_("There is no signal"), home=reverse("today:today"))})


@address(Policy.OPEN)
def locked(request: HttpRequest) -> HttpResponse:
    """What covers every page on a phone that nobody touched for two minutes. Says nothing of anybody."""
    return render(request, "sync/locked.jinja", {"shell": Shell(_("Write your PIN"), home=reverse("today:today"))})


@address(Policy.SIGNED_IN)
def pin(request: HttpRequest) -> HttpResponse:
    """Choosing a PIN for this phone. It stays on the phone: nothing of it is known to the server."""
    return render(request, "sync/pin.jinja", {"shell": frame(request, _("A PIN for this phone"), current="today", surface="shift")})


@address(Policy.SIGNED_IN)
def waiting(request: HttpRequest) -> HttpResponse:
    """What waits on this phone. The list is on the phone alone, and is made there."""
    shell = frame(request, _("What waits on this phone"), current="today", surface="shift")
    return render(request, "sync/waiting.jinja", {"shell": shell})
