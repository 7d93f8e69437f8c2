"""A thousand records, a hundred with sound, written on two phones without signal, while everything that can go wrong goes wrong.

Afterwards each is on the server exactly once, each phone's in the order of its counter, or held with its reason; nothing is missing.
"""

import json
import os
import signal
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Error, sync_playwright
from tests.browser.a_phone import TAKEN_AWAY
from tests.browser.conftest import Server, chromium_path, free_port
from tests.web.arrange import PASSWORD

from .line import Line
from .phones import Phone
from .places import fresh

ROUNDS = int(os.environ.get("TORTURE_ROUNDS", 10))  # of fifty records a phone, five of them with sound
PLAIN, SOUNDS = 45, 5
BAD = 0.35

KEPT = """
import json
from throughline.conversations.models import Voice
from throughline.practice.models import DailyNote, RoutineRecord
from throughline.sync.models import Held, Settled
rows = [r for table in (Voice, DailyNote, RoutineRecord) for r in table.objects.filter(device_counter__isnull=False)]
kept = [[str(r.pk), r.device, r.device_counter, r.sequence] for r in rows]
sounds = [[str(v.pk), v.sound.size] for v in Voice.objects.filter(device_counter__isnull=False, sound__isnull=False)]
held = [[str(h.pk), h.device, h.device_counter, h.because, h.kind] for h in Held.objects.all()]
print(json.dumps({"kept": kept, "held": held, "sounds": sounds}))
"""
STEP = """
import json
from throughline.people.models import Person
from throughline.plan.models import Step
jo = Person.objects.get(name="Jo")
step = Step.objects.filter(person=jo).first()
print(json.dumps({"person": str(jo.pk), "step": str(step.pk)}))
"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    served = Server(fresh(tmp_path / "served", "tests.web.arrange:on_shift"), free_port()).start()
    yield served
    served.stop()


@pytest.fixture
def phones(server: Server, tmp_path: Path) -> Iterator[tuple[list[Phone], Line]]:
    chromium = chromium_path()
    line = Line(server.port, seed=7)
    with sync_playwright() as play:
        address = f"http://localhost:{line.port}"
        both = [Phone(play, chromium, tmp_path / f"phone-{name}", address, f"{name}@example.org", PASSWORD) for name in ("amina", "tom")]
        for phone in both:
            phone.sign_in()
        yield both, line
        for phone in both:
            phone.close()


def test_nothing_is_lost_and_nothing_is_twice(server: Server, phones: tuple[list[Phone], Line]) -> None:
    (amina, tom), line = phones
    about = json.loads(server.ask(STEP))
    for n in range(ROUNDS):
        written_without_signal((amina, tom), about)
        line.bad = BAD
        for phone in (amina, tom):
            phone.without_signal(False)
            phone.send()
        time.sleep(1)
        if n % 3 == 0:
            killed_in_the_middle(server)
        if n % 3 == 1:
            (amina, tom)[n % 2].kill()
            (amina, tom)[n % 2].open_again()
        if n == ROUNDS // 2:
            server.ask(TAKEN_AWAY.replace("amina", "tom"))
        time.sleep(1)
        line.bad = 0.0 if n == ROUNDS - 1 else BAD / 2
    all_handed_in((amina, tom))
    as_it_should_be(json.loads(server.ask(KEPT)), amina, tom, line)


def written_without_signal(both: tuple[Phone, ...], about: dict[str, Any]) -> None:
    for phone in both:
        phone.without_signal()
        for _part in range(5):
            phone.write(sounds=SOUNDS // 5, plain=PLAIN // 5, **about)


def killed_in_the_middle(server: Server) -> None:
    """SIGKILL, while phones wait for answers; then it starts again on what it kept."""
    assert server.process is not None
    os.kill(server.process.pid, signal.SIGKILL)
    for child in _children(server.process.pid):
        os.kill(child, signal.SIGKILL)
    server.process.wait(timeout=20)
    server.start()


def _children(process: int) -> list[int]:
    found = Path(f"/proc/{process}/task/{process}/children")
    return [int(each) for each in found.read_text().split()] if found.exists() else []


def all_handed_in(both: tuple[Phone, ...]) -> None:
    for phone in both:
        end = time.monotonic() + 300
        while phone.unsent():
            assert time.monotonic() < end, f"{phone.unsent()} still wait on the phone of {phone.email}"
            try:
                phone.shown.evaluate("() => sendNow()")
            except Error:
                phone.open_again()


def as_it_should_be(found: dict[str, Any], amina: Phone, tom: Phone, line: Line) -> None:
    there = Counter(row[0] for row in [*found["kept"], *found["held"]])
    assert [row for row, times in there.items() if times > 1] == []
    for phone in (amina, tom):
        written = {each["id"]: each["counter"] for each in phone.written}
        assert len(written) == ROUNDS * (PLAIN + SOUNDS)
        missing = written.keys() - there.keys()  # whatever the phone itself still knows of them
        assert not missing, f"{len(missing)} of {phone.email} are missing: {[each for each in phone.book() if each['id'] in missing][:3]}"
        assert {each["state"] for each in phone.book()} <= {"sent", "held"}
        in_order = [row[2] for row in sorted(found["kept"], key=lambda row: row[3]) if row[1] == phone.id]
        assert in_order == sorted(in_order)
    assert all(size > 0 for _id, size in found["sounds"])
    assert len(found["sounds"]) + sum(row[4] == "voice" for row in found["held"]) == 2 * ROUNDS * SOUNDS
    held_of = {row[1] for row in found["held"]}
    assert held_of == {tom.id} and all(row[3] for row in found["held"])
    kept, sounds, held = (len(found[each]) for each in ("kept", "sounds", "held"))
    print(f"\n{kept} kept, {sounds} of them with sound; {held} held. The line: {dict(line.happened)}")
