"""What pages are made of: frozen values, each shown by the macro of the same name in `jinja2/components/`.

They hold finished words: a page's function has chosen the sentence, written the date and asked what may be shown.
"""

from .basics import Button, Chip, Empty, Link, Notice, Pages, Party, Portrait, State, Tab, Tone, numbered_pages
from .papers import OnePage, Paper, PaperPart, Qr
from .record import AsAt, Happening, Option, Reading, ShiftCard, Standing, Table, View
from .said import Comm, Contribution, HowTold, PersonHead, Quote, Sound, Source, Speaker, Thought
from .shift import Answers, Block, Changed, Feelings, LinkRow, Now, OnShift, Outcome, Saved, Todo, Why
from .thread import Gap, Knot, KnotKey, PlanRow, PlanTable, Thread, Tie, TieMark, Told

__all__ = [
    "Answers",
    "AsAt",
    "Block",
    "Button",
    "Changed",
    "Chip",
    "Comm",
    "Contribution",
    "Empty",
    "Feelings",
    "Gap",
    "Happening",
    "HowTold",
    "Knot",
    "KnotKey",
    "Link",
    "LinkRow",
    "Notice",
    "Now",
    "OnePage",
    "OnShift",
    "Option",
    "Outcome",
    "Pages",
    "Paper",
    "PaperPart",
    "Party",
    "PersonHead",
    "PlanRow",
    "PlanTable",
    "Portrait",
    "Qr",
    "Quote",
    "Reading",
    "Saved",
    "ShiftCard",
    "Sound",
    "Source",
    "Speaker",
    "Standing",
    "State",
    "Tab",
    "Table",
    "Thought",
    "Thread",
    "Tie",
    "TieMark",
    "Todo",
    "Told",
    "Tone",
    "View",
    "Why",
    "numbered_pages",
]
