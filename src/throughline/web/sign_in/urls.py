"""Signing in, by password or passkey, and out. The names are those that allauth asks for."""

from django.urls import path

from . import views

urlpatterns = [
    path("sign-in/", views.sign_in, name="account_login"),
    path("sign-in/passkey/", views.passkey, name="mfa_login_webauthn"),
    path("sign-out/", views.sign_out, name="account_logout"),
]
