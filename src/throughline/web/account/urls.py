from django.urls import path

from ..not_yet import not_yet

app_name = "account"
urlpatterns = [
    path("me/", not_yet, name="me"),
    path("me/passkeys/", not_yet, name="passkeys"),
    path("me/theme/", not_yet, name="theme"),
]
