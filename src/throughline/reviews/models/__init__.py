from .response import Check, Response, Told
from .review import Perspective, Review

__all__ = ["Check", "Perspective", "Response", "Review", "Told"]
