from django.urls import path

from . import views

app_name = "capacity"
urlpatterns = [
    path("q/<uuid:question_id>/assess/", views.assess, name="assess"),
    path("q/<uuid:question_id>/for-them/", views.for_them, name="for_them"),
    path("a/<uuid:assessment_id>/", views.assessment, name="assessment"),
    path("a/<uuid:assessment_id>/correct/", views.correct, name="correct"),
    path("a/<uuid:assessment_id>/told/", views.told, name="told"),
]
