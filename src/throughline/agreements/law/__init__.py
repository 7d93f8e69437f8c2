"""What makes it lawful to share what is written about somebody: pure functions over plain values, used by form, action and import.

The person says who may see what. Somebody else says it only by an authority or a decision that the law knows; a relationship or a role
is neither. What the law itself gives, and what is shared without permission, stand apart (`domain.md` 0.3, 2 and 2.2; dated data, check).
"""

from .disclosures import disclosure_faults
from .faults import FAULTS, Fault
from .involvement import AREAS as INVOLVEMENT_AREAS
from .involvement import Agreement, Deciding, Sharing, agreement_faults, agreement_incomplete, decides_beyond, shares_beyond
from .parts import DECIDES, look_again, part_faults, part_incomplete
from .permissions import LASTS, LOOK_AGAIN, Cited, Given, ask_again_on, ends_on, permission_faults, permission_incomplete
from .without import (
    DESPITE_EXCLUSION,
    OVERRIDE_LASTS,
    STATUTORY_LASTS,
    Asked,
    Statutory,
    for_a_time,
    override_faults,
    statutory_faults,
    topics_of,
)

__all__ = [
    "Agreement",
    "Deciding",
    "Sharing",
    "agreement_faults",
    "agreement_incomplete",
    "decides_beyond",
    "look_again",
    "part_faults",
    "part_incomplete",
    "shares_beyond",
    "DESPITE_EXCLUSION",
    "FAULTS",
    "INVOLVEMENT_AREAS",
    "LASTS",
    "LOOK_AGAIN",
    "OVERRIDE_LASTS",
    "STATUTORY_LASTS",
    "DECIDES",
    "Asked",
    "Cited",
    "Fault",
    "Given",
    "Statutory",
    "ask_again_on",
    "disclosure_faults",
    "ends_on",
    "for_a_time",
    "override_faults",
    "permission_faults",
    "permission_incomplete",
    "statutory_faults",
    "topics_of",
]
