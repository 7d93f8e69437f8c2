from django.urls import path

from ..not_yet import not_yet

app_name = "today"
urlpatterns = [
    path("today/", not_yet, name="today"),
    path("record/", not_yet, name="record"),
    path("p/<uuid:person_id>/practice/<uuid:step_id>/", not_yet, name="outcome"),
    path("r/<uuid:record_id>/", not_yet, name="recorded"),
    path("r/<uuid:record_id>/undo/", not_yet, name="undo"),
    path("r/<uuid:record_id>/add/", not_yet, name="add"),
    path("r/<uuid:record_id>/correct/", not_yet, name="correct"),
    path("t/<uuid:item_id>/records/", not_yet, name="records"),
    path("p/<uuid:person_id>/note/new/", not_yet, name="note_new"),
    path("note/<uuid:note_id>/correct/", not_yet, name="note_correct"),
    path("note/<uuid:note_id>/undo/", not_yet, name="note_undo"),
    path("p/<uuid:person_id>/notes/", not_yet, name="notes"),
]
