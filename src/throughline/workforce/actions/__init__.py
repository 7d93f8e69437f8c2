"""Everything that can be done here: bring in shifts, read a card, sign somebody off, let an agency worker in."""

from .cards import read_card
from .passes import Made, end_pass, make_pass, use_pass
from .shifts import bring_shifts
from .signing import change_key_routine, correct_sign_off, keep_key_routine, mistake_sign_off, publish, sign_off

__all__ = [
    "Made",
    "bring_shifts",
    "change_key_routine",
    "correct_sign_off",
    "end_pass",
    "keep_key_routine",
    "make_pass",
    "mistake_sign_off",
    "publish",
    "read_card",
    "sign_off",
    "use_pass",
]
