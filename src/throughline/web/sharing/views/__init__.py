"""Pages of who may see what."""

from .asking import ask, back, by_others, mistake, not_told, told_again
from .opening import by_law, by_law_end, told, without, without_end
from .pages import overrides, said, sharing, told_one

__all__ = [
    "ask",
    "back",
    "by_law",
    "by_law_end",
    "by_others",
    "mistake",
    "not_told",
    "overrides",
    "said",
    "sharing",
    "told",
    "told_again",
    "told_one",
    "without",
    "without_end",
]
