"""Pages of questions and decisions."""

from .decisions import again, decide, decision, mistake, tell
from .questions import decisions, option_new, question, question_new, talked

__all__ = ["again", "decide", "decision", "decisions", "mistake", "option_new", "question", "question_new", "talked", "tell"]
