"""Everything that can be done with what happened: record it, undo it, correct it, write a note, write down an incident."""

from .check_ins import correct_check_in, keep_check_in, mistake_check_in, notice_missed
from .crossings import reopen_crossing, settle_crossing
from .incidents import correct_incident, keep_incident, mistake_incident
from .missed_medicine import correct_missed_medicine, keep_missed_medicine, mistake_missed_medicine
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

__all__ = [
    "ADDED",
    "add_to_routine",
    "correct_check_in",
    "correct_incident",
    "correct_missed_medicine",
    "correct_note",
    "correct_routine",
    "keep_check_in",
    "keep_incident",
    "keep_missed_medicine",
    "keep_need_change",
    "mistake_check_in",
    "mistake_incident",
    "mistake_missed_medicine",
    "mistake_need_change",
    "mistake_note",
    "mistake_routine",
    "notice_missed",
    "record_routine",
    "record_words",
    "reopen_crossing",
    "settle_crossing",
    "undo_note",
    "undo_routine",
    "write_note",
]
