"""What can go wrong, in the words of the reader. Doors turn these into pages, never into silence."""

from collections.abc import Mapping
from typing import Self

from throughline.base.terms import gettext as _


class Refused(Exception):
    """It may not be done; the message says why and what to do. Pages answer 403."""


class NotFound(Exception):
    """Not there, or not yours to see: the two look the same. Pages answer 404."""


class Invalid(Exception):
    """What was given cannot be kept as it is. `faults` maps a field to one sentence that says what to do."""

    def __init__(self, faults: dict[str, str]) -> None:
        super().__init__("; ".join(f"{field}: {message}" for field, message in faults.items()))
        self.faults = faults

    @classmethod
    def by_law(cls, faults: Mapping[str, str]) -> Self:
        """What a law found, in the reader's language: a law is pure, so its sentences are only marked."""
        return cls({field: _(sentence) for field, sentence in faults.items()})
