"""Who can decide for Jo by law, arranged through actions: Priya's power of attorney, seen or only claimed."""

from datetime import date
from typing import Any

from tests.web import arrange

from throughline.access import actions as access
from throughline.authority import actions
from throughline.authority.models import Authority, Proof
from throughline.authority.parts import Holder

REGISTERED = date(2025, 11, 1)
TODAY = date(2026, 3, 3)


def shah(home: arrange.House) -> Any:
    """Dr Shah, Jo's GP."""
    return access.add_contact(person=home.jo, name="Dr Shah", kind="professional", relationship="GP", by=home.ruth)


def dan(home: arrange.House) -> Any:
    """Dan, an independent advocate."""
    return access.add_contact(person=home.jo, name="Dan", kind="advocate", relationship="independent advocate", by=home.ruth)


def gwen(home: arrange.House) -> Any:
    """Gwen, whom Jo calls a sister."""
    return access.add_contact(person=home.jo, name="Gwen", kind="circle", relationship="sister", by=home.ruth)


def power(home: arrange.House, *holders: Any, kind: str = "lpa_welfare", **told: Any) -> Authority:
    """A power that Priya holds, registered, for where Jo lives and treatment; only claimed until somebody sees it."""
    given = {"areas": ["home", "treatment"], "registered_on": REGISTERED} | told
    parts = [Holder(contact=each) for each in holders or (arrange.mum(home),)]
    return actions.write_authority(person=home.jo, kind=kind, holders=parts, by=home.ruth, **given)


def seen(home: arrange.House, authority: Authority, on: date = TODAY, by: Any = None) -> Proof:
    """Ruth saw the papers."""
    return actions.see_papers(authority=authority, what="Registered, pages 1 to 20", seen_on=on, by=by or home.ruth)


def refusal(home: arrange.House, **told: Any) -> Any:
    """What Jo refused beforehand."""
    return actions.keep_refusal(person=home.jo, by=home.ruth, **({"treatments": "A feeding tube", "signed": True} | told))


def advocacy(home: arrange.House, **told: Any) -> Any:
    """The council was asked for an advocate."""
    return actions.ask_for_advocate(person=home.jo, by=home.ruth, **({"kind": "care_act", "responsible_body": "The council"} | told))
