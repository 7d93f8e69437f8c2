"""Everything that can be done with what was said."""

from .conversations import correct_conversation, hold_conversation, take_back_conversation
from .files import keep_file
from .hearing import correct_attempt, correct_contribution, keep_attempt, keep_contribution, take_back_attempt, take_back_contribution
from .voices import Clip, correct_voice, keep_voice, keep_voice_with_clips, move_voice, second_voice, take_back

__all__ = [
    "Clip",
    "correct_attempt",
    "correct_contribution",
    "correct_conversation",
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
    "take_back_attempt",
    "take_back_contribution",
    "take_back_conversation",
]
