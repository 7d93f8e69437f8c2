"""The morning (seed 003, example 1): Lee's own order, five quiet minutes, one voice; and how Lee shows that it is Lee's."""

from collections.abc import Iterator
from datetime import datetime

from throughline.base import numbers
from throughline.conversations import actions as hearing
from throughline.decisions import actions as deciding
from throughline.decisions.models import Decision
from throughline.reviews import actions as answering

from ..media import keep_picture
from ..telling import Days
from .cast import House
from .morning_card import card, mine
from .parts import came, themself, weighed


def morning(house: House, days: Days) -> Iterator[datetime]:
    """From what staff saw in March to what Lee says of it in May."""
    yield from _seen(house, days)
    yield from _picked(house, days)
    yield from _seconded(house, days)
    yield from _meeting(house, days)
    yield from mine(house, days)


def _seen(house: House, days: Days) -> Iterator[datetime]:
    """What Lee shows is seen twice, by two people, before anybody calls it Lee's view."""
    yield days.at(4, 1, 16)
    lee, told = house.lee, house.told
    told["most_mornings"] = hearing.keep_contribution(
        person=lee,
        staff=house.amina,
        words="Lee was upset on 18 of the last 31 mornings, and missed the art group three times of four.",
        by=house.amina,
    )
    told["each_differently"] = hearing.keep_contribution(
        person=lee, staff=house.tom, kind="concern", words="Each of us does it differently, and two of us talk at once.", by=house.tom
    )
    yield days.at(4, 2, 9, 30)
    told["cup_first"] = hearing.keep_voice(
        person=lee,
        how_told="showed",
        seen="Reached for the cup first, then the blue towel. Turned to the wall when the curtains were opened.",
        thought="Tea before anything else, and no curtains yet.",
        wish="preference",
        subject="the morning",
        others_present="Amina alone",
        by=house.amina,
    )
    yield days.at(4, 3, 9, 15)
    hearing.keep_attempt(
        person=lee,
        method="talking",
        asked="What comes first in the morning?",
        seen="Lee looked at the floor and hummed.",
        result="no_answer",
        try_again_on=days.on(4, 7),
        by=house.amina,
    )


def _picked(house: House, days: Days) -> Iterator[datetime]:
    """Objects and photos in place of questions: what matters, and what can wait."""
    lee, amina, told = house.lee, house.amina, house.told
    yield days.at(4, 7, 11)
    talk = hearing.hold_conversation(
        person=lee,
        kind="talk",
        title="Laying out the morning",
        purpose="To let Lee put the morning in order.",
        place="Lee’s room",
        who_spoke_first="person",
        how_we_talked="The things themselves on the table, then their photos. Nobody talked.",
        present=[themself(), came(amina)],
        by=amina,
    )
    told["morning_talk"] = talk
    hearing.keep_attempt(
        person=lee,
        method="objects",
        asked="Which of these comes first, and which can wait?",
        seen="Lee put five things in a row, and two back in the box.",
        result="partly",
        conversation=talk,
        by=amina,
    )
    told["my_order"] = hearing.keep_voice(
        person=lee,
        how_told="picked",
        words="Cup. Blue towel. Shirt. Radio. Breakfast.",
        wish="preference",
        subject="the morning",
        conversation=talk,
        how_helped="aided",
        helper_staff=amina,
        photo=keep_picture(lee, "schedule", "Five photos in a row, in Lee’s order", by=amina),
        by=amina,
    )
    told["can_wait"] = hearing.keep_voice(
        person=lee,
        how_told="picked",
        words="Shave and bed: later.",
        wish="preference",
        subject="the morning",
        conversation=talk,
        how_helped="aided",
        helper_staff=amina,
        by=amina,
    )


def _seconded(house: House, days: Days) -> Iterator[datetime]:
    yield days.at(4, 9, 8, 50)
    hearing.second_voice(
        voice=house.told["cup_first"],
        seen="The cup, then the blue towel; four mornings of five. Lee turned to the wall when I spoke from behind.",
        agrees=True,
        thought="Lee wants to see who talks.",
        by=house.tom,
    )


