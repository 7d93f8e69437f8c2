"""The program as it is served, on each database: several phones at once, each answered with its own."""

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.browser.conftest import Server, free_port
from tests.web.arrange import PASSWORD
from torture.places import fresh
from torture.sender import Sender
from torture.test_phones import STEP

PHONES, TIMES, SEVERAL = 6, 12, 3
KEPT = "from throughline.practice.models import *; print(RoutineRecord.objects.count() + DailyNote.objects.count())"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    served = Server(fresh(tmp_path / "served", "tests.web.arrange:on_shift"), free_port()).start()
    yield served
    served.stop()


def test_phones_that_hand_in_at_once_are_each_answered_with_their_own(server: Server) -> None:
    """On PostgreSQL there are several workers. None has a connection that another one has: that would hand one's rows to another."""
    about = json.loads(server.ask(STEP))
    phones = [Sender(server.url("").rstrip("/"), about["person"], about["step"]) for _ in range(PHONES)]
    for n, each in enumerate(phones):
        each.sign_in(("amina", "ruth")[n % 2] + "@example.org", PASSWORD)
    workers = [each.worker for each in phones]
    threads = [threading.Thread(target=goes_on, args=(each,)) for each in phones]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert [fault for each in phones for fault in each.faults] == []
    assert [hello(each) for each in phones] == workers and len(set(workers)) == 2
    assert int(server.ask(KEPT)) == PHONES * TIMES * SEVERAL


def goes_on(phone: Sender) -> None:
    for _ in range(TIMES):
        phone.hands_in(SEVERAL)


def hello(phone: Sender) -> Any:
    return json.loads(phone.browser.open(f"{phone.address}/sync/").read())["worker"]
