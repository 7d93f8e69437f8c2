from .daily_note import DailyNote
from .handover_reading import HandoverReading
from .incident import Incident
from .need_change import NeedChange
from .routine_record import RoutineRecord
from .tally import Tally
from .told_apart import ToldApart

__all__ = ["DailyNote", "HandoverReading", "Incident", "NeedChange", "RoutineRecord", "Tally", "ToldApart"]
