from .assignment import Assignment
from .grant import Exclusion, Grant
from .member import CircleMember, Invitation
from .reading import Reading

__all__ = ["Assignment", "CircleMember", "Exclusion", "Grant", "Invitation", "Reading"]
