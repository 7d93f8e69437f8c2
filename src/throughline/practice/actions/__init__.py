"""Everything that can be done with what happened: record it, undo it, correct it, write down a note, an incident or a try."""

from .incidents import correct_incident, keep_incident, mistake_incident
from .recording import (
    ADDED,
    add_to_routine,
    correct_note,
    correct_routine,
    keep_need_change,
    mistake_need_change,
    mistake_note,
    mistake_routine,
    record_routine,
    record_words,
    undo_note,
    undo_routine,
    write_note,
)
from .trials import correct_trial, keep_trial, mistake_trial, reissue
from .upsets import FINISHED, correct_upset, finish_upset, keep_upset, mistake_upset

__all__ = [
    "ADDED",
    "FINISHED",
    "add_to_routine",
    "correct_incident",
    "correct_note",
    "correct_routine",
    "correct_upset",
    "finish_upset",
    "correct_trial",
    "keep_incident",
    "keep_need_change",
    "keep_upset",
    "keep_trial",
    "mistake_incident",
    "mistake_need_change",
    "mistake_note",
    "mistake_routine",
    "mistake_upset",
    "mistake_trial",
    "record_routine",
    "record_words",
    "reissue",
    "undo_note",
    "undo_routine",
    "write_note",
]
