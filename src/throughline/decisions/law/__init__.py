"""What makes a decision lawful, written once: pure functions over plain values, used by form, action, import and rule alike."""

from .best_interests import BestInterests
from .capacity import Assessed, Tried
from .deciding import (
    LIMITS,
    OWN_BASES,
    Proposed,
    Weighed,
    faults,
    historic_faults,
    incomplete,
    is_persons_view,
)
from .deciding_faults import FAULTS
from .fault import Fault

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
