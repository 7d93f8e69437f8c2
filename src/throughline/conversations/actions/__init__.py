"""Everything that can be done with what was said."""

from .conversations import hold_conversation
from .files import keep_file
from .hearing import keep_attempt, keep_contribution
from .voices import Clip, correct_voice, keep_voice, keep_voice_with_clips, move_voice, second_voice, take_back

__all__ = [
    "Clip",
    "correct_voice",
    "hold_conversation",
    "keep_attempt",
    "keep_contribution",
    "keep_file",
    "keep_voice",
    "keep_voice_with_clips",
    "move_voice",
    "second_voice",
    "take_back",
]
