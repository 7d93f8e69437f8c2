from django.urls import path

from ..not_yet import not_yet

app_name = "thread"
urlpatterns = [
    path("t/<uuid:item_id>/", not_yet, name="thread"),
]
