from .allowance import Allowance
from .check_in import AgreedCheckIn
from .item import Item
from .ladder import Move, Stage
from .publication import Publication
from .threshold import Threshold
from .version import Because, Line, Step, Version

__all__ = ["Allowance", "AgreedCheckIn", "Because", "Item", "Line", "Move", "Publication", "Stage", "Step", "Threshold", "Version"]
