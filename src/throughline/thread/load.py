"""From the database to facts."""

from .load_item import head, load_item
from .load_plan import load_plan

__all__ = ["head", "load_item", "load_plan"]
