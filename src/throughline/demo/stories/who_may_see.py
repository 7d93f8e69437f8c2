"""Who may see what: Jo and Ann are asked, what a relative says opens nothing, something is taken back, one thing could not wait."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from throughline.agreements import actions as sharing
from throughline.agreements.said import JustSaid

from ..telling import Days
from .cast import House


def who_may_see(house: House, days: Days) -> Iterator[datetime]:
    """Ann decides what Gwen hears; Jo says what Priya and Dan see, and thinks again."""
    yield days.at(2, 11, 14)
    _ann_says(house)
    yield days.at(2, 12, 11)
    _gwen_claims(house, days)
    yield days.at(3, 10, 11)
    _jo_says(house)
    yield days.at(3, 11, 16)
    _priya_says(house)
    yield days.at(4, 2, 15)
    house.told["not_when_upset"] = sharing.withdraw(
        permissions=[house.told["dan_upset"]], said=JustSaid("said", "My plan, yes. Not when I was upset."), by=house.tom
    )
    yield days.at(5, 6, 2)
    _could_not_wait(house, days)
    yield days.at(5, 10, 17)
    _told_on_the_phone(house)


def _ann_says(house: House) -> None:
    """On the tablet, with Dan beside Ann, after the meeting."""
    sharing.keep_permissions(
        contact=house.gwen,
        levels={"plans": "at_reviews", "health": "no"},
        given_by="person",
        said=JustSaid("device", "Gwen comes to my meeting. My health is mine."),
        explained_how="On the tablet, one question at a time",
        asked_alone=True,
        by=house.ruth,
    )
    said = JustSaid("device", "Not Gwen. My money is mine.")
    sharing.keep_from_being_told(person=house.ann, contact=house.gwen, topics=["money"], said=said, by=house.tom)


def _gwen_claims(house: House, days: Days) -> None:
    """Gwen says that she is Ann's attorney. Nobody has seen any papers, so it is kept and opens nothing."""
    because = "Gwen says on the phone that she has a power of attorney. No papers yet."
    sharing.open_by_law(contact=house.gwen, kind="attorney", topics=["health"], because=because, until=days.on(5, 5), by=house.ruth)


def _jo_says(house: House) -> None:
    """With photos of the pages, in Jo's room, without the others there."""
    asked: dict[str, Any] = {"given_by": "person", "explained_how": "With photos of the pages", "asked_alone": True, "by": house.amina}
    mum = {"daily_life": "may_see", "plans": "at_reviews", "money": "no"}
    sharing.keep_permissions(contact=house.priya, levels=mum, said=JustSaid("picked", "Mum: my days. Not my money."), **asked)
    dan = {"plans": "may_see", "behaviour": "may_see"}
    given = sharing.keep_permissions(contact=house.dan, levels=dan, said=JustSaid("said", "Dan can look."), **asked)
    house.told["dan_upset"] = next(each for each in given if each.about == "behaviour")


def _priya_says(house: House) -> None:
    """Being mum gives no right to say it: it is kept, and Jo's own word stays."""
    evidence = "Priya, on the phone: I am the mother, I look after the money."
    sharing.keep_permissions(contact=house.priya, levels={"money": "may_see"}, given_by="relative", evidence=evidence, by=house.amina)


def _could_not_wait(house: House, days: Days) -> None:
    """Jo's gum at night: Dr Shah has to know what Jo takes."""
    house.told["told_dr_shah"] = sharing.open_without_permission(
        contact=house.dr_shah,
        kind="vital_interests",
        topics=["health", "medication"],
        because="Jo’s gum was very swollen in the night, with a fever. Dr Shah has to know what Jo takes.",
        until=days.on(5, 8),
        person_told="Told at once, with the photo of Dr Shah",
        by=house.ruth,
    )


def _told_on_the_phone(house: House) -> None:
    """Priya rings on Sundays. One of the two things was covered; the other was not, and says so."""
    told: dict[str, Any] = {"person": house.jo, "contact": house.priya, "purpose": "Priya rang and asked.", "by": house.tom}
    sharing.disclose(topics=["daily_life"], what="That Jo slept well and had tea by the window.", **told)
    sharing.disclose(topics=["money"], what="That Jo took £10 to the shop.", **told)
