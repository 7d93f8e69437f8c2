from .disclosure import Disclosure
from .sharing import Closing, NotToBeTold, Opening, Override, SharingPermission, StatutoryAccess, Withdrawal

__all__ = ["Closing", "Disclosure", "NotToBeTold", "Opening", "Override", "SharingPermission", "StatutoryAccess", "Withdrawal"]
