from .daily_note import DailyNote
from .incident import Incident
from .need_change import NeedChange
from .routine_record import RoutineRecord
from .tally import Tally
from .trial import Reissue, Trial

__all__ = ["DailyNote", "Incident", "NeedChange", "Reissue", "RoutineRecord", "Tally", "Trial"]
