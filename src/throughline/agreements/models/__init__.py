from .disclosure import Disclosure
from .involvement import (
    AgreementAnswer,
    AgreementParty,
    AgreementVersion,
    EscalationStep,
    InvolvementAgreement,
    MeetingRule,
    SharedThing,
)
from .parts import AreaPart, EmotionalSupport, PartEnded, PartReview
from .sharing import Closing, NotToBeTold, Opening, Override, SharingPermission, StatutoryAccess, Withdrawal

__all__ = [
    "AgreementAnswer",
    "AgreementParty",
    "AgreementVersion",
    "AreaPart",
    "Closing",
    "Disclosure",
    "EmotionalSupport",
    "EscalationStep",
    "InvolvementAgreement",
    "MeetingRule",
    "NotToBeTold",
    "Opening",
    "Override",
    "PartEnded",
    "PartReview",
    "SharedThing",
    "SharingPermission",
    "StatutoryAccess",
    "Withdrawal",
]
