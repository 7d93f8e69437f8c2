from django.urls import path

from . import views

app_name = "thread"
urlpatterns = [path("t/<uuid:item_id>/", views.thread, name="thread")]
