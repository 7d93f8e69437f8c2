"""Photos and large files where there is no signal: sent when it is back, and gone on with where they broke off."""

import time
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from .a_phone import HERE, all_sent, amina, browser, chromium, context, offline, playing, served
from .conftest import Server
from .test_journeys import Taps

__all__ = ["amina", "browser", "chromium", "context", "playing", "served"]
pytestmark = [pytest.mark.browser]

CLIPS = "from throughline.conversations.models import Voice; v = Voice.objects.get(device_counter__isnull=False)"
LARGE = 19 * 1024 * 1024
# Where each piece begins that this page sends.
LISTEN = """() => {
  window.began = [];
  const plain = window.fetch;
  window.fetch = (address, options) => {
    const at = options?.headers?.["X-File-Offset"];
    if (at !== undefined) window.began.push(at);
    return plain(address, options);
  };
}"""


def keeps(worker: Taps, field: str, file: Path) -> None:
    """Their words with a file that was chosen, on the phone alone."""
    page = worker.page
    worker.place("Record")
    worker.link("What Jo said or showed")
    page.get_by_label("Jo’s own words").fill("My drawing.")
    page.locator(f"input[name={field}]").set_input_files(file)
    page.locator("input[name=basis]").first.evaluate("(box) => { box.checked = true; }")  # "Jo is OK with this", wherever it stands now
    worker.button("Keep these words")
    expect(page.get_by_role("status").filter(has_text=HERE)).to_be_visible()


def test_a_photo_taken_without_signal_is_sent_when_there_is_signal(amina: Taps, served: Server, tmp_path: Path) -> None:
    taken = tmp_path / "drawing.jpg"
    Image.new("RGB", (800, 600), "teal").save(taken)
    offline(amina.page)
    keeps(amina, "photo", taken)
    offline(amina.page, False)
    all_sent(amina.page)
    assert served.ask(f"{CLIPS}; print(v.words, bool(v.photo), v.sound)") == "My drawing. True None"


def test_a_file_near_the_limit_goes_on_where_it_broke_off(amina: Taps, served: Server, tmp_path: Path) -> None:
    """Nineteen of twenty megabytes: the server goes away in the middle; nothing that came is sent twice."""
    page, song = amina.page, tmp_path / "song.mp3"
    song.write_bytes(b"ID3" + bytes(LARGE - 3))
    offline(page)
    keeps(amina, "sound", song)
    offline(page, False)
    page.evaluate("() => { sendNow(); }")
    came = half_of_it_there(page, served)
    served.stop()
    page.evaluate("() => sendNow()")
    served.start()
    page.evaluate(LISTEN)
    page.evaluate("() => sendNow()")
    all_sent(page)
    assert page.evaluate("() => queue.all().then((all) => all.map((each) => [each.state, ...each.why]))") == [["sent"]]
    began = [int(each) for each in page.evaluate("() => window.began")]
    assert began == sorted(set(began)) and min(began) >= came
    assert served.ask(f"{CLIPS}; print(v.sound.size)") == str(LARGE)


def half_of_it_there(page: Page, served: Server) -> int:
    """Until some of it has come, and not all; how much."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        for part in Path(served.place.folder).rglob("*.part"):
            if part.stat().st_size > 2 * 1024 * 1024:
                return part.stat().st_size
        page.wait_for_timeout(50)
    raise AssertionError("nothing of it came")
