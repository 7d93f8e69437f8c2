"""Questions about those who work: who is where, who read what, who is signed off for what, who was let in."""

from .cards import TEAM, in_force, person_of_card_reading, readings, standing_of, team_readings, unread
from .handover import to_hand_over_to
from .lookout import Gap, Lookout, Presence, lookout
from .passes import agency_pass, by_link, earlier_workers, link_hash, passes
from .shifts import Brought, Rota, compare, homes_on_shift, resolve, shifts
from .signing import (
    Signing,
    as_seen,
    is_standing,
    key_of,
    key_routines,
    overview,
    person_of_sign_off,
    publications,
    sign_off,
    sign_offs,
    signing,
    workers,
)

__all__ = [
    "TEAM",
    "Brought",
    "Gap",
    "Lookout",
    "Presence",
    "Rota",
    "Signing",
    "agency_pass",
    "as_seen",
    "by_link",
    "compare",
    "earlier_workers",
    "homes_on_shift",
    "in_force",
    "is_standing",
    "key_of",
    "key_routines",
    "link_hash",
    "lookout",
    "overview",
    "passes",
    "person_of_card_reading",
    "person_of_sign_off",
    "publications",
    "readings",
    "resolve",
    "shifts",
    "sign_off",
    "sign_offs",
    "signing",
    "standing_of",
    "team_readings",
    "to_hand_over_to",
    "unread",
    "workers",
]
