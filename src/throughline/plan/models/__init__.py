from .check_in import AgreedCheckIn
from .item import Item
from .publication import Publication
from .threshold import Threshold
from .version import Because, Line, Step, Version

__all__ = ["AgreedCheckIn", "Because", "Item", "Line", "Publication", "Step", "Threshold", "Version"]
