from django.urls import path

from . import views

app_name = "medicine"
urlpatterns = [
    path("p/<uuid:person_id>/missed-medicine/new/", views.new, name="new"),
    path("missed-medicine/<uuid:missed_id>/", views.one, name="one"),
    path("missed-medicine/<uuid:missed_id>/correct/", views.correct, name="correct"),
    path("missed-medicine/<uuid:missed_id>/mistake/", views.mistake, name="mistake"),
]
