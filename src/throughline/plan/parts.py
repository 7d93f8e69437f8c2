"""The rows of which an action's arguments are made: callers compose them unsaved and hand them over."""

from .models import Line, Move, Stage, Step

__all__ = ["Line", "Move", "Stage", "Step"]
