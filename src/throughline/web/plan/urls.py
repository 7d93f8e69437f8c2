from django.urls import path

from ..not_yet import not_yet
from . import views

app_name = "plan"
urlpatterns = [
    path("p/<uuid:person_id>/plan/", views.plan, name="plan"),
    path("p/<uuid:person_id>/plan/new/", views.item_new, name="item_new"),
    path("t/<uuid:item_id>/write/", views.write, name="write"),
    path("version/<uuid:version_id>/", not_yet, name="version"),
    path("version/<uuid:version_id>/publish/", not_yet, name="publish"),
    path("t/<uuid:item_id>/end/", not_yet, name="end"),
    path("card/<uuid:item_id>/", not_yet, name="card"),
    path("p/<uuid:person_id>/cards/", not_yet, name="cards"),
    path("p/<uuid:person_id>/profile/", not_yet, name="profile"),
]
