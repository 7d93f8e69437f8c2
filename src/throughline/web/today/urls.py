from django.urls import path

from .views import note, record, shift, twice

app_name = "today"
urlpatterns = [
    path("today/", shift.today, name="today"),
    path("record/", shift.chooser, name="record"),
    path("p/<uuid:person_id>/practice/<uuid:step_id>/", record.outcome, name="outcome"),
    path("r/<uuid:record_id>/", record.recorded, name="recorded"),
    path("r/<uuid:record_id>/undo/", record.undo, name="undo"),
    path("r/<uuid:record_id>/add/", record.add, name="add"),
    path("r/<uuid:record_id>/correct/", record.correct, name="correct"),
    path("r/<uuid:record_id>/twice/", twice.twice, name="twice"),
    path("t/<uuid:item_id>/records/", record.records, name="records"),
    path("p/<uuid:person_id>/note/new/", note.note_new, name="note_new"),
    path("note/<uuid:note_id>/correct/", note.note_correct, name="note_correct"),
    path("note/<uuid:note_id>/mistake/", note.note_mistake, name="note_mistake"),
    path("note/<uuid:note_id>/undo/", note.note_undo, name="note_undo"),
    path("p/<uuid:person_id>/notes/", note.notes, name="notes"),
]
