"""The rows of which an action's arguments are made: callers compose them unsaved and hand them over."""

from .models import Line, Step

__all__ = ["Line", "Step"]
