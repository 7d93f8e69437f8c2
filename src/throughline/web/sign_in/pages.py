"""What the sign-in page shows."""

from dataclasses import dataclass

from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

from .forms import SignIn


@dataclass(frozen=True)
class SignInPage:
    """`onward`: where to go afterwards, when a page sent one here. `said`: what a passkey that did not work left to say."""

    form: SignIn
    onward: str
    said: tuple[str, ...]


def sign_in_page(request: HttpRequest, form: SignIn) -> SignInPage:
    return SignInPage(form, onward(request), tuple(str(message) for message in get_messages(request)))


def onward(request: HttpRequest) -> str:
    """The page that sent somebody to sign in; never an address of somebody else's."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    ours = url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return asked if ours else ""
