"""Every component and every kind of page, with made-up people, to look at and to test. No record is read."""

from .views import gallery

__all__ = ["gallery"]
