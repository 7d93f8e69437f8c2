"""Whose turn it is, where one writes at a time."""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


class FairLock:
    """A lock that is handed to whoever has waited longest."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._waiting: deque[threading.Lock] = deque()
        self._held = False

    def acquire(self) -> None:
        with self._guard:
            if not self._held:
                self._held = True
                return
            turn = threading.Lock()
            turn.acquire()
            self._waiting.append(turn)
        turn.acquire()

    def release(self) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._held = False


_batches = FairLock()


@contextmanager
def in_turn() -> Iterator[None]:
    """One batch of records after the other on SQLite, in the order in which they came; on PostgreSQL side by side.

    The file has one writer whatever we do. Threads that work on several batches only take the interpreter from whoever is in the middle
    of a transaction, for which all others wait: with eight phones that was seen to take a third of the records that a second can hold.
    """
    if connection.vendor != "sqlite":
        yield
        return
    _batches.acquire()
    try:
        yield
    finally:
        _batches.release()
