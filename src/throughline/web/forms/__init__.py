"""The forms kit: fields that show themselves as label, hint, mistake and box, in this order.

A form checks and returns values in `cleaned_data`; it never saves. Labels, hints and messages may say %(name)s; the view
passes `names={"name": person.name}`. One question a form where it can be.
"""

from .choices import Choice, Choices, Tick
from .days import Clock, Day, Moment
from .files import PhotoFile, SoundFile, TextFile
from .form import Form, FormPage
from .parts import Part, is_given
from .pounds import Pounds
from .reading import NotRead, read_day, read_time
from .renderer import Renderer
from .text import LongWords, Words

__all__ = [
    "Choice",
    "Choices",
    "Clock",
    "Day",
    "Form",
    "FormPage",
    "LongWords",
    "Moment",
    "NotRead",
    "Part",
    "PhotoFile",
    "Pounds",
    "Renderer",
    "SoundFile",
    "TextFile",
    "Tick",
    "Words",
    "is_given",
    "read_day",
    "read_time",
]
