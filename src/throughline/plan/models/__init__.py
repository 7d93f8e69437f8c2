from .allowance import Allowance
from .item import Item
from .ladder import Move, Stage
from .publication import Publication
from .version import Because, Line, Step, Version

__all__ = ["Allowance", "Because", "Item", "Line", "Move", "Publication", "Stage", "Step", "Version"]
