from django.urls import path

from . import views

app_name = "decisions"
urlpatterns = [
    path("p/<uuid:person_id>/decisions/", views.decisions, name="list"),
    path("p/<uuid:person_id>/question/new/", views.question_new, name="question_new"),
    path("p/<uuid:person_id>/decisions/mistake/<str:table>/<uuid:row_id>/", views.mistake, name="mistake"),
    path("q/<uuid:question_id>/", views.question, name="question"),
    path("q/<uuid:question_id>/option/", views.option_new, name="option_new"),
    path("q/<uuid:question_id>/talked/", views.talked, name="talked"),
    path("q/<uuid:question_id>/decide/", views.decide, name="decide"),
    path("d/<uuid:decision_id>/", views.decision, name="decision"),
    path("d/<uuid:decision_id>/again/", views.again, name="again"),
    path("d/<uuid:decision_id>/told/", views.tell, name="tell"),
]
