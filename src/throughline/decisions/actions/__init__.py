"""Everything that can be done about a question: put it, offer options, assess it, decide it, tell the person."""

from .capacity import assess, correct_assessment, tell_of_assessment
from .deciding import decide, decide_again
from .questions import ask, offer, talk_about
from .telling import tell

__all__ = ["ask", "assess", "correct_assessment", "decide", "decide_again", "offer", "talk_about", "tell", "tell_of_assessment"]
