"""The rows that a caller composes for an action: they are kept with the record to which they belong."""

from .models import AgreementParty, EscalationStep, MeetingRule, SharedThing

__all__ = ["AgreementParty", "EscalationStep", "MeetingRule", "SharedThing"]
