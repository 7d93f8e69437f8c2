"""Pages of who takes part, what was agreed, and who decides."""

from .agreement import agreement, answer, answer_of, version, who_decides, write
from .parts import again, end, mistake, need_mistake, need_new, part, part_new, parts, support_end, support_new

__all__ = [
    "again",
    "agreement",
    "answer",
    "answer_of",
    "end",
    "mistake",
    "need_mistake",
    "need_new",
    "part",
    "part_new",
    "parts",
    "support_end",
    "support_new",
    "version",
    "who_decides",
    "write",
]
