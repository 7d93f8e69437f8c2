from .attempt import Attempt
from .contribution import Contribution
from .conversation import AgendaQuestion, Conversation, Presence
from .private_note import PrivateNote
from .voice import SecondObservation, Voice

__all__ = ["AgendaQuestion", "Attempt", "Contribution", "Conversation", "Presence", "PrivateNote", "SecondObservation", "Voice"]
