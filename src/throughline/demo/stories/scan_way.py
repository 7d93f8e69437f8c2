"""How Lee is talked with about the scan (seed 000, example 3): pushed at first, then in an agreed way, day by day, and Lee less upset.

The meeting says what is to be decided, what Lee needs to know and what helps Lee understand. Lee decides how Lee is talked with; whether
Lee has the scan is decided later, and in `what_the_law_asks`.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from throughline.base import clock
from throughline.base.written import Written
from throughline.conversations import actions as hearing
from throughline.decisions import actions as deciding
from throughline.plan import actions as planning
from throughline.practice import actions as practice

from ..telling import Days
from .cast import House
from .parts import came, lines, step, themself, weighed

# When somebody spoke of the scan: month, day, hour, minute, how long, how strong, what was seen.
PUSHED: tuple[tuple[int, int, int, int, int, int, str], ...] = (
    (4, 13, 15, 10, 28, 2, "Three of us said at tea that the hospital had written. Lee threw the cup and shouted no."),
    (4, 16, 17, 0, 34, 3, "Was asked on the stairs to say yes. Held on to the rail, shouted, tore the letter."),
    (4, 20, 16, 30, 22, 2, "Lee’s brother said on the phone: just go. Lee dropped the phone and cried."),
    (4, 24, 14, 40, 31, 2, "The form lay on the table. Lee pushed the table over."),
    (4, 27, 15, 50, 25, 2, "Was asked again after a loud lunch. Rocked, and hit the wall with a flat hand."),
)
AGREED: tuple[tuple[int, int, int, int, int, int, str], ...] = (
    (5, 1, 10, 5, 11, 1, "The second photo came too soon. Lee pushed it away and hummed."),
    (5, 7, 10, 10, 6, 1, "Lee’s hand went up. I went on with the sentence. Lee turned to the wall."),
)
NOTES = {
    3: "One photo, the bear first. Lee put the bear on the toy bed and looked at me. I stopped there, as agreed.",
    5: "Lee’s hand went up after a minute. I put the photo away and we had tea. No upset.",
    9: "As on the card: after breakfast, one of us, one photo. Lee asked: who comes with me?",
    13: "Lee fetched the bear and the photo alone and sat down. Ten minutes, calm to the end.",
}


def scan_way(house: House, days: Days) -> Iterator[datetime]:
    """The upsets of April, the meeting, and the card."""
    yield from _upset(house, days, PUSHED)
    yield days.at(4, 29, 10, 15)
    _met(house)
    yield days.at(4, 29, 11)
    _card(house, days, _decided(house, days))
    yield from _upset(house, days, AGREED)


def _upset(house: House, days: Days, times: Any) -> Iterator[datetime]:
    for month, day, hour, minute, length, strong, seen in times:
        began = days.at(month, day, hour, minute)
        yield began + timedelta(minutes=length)
        what: dict[str, Any] = {"fast": ["asked"], "before": "Somebody spoke of the scan.", "seen": seen, "intensity": strong}
        if "scan_card" in house.told:
            what |= {"helped": "The photo went away, and one of us sat beside Lee.", "lines": _signs(house)}
        practice.keep_upset(person=house.lee, ended_at=clock.now(), by=house.tom, written=Written(occurred_at=began), **what)


def _signs(house: House) -> list[Any]:
    """What Lee showed early, of the card."""
    return [each for each in house.told["scan_card"].lines.all() if each.part == "early_sign"]


def _met(house: House) -> None:
    """A clear agenda, Lee first, at the time of day at which Lee is at ease."""
    lee, told = house.lee, house.told
    told["scan_meeting"] = met = hearing.hold_conversation(
        person=lee,
        kind="meeting",
        title="How we talk with Lee about the scan",
        purpose="To find out with Lee how the scan can be talked about, before anything is decided about it.",
        place="Lee’s room, after breakfast, when Lee is at ease",
        who_spoke_first="person",
        how_we_talked="Photos and the bear, one at a time. Ten seconds each. Lee’s hand up means stop.",
        agenda=["What is to be decided, and what is not today", "What Lee needs to know", "What helps Lee understand", "Who does what"],
        present=[
            themself("Saw the photo of each who comes, the day before"),
            came(house.lees_dan, "Was with Lee on the day before"),
            came(house.lees_brother, "Was asked for what he knows, not for an answer", attendance="separately"),
            came(house.amina),
            came(house.ruth),
        ],
        by=house.ruth,
    )
    about: dict[str, Any] = {"person": lee, "conversation": met, "topic": "health", "by": house.amina}
    told["bear_first"] = hearing.keep_voice(
        how_told="picked", words="Bear first. One photo.", wish="preference", subject="the scan", helper_contact=house.lees_dan,
        how_helped="aided", **about
    )  # fmt: skip
    told["stop_hand"] = hearing.keep_voice(
        how_told="showed", seen="Put the hand up, and the photo face down.", thought="Enough for now.", subject="the scan", **about
    )
    told["brother_knows"] = hearing.keep_contribution(
        contact=house.lees_brother,
        words="In the evening Lee is tired and says no to everything. As a boy Lee liked to try things on a toy first.",
        **about,
    )


def _decided(house: House, days: Days) -> Any:
    """Lee's own, and small: how Lee is talked with. Nothing is decided about the scan."""
    told, amina = house.told, house.amina
    question = deciding.ask(
        person=house.lee,
        text="How do we talk with Lee about the scan?",
        area="daily_care",
        impact="low",
        talked_in=[told["scan_meeting"]],
        by=amina,
    )
    decision = deciding.decide(
        question=question,
        conversation=told["scan_meeting"],
        outcome="After breakfast, one of us, the bear first and one photo; we stop when Lee’s hand goes up",
        basis="own_with_support",
        support_given="Photos and the bear, after breakfast, with Dan beside Lee.",
        considered=[
            weighed(told["bear_first"]),
            weighed(told["stop_hand"]),
            weighed(told["brother_knows"], "shaped", "Never in the evening, and on the toy first."),
        ],
        look_again_on=days.on(6, 9),
        by=amina,
    )
    deciding.tell(decision=decision, how="The bear, and the photo of the table", shown_back=True, reaction="right", by=amina)
    return decision


