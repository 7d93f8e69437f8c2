"""Fridays (seed 003, example 3): Sam wants to go to the art group without staff. A checklist made with Sam, and how the days went."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from throughline.agreements.said import JustSaid
from throughline.base import clock
from throughline.conversations import actions as hearing
from throughline.decisions import actions as deciding
from throughline.plan import actions as planning
from throughline.plan.models import Version
from throughline.practice import actions as practice
from throughline.practice.parts import CheckDone

from ..telling import Days
from .cast import House
from .parts import came, lines, themself, weighed

FRIDAY = 4
TABLETS, LUNCH, WAY = "Tablets taken", "Lunch is in the bag", "The way is clear: bus times on the phone"

# What was not so, on the first, second … Friday: which check, what came of it, and why.
EXCEPTIONS: dict[int, tuple[str, str, str]] = {
    0: (TABLETS, "no", "Sam was late up. Taken at eleven, before the bus."),
    2: (LUNCH, "not_needed", "The group cooked together."),
}
# How it went: going, feeling, Sam's words, how they were told, what staff know of why.
FRIDAYS: tuple[tuple[str, str, str, str, str], ...] = (
    ("left_early", "not_good", "Too many people at first.", "said", ""),
    ("did_not_go", "", "", "", "The bus did not come. Sam rang and we looked for another together."),
    ("went", "so_so", "I made a boat.", "said", ""),
    ("went", "good", "My own table.", "wrote", ""),
)


def group_day(house: House, days: Days) -> Iterator[datetime]:
    """Asked for in April, decided by Sam, with a checklist of Sam's own; Lee comes along since May, with one of Lee's."""
    told = house.told
    yield days.at(4, 13, 17)
    told["group_alone"] = hearing.keep_voice(
        person=house.sam, how_told="wrote", words="Art group on Fridays. By myself.", wish="request", subject="the art group", by=house.tom
    )
    yield days.at(4, 15, 17)
    decision = _decided(house)
    sams = _checklist(house, days, house.sam, (TABLETS, LUNCH, WAY), told["group_alone"])
    told["group_day"] = sams.item
    planning.publish(version=sams, decision=decision, message="Made with Sam, for Fridays.", by=house.amina)
    lees: list[Version] = []
    for nth, friday in enumerate(_fridays(days)):
        if friday >= days.on(5, 8) and not lees:
            yield clock.moment(friday - timedelta(days=1), 16)
            lees = [_lee_comes_along(house, days)]
        yield clock.moment(friday, 11, 30)
        _gone_through(house, nth, sams, lees)
        yield clock.moment(friday, 16, 30)
        _how_it_went(house, nth)


def _lee_comes_along(house: House, days: Days) -> Version:
    """Started by staff after Lee picked a photo: to be talked about, and shown as such."""
    words = hearing.keep_voice(person=house.lee, how_told="picked", words="Me too: the photo of the paint", wish="request", by=house.amina)
    lees = _checklist(house, days, house.lee, (TABLETS, "The headphones are in the bag"), words)
    planning.publish(version=lees, message="Lee picked the paint. To be talked about with Lee in June.", by=house.amina)
    return lees


def _decided(house: House) -> Any:
    talk = hearing.hold_conversation(
        person=house.sam,
        kind="talk",
        title="Fridays without staff",
        purpose="To hear what Sam wants help with before going, and what not.",
        place="Sam’s room",
        who_spoke_first="person",
        how_we_talked="Sam wrote the list on the board, and rubbed out what staff had added.",
        present=[themself(), came(house.amina)],
        by=house.amina,
    )
    question = deciding.ask(
        person=house.sam, text="How does Sam go to the art group?", area="community", impact="low", talked_in=[talk], by=house.amina
    )
    decision = deciding.decide(
        question=question,
        conversation=talk,
        outcome="Sam goes alone on Fridays. Three things are looked at before, with Sam",
        basis="own",
        considered=[weighed(house.told["group_alone"])],
        by=house.amina,
    )
    deciding.tell(decision=decision, how="The list on the board", shown_back=True, reaction="right", by=house.amina)
    return decision


def _checklist(house: House, days: Days, person: Any, checks: tuple[str, ...], words: Any) -> Version:
    return planning.begin(
        person=person,
        kind="checklist",
        title="Before the art group",
        own_words=words,
        lines=lines(check=checks, do=["Look at it together, at half past ten"], do_not=["Come along unless asked"]),
        look_again_on=days.on(6, 12),
        by=house.amina,
    )


def _fridays(days: Days) -> list[date]:
    return [day for day in days.since(4, 17) if day.weekday() == FRIDAY]


def _gone_through(house: House, nth: int, version: Version, also: list[Version]) -> None:
    """Sam's list, with Lee's on the days on which Lee comes along."""
    check, done, why = EXCEPTIONS.get(nth, ("", "", ""))
    checks = [
        CheckDone(line=line, done=done if line.text == check else "yes", why=why if line.text == check else "")
        for line in version.lines.filter(part="check")
    ]
    practice.run_checklist(person=house.sam, version=version, checks=checks, also=also, by=house.tom)


def _how_it_went(house: House, nth: int) -> None:
    going, feeling, words, how, why = FRIDAYS[min(nth, len(FRIDAYS) - 1)]
    practice.keep_activity(
        person=house.sam,
        item=house.told["group_day"],
        what="Art group",
        place="The hall in the High Street",
        with_whom="The group, no staff",
        chosen="own",
        going=going,
        feeling=feeling,
        why=why,
        said=JustSaid(how, words) if words else None,
        by=house.tom,
    )
