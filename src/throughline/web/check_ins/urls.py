from django.urls import path

from . import views

app_name = "check_ins"
urlpatterns = [
    path("p/<uuid:person_id>/check-in/<uuid:agreed_id>/", views.new, name="new"),
    path("check-in/<uuid:check_in_id>/", views.one, name="one"),
    path("check-in/<uuid:check_in_id>/correct/", views.correct, name="correct"),
    path("check-in/<uuid:check_in_id>/mistake/", views.mistake, name="mistake"),
]
