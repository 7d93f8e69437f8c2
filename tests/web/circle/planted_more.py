"""What nobody at the door may read, whatever is shared with them: names of others, what is for the manager, what stands on two topics."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.test import Client
from tests.web import arrange

from throughline.access import actions as access
from throughline.agreements import actions as agreements
from throughline.base import clock
from throughline.conversations import actions as conversations
from throughline.decisions import actions as decisions
from throughline.plan import actions as plan
from throughline.reviews import actions as reviews

from . import living

MIXED = "zqmixed"  # said to be about one topic that is shared with some, and stands on another
MANAGERS = "zqmanager"  # told to the manager alone
AGREED = "zqagreed"  # proposed to one of them, and for nobody else
VIEW = "zqview"  # what somebody else wrote for whoever decides a question, and only for them
EXCLUDED = "zqexcluded"  # somebody who is not to be told, and is no contact
NOBODYS = frozenset({MIXED, MANAGERS, AGREED, VIEW, EXCLUDED})


def name_of(kind: str, state: str) -> str:
    """The name of somebody with pages of their own; no other reads it there."""
    return f"zqname{kind}{state.replace(' ', '')}"


def open_for(life: living.Life, contact: Any, state: str, shared: str, other: str) -> None:
    """What one of them has without Jo's permission, and one whom Jo does not want told any more."""
    if state == "override":
        told = {"kind": "safeguarding", "because": "Money is missing.", "until": clock.today() + timedelta(days=20)}
        agreements.open_without_permission(contact=contact, topics=[other], by=life.ruth, **told)
    elif state == "not to be told":
        life.asks(contact, shared)
        agreements.keep_from_being_told(person=life.jo, contact=contact, words="Jo, on Sunday.", by=life.ruth)


def mixed(life: living.Life, topic: str, other: str, area: str, seen: str) -> None:
    """A question, a decision and a plan item of one topic; their part of life, or what they rest on, is of the other."""
    life.question(area, MIXED, topic=topic)
    life.decided(life.question(area, MIXED, topic=topic), MIXED)
    version = life.item(topic, MIXED)
    resting = life.decided(life.question(area, seen, topic=other), seen)
    plan.publish(version=version, message=MIXED, decision=resting, by=life.ruth)
    found = {"kind": "planned", "took_part": "not_offered", "no_part_because": MIXED, "verdict": "keep", "because": MIXED}
    reviews.look_again(item=version.item, by=life.ruth, **found)


def for_the_manager(life: living.Life) -> None:
    """Words that Jo wanted the manager alone to have, and a concern."""
    conversations.keep_voice(person=life.jo, how_told="said", words=MANAGERS, audience="manager", by=life.ruth)
    told = {"concern": MANAGERS, "safe_now": MANAGERS, "wants_because": MANAGERS}
    decisions.raise_concern(person=life.jo, by=life.home.tom, **told)


@dataclass(frozen=True)
class Both:
    """Staff who are also in Jo's life: with something shared, and not to be told anything."""

    cousin: Client
    shut: Client


def both(life: living.Life, topic: str) -> Both:
    clients = []
    for state in ("cousin", "shut"):
        worker = arrange.worker(f"worker {state}", life.ruth, service=life.home.elm, email=f"{state}@example.org")
        name = name_of("staff", state)
        contact = access.add_contact(person=life.jo, name=name, kind="circle", relationship="cousin", by=life.ruth)
        life.joins(contact, by=worker)
        if state == "cousin":
            life.asks(contact, topic)
        else:
            agreements.keep_from_being_told(person=life.jo, contact=contact, words="Jo, on Sunday.", by=life.ruth)
        clients.append(arrange.signed_in(worker))
    return Both(*clients)


def more(life: living.Life, topic: str, area: str) -> None:
    """What happens in Jo's life with others, about a topic that is open to nobody at the door."""
    somebody: Any = access.add_contact(person=life.jo, name="Somebody new", kind="circle", relationship="neighbour", by=life.ruth)
    life.asks(somebody, topic)
    agreements.keep_from_being_told(person=life.jo, name="Somebody else", topics=[topic], words="Jo.", by=life.ruth)
    for n in range(3):
        life.question(area, f"Another {n}", topic=topic)
    life.decided(life.question(area, "Settled", topic=topic), "Settled")
    life.item(topic, "New")
    arrange.said(life.home, "Something new.", topic=topic)
