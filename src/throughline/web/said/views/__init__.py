"""Pages of what was said: voices, conversations, and what others brought."""

from .conversations import conversation, conversation_correct, conversation_new, conversation_take_back, conversations
from .kept import attempt, attempt_correct, attempt_take_back, contribution, contribution_correct, contribution_take_back
from .others import attempt_new, contribution_new
from .voices import voice, voice_correct, voice_move, voice_new, voice_second, voice_take_back

__all__ = [
    "attempt",
    "attempt_correct",
    "attempt_new",
    "attempt_take_back",
    "contribution",
    "contribution_correct",
    "contribution_new",
    "contribution_take_back",
    "conversation",
    "conversation_correct",
    "conversation_new",
    "conversation_take_back",
    "conversations",
    "voice",
    "voice_correct",
    "voice_move",
    "voice_new",
    "voice_second",
    "voice_take_back",
]
