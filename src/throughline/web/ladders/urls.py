from django.urls import path

from .views import climbing, trials

app_name = "ladders"
urlpatterns = [
    path("t/<uuid:item_id>/ladder/", climbing.ladder, name="ladder"),
    path("t/<uuid:item_id>/ladder/move/", climbing.move, name="move"),
    path("t/<uuid:item_id>/ladder/risks/", climbing.risks, name="risks"),
    path("t/<uuid:item_id>/try/", trials.new, name="new"),
    path("try/<uuid:trial_id>/", trials.trial, name="trial"),
    path("try/<uuid:trial_id>/correct/", trials.correct, name="correct"),
    path("try/<uuid:trial_id>/mistake/", trials.mistake, name="mistake"),
]
