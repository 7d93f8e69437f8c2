"""Priya, Dan and Gwen have pages of their own: invited as the person wants it, by link and code, and what they did there so far."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from throughline.access import actions as access
from throughline.agreements import actions as sharing
from throughline.agreements.said import JustSaid
from throughline.conversations import actions as hearing
from throughline.people.models import Contact
from throughline.reviews import actions as answering

from ..telling import Days
from .cast import CIRCLE_SIGN_INS, PASSWORD, House

PRIYA, DAN, GWEN, _ = CIRCLE_SIGN_INS


def own_pages(house: House, days: Days) -> Iterator[datetime]:
    """Gwen and Dan come in at Ann's, Priya at Jo's; then what they wrote themselves."""
    told = house.told
    yield days.at(2, 11, 15)
    told["gwen_signs_in"] = _joins(house, house.gwen, "Ann, on the tablet: Gwen comes to my meeting.", GWEN)
    told["dan_signs_in"] = _joins(house, house.anns_dan, "Ann, on the tablet: Dan too.", DAN)
    yield days.at(3, 10, 12)
    told["priya_signs_in"] = _joins(house, house.priya, "Jo picked the photo of mum, and of the page.", PRIYA)
    _joins_again(house, house.dan, "Jo: Dan can look.")
    yield days.at(5, 11, 17)
    _by_law(house, days)
    yield days.at(5, 14, 15)
    _jo_lets_dan_see_more(house)
    yield days.at(5, 15, 18)
    _dan_asks(house)
    yield days.at(5, 16, 9)
    _answered(house, days)
    yield days.at(5, 17, 18)
    _priya_has_her_say(house)


def _invited(house: House, contact: Contact, words: str, basis: str = "invited") -> Any:
    return access.invite(contact=contact, basis=basis, basis_words=words, handed_over="printed", by=house.ruth)


def _joins(house: House, contact: Contact, words: str, who: Any) -> Any:
    """Somebody new: who signs in from then on."""
    made = _invited(house, contact, words)
    link = access.accept_invitation(invitation=made.invitation, code=made.code, name=who.name, email=who.email, password=PASSWORD)
    return link.user if link else None


def _joins_again(house: House, contact: Contact, words: str, basis: str = "invited") -> None:
    made = _invited(house, contact, words, basis)
    access.accept_invitation(invitation=made.invitation, code=made.code, by=house.told["dan_signs_in"])


def _by_law(house: House, days: Days) -> None:
    """Dan is Lee's advocate about the scan, asked for by the hospital: the law gives him sight of it."""
    work = house.told["lees_imca"]
    _joins_again(house, house.lees_dan, "Dan is Lee’s mental capacity advocate about the scan.", "stated")
    because = "Dan is Lee’s mental capacity advocate about the scan."
    until = days.on(6, 30)
    sharing.open_by_law(contact=house.lees_dan, kind="imca", topics=["health"], because=because, until=until, advocacy=work, by=house.ruth)


def _jo_lets_dan_see_more(house: House) -> None:
    sharing.keep_permissions(
        contact=house.dan,
        levels={"daily_life": "may_see"},
        given_by="person",
        said=JustSaid("said", "Dan helps me with the shop. He can look."),
        explained_how="With photos of the pages",
        asked_alone=True,
        by=house.amina,
    )


def _dan_asks(house: House) -> None:
    """An advocate asks that people look again, and offers to lead it."""
    words = "Jo would like to look at the shop again. I can lead it, with Jo’s photo cards."
    house.told["dan_asks"] = hearing.have_say(contact=house.dan, said={"request": words}, by=house.told["dan_signs_in"])


def _answered(house: House, days: Days) -> None:
    house.told["dan_leads"] = answering.answer_ask(
        contribution=house.told["dan_asks"],
        item=house.told["shop_item"],
        on=days.on(5, 26),
        led_by=house.dan,
        words="Jo wants you to lead it. Jo’s photo cards are in the drawer by the door.",
        by=house.amina,
    )


def _priya_has_her_say(house: House) -> None:
    said = {
        "working": "Jo rings me at four again, and tells me about the quiet room.",
        "request": "Please talk about the dentist. Jo sat in my chair first, last time.",
    }
    house.told["priya_says"] = hearing.have_say(contact=house.priya, said=said, by=house.told["priya_signs_in"])
