"""Pages of the plan, and the papers made from it."""

from .plan import plan
from .writing import item_new, write

__all__ = ["item_new", "plan", "write"]
