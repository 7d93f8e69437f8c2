"""The rows of which an action's arguments are made: callers compose them unsaved and hand them over."""

from .models import AgreedCheckIn, Line, Step, Threshold

__all__ = ["AgreedCheckIn", "Line", "Step", "Threshold"]
