from django.urls import path

from . import views

app_name = "safeguarding"
urlpatterns = [
    path("p/<uuid:person_id>/safeguarding/", views.concerns, name="list"),
    path("p/<uuid:person_id>/safeguarding/new/", views.new, name="new"),
    path("p/<uuid:person_id>/safeguarding/mistake/<str:table>/<uuid:row_id>/", views.mistake, name="mistake"),
    path("safeguarding/<uuid:concern_id>/", views.concern, name="one"),
    path("safeguarding/<uuid:concern_id>/step/", views.step, name="step"),
]
