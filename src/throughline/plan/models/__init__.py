from .allowance import Allowance
from .item import Item
from .publication import Publication
from .version import Because, Line, Step, Version

__all__ = ["Allowance", "Because", "Item", "Line", "Publication", "Step", "Version"]
