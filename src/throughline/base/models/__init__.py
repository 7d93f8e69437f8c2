from .counter import Counter
from .event import Event
from .fields import Line, Words
from .recorded import Amendment, Ground, Part, Recorded, RecordedQuerySet

__all__ = ["Amendment", "Counter", "Event", "Ground", "Line", "Part", "Recorded", "RecordedQuerySet", "Words"]
