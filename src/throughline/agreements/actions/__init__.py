"""Everything that can be done about who may see what, who takes part in what, and what was agreed about it."""

from .disclosing import disclose
from .ending import (
    assess,
    correct_assessment,
    correct_authority,
    decide_again,
    end_authority,
    keep_step,
    move_voice,
    take_back_decided,
    take_back_papers,
    take_back_voice,
)
from .excluding import keep_from_being_told, may_be_told_again
from .involvement import Answered, answer, answer_own, write_version
from .opening import end_override, end_statutory, open_by_law, open_without_permission
from .parts import end_part, end_support, keep_part, keep_support, look_again, take_back
from .permissions import keep_permissions, take_back_mistake, withdraw
from .welcoming import add_invite_and_share

__all__ = [
    "Answered",
    "add_invite_and_share",
    "answer",
    "answer_own",
    "assess",
    "correct_assessment",
    "correct_authority",
    "decide_again",
    "disclose",
    "end_authority",
    "end_override",
    "end_part",
    "end_statutory",
    "end_support",
    "keep_from_being_told",
    "keep_part",
    "keep_permissions",
    "keep_step",
    "keep_support",
    "look_again",
    "may_be_told_again",
    "move_voice",
    "open_by_law",
    "open_without_permission",
    "take_back",
    "take_back_decided",
    "take_back_mistake",
    "take_back_papers",
    "take_back_voice",
    "withdraw",
    "write_version",
]
