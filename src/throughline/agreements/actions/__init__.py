"""Everything that can be done about who may see what: ask and write down, take back, keep from being told, open by law or for a reason."""

from .disclosing import disclose
from .excluding import keep_from_being_told, may_be_told_again
from .opening import end_override, end_statutory, open_by_law, open_without_permission
from .permissions import keep_permissions, take_back_mistake, withdraw

__all__ = [
    "disclose",
    "end_override",
    "end_statutory",
    "keep_from_being_told",
    "keep_permissions",
    "may_be_told_again",
    "open_by_law",
    "open_without_permission",
    "take_back_mistake",
    "withdraw",
]
