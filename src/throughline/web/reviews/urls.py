from django.urls import path

from . import asks, views

app_name = "reviews"
urlpatterns = [
    path("p/<uuid:person_id>/said/", views.said_did, name="said_did"),
    path("p/<uuid:person_id>/said/mistake/<str:table>/<uuid:row_id>/", views.mistake, name="mistake"),
    path("v/<uuid:voice_id>/respond/", views.respond, name="respond"),
    path("response/<uuid:response_id>/told/", views.told, name="told"),
    path("response/<uuid:response_id>/check/", views.check, name="check"),
    path("contribution/<uuid:contribution_id>/look-again/", asks.answer_ask, name="answer_ask"),
    path("t/<uuid:item_id>/review/", views.review_new, name="review_new"),
]
