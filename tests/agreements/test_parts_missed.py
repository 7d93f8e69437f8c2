"""A missed tablet puts the part of whoever gives medication up to be looked at again."""

from datetime import date
from typing import Any

import pytest
from tests.agreements.circle import Circle, around_jo, attorney, gwen_gives_medication
from tests.web import arrange

from throughline.access import scope
from throughline.agreements import actions
from throughline.base import clock
from throughline.practice import actions as practice
from throughline.thread.parts import parts_up_for_review

TABLET = {"what": "The evening tablet", "why": "not_here"}


@pytest.fixture
def people(home: arrange.House) -> Circle:
    return around_jo(home)


def up(home: arrange.House) -> list[Any]:
    return parts_up_for_review(scope.sight(home.ruth, home.jo.pk))


def test_a_missed_tablet_puts_the_part_of_whoever_gives_medication_up(home: arrange.House, people: Circle) -> None:
    """The sister who still gives it (002, example 3): nobody called it an incident, and it is found all the same."""
    part = gwen_gives_medication(home, people.gwen)
    money = actions.keep_part(
        person=home.jo, area="money", contact=people.gwen, part="contributes", since_on=date(2021, 4, 1), because="Asked.", by=home.ruth
    )
    missed = practice.keep_missed_medicine(person=home.jo, by=home.tom, **TABLET)
    [found] = up(home)
    assert (found.taking.part, found.missed, found.has_news) == (part, (missed,), True)
    actions.look_again(part=part, verdict="keep", because="The box had been at the clinic.", by=home.ruth)
    assert up(home) == []
    practice.keep_missed_medicine(person=home.jo, by=home.tom, **TABLET)
    assert [each.taking.part for each in up(home)] == [part] and money.area == "money"


def test_a_missed_tablet_of_before_puts_nothing_up(home: arrange.House, people: Circle) -> None:
    practice.keep_missed_medicine(person=home.jo, by=home.tom, **TABLET)
    missed = practice.keep_missed_medicine(person=home.jo, by=home.tom, **TABLET)
    gwen_gives_medication(home, people.gwen)
    assert up(home) == []
    practice.mistake_missed_medicine(missed=missed, reason="It was Sam’s.", by=home.tom)
    assert up(home) == []


def test_a_part_whose_power_ended_is_up_until_somebody_says_who_does_it_now(home: arrange.House, people: Circle) -> None:
    """The part that is most out of date of all does not drop out of what is looked at."""
    power = attorney(home, people.priya)
    told = {"person": home.jo, "area": "medication", "contact": people.priya, "part": "decides", "because": "By the papers."}
    part = actions.keep_part(**told, by=home.ruth)
    assert up(home) == []
    actions.end_authority(authority=power, on=clock.today(), why="revoked", by=home.ruth)
    [found] = up(home)
    assert (found.taking.part, found.has_lapsed) == (part, True)
    missed = practice.keep_missed_medicine(person=home.jo, by=home.tom, **TABLET)
    assert up(home)[0].missed == (missed,)
    actions.end_part(part=part, on=clock.today(), why="The power ended.", by=home.ruth)
    assert up(home) == []
