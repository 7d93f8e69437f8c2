"""The rows that a caller composes for an action: they are kept with the record to which they belong."""

from .models import Consideration, LibertyWish

__all__ = ["Consideration", "LibertyWish"]
