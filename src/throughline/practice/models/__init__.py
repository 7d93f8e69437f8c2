from .activity import Activity
from .checklist_run import CheckDone, ChecklistRun
from .daily_note import DailyNote
from .handover_reading import HandoverReading
from .incident import Incident
from .need_change import NeedChange
from .routine_record import RoutineRecord
from .scale_answer import ScaleAnswer
from .spending import Spending
from .tally import Tally
from .told_apart import ToldApart
from .trial import Reissue, Trial
from .upset import Upset, UpsetLine

__all__ = [
    "Activity",
    "CheckDone",
    "ChecklistRun",
    "DailyNote",
    "HandoverReading",
    "Incident",
    "NeedChange",
    "Reissue",
    "RoutineRecord",
    "ScaleAnswer",
    "Spending",
    "Tally",
    "Upset",
    "UpsetLine",
    "Trial",
    "ToldApart",
]
