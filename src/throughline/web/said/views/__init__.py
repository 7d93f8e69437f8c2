"""Pages of what was said: voices, conversations, and what others brought."""

from .conversations import conversation, conversation_new, conversations
from .others import attempt_new, contribution_new
from .voices import voice, voice_correct, voice_move, voice_new, voice_second, voice_take_back

__all__ = [
    "attempt_new",
    "contribution_new",
    "conversation",
    "conversation_new",
    "conversations",
    "voice",
    "voice_correct",
    "voice_move",
    "voice_new",
    "voice_second",
    "voice_take_back",
]
