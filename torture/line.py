"""A bad line between a phone and the server: it loses what is asked, loses the answer, stalls, and says things twice."""

import http.client
import random
import socket
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HOP = {"connection", "keep-alive", "transfer-encoding", "proxy-connection", "upgrade", "content-length"}
FAULTS = ("lost", "unanswered", "stalled", "twice")
STALL = 1.5  # seconds


class Line(ThreadingHTTPServer):
    """Listens on a port of its own and hands on to the server's. `bad` is the share of requests to the phones' door that go wrong.

    latency: seconds that every answer takes longer. speed: bytes a second that go through; 0 for no limit.
    """

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, to: int, seed: int) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.to = to
        self.bad = 0.0
        self.latency = 0.0
        self.speed = 0
        self.dice = random.Random(seed)
        self.happened: Counter[str] = Counter()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def fate(self, path: str) -> str:
        """What becomes of a request."""
        what = self.dice.choice(FAULTS) if path.startswith("/sync/") and self.dice.random() < self.bad else "passed"
        self.happened[what] += 1
        return what

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that was killed leaves its connections behind; that is what we are here for."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Line

    def handed_on(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        what = self.server.fate(self.path)
        if what == "stalled":
            time.sleep(STALL)
        try:
            if what == "lost":
                return self.dropped()
            if what == "twice":
                self.asked(body)
            answer = self.asked(body)
        except OSError:
            return self.dropped()
        except http.client.HTTPException:
            return self.dropped()
        return self.dropped() if what in ("unanswered", "stalled") else self.answered(*answer)

    do_GET = do_POST = do_PUT = do_HEAD = handed_on

    def asked(self, body: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
        upstream = http.client.HTTPConnection("127.0.0.1", self.server.to, timeout=30)
        headers = {name: value for name, value in self.headers.items() if name.lower() not in HOP}
        try:
            upstream.request(self.command, self.path, body or None, headers | {"Connection": "close"})
            response = upstream.getresponse()
            return response.status, response.getheaders(), response.read()
        finally:
            upstream.close()

    def answered(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        time.sleep(self.server.latency + (len(body) / self.server.speed if self.server.speed else 0))
        self.send_response_only(status)
        for name, value in headers:
            if name.lower() not in HOP:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def dropped(self) -> None:
        """As when a train goes into a tunnel."""
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: a thousand times."""
