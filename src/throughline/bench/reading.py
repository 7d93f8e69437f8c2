"""How fast pages are made, beside the site's own empty signed-in page: whole requests in this process, middleware and all.

Each figure is the least time of many rounds, of both pages alike: what else goes on in the machine makes a round longer, never shorter.
"""

import time
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import connections
from django.db.models import Count
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from throughline.access.models import Assignment
from throughline.base import clock
from throughline.people.models import Stay
from throughline.plan.models import Publication
from throughline.practice.models import DailyNote

from .table import Row

ROUNDS = 25
MOST_STATEMENTS = 12


@dataclass(frozen=True, slots=True)
class Timed:
    """One page: milliseconds (the least of the rounds), statements, and the same of the empty page beside it."""

    what: str
    ms: float
    empty_ms: float
    statements: int
    empty_statements: int


def pages() -> list[Timed]:
    """Each page in turn with the empty page, so that what disturbs one disturbs the other."""
    client = _signed_in()
    empty = reverse("help")
    _ms(client, empty)  # the first request of a session says that it is used, which no later one does
    empty_statements = _statements(client, empty)
    return [_timed(client, what, address, empty, empty_statements) for what, address in _addresses().items()]


def _timed(client: Client, what: str, address: str, empty: str, empty_statements: int) -> Timed:
    ours, base = [], []
    statements = _statements(client, address)
    for _ in range(ROUNDS):
        base.append(_ms(client, empty))
        ours.append(_ms(client, address))
    return Timed(what, min(ours), min(base), statements, empty_statements)


def _ms(client: Client, address: str) -> float:
    began = time.perf_counter()
    response = client.get(address)
    taken = (time.perf_counter() - began) * 1000
    assert response.status_code == 200, f"{address} answered {response.status_code}"
    return taken


def _statements(client: Client, address: str) -> int:
    """Statements on both databases, the reading that is kept among them."""
    with CaptureQueriesContext(connections["default"]) as first, CaptureQueriesContext(connections["readings"]) as second:
        _ms(client, address)
    shared = connections["default"] is connections["readings"]
    return len(first.captured_queries) + (0 if shared else len(second.captured_queries))


def _signed_in() -> Client:
    """Somebody on shift, with a real session, as the server would find it."""
    user = _busiest_worker().user
    session = SessionStore()
    session[SESSION_KEY], session[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session.save()
    client = Client(headers={"host": "localhost"})
    client.cookies["sessionid"] = str(session.session_key)
    return client


def _busiest_worker() -> Any:
    """Whoever is on shift where the person with most notes lives."""
    stay = Stay.objects.on(clock.today()).filter(person=_person()).first()
    assert stay is not None
    found = Assignment.objects.on(clock.today()).filter(service=stay.service_id).select_related("user").order_by("user__email").first()
    assert found is not None
    return found


def _person() -> Any:
    counted = DailyNote.objects.values("person").annotate(n=Count("id")).order_by("-n", "person")
    return counted.values_list("person", flat=True).first()


def _addresses() -> dict[str, str]:
    person = _person()
    item = Publication.objects.filter(person=person, decision__isnull=False).order_by("item__number").values_list("item", flat=True).first()
    return {
        "Today": reverse("today:today") + f"?p={person}",
        "the people list": reverse("people:list"),
        "a person's page with plan and latest 50 records": reverse("people:page", args=[person]),
        "a thread": reverse("thread:thread", args=[item]),
        "the timeline": reverse("people:timeline", args=[person]),
    }


def rows(timed: list[Timed]) -> list[Row]:
    """Each page against the empty one, in time and in statements."""
    found = [
        Row(f"{t.what}, against the empty signed-in page", t.ms / t.empty_ms, 5, detail=f"{t.ms:.1f} ms against {t.empty_ms:.1f} ms")
        for t in timed
    ]
    more = [
        Row(f"{t.what}: statements more than the empty page's {t.empty_statements}", t.statements - t.empty_statements, MOST_STATEMENTS)
        for t in timed
    ]
    return found + more


def growth_rows(small: list[Timed], large: list[Timed], times: int) -> list[Row]:
    """The same pages at many times the history, each against the empty page of its own run."""
    pairs = zip(small, large, strict=True)
    return [
        Row(
            f"{a.what} at {times} times the history",
            (b.ms / b.empty_ms) / (a.ms / a.empty_ms),
            1.2,
            detail=f"{b.ms:.1f} ms, was {a.ms:.1f} ms",
        )
        for a, b in pairs
    ]
