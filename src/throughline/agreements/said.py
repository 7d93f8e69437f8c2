"""What the person just said about who may see what: not kept yet, and kept as a voice of theirs with what rests on it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class JustSaid:
    """Words of the person that are not kept yet, or what was seen."""

    how_told: str
    words: str = ""
    seen: str = ""

    @property
    def says_something(self) -> bool:
        """Whether there is anything to keep."""
        return bool(self.words.strip() or self.seen.strip())
