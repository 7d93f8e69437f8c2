"""Who may write and publish the plan."""

from typing import Any

from throughline.access import scope
from throughline.access.roles import Act
from throughline.base.answers import Answer
from throughline.people.models import Person


def may_plan(by: Any, person: Person) -> Answer:
    """Writing versions of plan items and publishing them."""
    return scope.allowed(by, Act.PLAN, person)


def may_approve(by: Any, person: Person) -> Answer:
    """Letting staff follow what limits somebody. Whether it is their own writing is asked by the law."""
    return scope.allowed(by, Act.APPROVE_LIMITS, person)
