from .assessment import AssessmentTold, CapacityAssessment, InformationGiven, SupportTried
from .best_interests import ActingHolder, BestInterests, Consultee
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
from .question import Option, Question, SaidAbout, TalkedAbout
from .safeguarding import SafeguardingConcern, SafeguardingStep
from .telling import Telling

__all__ = [
    "ActingHolder",
    "AssessmentTold",
    "BestInterests",
    "CapacityAssessment",
    "ConditionMet",
    "Consideration",
    "Consultee",
    "Decision",
    "Disagreement",
    "DisagreementClosed",
    "DisagreementStep",
    "InformationGiven",
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
    "SupportTried",
    "SaidAbout",
    "TalkedAbout",
    "Telling",
]
