from django.urls import path

from . import views

app_name = "watch"
urlpatterns = [
    path("look-again/", views.several, name="list"),
    path("crossing/<uuid:crossing_id>/", views.one, name="one"),
]
