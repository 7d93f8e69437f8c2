"""Sign-in, by password or passkey: the few pages of allauth that stay open, re-made."""

from allauth.account.views import login, logout
from django.urls import path

from ..addresses import Policy, address

urlpatterns = [
    path("sign-in/", address(Policy.OPEN)(login), name="account_login"),
    path("sign-out/", address(Policy.SIGNED_IN)(logout), name="account_logout"),
]
