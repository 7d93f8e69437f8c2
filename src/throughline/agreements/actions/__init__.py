"""Everything that can be done about who may see what: ask and write down, take back, keep from being told, open by law or for a reason."""

from .disclosing import disclose
from .ending import correct_authority, end_authority, keep_step, take_back
from .excluding import keep_from_being_told, may_be_told_again
from .opening import end_override, end_statutory, open_by_law, open_without_permission
from .permissions import keep_permissions, take_back_mistake, withdraw

__all__ = [
    "correct_authority",
    "disclose",
    "end_authority",
    "end_override",
    "end_statutory",
    "keep_from_being_told",
    "keep_permissions",
    "keep_step",
    "may_be_told_again",
    "open_by_law",
    "open_without_permission",
    "take_back",
    "take_back_mistake",
    "withdraw",
]
