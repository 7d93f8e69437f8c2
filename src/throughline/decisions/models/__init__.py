from .decision import Consideration, Decision
from .question import Option, Question, TalkedAbout
from .telling import Telling

__all__ = ["Consideration", "Decision", "Option", "Question", "TalkedAbout", "Telling"]
