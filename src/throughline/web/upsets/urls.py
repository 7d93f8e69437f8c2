from django.urls import path

from . import views

app_name = "upsets"
urlpatterns = [
    path("p/<uuid:person_id>/upset/new/", views.new, name="new"),
    path("p/<uuid:person_id>/upsets/", views.trend, name="trend"),
    path("p/<uuid:person_id>/upsets/by-week.csv", views.figures, name="figures"),
    path("upset/<uuid:upset_id>/", views.upset, name="one"),
    path("upset/<uuid:upset_id>/finish/", views.finish, name="finish"),
    path("upset/<uuid:upset_id>/correct/", views.correct, name="correct"),
    path("upset/<uuid:upset_id>/mistake/", views.mistake, name="mistake"),
]
