"""The rows of which an action's arguments are made: callers compose them unsaved and hand them over."""

from .models import AgreedCheckIn, Allowance, Line, Move, Stage, Step, Threshold

__all__ = ["Allowance", "AgreedCheckIn", "Line", "Move", "Stage", "Step", "Threshold"]
