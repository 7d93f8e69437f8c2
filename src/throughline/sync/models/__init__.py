from .held import Held
from .settled import Settled

__all__ = ["Held", "Settled"]
