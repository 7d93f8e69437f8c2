"""Everything that can be done about a question and what grows out of it: assess, decide, tell, review liberty, settle what is disputed."""

from .capacity import assess, correct_assessment, tell_of_assessment
from .deciding import decide, decide_again
from .disagreement import close_disagreement, open_disagreement, take_position, take_step
from .having_say import have_say_on
from .liberty import end_authorisation, keep_authorisation, keep_objection, meet_condition, review_liberty
from .questions import ask, offer, say_limits, talk_about
from .safeguarding import keep_concern_step, raise_concern
from .taking_back import take_back
from .telling import tell

__all__ = [
    "ask",
    "assess",
    "close_disagreement",
    "correct_assessment",
    "decide",
    "decide_again",
    "end_authorisation",
    "have_say_on",
    "keep_authorisation",
    "keep_concern_step",
    "keep_objection",
    "meet_condition",
    "offer",
    "open_disagreement",
    "raise_concern",
    "review_liberty",
    "say_limits",
    "take_back",
    "take_position",
    "take_step",
    "talk_about",
    "tell",
    "tell_of_assessment",
]
