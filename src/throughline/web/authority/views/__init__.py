"""Pages of who can decide by law, of advance refusals and of advocates."""

from .others import advocate_new, answer, mistake, refusal_new, send, step, withdrawn
from .powers import correct, ended, kinds, power, powers, seen, write

__all__ = [
    "advocate_new",
    "answer",
    "correct",
    "ended",
    "kinds",
    "mistake",
    "power",
    "powers",
    "refusal_new",
    "seen",
    "send",
    "step",
    "withdrawn",
    "write",
]
