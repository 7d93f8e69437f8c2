from .decision import Consideration, Decision
from .disagreement import Disagreement, DisagreementClosed, DisagreementStep, Position
from .liberty import (
    ConditionMet,
    LibertyAuthorisation,
    LibertyAuthorisationEnded,
    LibertyCondition,
    LibertyObjection,
    LibertyReview,
    LibertyWish,
    LookedAt,
)
from .question import Option, Question, TalkedAbout
from .safeguarding import SafeguardingConcern, SafeguardingStep
from .telling import Telling

__all__ = [
    "ConditionMet",
    "Consideration",
    "Decision",
    "Disagreement",
    "DisagreementClosed",
    "DisagreementStep",
    "LibertyAuthorisation",
    "LibertyAuthorisationEnded",
    "LibertyCondition",
    "LibertyObjection",
    "LibertyReview",
    "LibertyWish",
    "LookedAt",
    "Option",
    "Position",
    "Question",
    "SafeguardingConcern",
    "SafeguardingStep",
    "TalkedAbout",
    "Telling",
]
