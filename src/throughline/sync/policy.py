"""Who may hand records in, and who may settle those that were held."""

from typing import Any

from throughline.access import asked, scope
from throughline.access.roles import Act
from throughline.base.answers import YES, Answer

from .models import Held


def may_hand_in(by: Any) -> Answer:
    """Whoever was let sign in on the phone. It opens nothing: what they may not write is held, and shown to a manager alone."""
    asked.mark()
    return YES


def may_settle(by: Any, held: Held) -> Answer:
    """Whoever answers for the person's record; for a record of nobody whom we know, whoever answers for staff."""
    if held.person is None:
        return scope.allowed_anywhere(by, Act.KEEP_STAFF)
    return scope.allowed(by, Act.CORRECT, held.person) & scope.allowed(by, Act.SEE_PRIVATE, held.person)
