"""The team: a rota for some days, who has read which card, who was watched doing a key routine, and a pass for an agency worker."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from throughline.base import clock
from throughline.plan.models import Version
from throughline.workforce import actions as workforce
from throughline.workforce import law, queries

from ..telling import Days
from .cast import House
from .sam import SEEN_ON_THE_BUS

SEEN = ["One voice: only one of us talks", "Says one thing, and waits for Jo’s answer", "Offers the quiet room by the photo, once"]
SEEN_EARLY = ["Knows Jo’s early signs", "Stays beside Jo and says little", "Rings Ruth when the card says so"]


def team(house: House, days: Days) -> Iterator[datetime]:
    """Watched in the week before; the rota comes two days before today, the pass on the day before."""
    told = house.told
    yield days.at(5, 11, 11)
    _key_routines(house)
    yield days.at(5, 12, 16, 30)
    _signed_off(house, days)
    yield days.at(5, 14, 15)
    _read(house)
    yield days.at(5, 17, 9)
    rota = queries.resolve(house.ruth, *law.read(_rota(days.today)))
    workforce.bring_shifts(rota=rota, by=house.ruth)
    yield days.at(5, 18, 17)
    tomorrow = days.today + timedelta(days=1)
    hours: dict[str, Any] = {"from_at": clock.moment(tomorrow, 14), "until_at": clock.moment(tomorrow, 22)}
    made = workforce.make_pass(people=[house.jo, house.lee], name="Kim", agency="Valley Care Agency", by=house.amina, **hours)
    told["kim"] = made.given.user


def _key_routines(house: House) -> None:
    about = (("quiet_afternoon", "communication", SEEN), ("what_helps", "de_escalation", SEEN_EARLY))
    for name, subject, seen in about:
        workforce.keep_key_routine(item=house.told[name], subject=subject, criteria="\n".join(seen), by=house.ruth)


def _signed_off(house: House, days: Days) -> None:
    """One each way: Tom can, can with somebody beside him, and cannot yet. Ruth watched Amina."""
    told = house.told
    sound: dict[str, Any] = {
        "method": "observed",
        "result": "competent",
        "seen": [(text, True) for text in SEEN],
        "until_on": days.on(11, 12),
    }
    jo: dict[str, Any] = {
        "agreed_words": "Jo picked thumbs up when Amina asked.",
        "voice": told["better"],
        "feedback": "Jo stayed in the room.",
    }
    workforce.sign_off(
        worker=house.tom, version=_in_force(told["quiet_afternoon"]), by=house.amina, place="Elm House, the lounge", **sound, **jo
    )
    workforce.sign_off(worker=house.amina, version=_in_force(told["quiet_afternoon"]), by=house.ruth, **sound, agreed_words="Jo nodded.")
    beside: dict[str, Any] = {
        "method": "simulated",
        "result": "supervised",
        "conditions": "With Amina in the house.",
        "until_on": days.on(8, 12),
    }
    workforce.sign_off(
        worker=house.tom,
        version=_in_force(told["what_helps"]),
        seen=[(text, text != SEEN_EARLY[2]) for text in SEEN_EARLY],
        by=house.amina,
        **beside,
    )
    not_yet: dict[str, Any] = {
        "method": "observed",
        "result": "not_yet",
        "conditions": "Ride along twice more.",
        "agreed_words": "Sam said: fine, come.",
    }
    workforce.sign_off(
        worker=house.tom, version=told["bus_card"], seen=[(text, False) for text in SEEN_ON_THE_BUS], by=house.amina, **not_yet
    )


def _in_force(item: Any) -> Version:
    """What staff follow of an item."""
    found: Any = queries.in_force([item.person_id], queries.TEAM).get(item=item)
    version: Version = found.version
    return version


def _read(house: House) -> None:
    """Tom has read the cards of the afternoon and of Sam’s bus; Amina those that Ruth wrote."""
    for name in ("quiet_afternoon", "what_helps", "bus"):
        workforce.read_card(version=_in_force(house.told[name]), by=house.tom)
    workforce.read_card(version=_in_force(house.told["quiet_afternoon"]), by=house.amina)


def _rota(today: date) -> str:
    """From yesterday until the day after tomorrow."""
    lines = ["email,home,day,from,to"]
    for number in range(-1, 3):
        day = today + timedelta(days=number)
        lines.append(f"amina@elm-and-oak.example,Elm House,{day},07:00,15:00")
        lines.append(f"tom@elm-and-oak.example,Elm House,{day},14:00,22:00")
    return "\n".join(lines)
