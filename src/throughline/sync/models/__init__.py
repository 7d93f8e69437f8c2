from .held import Held
from .seal_key import SealKey
from .settled import Settled

__all__ = ["Held", "SealKey", "Settled"]
