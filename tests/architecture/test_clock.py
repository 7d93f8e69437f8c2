"""There is one clock: nobody else asks for the time or the day."""

from collections.abc import Iterable

import pytest

from .sources import Module, calls, dotted, modules

CLOCKS = {"timezone.now", "datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "timezone.localdate"}
ALLOWED = {
    "throughline.base.clock": "the clock itself",
    "throughline.bench": "measures how long things take",
}


def faults(among: Iterable[Module]) -> list[str]:
    """Where somebody asks another clock."""
    return [
        f"{module.name}:{call.lineno} asks {dotted(call.func)}(); use base.clock"
        for module in among
        if not module.name.startswith(tuple(ALLOWED))
        for call in calls(module.tree)
        if ".".join(dotted(call.func).split(".")[-2:]) in CLOCKS
    ]


def test_nobody_asks_another_clock() -> None:
    assert not faults(modules())


@pytest.mark.parametrize("line", ["timezone.now()", "datetime.datetime.now(UTC)", "date.today()"])
def test_another_clock_is_found(line: str) -> None:
    assert faults([Module("throughline.plan.queries", line)])
