from .held import Held
from .own_lock import OwnLock
from .seal_key import SealKey
from .settled import Settled

__all__ = ["Held", "OwnLock", "SealKey", "Settled"]
