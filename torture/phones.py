"""A phone in somebody's hand: a browser with a folder of its own, which can be killed and opened again."""

import contextlib
import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Error, Page, Playwright
from tests.browser.conftest import FLAGS

MICROPHONE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
AS_A_PHONE: dict[str, Any] = {
    "locale": "en-GB",
    "timezone_id": "Europe/London",
    "viewport": {"width": 390, "height": 844},
    "is_mobile": True,
}

# Half a second through the microphone, as the page records it; then records go into the phone's book as the pages put them there.
WRITE = """
async ({ person, step, from, sounds, plain }) => {
  const say = async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const [recorder, parts] = [new MediaRecorder(stream), []];
    recorder.ondataavailable = (event) => parts.push(event.data);
    const stopped = new Promise((yes) => (recorder.onstop = yes));
    recorder.start();
    setTimeout(() => recorder.stop(), 500);
    await stopped;
    return new File(parts, "sound", { type: parts[0].type });
  };
  window.sound ??= sounds ? await say() : undefined;
  const told = { how_told: "said", wish: "telling", audience: "team", how_helped: "alone", basis: "agreed", sound_seconds: "1" };
  const about = { worker: WORKER, person, name: "Jo", what: "" };
  const now = new Date();
  const day = { day_day: `${now.getDate()}`, day_month: `${now.getMonth() + 1}`, day_year: `${now.getFullYear()}`, item: "" };
  const written = [];
  for (let n = from; n < from + sounds + plain; n++) {
    let kept;
    const words = `Words ${n}.`;
    if (n < from + sounds) kept = await queue.add({ ...about, kind: "voice", fields: { ...told, words } }, { sound: window.sound });
    else if (n % 2) kept = await queue.add({ ...about, kind: "note", fields: { text: `Note ${n}.`, ...day } });
    else kept = await queue.add({ ...about, kind: "routine", fields: { step, result: "said_yes" } });
    written.push({ id: kept.id, counter: kept.counter, kind: kept.kind });
  }
  return written;
}
"""
BOOK = "() => queue.all().then((all) => all.map(({ id, counter, kind, state, why }) => ({ id, counter, kind, state, why })))"
PHONE_ID = "() => queue.about('phone').then((phone) => phone.id)"
READY = "() => queue.about('along').then((along) => Boolean(along && navigator.serviceWorker.controller))"


@dataclass
class Phone:
    """One phone of one worker. `written` is what it acknowledged to its worker: saved on this phone."""

    play: Playwright
    chromium: str
    folder: Path
    address: str
    email: str
    password: str
    written: list[dict[str, Any]] = field(default_factory=list)
    context: BrowserContext | None = None
    page: Page | None = None

    def open(self) -> Page:
        self.context = self.play.chromium.launch_persistent_context(
            str(self.folder), executable_path=self.chromium, args=[*FLAGS, *MICROPHONE], permissions=["microphone"], **AS_A_PHONE
        )
        self.page = self.context.new_page()
        return self.page

    def sign_in(self) -> None:
        page = self.open()
        page.goto(f"{self.address}/sign-in/")
        self._name_and_password(page)
        until(lambda: page.evaluate(READY), 60, "everything for the shift is on the phone")

    def _name_and_password(self, page: Page) -> None:
        page.get_by_label("Your email address").fill(self.email)
        page.get_by_label("Password").fill(self.password)
        page.get_by_role("button", name="Sign in", exact=True).click()
        page.wait_for_url("**/today/**")
        page.evaluate("() => lock.sayOwn()")  # it has its own lock: no PIN is asked for before the shift comes along

    @property
    def shown(self) -> Page:
        assert self.page is not None
        return self.page

    @property
    def id(self) -> str:
        return str(self.shown.evaluate(PHONE_ID))

    def without_signal(self, off: bool = True) -> None:
        assert self.context is not None
        self.context.set_offline(off)

    def write(self, **what: Any) -> None:
        self.written += self.shown.evaluate(WRITE, {"from": len(self.written), **what})

    def send(self) -> None:
        """Ask it to send, and wait for nothing: the page may be gone before the answer."""
        self.shown.evaluate("() => { sendNow(); }")

    def book(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.shown.evaluate(BOOK)
        return found

    def unsent(self) -> int:
        return sum(each["state"] == "here" for each in self.book())

    def kill(self) -> None:
        """As when the battery is taken out."""
        for process in Path("/proc").iterdir():
            if process.name.isdigit() and str(self.folder).encode() in _command(process):
                _end(int(process.name))
        try:
            assert self.context is not None
            self.context.close()
        except Error:
            pass  # it is dead
        for lock in self.folder.glob("Singleton*"):
            lock.unlink(missing_ok=True)

    def open_again(self) -> None:
        """A browser that was killed may have forgotten who was signed in; it has not forgotten what was written."""
        page = self.open()
        page.goto(f"{self.address}/today/")
        if "/sign-in/" in page.url:
            self._name_and_password(page)

    def close(self) -> None:
        if self.context is not None:
            self.context.close()


def _command(process: Path) -> bytes:
    try:
        return (process / "cmdline").read_bytes()
    except OSError:
        return b""


def _end(process: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)


def until(true: Callable[[], object], seconds: float, what: str) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, f"not in {seconds} seconds: {what}"
        time.sleep(0.1)
