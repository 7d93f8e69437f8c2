from .daily_note import DailyNote
from .need_change import NeedChange
from .routine_record import RoutineRecord
from .tally import Tally

__all__ = ["DailyNote", "NeedChange", "RoutineRecord", "Tally"]
