"""Eight phones at once: two hundred records a second in all for five minutes, then each as fast as it gets answers.

No error, nothing lost; 99 of 100 answers within 250 ms at first, and then none later than two seconds.
"""

import json
import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.browser.conftest import Server, free_port
from tests.web.arrange import PASSWORD

from .places import fresh
from .sender import Sender
from .test_phones import STEP

SECONDS = int(os.environ.get("TORTURE_SECONDS", 300))
PHONES, A_SECOND, AT_ONCE = 8, 200, 5
KEPT = """
import json
from collections import Counter
from throughline.practice.models import DailyNote, RoutineRecord
print(json.dumps(Counter(device for table in (DailyNote, RoutineRecord) for device in table.objects.values_list("device", flat=True))))
"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    served = Server(fresh(tmp_path / "served", "tests.web.arrange:on_shift"), free_port()).start()
    yield served
    served.stop()


@pytest.fixture
def phones(server: Server) -> list[Sender]:
    about = json.loads(server.ask(STEP))
    several = [Sender(server.url("").rstrip("/"), about["person"], about["step"]) for _ in range(PHONES)]
    for n, each in enumerate(several):
        each.sign_in(("amina", "ruth")[n % 2] + "@example.org", PASSWORD)
    return several


def test_two_hundred_records_a_second_for_five_minutes(server: Server, phones: list[Sender]) -> None:
    began = time.monotonic()
    at_the_same_time(phones, at_a_pace)
    assert time.monotonic() - began < SECONDS + 1, "the phones could not keep their pace"
    took = all_kept(server, phones)
    late = took[int(len(took) * 0.99)]
    print(f"{late * 1000:.0f} ms at 99 of 100")
    assert late < 0.25


def test_each_as_fast_as_it_gets_answers(server: Server, phones: list[Sender]) -> None:
    at_the_same_time(phones, at_once)
    assert all_kept(server, phones)[-1] < 2


def at_the_same_time(phones: list[Sender], how: Callable[[Sender, float], None]) -> None:
    began = time.monotonic()
    threads = [threading.Thread(target=how, args=(each, began)) for each in phones]
    for each in threads:
        each.start()
    for each in threads:
        each.join()


def at_a_pace(phone: Sender, began: float) -> None:
    """Five at a time, as a phone that was out of reach for a moment; late once is not late for ever."""
    every = AT_ONCE * PHONES / A_SECOND
    for n in range(int(SECONDS / every)):
        time.sleep(max(0.0, began + n * every - time.monotonic()))
        phone.hands_in(AT_ONCE)


def at_once(phone: Sender, began: float) -> None:
    while time.monotonic() < began + SECONDS:
        phone.hands_in(AT_ONCE)


def all_kept(server: Server, phones: list[Sender]) -> list[float]:
    """Seconds of every answer, the quickest first; after nothing went wrong and everything is there."""
    assert [fault for each in phones for fault in each.faults] == []
    kept = json.loads(server.ask(KEPT))
    assert {each.phone: each.counter for each in phones} == {each.phone: kept.get(each.phone, 0) for each in phones}
    took = sorted(seconds for each in phones for seconds in each.took)
    records = sum(each.counter for each in phones)
    middle, latest = took[len(took) // 2] * 1000, took[-1] * 1000
    print(f"\n{records} records in {SECONDS} s, {records / SECONDS:.0f} a second. Answers: middle {middle:.0f} ms, latest {latest:.0f} ms")
    return took
