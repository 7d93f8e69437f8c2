"""On whose word somebody sees a topic, and until when: only what rests on a permission is Jo's to take back (`domain.md` 0.3)."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from tests.web.circle import planted

from throughline.agreements import actions as agreements
from throughline.base import clock

TAKES_BACK = "unless Jo says otherwise before"


def page_of(life: Any, contact: Any) -> str:
    page = life.browser(contact).get(reverse("circle:access", args=[life.jo.pk])).content.decode()
    return page.replace("\xa0", " ")


def without(life: Any, kind: str) -> str:
    told = {"topics": ["health"], "because": "x", "until": clock.today() + timedelta(days=9), "by": life.ruth}
    agreements.open_without_permission(contact=life.priya, kind=kind, **told)
    return page_of(life, life.priya)


def test_what_jo_said_jo_can_take_back(life: Any) -> None:
    life.asks(life.priya, "health")
    page = page_of(life, life.priya)
    assert "Jo said so." in page and ("Jo is asked again by" in page or TAKES_BACK in page)
    assert "What the law, a court or a danger opens to you does not rest on that." not in page


@pytest.mark.parametrize(
    ("kind", "who"), [("court", "A court ordered that you see it."), ("legal_duty", "Another law asks that you see it.")]
)
def test_a_court_opens_what_jo_keeps_from_her_and_jo_does_not_close_it(life: Any, kind: str, who: str) -> None:
    agreements.keep_from_being_told(person=life.jo, contact=life.priya, topics=["health"], words="Jo, on Sunday.", by=life.ruth)
    page = without(life, kind)
    assert who in page and "or until the reason for it ends. It does not rest on a permission." in page
    assert TAKES_BACK not in page and "does not rest on that." in page


@pytest.mark.parametrize("kind", ["safeguarding", "vital_interests"])
def test_for_which_danger_it_is_shared_is_not_said(life: Any, kind: str) -> None:
    page = without(life, kind)
    assert "The manager shares it with you for a time, for a reason." in page
    assert TAKES_BACK not in page


@pytest.mark.parametrize("who", ["dan", "priya"])
def test_what_the_law_gives_is_not_jos_to_take_back(life: Any, who: str) -> None:
    """To an advocate, and to an attorney while Jo cannot decide."""
    contact = getattr(life, who)
    planted.by_law(life, contact)
    page = page_of(life, contact)
    assert "The law lets you see it, for what you do for Jo." in page
    assert "or until what the law gives it to you for ends." in page and TAKES_BACK not in page
