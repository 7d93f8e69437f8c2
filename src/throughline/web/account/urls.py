from django.urls import path

from . import views

app_name = "account"
urlpatterns = [
    path("me/", views.me, name="me"),
    path("me/theme/", views.theme, name="theme"),
    path("me/password/", views.password, name="password"),
    path("me/passkeys/", views.passkeys, name="passkeys"),
    path("me/passkeys/<int:passkey_id>/remove/", views.passkey_remove, name="passkey_remove"),
]
