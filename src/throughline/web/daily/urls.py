from django.urls import path

from .views import new, records

app_name = "daily"
urlpatterns = [
    path("p/<uuid:person_id>/checklist/<uuid:item_id>/new/", new.run_new, name="run_new"),
    path("p/<uuid:person_id>/activity/new/", new.activity_new, name="activity_new"),
    path("p/<uuid:person_id>/scale/<uuid:item_id>/new/", new.answer_new, name="answer_new"),
    path("p/<uuid:person_id>/spending/new/", new.spending_new, name="spending_new"),
    path("p/<uuid:person_id>/money/", records.money, name="money"),
    path("checklist/<uuid:run_id>/", records.run, name="run"),
    path("checklist/<uuid:run_id>/correct/", records.run_correct, name="run_correct"),
    path("checklist/<uuid:run_id>/mistake/", records.run_mistake, name="run_mistake"),
    path("activity/<uuid:activity_id>/", records.activity, name="activity"),
    path("activity/<uuid:activity_id>/correct/", records.activity_correct, name="activity_correct"),
    path("activity/<uuid:activity_id>/mistake/", records.activity_mistake, name="activity_mistake"),
    path("scale/<uuid:answer_id>/", records.answer, name="answer"),
    path("scale/<uuid:answer_id>/correct/", records.answer_correct, name="answer_correct"),
    path("scale/<uuid:answer_id>/mistake/", records.answer_mistake, name="answer_mistake"),
    path("spending/<uuid:spending_id>/", records.spending, name="spending"),
    path("spending/<uuid:spending_id>/why/", records.spending_why, name="spending_why"),
    path("spending/<uuid:spending_id>/correct/", records.spending_correct, name="spending_correct"),
    path("spending/<uuid:spending_id>/mistake/", records.spending_mistake, name="spending_mistake"),
]
