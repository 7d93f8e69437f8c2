"""Elm Support with those in Jo's life who have pages of their own, arranged through actions."""

from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any

from django.test import Client
from tests.web import arrange

from throughline.access import actions as access
from throughline.access import queries as keys
from throughline.agreements import actions as agreements
from throughline.agreements.said import JustSaid
from throughline.authority import actions as authority
from throughline.authority.parts import Holder
from throughline.base import clock
from throughline.decisions import actions as decisions
from throughline.plan import actions as plan
from throughline.plan.parts import Line, Step

YES = JustSaid("said", "She may know about that.")


@dataclass(frozen=True)
class Life:
    """Ruth manages Elm House, Amina works there. Priya is Jo's mum, Dan an independent advocate; nobody has been invited."""

    home: arrange.House
    priya: Any
    dan: Any

    @property
    def ruth(self) -> Any:
        return self.home.ruth

    @property
    def jo(self) -> Any:
        return self.home.jo

    def joins(self, contact: Any, email: str = "", **more: Any) -> Any:
        """A contact is invited and takes it up: who signs in."""
        invited = access.invite(contact=contact, basis="invited", basis_words="Jo: ask them.", handed_over="printed", by=self.ruth)
        email = email or f"{contact.pk}@example.org"
        member: Any = access.accept_invitation(invitation=keys.invitation(invited.link), code=invited.code, email=email, **more)
        return member.user

    def browser(self, contact: Any) -> Client:
        return arrange.signed_in(self.joins(contact))

    def asks(self, contact: Any, topic: str, level: str = "may_see", **more: Any) -> Any:
        """Jo says what a contact may see of a topic."""
        given: dict[str, Any] = {"given_by": "person", "said": YES, "by": self.ruth} | more
        return agreements.keep_permissions(contact=contact, levels={topic: level}, **given)[0]

    def takes_back(self, permission: Any) -> None:
        agreements.withdraw(permissions=[permission], said=JustSaid("said", "Not any more."), by=self.ruth)

    def item(self, topic: str, words: str, kind: str = "routine", **more: Any) -> Any:
        """A plan item about a topic that staff follow: its version."""
        lines, steps = [Line(part="do", text=f"{words} line")], [Step(text=f"{words} step", from_time=time(14))]
        told = {"topic": topic, "summary": f"{words} summary", "lines": lines, "steps": steps if kind == "routine" else ()} | more
        version = plan.begin(person=self.jo, kind=kind, title=f"{words} title", by=self.ruth, **told)
        plan.publish(version=version, message=f"{words} message", by=self.ruth)
        return version

    def question(self, area: str, words: str, impact: str = "low", **more: Any) -> Any:
        return decisions.ask(person=self.jo, text=f"{words} question?", area=area, impact=impact, by=self.ruth, **more)

    def decided(self, question: Any, words: str, **more: Any) -> Any:
        told = {"no_voice_because": "Jo pointed at the photo."} | more
        return decisions.decide(question=question, outcome=f"{words} outcome", basis="own", by=self.ruth, **told)

    def power(self, contact: Any, *areas: str) -> Any:
        """A registered power of a contact's, whose papers Ruth saw."""
        told = {"how_act": "alone", "areas": list(areas), "registered_on": clock.today() - timedelta(days=99)}
        held = authority.write_authority(person=self.jo, kind="lpa_welfare", holders=[Holder(contact=contact)], by=self.ruth, **told)
        authority.see_papers(authority=held, what="registered, pages 1 to 20", seen_on=clock.today(), by=self.ruth)
        return held


def life() -> Life:
    home = arrange.house()
    dan = access.add_contact(person=home.jo, name="Dan", kind="advocate", relationship="independent advocate", by=home.ruth)
    return Life(home, arrange.mum(home), dan)
