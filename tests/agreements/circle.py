"""Jo's people and what the law gives them, for stories of who takes part."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tests.web import arrange

from throughline.access import actions as access
from throughline.agreements import actions
from throughline.agreements.actions import Answered
from throughline.agreements.parts import AgreementParty, EscalationStep, MeetingRule, SharedThing
from throughline.agreements.said import JustSaid
from throughline.authority import actions as authority
from throughline.authority.parts import Holder
from throughline.base import clock

WELFARE = ["medication", "daily_care", "care"]


@dataclass(frozen=True)
class Circle:
    """Priya is Jo's mum, Gwen her sister, Dan an advocate."""

    priya: Any
    gwen: Any
    dan: Any


def around_jo(home: arrange.House) -> Circle:
    def add(name: str, kind: str, relationship: str) -> Any:
        return access.add_contact(person=home.jo, name=name, kind=kind, relationship=relationship, by=home.ruth)

    return Circle(add("Priya", "circle", "mum"), add("Gwen", "circle", "sister"), add("Dan", "advocate", "independent advocate"))


def attorney(home: arrange.House, *holders: Any, seen: bool = True, areas: Any = WELFARE, kind: str = "lpa_welfare", **told: Any) -> Any:
    """A registered power; its papers were seen, unless that is said otherwise."""
    given = {"registered_on": clock.today() - timedelta(days=400), "how_act": "jointly_and_severally" if len(holders) > 1 else ""} | told
    power = authority.write_authority(
        person=home.jo, kind=kind, holders=[Holder(contact=each) for each in holders], areas=list(areas), by=home.ruth, **given
    )
    if seen:
        authority.see_papers(authority=power, what="Registered, stamped on each page", seen_on=clock.today(), by=home.ruth)
    return power


def said(words: str = "Yes, I like that.", how_told: str = "said") -> Any:
    return JustSaid(how_told, words)


def permitted(home: arrange.House, contact: Any, about: str = "health", level: str = "may_see") -> Any:
    """Jo said what a contact may see."""
    told = {"given_by": "person", "said": said("They may know."), "asked_alone": True}
    return actions.keep_permissions(contact=contact, levels={about: level}, by=home.ruth, **told)[0]


def gwen_gives_medication(home: arrange.House, gwen: Any, **more: Any) -> Any:
    told = {"because": "She has done it since Jo moved out of the family home.", "needs_then": "Two tablets in the morning."}
    told |= {"since_on": date(2021, 4, 1), "part": "delivers_care"}
    return actions.keep_part(person=home.jo, area="medication", contact=gwen, by=home.ruth, **told | more)


def version(home: arrange.House, *parties: Any, shared: Any = (), agreed: Any = None, **more: Any) -> Any:
    """An agreement with Jo's answer: yes, unless that is said otherwise."""
    told = {"purpose": "So that Jo is heard and Priya is not left out.", "conflict": "Staff do what Jo chose, and say so kindly."}
    return actions.write_version(
        person=home.jo,
        parties=[AgreementParty(contact=each, in_planning="asked", in_reviews="there", in_decisions="asked") for each in parties],
        shared=list(shared),
        rules=[MeetingRule(position=1, text="Jo speaks first.")],
        steps=[EscalationStep(position=1, what="Amina listens, and says back what she heard.", who="Amina", days=5)],
        answers=[agreed or Answered("agreed", said=said())],
        by=home.ruth,
        **told | more,
    )


def thing(contact: Any, about: str = "health", rhythm: str = "weekly", event: str = "") -> SharedThing:
    return SharedThing(contact=contact, about=about, rhythm=rhythm, event=event)
