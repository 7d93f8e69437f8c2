"""Ann’s tablets in records (seed 002, example 3): missed while Gwen filled the box, then given by staff who were seen to do it Ann’s way.

What is given is recorded elsewhere; here stands what was missed, how staff were signed off, and that the risk became less.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from throughline.agreements import actions as agreeing
from throughline.agreements.said import JustSaid
from throughline.base.written import Written
from throughline.conversations import actions as hearing
from throughline.decisions import actions as deciding
from throughline.plan import actions as planning
from throughline.practice import actions as practice
from throughline.workforce import actions as workforce

from ..telling import Days
from .cast import House
from .parts import came, lines, themself, weighed

EVENING, MORNING = ("The evening tablet.", 21), ("Both tablets of the morning.", 8)

# When it was due, which, why, why in words. The box was filled on Sundays until 22 April.
MISSED: tuple[tuple[int, int, tuple[str, int], str, str], ...] = (
    (3, 27, MORNING, "not_here", "Friday’s place in the box was empty."),
    (4, 1, MORNING, "forgotten", "They were in the box. Nobody had said who gives them when Gwen is not there."),
    (4, 6, MORNING, "not_here", "Gwen was ill on Sunday, and the box was not filled."),
    (4, 7, MORNING, "not_here", "The box was filled on Tuesday at noon."),
    (4, 13, EVENING, "not_here", "The new tablet had come, and was not in the box."),
    (4, 17, EVENING, "not_here", "The same tablet."),
    (4, 20, EVENING, "not_here", "The same tablet, until the pharmacist was rung."),
    (5, 3, EVENING, "said_no", "Ann wrote: after my film. It was too late by then, the pharmacist said."),
)
SEEN = ["Asks Ann on the tablet, and waits 20 seconds", "Shows Ann the box and the photo", "Gives the evening tablet before nine"]


def tablets_missed(house: House, days: Days) -> Iterator[datetime]:
    """Seven in the four weeks before staff gave them, one in the four weeks since."""
    for month, day, (what, hour), why, words in MISSED:
        yield days.at(month, day, hour, 50)
        practice.keep_missed_medicine(
            person=house.ann,
            what=what,
            why=why,
            why_words=words,
            told="The pharmacist, by phone.",
            advised="Leave it out, and go on as usual." if why == "said_no" else "Give it when it is there, if that is the same day.",
            by=house.tom,
            written=Written(occurred_at=days.at(month, day, hour)),
        )


def anns_tablets(house: House, days: Days) -> Iterator[datetime]:
    """Ann decides who; staff are seen doing it; four weeks later the counts and the part are looked at, with Ann and Gwen."""
    told = house.told
    yield days.at(4, 22, 15)
    _card(house, days)
    yield days.at(4, 23, 20, 50)
    workforce.keep_key_routine(item=told["tablets"], subject="medication", criteria="\n".join(SEEN), by=house.ruth)
    workforce.sign_off(
        worker=house.tom,
        version=told["tablets_card"],
        method="observed",
        result="competent",
        seen=[(text, True) for text in SEEN],
        until_on=days.on(10, 23),
        place="Ann’s flat",
        agreed_words="Ann wrote: yes, Tom.",
        feedback="Ann took it, and went back to the film.",
        by=house.ruth,
    )
    yield days.at(5, 18, 14)
    _four_weeks_on(house)


def _card(house: House, days: Days) -> None:
    ann, ruth, told = house.ann, house.ruth, house.told
    words = hearing.keep_voice(
        person=ann, how_told="device", words="Staff: tablets. Gwen: tea and talk.", wish="change", topic="medication", by=house.tom
    )
    told["staff_tablets"] = words
    talk = hearing.hold_conversation(
        person=ann,
        kind="talk",
        title="Who gives Ann’s tablets",
        purpose="To hear from Ann, and then from Gwen, who does it from now on.",
        place="Ann’s flat",
        who_spoke_first="person",
        how_we_talked="On the tablet, with photos of the box, of Gwen and of Tom.",
        agenda=["What has grown", "Who gives them", "What Gwen goes on doing"],
        present=[themself(), came(house.gwen), came(house.tom), came(ruth)],
        topic="medication",
        by=ruth,
    )
    gwen = hearing.keep_contribution(
        person=ann,
        contact=house.gwen,
        kind="concern",
        words="I have done it for years. With three tablets I am afraid of a mistake. I want Ann to know that I still come.",
        conversation=talk,
        person_present=True,
        topic="medication",
        by=ruth,
    )
    question = deciding.ask(person=ann, text="Who gives Ann’s tablets?", area="medication", impact="moderate", talked_in=[talk], by=ruth)
    staff = deciding.offer(
        question=question,
        title="Staff who are trained for it, every day",
        benefits="Somebody is there each evening",
        risks="Ann misses Gwen",
        how_shown="Photos on the tablet",
        reaction="picked",
        by=ruth,
    )
    deciding.offer(
        question=question,
        title="Gwen, as before",
        benefits="Ann knows it",
        risks="Nobody on six evenings of seven",
        how_shown="Photos on the tablet",
        reaction="no",
        by=ruth,
    )
    decision = deciding.decide(
        question=question,
        conversation=talk,
        option=staff,
        outcome="Trained staff give Ann’s tablets. Gwen comes on Sundays and rings in the evening",
        basis="own_with_support",
        support_given="Photos on the tablet, one question at a time.",
        considered=[weighed(words), weighed(gwen, "shaped", "Gwen’s visits and calls are part of what was decided.")],
        look_again_on=days.on(5, 18),
        by=ruth,
    )
    deciding.tell(decision=decision, how="On the tablet, with the three photos", shown_back=True, reaction="right", by=house.tom)
    told["tablets_decision"] = decision
    _publish(house, days, words, gwen)


def _publish(house: House, days: Days, words: Any, gwen: Any) -> None:
    told, ruth = house.told, house.ruth
    card = planning.begin(
        person=house.ann,
        kind="routine",
        title="My tablets, on time",
        topic="medication",
        summary="Staff give them. Gwen is there for Ann, and is not asked about tablets.",
        own_words=words,
        lines=lines(
            do=[
                "Ask Ann on the tablet, wait 20 seconds",
                "Show the box and the photo",
                "The evening one before nine, film or not: ask Ann how",
            ],
            do_not=[("Ask Gwen to fill the box", gwen), "Put it into food"],
            early_sign=["Ann turns the chair to the door: come back in ten minutes"],
            call=["The pharmacist, then Ruth"],
        ),
        look_again_on=days.on(6, 30),
        by=ruth,
    )
    told["tablets"], told["tablets_card"] = card.item, card
    planning.publish(version=card, decision=told["tablets_decision"], message="Staff from today, as Ann decided.", by=ruth)


def _four_weeks_on(house: House) -> None:
    """Counted from the record by Ruth, and looked at with Ann; Gwen says how it is for her."""
    told = house.told
    told["tablets_counted"] = hearing.keep_contribution(
        person=house.ann,
        staff=house.ruth,
        words="Tablets were missed 7 times in the four weeks before staff gave them, and once in the four weeks since.",
        topic="medication",
        by=house.ruth,
    )
    hearing.keep_contribution(
        person=house.ann,
        contact=house.gwen,
        words="I come for Ann now, and not for the box. We talk more.",
        topic="medication",
        by=house.ruth,
    )
    agreeing.look_again(
        part=told["staff_part"],
        verdict="keep",
        because="Missed once in four weeks, before seven times. Ann and Gwen want it as it is.",
        said=JustSaid("device", "On time. Gwen laughs more."),
        by=house.ruth,
    )


TABLETS = (tablets_missed, anns_tablets)
