"""Pages on which it is assessed whether the person can decide one question, and on which it is decided for them."""

from .assessments import assess, assessment, correct, mistake, told
from .for_them import again, for_them

__all__ = ["again", "assess", "assessment", "correct", "for_them", "mistake", "told"]
