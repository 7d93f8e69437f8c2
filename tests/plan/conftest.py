"""Elm House, where Ruth is the manager, Amina leads the team and Tom supports; Jo and Sam live there."""

from dataclasses import dataclass
from typing import Any

import pytest

from throughline.access import actions as setup
from throughline.access import scope
from throughline.conversations import actions as conversations
from throughline.decisions import actions as decisions
from throughline.decisions.parts import Consideration


@dataclass
class Home:
    """Who is there, and short ways to the records that a plan rests on."""

    ruth: Any
    amina: Any
    tom: Any
    jo: Any
    sam: Any

    def says(self, person: Any, words: str) -> Any:
        return conversations.keep_voice(person=person, how_told="said", words=words, by=self.amina)

    def decides(self, person: Any, outcome: str, basis: str = "own", area: str = "daily_care", impact: str = "low") -> Any:
        """A decision: the person's own unless said otherwise, in which case it takes no effect."""
        question = decisions.ask(person=person, text="How should this be?", area=area, impact=impact, by=self.ruth)
        voice = self.says(person, outcome)
        return decisions.decide(
            question=question,
            outcome=outcome,
            basis=basis,
            decided_by_contact=self.mum_of(person) if basis == "relative" else None,
            only_one_because="Nothing else keeps Jo safe.",
            considered=[Consideration(voice=voice, effect="shaped")],
            by=self.ruth,
        )

    def mum_of(self, person: Any) -> Any:
        return setup.add_contact(person=person, name="Priya", kind="circle", relationship="mum", by=self.ruth)

    def sight(self, person: Any) -> Any:
        return scope.sight(self.ruth, person.pk)


@pytest.fixture
def home(db: None, at: Any) -> Home:
    with at("2026-01-05 09:00"):
        return _home()


def _home() -> Home:
    ruth = setup.create_manager(name="Ruth", email="ruth@example.org", password=None)
    setup.change_provider(by=ruth, name="Elm and Oak Support")
    elm = setup.open_service(by=ruth, name="Elm House", kind="supported_living", jurisdiction="england", phone="01632 960 041")
    amina = setup.add_staff(name="Amina", email="amina@example.org", password=None, by=ruth)
    tom = setup.add_staff(name="Tom", email="tom@example.org", password=None, by=ruth)
    setup.assign(user=amina, role="team_leader", service=elm, by=ruth)
    setup.assign(user=tom, role="support_worker", service=elm, by=ruth)
    jo, sam = (setup.add_person(service=elm, name=name, by=ruth) for name in ("Jo", "Sam"))
    return Home(ruth, amina, tom, jo, sam)
