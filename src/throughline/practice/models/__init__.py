from .activity import Activity
from .check_in import CheckIn, MissedCheckIn
from .checklist_run import CheckDone, ChecklistRun
from .crossing import Crossing, CrossingSettled
from .daily_note import DailyNote
from .handover_reading import HandoverReading
from .incident import Incident
from .missed_medicine import MissedMedicine
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
    "CheckIn",
    "CheckDone",
    "Crossing",
    "ChecklistRun",
    "CrossingSettled",
    "DailyNote",
    "HandoverReading",
    "Incident",
    "MissedCheckIn",
    "MissedMedicine",
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
