from .response import Check, Response, Told
from .review import AskAnswered, CrossingCited, LedWords, Perspective, Review

__all__ = ["AskAnswered", "Check", "CrossingCited", "LedWords", "Perspective", "Response", "Review", "Told"]
