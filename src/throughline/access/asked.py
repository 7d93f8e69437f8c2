"""Whether anybody asked about access while a request was answered. A page for which nobody did is an error."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_asked: ContextVar[list[bool] | None] = ContextVar("throughline_access_asked", default=None)


class AccessNotAsked(Exception):
    """A page was about to be shown to a signed-in user and no policy or scope had been asked."""


def mark() -> None:
    """Somebody asked."""
    holder = _asked.get()
    if holder is not None:
        holder[0] = True


def was_asked() -> bool:
    """Whether somebody asked since the request began."""
    holder = _asked.get()
    return bool(holder and holder[0])


@contextmanager
def watching() -> Iterator[None]:
    """Watch one request."""
    token = _asked.set([False])
    try:
        yield
    finally:
        _asked.reset(token)
