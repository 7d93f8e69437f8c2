from .daily_note import DailyNote
from .incident import Incident
from .need_change import NeedChange
from .routine_record import RoutineRecord
from .tally import Tally
from .trial import Reissue, Trial
from .upset import Upset, UpsetLine

__all__ = ["DailyNote", "Incident", "NeedChange", "Reissue", "RoutineRecord", "Tally", "Upset", "UpsetLine", "Trial"]
