"""The rows of which an action's arguments are made: callers compose them unsaved and hand them over."""

from .models import Allowance, Line, Move, Stage, Step

__all__ = ["Allowance", "Line", "Move", "Stage", "Step"]
