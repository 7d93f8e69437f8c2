from .response import Check, Response, Told
from .review import AskAnswered, LedWords, Perspective, Review

__all__ = ["AskAnswered", "Check", "LedWords", "Perspective", "Response", "Review", "Told"]