def _meeting(house: House, days: Days) -> Iterator[datetime]:
    lee, amina, told = house.lee, house.amina, house.told
    yield days.at(4, 10, 11)
    told["morning_meeting"] = hearing.hold_conversation(
        person=lee,
        kind="meeting",
        title="Lee’s mornings",
        purpose="To agree with Lee how mornings go.",
        place="Lee’s room, after breakfast",
        who_spoke_first="person",
        how_we_talked="Lee’s five photos on the wall. One person talked, from the front.",
        agenda=["Lee lays out the morning", "What can wait", "One person talks: who, and how", "When we look again"],
        present=[
            themself("Laid it out on two days before"),
            came(house.lees_dan, "Spent a morning with Lee"),
            came(amina),
            came(house.tom),
        ],
        by=amina,
    )
    told["dan_with_lee"] = hearing.keep_contribution(
        person=lee,
        contact=house.lees_dan,
        words="I sat with Lee through one morning. When it was quiet Lee began alone.",
        conversation=told["morning_meeting"],
        person_present=True,
        by=amina,
    )
    _options(house)
    numbers.raise_to("D", 119)
    told["morning_decision"] = _decided(house, days)
    yield days.at(4, 10, 12)
    deciding.tell(
        decision=told["morning_decision"],
        how="Lee’s photos, put on the wall by Lee",
        shown_back=True,
        reaction="right",
        reaction_words="Nodded, and touched the first one",
        by=amina,
    )
    numbers.raise_to("T", 51)
    card(house, days)
    done = answering.respond(
        voice=told["my_order"], state="done", what="Everybody follows Lee’s order. One person talks.", item=told["mornings"], by=amina
    )
    answering.tell(response=done, how="Walked through it with Lee, photo by photo", by=amina)
    told["morning_done"] = done


def _options(house: House) -> None:
    lee, amina, told = house.lee, house.amina, house.told
    question = deciding.ask(
        person=lee,
        text="How do Lee’s mornings go, and who talks?",
        area="daily_care",
        impact="moderate",
        talked_in=[told["morning_talk"], told["morning_meeting"]],
        by=amina,
    )
    told["morning_question"] = question
    told["own_order"] = deciding.offer(
        question=question,
        title="Lee’s order, half an hour later, one voice",
        benefits="Lee begins alone\nNobody hurries",
        risks="The early bus is missed",
        how_shown="Lee’s five photos",
        reaction="picked",
        reaction_words="Put the photos on the wall",
        by=amina,
    )
    deciding.offer(
        question=question,
        title="Start later, the rest as now",
        benefits="More sleep",
        risks="Two people still talk",
        how_shown="The clock",
        reaction="unsure",
        by=amina,
    )
    deciding.offer(
        question=question,
        title="Keep it as it is",
        benefits="In time for the early bus",
        risks="Upset on most mornings",
        how_shown="A photo of two staff",
        reaction="no",
        reaction_words="Turned it over",
        by=amina,
    )


def _decided(house: House, days: Days) -> Decision:
    told = house.told
    return deciding.decide(
        question=told["morning_question"],
        conversation=told["morning_meeting"],
        outcome="Mornings in Lee’s order, from 8, with five quiet minutes first and one voice",
        option=told["own_order"],
        basis="own_with_support",
        support_given="The things themselves, then photos, on three days. Nobody else in the room. Dan beside Lee.",
        reasons="Two people saw the same on different mornings, and Lee laid it out alone.",
        considered=[
            weighed(told["my_order"]),
            weighed(told["cup_first"]),
            weighed(told["can_wait"]),
            weighed(told["each_differently"], "shaped", "One person talks; the others write on the board."),
            weighed(told["most_mornings"], "partly", "The art group has a later bus, so that the morning need not be early."),
            weighed(told["dan_with_lee"], "shaped", "Five quiet minutes come first."),
        ],
        look_again_on=days.on(7, 10),
        look_again_if="Lee is upset on three mornings in a week\nLee changes the photos",
        by=house.amina,
    )
