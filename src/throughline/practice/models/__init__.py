from .check_in import CheckIn, MissedCheckIn
from .crossing import Crossing, CrossingSettled
from .daily_note import DailyNote
from .incident import Incident
from .missed_medicine import MissedMedicine
from .need_change import NeedChange
from .routine_record import RoutineRecord
from .tally import Tally

__all__ = [
    "CheckIn",
    "Crossing",
    "CrossingSettled",
    "DailyNote",
    "Incident",
    "MissedCheckIn",
    "MissedMedicine",
    "NeedChange",
    "RoutineRecord",
    "Tally",
]
