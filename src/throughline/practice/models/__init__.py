from .activity import Activity
from .checklist_run import CheckDone, ChecklistRun
from .daily_note import DailyNote
from .incident import Incident
from .need_change import NeedChange
from .routine_record import RoutineRecord
from .scale_answer import ScaleAnswer
from .spending import Spending
from .tally import Tally

__all__ = [
    "Activity",
    "CheckDone",
    "ChecklistRun",
    "DailyNote",
    "Incident",
    "NeedChange",
    "RoutineRecord",
    "ScaleAnswer",
    "Spending",
    "Tally",
]
