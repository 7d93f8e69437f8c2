from django.urls import path

from ..not_yet import not_yet

app_name = "said"
urlpatterns = [
    path("p/<uuid:person_id>/voice/new/", not_yet, name="voice_new"),
    path("v/<uuid:voice_id>/", not_yet, name="voice"),
    path("v/<uuid:voice_id>/correct/", not_yet, name="voice_correct"),
    path("v/<uuid:voice_id>/take-back/", not_yet, name="voice_take_back"),
    path("v/<uuid:voice_id>/second/", not_yet, name="voice_second"),
    path("p/<uuid:person_id>/meetings/", not_yet, name="conversations"),
    path("p/<uuid:person_id>/meetings/new/", not_yet, name="conversation_new"),
    path("c/<uuid:conversation_id>/", not_yet, name="conversation"),
    path("p/<uuid:person_id>/contribution/new/", not_yet, name="contribution_new"),
    path("p/<uuid:person_id>/attempt/new/", not_yet, name="attempt_new"),
]
