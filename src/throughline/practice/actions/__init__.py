"""Everything that can be done with what happened: record it, undo it, correct it, write a note, write down an incident."""

from .handover import read_handover
from .incidents import correct_incident, keep_incident, mistake_incident
from .recording import (
    ADDED,
    add_to_routine,
    cite_words,
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
from .twice import same_one, two_of_them

__all__ = [
    "ADDED",
    "add_to_routine",
    "cite_words",
    "correct_incident",
    "correct_note",
    "correct_routine",
    "keep_incident",
    "keep_need_change",
    "mistake_incident",
    "mistake_need_change",
    "mistake_note",
    "mistake_routine",
    "read_handover",
    "record_routine",
    "record_words",
    "same_one",
    "two_of_them",
    "undo_note",
    "undo_routine",
    "write_note",
]
