"""A phone as the server sees it: signed in, handing in records of its own counter. No browser, so that eight fit beside a server."""

import http.cookiejar
import json
import re
import time
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from throughline.base.ids import new_id

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass
class Sender:
    """`took` is the seconds of each answer; `faults` what was answered otherwise than "new"."""

    address: str
    person: str
    step: str
    phone: str = field(default_factory=lambda: str(uuid4()))
    counter: int = 0
    worker: str = ""
    csrf: str = ""
    took: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def sign_in(self, email: str, password: str) -> None:
        page = self.browser.open(f"{self.address}/sign-in/").read().decode()
        token = TOKEN.search(page)
        assert token, "the page to sign in has no token"
        given = {"csrfmiddlewaretoken": token[1], "login": email, "password": password}
        headers = {"Referer": f"{self.address}/sign-in/"}
        self.browser.open(urllib.request.Request(f"{self.address}/sign-in/", urllib.parse.urlencode(given).encode(), headers)).read()
        hello = json.loads(self.browser.open(f"{self.address}/sync/").read())
        assert hello["state"] == "ready", hello
        self.worker, self.csrf = hello["worker"], hello["csrf"]

    def writes(self) -> dict[str, Any]:
        """What happened with a step, and every second time a note."""
        self.counter += 1
        now = datetime.now(UTC)
        day = {"day_day": str(now.day), "day_month": str(now.month), "day_year": str(now.year), "item": ""}
        said = {"step": self.step, "result": "said_yes"} if self.counter % 2 else {"text": f"Note {self.counter}.", **day}
        kind = "routine" if self.counter % 2 else "note"
        about = {"kind": kind, "person": self.person, "fields": said, "files": {}}
        return {"id": str(new_id()), "counter": self.counter, "recorded_at": now.isoformat(), **about}

    def hands_in(self, several: int) -> None:
        """One request with several records, as a phone sends them; how long its answer took."""
        records = [self.writes() for _ in range(several)]
        told = {"phone": self.phone, "worker": self.worker, "records": records, "sent_at": datetime.now(UTC).isoformat()}
        headers = {"Content-Type": "application/json", "X-CSRFToken": self.csrf, "Referer": self.address}
        began = time.perf_counter()
        try:
            with self.browser.open(
                urllib.request.Request(f"{self.address}/sync/", json.dumps(told).encode(), headers), timeout=60
            ) as answer:
                answers = json.loads(answer.read())["answers"]
        except OSError as error:
            self.faults.append(repr(error))
            return
        self.took.append(time.perf_counter() - began)
        self.faults += [str(each) for each in answers if each["answer"] != "new"]
