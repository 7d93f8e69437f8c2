from django.urls import path

from . import views

app_name = "capacity"
urlpatterns = [
    path("q/<uuid:question_id>/assess/", views.assess, name="assess"),
    path("q/<uuid:question_id>/for-them/", views.for_them, name="for_them"),
    path("p/<uuid:person_id>/assessed/mistake/<str:table>/<uuid:row_id>/", views.mistake, name="mistake"),
    path("d/<uuid:decision_id>/again/for-them/", views.again, name="again"),
    path("a/<uuid:assessment_id>/", views.assessment, name="assessment"),
    path("a/<uuid:assessment_id>/correct/", views.correct, name="correct"),
    path("a/<uuid:assessment_id>/told/", views.told, name="told"),
]
