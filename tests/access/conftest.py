"""Elm Support with Jo, and Priya in Jo's life."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from tests.web import arrange

from throughline.access import actions, queries
from throughline.base import clock


@dataclass
class Life:
    """Ruth manages Elm House, Amina works there; Priya is Jo's mum and Dan Jo's brother. Nobody has been invited."""

    home: Any
    priya: Any
    dan: Any

    @property
    def ruth(self) -> Any:
        return self.home.ruth

    @property
    def jo(self) -> Any:
        return self.home.jo

    def joins(self, contact: Any, email: str = "", user: Any = None) -> Any:
        """A contact is invited, and takes it up with link and code."""
        invited = actions.invite(contact=contact, basis="invited", basis_words="Jo: ask them.", handed_over="printed", by=self.ruth)
        found = queries.invitation(invited.link)
        return actions.accept_invitation(invitation=found, code=invited.code, email=email or f"{contact.name}@example.org", by=user)

    def opens(self, contact: Any, topic: str, level: str = "may_see", days: float = 30, **more: Any) -> Any:
        """A topic is opened to a contact, on the person's permission if not said otherwise."""
        given = {"basis": "permission", "because": "Jo said so.", "until_at": clock.now() + timedelta(days=days), "by": self.ruth} | more
        return actions.grant(contact=contact, topic=topic, level=level, **given)


@pytest.fixture
def life(db: None) -> Life:
    home = arrange.house()
    priya = arrange.mum(home)
    dan = actions.add_contact(person=home.jo, name="Dan", kind="circle", relationship="brother", by=home.ruth)
    return Life(home, priya, dan)
