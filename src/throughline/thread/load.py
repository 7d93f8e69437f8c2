"""From the database to facts."""

from .load_item import load_item
from .load_plan import load_plan

__all__ = ["load_item", "load_plan"]
