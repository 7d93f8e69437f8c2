"""Pages of the plan, and the papers made from it."""

from .papers import card, cards, profile
from .plan import plan
from .publishing import end, publish, version
from .writing import item_new, write

__all__ = ["card", "cards", "end", "item_new", "plan", "profile", "publish", "version", "write"]
