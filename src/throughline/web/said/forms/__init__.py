"""What is asked about voices, conversations, contributions and attempts. `arguments` turns the answers into what the actions take."""

from .conversations import AttemptForm, ContributionForm, ConversationForm
from .voices import CorrectForm, MoveForm, SecondForm, TakeBackForm, VoiceForm

__all__ = [
    "AttemptForm",
    "ContributionForm",
    "ConversationForm",
    "CorrectForm",
    "MoveForm",
    "SecondForm",
    "TakeBackForm",
    "VoiceForm",
]
