from .counter import Counter
from .event import Event
from .fields import Line, Words
from .recorded import Amendment, Audience, Ground, Part, Recorded, RecordedQuerySet, Topic

__all__ = ["Amendment", "Audience", "Counter", "Event", "Ground", "Line", "Part", "Recorded", "RecordedQuerySet", "Topic", "Words"]
