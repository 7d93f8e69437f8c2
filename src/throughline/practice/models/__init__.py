from .daily_note import DailyNote
from .routine_record import RoutineRecord
from .tally import Tally

__all__ = ["DailyNote", "RoutineRecord", "Tally"]
