"""A real server on a database of its own, and a real browser.

A database is prepared once a session and copied for each test: append-only tables cannot be emptied.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from .acting import Stage

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = [sys.executable, "-m", "throughline.cli"]
HOUSE = "tests.web.arrange:house"
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-dev-shm-usage"]


@dataclass(frozen=True)
class Place:
    """A folder with a database in it, as the program sees it."""

    folder: Path
    static: Path

    @property
    def environment(self) -> dict[str, str]:
        ours = {
            "DATABASE_URL": f"sqlite:///{self.folder / 'throughline.sqlite3'}",
            "THROUGHLINE_FILES": str(self.folder / "files"),
            "THROUGHLINE_STATIC": str(self.static),
            "DJANGO_SETTINGS_MODULE": "throughline.config.settings",
        }
        return {name: value for name, value in os.environ.items() if name != "THROUGHLINE_SECRET_KEY"} | ours

    def run(self, *command: str) -> None:
        subprocess.run([sys.executable, *command], cwd=ROOT, env=self.environment, check=True)


@dataclass
class Server:
    """A server that runs; `url("/help/")` is an address on it. It can be stopped, and started again on what it kept."""

    place: Place
    port: int
    process: "subprocess.Popen[bytes] | None" = None

    def start(self) -> "Server":
        self.begin()
        self.answers()
        return self

    def begin(self) -> None:
        self.process = subprocess.Popen([*PROGRAM, "run", "--port", str(self.port)], cwd=ROOT, env=self.place.environment)

    def answers(self) -> None:
        """Waits until it does."""
        assert self.process is not None
        wait_for(f"http://localhost:{self.port}/sign-in/", self.process)

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(timeout=20)
            self.process = None

    def ask(self, code: str) -> str:
        """What a line of Python prints that looks into this server's database."""
        begin = "import django; django.setup()"
        command = [sys.executable, "-c", f"{begin}\n{code}"]
        return subprocess.run(command, cwd=ROOT, env=self.place.environment, check=True, capture_output=True, text=True).stdout.strip()

    def url(self, path: str = "/") -> str:
        return f"http://localhost:{self.port}{path}"


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Place]:
    """A database, arranged once by a function: `prepared("tests.web.arrange:house")`. Empty for ""."""
    made: dict[str, Place] = {}
    static = tmp_path_factory.mktemp("static")

    def prepare(arranged_by: str) -> Place:
        if arranged_by not in made:
            place = made[arranged_by] = Place(tmp_path_factory.mktemp("prepared"), static)
            place.run("-m", "throughline.cli", "migrate")
            if arranged_by:
                module, _, function = arranged_by.partition(":")
                place.run("-c", f"import django; django.setup(); from {module} import {function}; {function}()")
        return made[arranged_by]

    return prepare


@pytest.fixture
def server(prepared: Callable[[str], Place], tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Start the program on a copy of a prepared database: `server()`, or `server("tests.stories:told")`."""
    running: list[Server] = []

    def start(arranged_by: str = HOUSE) -> Server:
        template = prepared(arranged_by)
        place = Place(tmp_path / f"served-{len(running)}", template.static)
        shutil.copytree(template.folder, place.folder)
        running.append(Server(place, free_port()))
        return running[-1].start()

    yield start
    for each in running:
        each.stop()


def free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


def wait_for(address: str, process: "subprocess.Popen[bytes]", seconds: float = 60) -> None:
    """Until the server answers; at once when it has ended instead."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        assert process.poll() is None, f"the server ended with {process.returncode}"
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise AssertionError(f"no answer at {address} in {seconds} seconds")


def chromium_path() -> str:
    """Where the system's Chromium is."""
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    assert found, "no Chromium: run make test, which says how to get one"
    return found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium. A module at a time: while it runs, Django takes this thread for an asynchronous one."""
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def stage(prepared: Callable[[str], Place], tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Stage]:
    """The demo's stories on one server for a module, with a browser for each who acts in it."""
    template = prepared("throughline.demo.build:build")
    place = Place(tmp_path_factory.mktemp("stage") / "served", template.static)
    shutil.copytree(template.folder, place.folder)
    port = free_port()
    process = subprocess.Popen([*PROGRAM, "run", "--port", str(port)], cwd=ROOT, env=place.environment)
    wait_for(f"http://localhost:{port}/sign-in/", process)
    yield Stage(browser, f"http://localhost:{port}")
    process.terminate()
    process.wait(timeout=20)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has never been here."""
    fresh = browser.new_context(locale="en-GB", timezone_id="Europe/London")
    fresh.set_default_timeout(10_000)
    yield fresh
    fresh.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Its first page."""
    return context.new_page()


@pytest.fixture
def sign_in(page: Page) -> Callable[..., Page]:
    """Sign in as somebody of the house: `sign_in(served, "ruth@example.org")`."""
    from tests.web.arrange import PASSWORD

    def enter(served: Server, email: str, password: str = PASSWORD) -> Page:
        page.goto(served.url("/sign-in/"))
        page.get_by_label("Your email address").fill(email)
        page.get_by_label("Password").fill(password)
        page.get_by_role("button", name="Sign in", exact=True).click()
        page.wait_for_url(lambda address: "/sign-in/" not in address)
        return page

    return enter
