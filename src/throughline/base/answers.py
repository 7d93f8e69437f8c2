"""Answers to "may this be done?", with the reason when it may not."""

from dataclasses import dataclass

from .errors import Refused


@dataclass(frozen=True, slots=True)
class Answer:
    """Yes, or no with a reason that says what to do. True when yes."""

    allowed: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.allowed

    def __and__(self, other: "Answer") -> "Answer":
        """Both, or the first reason why not."""
        return other if self.allowed else self


YES = Answer(allowed=True)


def No(reason: str) -> Answer:  # noqa: N802 - reads as the pair of YES where policies answer
    """Refuse with a sentence for the reader: why not, and what to do instead."""
    return Answer(allowed=False, reason=reason)


def require(answer: Answer) -> None:
    """Go on only when the answer is yes; raises Refused with the answer's reason."""
    if not answer:
        raise Refused(answer.reason)
