from django.urls import path

from . import views

app_name = "plan"
urlpatterns = [
    path("p/<uuid:person_id>/plan/", views.plan, name="plan"),
    path("p/<uuid:person_id>/plan/new/", views.item_new, name="item_new"),
    path("t/<uuid:item_id>/write/", views.write, name="write"),
    path("version/<uuid:version_id>/", views.version, name="version"),
    path("version/<uuid:version_id>/publish/", views.publish, name="publish"),
    path("t/<uuid:item_id>/end/", views.end, name="end"),
    path("card/<uuid:item_id>/", views.card, name="card"),
    path("p/<uuid:person_id>/cards/", views.cards, name="cards"),
    path("p/<uuid:person_id>/profile/", views.profile, name="profile"),
]
