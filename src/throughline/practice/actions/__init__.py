"""Everything that can be done with what happened: record it, undo it, correct it, write down a note, an incident or a try."""

from .activities import correct_activity, keep_activity, mistake_activity
from .check_ins import correct_check_in, keep_check_in, mistake_check_in, notice_missed
from .checklists import correct_run, mistake_run, run_checklist
from .crossings import reopen_crossing, settle_crossing
from .handover import read_handover
from .incidents import correct_incident, keep_incident, mistake_incident
from .missed_medicine import correct_missed_medicine, keep_missed_medicine, mistake_missed_medicine
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
from .scales import correct_answer, keep_answer, mistake_answer
from .spending import Receipt, correct_spending, keep_spending, mistake_spending, say_why_more
from .trials import correct_trial, keep_trial, mistake_trial, reissue
from .twice import same_one, two_of_them
from .upsets import FINISHED, correct_upset, finish_upset, keep_upset, mistake_upset

__all__ = [
    "ADDED",
    "FINISHED",
    "Receipt",
    "add_to_routine",
    "correct_activity",
    "correct_answer",
    "cite_words",
    "correct_check_in",
    "correct_incident",
    "correct_missed_medicine",
    "correct_note",
    "correct_routine",
    "correct_upset",
    "finish_upset",
    "correct_trial",
    "correct_run",
    "correct_spending",
    "keep_activity",
    "keep_answer",
    "keep_check_in",
    "keep_incident",
    "keep_missed_medicine",
    "keep_need_change",
    "keep_upset",
    "keep_trial",
    "keep_spending",
    "mistake_activity",
    "mistake_answer",
    "mistake_check_in",
    "mistake_incident",
    "mistake_missed_medicine",
    "mistake_need_change",
    "mistake_note",
    "mistake_routine",
    "mistake_upset",
    "mistake_trial",
    "mistake_run",
    "mistake_spending",
    "read_handover",
    "notice_missed",
    "record_routine",
    "record_words",
    "reissue",
    "run_checklist",
    "say_why_more",
    "same_one",
    "two_of_them",
    "reopen_crossing",
    "settle_crossing",
    "undo_note",
    "undo_routine",
    "write_note",
]
