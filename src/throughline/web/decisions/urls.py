from django.urls import path

from ..not_yet import not_yet

app_name = "decisions"
urlpatterns = [
    path("p/<uuid:person_id>/decisions/", not_yet, name="list"),
    path("p/<uuid:person_id>/question/new/", not_yet, name="question_new"),
    path("q/<uuid:question_id>/", not_yet, name="question"),
    path("q/<uuid:question_id>/option/", not_yet, name="option_new"),
    path("q/<uuid:question_id>/talked/", not_yet, name="talked"),
    path("q/<uuid:question_id>/decide/", not_yet, name="decide"),
    path("d/<uuid:decision_id>/", not_yet, name="decision"),
    path("d/<uuid:decision_id>/again/", not_yet, name="again"),
    path("d/<uuid:decision_id>/told/", not_yet, name="tell"),
]
