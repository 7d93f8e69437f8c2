"""Everything that can be done about a question and what grows out of it: decide, tell, review liberty, settle what is disputed."""

from .deciding import Written, ask, decide, decide_again, offer, talk_about, tell
from .disagreement import close_disagreement, open_disagreement, take_position, take_step
from .liberty import end_authorisation, keep_authorisation, keep_objection, meet_condition, review_liberty
from .safeguarding import keep_concern_step, raise_concern

__all__ = [
    "Written",
    "ask",
    "close_disagreement",
    "decide",
    "decide_again",
    "end_authorisation",
    "keep_authorisation",
    "keep_concern_step",
    "keep_objection",
    "meet_condition",
    "offer",
    "open_disagreement",
    "raise_concern",
    "review_liberty",
    "take_position",
    "take_step",
    "talk_about",
    "tell",
]
