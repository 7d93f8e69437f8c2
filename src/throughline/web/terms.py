"""The words of the provider: what people we support, their circle, our staff and distress are called. Settings, never fixed.

Asked for once a request, when the first page part wants them, and held until the request ends.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from throughline.access import queries
from throughline.base.terms import said_with


@dataclass(frozen=True, slots=True)
class Terms:
    """Each goes into the sentences that have room for it: `base.terms`."""

    provider: str
    person: str
    circle: str
    staff: str
    distress: str


_held: ContextVar[list[Terms] | None] = ContextVar("throughline_web_terms", default=None)


@contextmanager
def holding() -> Iterator[None]:
    """Hold the words for the length of one request; a change shows on the next."""
    token = _held.set([])
    try:
        with said_with(_in_sentences):
            yield
    finally:
        _held.reset(token)


def _in_sentences() -> dict[str, str]:
    words = terms()
    return {"person": words.person, "circle": words.circle, "staff": words.staff, "upset": words.distress}


def terms() -> Terms:
    """The provider's words; before there is a provider, those that we start with."""
    held = _held.get()
    if held is None:
        return ask()
    if not held:
        held.append(ask())
    return held[0]


def ask() -> Terms:
    """One query."""
    provider = queries.provider_or_new()
    return Terms(provider.name, provider.person_term, provider.circle_term, provider.staff_term, provider.distress_term)
