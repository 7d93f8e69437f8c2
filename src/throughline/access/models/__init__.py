from .assignment import Assignment
from .reading import Reading

__all__ = ["Assignment", "Reading"]
