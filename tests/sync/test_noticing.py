"""The program as it is served, on each database: a check-in that did not come is noticed by the server itself, once."""

import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.browser.conftest import Server, free_port
from tests.practice.watching import BY_TEXT, followed
from tests.web import arrange
from torture.places import fresh

from throughline.base import clock

SILENCE = {"counts": "missed_check_in", "at_least": 1, "within_days": 7, "do": "Ring Jo.", "call": "Ruth"}
NOTICED = "from throughline.practice.models import *; print(MissedCheckIn.objects.count(), Crossing.objects.count())"
BY_NOBODY = "from throughline.base.models import Event; print({e.author_id for e in Event.objects.filter(verb='practice.check-in-missed')})"


def agreed_and_silent() -> None:
    """Jo texts at six, agreed three days ago. Nobody wrote down anything yesterday or the day before."""
    with clock.at(clock.moment(clock.today() - timedelta(days=2), 9, 0)):
        followed(arrange.house(), SILENCE, check_ins=[BY_TEXT])


@pytest.fixture
def servers(tmp_path: Path) -> Iterator[list[Server]]:
    """Two on one database, started together."""
    place = fresh(tmp_path / "served", "tests.sync.test_noticing:agreed_and_silent")
    both = [Server(place, free_port()) for _ in range(2)]
    for each in both:
        each.begin()
    yield both
    for each in both:
        each.stop()


def test_what_did_not_come_is_noticed_once_however_many_serve(servers: list[Server]) -> None:
    """Nobody set a timer. Where the threshold says so the crossing is open, for whoever looks at the morning board."""
    for each in servers:
        each.answers()
    until = time.monotonic() + 30
    while (found := servers[0].ask(NOTICED)) == "0 0" and time.monotonic() < until:
        time.sleep(0.5)
    days = 2 if clock.now() < clock.moment(clock.today(), 18, 30) else 3
    assert found == f"{days} 1"
    time.sleep(2)
    assert servers[0].ask(NOTICED) == found and servers[0].ask(BY_NOBODY) == "{None}"
