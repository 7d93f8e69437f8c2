"""What is asked about voices, conversations, contributions and attempts. `arguments` turns the answers into what the actions take."""

from .amending import (
    CorrectAttemptForm,
    CorrectContributionForm,
    CorrectConversationForm,
    MistakeForm,
    TakeBackContributionForm,
    of_attempt,
    of_contribution,
    of_conversation,
)
from .conversations import AttemptForm, ContributionForm, ConversationForm
from .voices import CorrectForm, MoveForm, SecondForm, TakeBackForm, VoiceForm

__all__ = [
    "AttemptForm",
    "ContributionForm",
    "ConversationForm",
    "CorrectAttemptForm",
    "CorrectContributionForm",
    "CorrectConversationForm",
    "CorrectForm",
    "MistakeForm",
    "MoveForm",
    "SecondForm",
    "TakeBackContributionForm",
    "TakeBackForm",
    "VoiceForm",
    "of_attempt",
    "of_contribution",
    "of_conversation",
]
