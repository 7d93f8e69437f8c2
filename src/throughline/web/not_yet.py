"""While the pages are being built: an address that is taken and has no page yet. Goes with the last of them."""

from django.http import HttpRequest, HttpResponse

from .addresses import Policy, address


@address(Policy.SIGNED_IN)
def not_yet(request: HttpRequest, **_: object) -> HttpResponse:
    """A page to come."""
    return HttpResponse("To come.")
