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
    path("c/<uuid:conversation_id>/correct/", views.conversation_correct, name="conversation_correct"),
    path("c/<uuid:conversation_id>/take-back/", views.conversation_take_back, name="conversation_take_back"),
    path("p/<uuid:person_id>/contribution/new/", views.contribution_new, name="contribution_new"),
    path("contribution/<uuid:contribution_id>/", views.contribution, name="contribution"),
    path("contribution/<uuid:contribution_id>/correct/", views.contribution_correct, name="contribution_correct"),
    path("contribution/<uuid:contribution_id>/take-back/", views.contribution_take_back, name="contribution_take_back"),
    path("p/<uuid:person_id>/attempt/new/", views.attempt_new, name="attempt_new"),
    path("attempt/<uuid:attempt_id>/", views.attempt, name="attempt"),
    path("attempt/<uuid:attempt_id>/correct/", views.attempt_correct, name="attempt_correct"),
    path("attempt/<uuid:attempt_id>/take-back/", views.attempt_take_back, name="attempt_take_back"),
]
