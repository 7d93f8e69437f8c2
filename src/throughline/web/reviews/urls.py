from django.urls import path

from ..not_yet import not_yet

app_name = "reviews"
urlpatterns = [
    path("p/<uuid:person_id>/said/", not_yet, name="said_did"),
    path("v/<uuid:voice_id>/respond/", not_yet, name="respond"),
    path("response/<uuid:response_id>/told/", not_yet, name="told"),
    path("response/<uuid:response_id>/check/", not_yet, name="check"),
    path("t/<uuid:item_id>/review/", not_yet, name="review_new"),
]
