"""Elm Support with Jo, Priya and Dan in Jo's life, each with pages of their own; Gwen is an advocate."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pytest
from tests.web import arrange, lacking

from throughline.access import actions as access
from throughline.access import circle, scope
from throughline.access import queries as keys
from throughline.agreements import actions
from throughline.agreements.said import JustSaid
from throughline.authority import actions as authority
from throughline.authority.parts import Holder
from throughline.base import clock
from throughline.base.errors import NotFound
from throughline.decisions import actions as decisions

YES = JustSaid("said", "She may know about that.")


@dataclass
class Life:
    """Ruth manages Elm House, Amina works there. `users`: who signs in for which contact."""

    home: Any
    priya: Any
    dan: Any
    gwen: Any
    users: dict[Any, Any] = field(default_factory=dict)

    @property
    def ruth(self) -> Any:
        return self.home.ruth

    @property
    def jo(self) -> Any:
        return self.home.jo

    def joins(self, contact: Any) -> None:
        invited = access.invite(contact=contact, basis="invited", basis_words="Jo: ask them.", handed_over="printed", by=self.ruth)
        found = keys.invitation(invited.link)
        email = f"{contact.name.lower()}@example.org"
        member: Any = access.accept_invitation(invitation=found, code=invited.code, email=email)
        self.users[contact.pk] = member.user

    def sees(self, contact: Any) -> set[str]:
        """The topics that a contact may see on their pages now; None of their business looks like nothing."""
        try:
            return set(circle.sight(self.users[contact.pk], self.jo.pk).topics or ())
        except NotFound:
            return set()

    @property
    def sight(self) -> Any:
        return scope.sight(self.ruth, self.jo.pk)

    def asks(self, contact: Any, levels: Mapping[str, str] | str = "money", **more: Any) -> Any:
        """Jo says that a contact may see something, if not said otherwise; the first row."""
        given = levels if isinstance(levels, Mapping) else {levels: "may_see"}
        told: dict[str, Any] = {"given_by": "person", "said": YES, "by": self.ruth} | more
        return actions.keep_permissions(contact=contact, levels=given, **told)[0]

    def power(self, contact: Any, kind: str = "lpa_welfare", areas: tuple[str, ...] = ("sharing", "treatment"), **more: Any) -> Any:
        """A registered power of a contact, whose papers Ruth saw."""
        told = {"how_act": "alone", "areas": list(areas), "registered_on": clock.today() - timedelta(days=99)} | more
        held = authority.write_authority(person=self.jo, kind=kind, holders=[Holder(contact=contact)], by=self.ruth, **told)
        authority.see_papers(authority=held, what="registered, pages 1 to 20", seen_on=clock.today(), by=self.ruth)
        return held

    def assessed(self, area: str = "treatment", question: Any = None, excluded_class: str = "", **found: Any) -> Any:
        """That Jo cannot decide a question, if not said otherwise."""
        asked = {"person": self.jo, "text": "The scan?", "area": area, "impact": "high", "excluded_class": excluded_class}
        return lacking.assessed(question or decisions.ask(by=self.ruth, **asked), self.ruth, **self.shown(found))

    @staticmethod
    def shown(found: dict[str, Any]) -> dict[str, Any]:
        """Whoever can decide it weighs it too."""
        return ({"weighs": "able"} if found.get("conclusion") == "able" else {}) | found


@pytest.fixture
def life(db: None) -> Life:
    home = arrange.house()
    priya = arrange.mum(home)
    dan = access.add_contact(person=home.jo, name="Dan", kind="circle", relationship="brother", by=home.ruth)
    gwen = access.add_contact(person=home.jo, name="Gwen", kind="advocate", relationship="advocate", by=home.ruth)
    life = Life(home, priya, dan, gwen)
    for contact in (priya, dan, gwen):
        life.joins(contact)
    return life


@pytest.fixture
def home(db: None) -> arrange.House:
    """Elm Support on an ordinary day."""
    return arrange.house()


@pytest.fixture
def march(db: None) -> arrange.House:
    """The same, begun on 2 March 2026, for tests that set the clock."""
    with clock.at(clock.moment(date(2026, 3, 2))):
        return arrange.house()
