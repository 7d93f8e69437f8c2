"""Everything that can be done about who decides by law: write it down, say what was seen, say that it ended; refusals; advocates."""

from .advocates import ask_for_advocate, keep_step
from .powers import correct_authority, end_authority, see_papers, write_authority
from .refusals import keep_answer, keep_refusal, send_refusal, withdraw_refusal
from .taking_back import take_back

__all__ = [
    "ask_for_advocate",
    "correct_authority",
    "end_authority",
    "keep_answer",
    "keep_refusal",
    "keep_step",
    "see_papers",
    "send_refusal",
    "take_back",
    "withdraw_refusal",
    "write_authority",
]
