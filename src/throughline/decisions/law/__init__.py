"""What makes a decision lawful, written once: pure functions over plain values, used by form, action, import and rule alike."""

from .best_interests import BestInterests
from .capacity import Assessed, Tried
from .deciding import (
    FAULTS,
    LIMITS,
    OWN_BASES,
    Fault,
    Proposed,
    Weighed,
    faults,
    historic_faults,
    incomplete,
    is_persons_view,
)

__all__ = [
    "FAULTS",
    "LIMITS",
    "OWN_BASES",
    "Assessed",
    "BestInterests",
    "Fault",
    "Proposed",
    "Tried",
    "Weighed",
    "faults",
    "historic_faults",
    "incomplete",
    "is_persons_view",
]
