"""Where a try is written down: from Today at the time when it is due, and at any time from the card."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from throughline.base import clock
from throughline.people.sight import Sight
from throughline.plan import queries
from throughline.plan.choices import Days, ItemKind
from throughline.plan.queries_ladder import ladders


def is_graded(step: Any) -> bool:
    """Whether what is due, as `steps_on` and `steps_of` find it, is a step of a ladder, of which a try is written down."""
    return bool(step.version.item.kind == ItemKind.RISK_LADDER and step.is_graded)


def due(step: Any) -> str:
    """The sheet of a try that is due."""
    return f"{reverse('ladders:new', args=[step.version.item_id])}?step={step.pk}"


def ahead(sight: Sight) -> Iterator[str]:
    """What a phone takes along: the sheets of what is due today, and those of every ladder."""
    yield from (due(step) for step in queries.steps_on(sight, Days.that_hold(clock.today().weekday())) if is_graded(step))
    yield from (reverse("ladders:new", args=[each.item_id]) for each in ladders(sight) if any(each.stages.all()))
