from django.urls import path

from . import views

app_name = "incidents"
urlpatterns = [
    path("p/<uuid:person_id>/incident/new/", views.new, name="new"),
    path("incident/<uuid:incident_id>/", views.incident, name="one"),
    path("incident/<uuid:incident_id>/correct/", views.correct, name="correct"),
    path("incident/<uuid:incident_id>/mistake/", views.mistake, name="mistake"),
]
