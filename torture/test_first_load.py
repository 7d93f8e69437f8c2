"""Today on a slow phone and a poor line: four times slower than this machine, 400 ms to the server, 1.6 Mbit a second.

The first tile can be pressed within four seconds the first time, and within one second from then on, with signal or without.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, sync_playwright
from tests.browser.a_phone import AS_A_PHONE, enter, taken_along
from tests.browser.conftest import FLAGS, Server, chromium_path, free_port

from .line import Line
from .places import fresh

LATENCY, SPEED = 0.4, 1_600_000 // 8  # seconds; bytes a second
SLOWER = 4
TILE = "Record what happened"
# Milliseconds from asking for the page until the tile is drawn and the page listens.
DRAWN = """
(name) => new Promise((yes) => {
  const tiles = () => [...document.querySelectorAll("main a")].filter((each) => each.textContent.includes(name));
  const there = () => document.readyState !== "loading" && tiles().some((each) => each.getClientRects().length);
  const look = () => (there() ? requestAnimationFrame(() => yes(performance.now())) : setTimeout(look, 5));
  look();
})
"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    served = Server(fresh(tmp_path / "served", "tests.web.arrange:on_shift"), free_port()).start()
    yield served
    served.stop()


@pytest.fixture
def phone() -> Iterator[BrowserContext]:
    chromium = chromium_path()
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened.new_context(**AS_A_PHONE)  # type: ignore[arg-type]
        opened.close()


def test_the_first_tile_can_be_pressed_soon(server: Server, phone: BrowserContext) -> None:
    line = Line(server.port, seed=1)
    server.port = line.port  # the phone knows the server through the line alone
    page = phone.new_page()
    enter(page, server, "amina@example.org")
    taken_along(page)
    forgotten(page)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    line.latency, line.speed = LATENCY, SPEED
    first = seconds(page, server)
    taken_along(page)
    second = seconds(page, server)
    phone.set_offline(True)
    third = seconds(page, server)
    print(f"\nThe first tile can be pressed after {first:.1f} s, from the second visit on {second:.2f} s, without signal {third:.2f} s")
    assert first < 4 and second < 1 and third < 1


def forgotten(page: Page) -> None:
    """All that the phone had taken along, so that it comes as for the first time; who is signed in stays."""
    page.evaluate(
        """async () => {
          for (const each of await navigator.serviceWorker.getRegistrations()) await each.unregister();
          for (const each of await caches.keys()) await caches.delete(each);
          await queue.note("along", undefined);
        }"""
    )
    page.context.new_cdp_session(page).send("Network.clearBrowserCache")
    page.goto("about:blank")


def seconds(page: Page, server: Server) -> float:
    page.goto(server.url("/today/"), wait_until="commit")
    taken: Any = page.evaluate(DRAWN, TILE)
    return float(taken) / 1000
