"""Pages on which it is assessed whether the person can decide one question, and on which it is decided for them."""

from .assessments import assess, assessment, correct, told
from .for_them import for_them

__all__ = ["assess", "assessment", "correct", "for_them", "told"]
