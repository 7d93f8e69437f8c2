"""Pages of the team: who is on shift, who read what, who can do what, who was let in."""

from .passes import pass_end, pass_new, pass_use, passes
from .reading import read
from .rota import rota
from .shift import shift
from .signing import competency, key, sign_off, sign_off_correct, sign_off_mistake, sign_off_one, signed
from .systems import system_end, system_new, systems

__all__ = [
    "competency",
    "key",
    "pass_end",
    "pass_new",
    "pass_use",
    "passes",
    "read",
    "rota",
    "shift",
    "sign_off",
    "sign_off_correct",
    "sign_off_mistake",
    "sign_off_one",
    "signed",
    "system_end",
    "system_new",
    "systems",
]
