from .assessment import AssessmentTold, CapacityAssessment, InformationGiven, SupportTried
from .best_interests import ActingHolder, BestInterests, Consultee
from .decision import Consideration, Decision
from .question import Option, Question, TalkedAbout
from .telling import Telling

__all__ = [
    "ActingHolder",
    "AssessmentTold",
    "BestInterests",
    "CapacityAssessment",
    "Consideration",
    "Consultee",
    "Decision",
    "InformationGiven",
    "Option",
    "Question",
    "SupportTried",
    "TalkedAbout",
    "Telling",
]
