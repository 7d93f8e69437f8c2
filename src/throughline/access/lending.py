"""Letting in what somebody else wrote: the author stays the author, and whoever lets it in answers with their own keys."""

from copy import copy
from typing import Any

from . import keys


def with_keys_of(author: Any, holder: Any) -> Any:
    """The author, for one action, with somebody else's keys. Nobody's own keys change, and nothing of it is kept."""
    lent = copy(author)
    lent._held_keys = keys.of(holder)
    return lent