def _card(house: House, days: Days, decision: Any) -> None:
    told = house.told
    card = planning.begin(
        person=house.lee,
        kind="routine",
        title="Talking about the scan, my way",
        topic="health",
        summary="Once a day at most, and only like this. Ruth answers for how it is done, Dan asks Lee how it was.",
        own_words=told["bear_first"],
        because=[told["stop_hand"]],
        lines=lines(
            do=[
                ("The bear first, then one photo", told["bear_first"]),
                ("One of us, after breakfast, in Lee’s room", told["brother_knows"]),
                ("Stop when Lee’s hand goes up, in the middle of a word too", told["stop_hand"]),
                "Write down how it went, in a line",
            ],
            do_not=["Ask for a yes", "Speak of it at meals, on the stairs or in the evening", ("A second photo", told["bear_first"])],
            early_sign=["Lee hums, or looks at the door"],
            step_up=["Lee is upset for ten minutes: leave it for that day, and tell Ruth"],
        ),
        steps=[step("The bear and one photo, once", "09:45", "10:15")],
        look_again_on=days.on(6, 9),
        look_again_if="Lee is upset about it on two days in a week",
        by=house.amina,
    )
    told["scan_talk"], told["scan_card"] = card.item, card
    planning.publish(version=card, decision=decision, message="Lee said how. Nobody asks for a yes any more.", by=house.amina)


def scan_days(house: House, days: Days) -> Iterator[datetime]:
    """Each morning since: offered in the agreed way, and what was seen."""
    for n, day in enumerate(days.since(4, 30)):
        yield clock.moment(day, 10, 20)
        card, by = house.told["scan_card"], house.tom if n % 3 else house.amina
        result = "said_no" if n in (1, 7) else "said_yes"
        note = "Lee’s hand went up. We left it for today." if result == "said_no" else ""
        given: dict[str, Any] = {"result": result, "note": note, "feeling": "good" if n > 9 and n % 2 else ""}
        practice.record_routine(person=house.lee, version=card, step=card.steps.first(), by=by, **given)
        if n in NOTES:
            yield clock.moment(day, 10, 35)
            practice.write_note(person=house.lee, text=NOTES[n], item=house.told["scan_talk"], by=by)


SCAN = (scan_way, scan_days)
