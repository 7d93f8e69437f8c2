from django.urls import path

from . import views

app_name = "disagreements"
urlpatterns = [
    path("disagreements/", views.stuck, name="stuck"),
    path("p/<uuid:person_id>/disagreements/", views.disagreements, name="list"),
    path("p/<uuid:person_id>/disagreements/new/", views.new, name="new"),
    path("p/<uuid:person_id>/disagreements/mistake/<str:table>/<uuid:row_id>/", views.mistake, name="mistake"),
    path("disagreement/<uuid:disagreement_id>/", views.disagreement, name="one"),
    path("disagreement/<uuid:disagreement_id>/person/", views.persons, name="persons"),
    path("disagreement/<uuid:disagreement_id>/position/", views.others, name="others"),
    path("disagreement/<uuid:disagreement_id>/step/", views.step, name="step"),
    path("disagreement/<uuid:disagreement_id>/close/", views.close, name="close"),
]
