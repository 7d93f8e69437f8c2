from django.urls import path

from . import views

app_name = "said"
urlpatterns = [
    path("p/<uuid:person_id>/voice/new/", views.voice_new, name="voice_new"),
    path("v/<uuid:voice_id>/", views.voice, name="voice"),
    path("v/<uuid:voice_id>/correct/", views.voice_correct, name="voice_correct"),
    path("v/<uuid:voice_id>/take-back/", views.voice_take_back, name="voice_take_back"),
    path("v/<uuid:voice_id>/move/", views.voice_move, name="voice_move"),
    path("v/<uuid:voice_id>/second/", views.voice_second, name="voice_second"),
    path("p/<uuid:person_id>/meetings/", views.conversations, name="conversations"),
    path("p/<uuid:person_id>/meetings/new/", views.conversation_new, name="conversation_new"),
    path("c/<uuid:conversation_id>/", views.conversation, name="conversation"),
    path("p/<uuid:person_id>/contribution/new/", views.contribution_new, name="contribution_new"),
    path("p/<uuid:person_id>/attempt/new/", views.attempt_new, name="attempt_new"),
]
