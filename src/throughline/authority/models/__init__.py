from .advocacy import Advocacy, AdvocacyStep
from .authority import Authority, AuthorityEnded, Holder, Proof
from .refusal import AdvanceRefusal, RefusalAnswer, RefusalSent

__all__ = [
    "AdvanceRefusal",
    "Advocacy",
    "AdvocacyStep",
    "Authority",
    "AuthorityEnded",
    "Holder",
    "Proof",
    "RefusalAnswer",
    "RefusalSent",
]
