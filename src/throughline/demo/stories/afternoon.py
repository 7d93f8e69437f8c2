"""The afternoon (seed 000, example 1): Jo says that it gets too loud, and what became of it, once round and whole."""

from collections.abc import Iterator
from datetime import datetime

from throughline.base import numbers
from throughline.conversations import actions as hearing
from throughline.conversations.models import Conversation
from throughline.decisions import actions as deciding
from throughline.decisions.models import Decision
from throughline.reviews import actions as answering

from ..media import keep_picture, keep_sound
from ..telling import Days
from .afternoon_card import better, cards
from .cast import House
from .parts import came, themself, weighed


def afternoon(house: House, days: Days) -> Iterator[datetime]:
    """From the first words to the review in May."""
    yield from _said(house, days)
    yield from _talks(house, days)
    yield from _meeting(house, days)
    yield from cards(house, days)
    yield from better(house, days)


def _said(house: House, days: Days) -> Iterator[datetime]:
    yield days.at(2, 24, 15, 10)
    house.told["too_loud"] = hearing.keep_voice(
        person=house.jo,
        how_told="said",
        words="It gets too loud. I need my headphones and nobody talking.",
        wish="change",
        subject="afternoons in the lounge",
        how_helped="aided",
        helper_staff=house.amina,
        others_present="Amina",
        sound=keep_sound(house.jo, 11, by=house.amina),
        by=house.amina,
    )
    yield days.at(2, 24, 15, 30)
    house.told["too_loud_waiting"] = answering.respond(
        voice=house.told["too_loud"],
        state="waiting",
        what="Jo’s meeting is about this. Amina brings photos of three ways.",
        by_day=days.on(3, 10),
        by=house.amina,
    )
    yield days.at(2, 26, 18, 30)
    house.told["tired_by_three"] = hearing.keep_contribution(
        person=house.jo, contact=house.priya, words="She has always been tired by three.", beforehand=True, by=house.amina
    )
    yield days.at(2, 27, 9, 40)
    house.told["between_2_and_5"] = hearing.keep_contribution(
        person=house.jo, staff=house.amina, words="18 of Jo’s 23 upsets in the last four weeks were between 2 and 5.", by=house.amina
    )


def _talks(house: House, days: Days) -> Iterator[datetime]:
    """Two short talks on two days, with the pictures the other way round the second time."""
    yield days.at(2, 27, 11)
    house.told["first_talk"] = _talk(house, "The quiet room on the left, going out on the right.")
    house.told["not_out"] = hearing.keep_voice(
        person=house.jo,
        how_told="picked",
        words="No to going out at 2. Yes to the quiet room.",
        wish="preference",
        how_helped="aided",
        helper_staff=house.amina,
        conversation=house.told["first_talk"],
        by=house.amina,
    )
    yield days.at(3, 2, 11)
    house.told["second_talk"] = _talk(house, "Going out on the left, the quiet room on the right.")
    house.told["not_out_again"] = hearing.keep_voice(
        person=house.jo,
        how_told="showed",
        seen="Turned the picture of the bus over, twice, and put a finger on the quiet room.",
        thought="The same answer as on Friday.",
        conversation=house.told["second_talk"],
        by=house.amina,
    )


def _talk(house: House, shown: str) -> Conversation:
    return hearing.hold_conversation(
        person=house.jo,
        kind="talk",
        title="A short talk about afternoons",
        purpose="To see which pictures Jo likes, before the meeting.",
        place="Jo’s room",
        who_spoke_first="person",
        how_we_talked=f"Photos and few words, 10 seconds to answer, headphones on. {shown}",
        present=[themself(), came(house.amina)],
        by=house.amina,
    )


def _meeting(house: House, days: Days) -> Iterator[datetime]:
    yield days.at(3, 3, 14)
    house.told["meeting"] = _held(house)
    _heard_at_meeting(house)
    yield days.at(3, 3, 14, 40)
    _options(house)
    yield days.at(3, 3, 15)
    numbers.raise_to("D", 117)
    house.told["quieter"] = _decided(house, days)
    yield days.at(3, 4, 10, 20)
    deciding.tell(decision=house.told["quieter"], how="Photos and a talk", shown_back=True, reaction="right", by=house.amina)


def _held(house: House) -> Conversation:
    asked = "Asked a week before, with the three pictures"
    return hearing.hold_conversation(
        person=house.jo,
        kind="meeting",
        title="Jo’s meeting about afternoons",
        purpose="To decide with Jo what happens between 2 and 5.",
        place="The kitchen at Elm House",
        who_spoke_first="person",
        how_we_talked="Photos, few words, 10 seconds to answer, headphones on. Others waited until Jo had finished.",
        agenda=["What Jo has told us", "What others have seen", "Three ways, with photos", "Who does what, and when we look again"],
        present=[
            themself("Saw the photos with Amina on two days. Chose the place and the time."),
            came(house.priya, asked),
            came(house.dan, "Met Jo alone on the day before"),
            came(house.dr_shah, asked),
            came(house.amina),
            came(house.tom, asked),
        ],
        by=house.amina,
    )


def _heard_at_meeting(house: House) -> None:
    jo, told, meeting = house.jo, house.told, house.told["meeting"]
    told["picked_quiet"] = hearing.keep_voice(
        person=jo,
        how_told="picked",
        words="The quiet room",
        wish="change",
        how_helped="aided",
        helper_contact=house.dan,
        conversation=meeting,
        others_present="Priya, Dan, Dr Shah, Amina and Tom",
        by=house.amina,
    )
    at_meeting = {"person": jo, "conversation": meeting, "person_present": True, "by": house.amina}
    told["priya_agrees"] = hearing.keep_contribution(
        contact=house.priya, kind="concern", words="I agree. I worry that Jo may miss the group.", **at_meeting
    )
    told["dan_asked_well"] = hearing.keep_contribution(contact=house.dan, words="Jo was asked in Jo’s own way, and had time.", **at_meeting)
    told["medicines"] = hearing.keep_contribution(
        contact=house.dr_shah, words="Being tired by 3 fits with Jo’s medicines.", topic="health", **at_meeting
    )
    told["tom_would_go_out"] = hearing.keep_contribution(staff=house.tom, kind="opinion", words="I would try going out at 2.", **at_meeting)


def _options(house: House) -> None:
    jo, amina, told = house.jo, house.amina, house.told
    question = deciding.ask(
        person=jo,
        text="How should afternoons be at Elm House, between 2 and 5?",
        area="daily_care",
        impact="moderate",
        talked_in=[told["first_talk"], told["second_talk"], told["meeting"]],
        by=amina,
    )
    told["afternoon_question"] = question
    told["quieter_option"] = deciding.offer(
        question=question,
        title="A quieter afternoon",
        benefits="Jo sleeps better",
        risks="May miss the group",
        how_shown="A photo of the quiet room",
        reaction="picked",
        reaction_words="Put a finger on it, and smiled",
        photo=keep_picture(jo, "quiet-room", "The quiet room, with Jo’s chair", by=amina),
        by=amina,
    )
    deciding.offer(
        question=question,
        title="Go out at 2",
        benefits="Fresh air",
        risks="Busy at that time",
        how_shown="A photo of the path in the park",
        reaction="no",
        reaction_words="Said no, on two days",
        photo=keep_picture(jo, "going-out", "The path in the park on a sunny day", by=amina),
        by=amina,
    )
    deciding.offer(
        question=question,
        title="Keep it as it is",
        benefits="No change",
        risks="Upset 5 times a week",
        how_shown="A photo of the lounge",
        reaction="no",
        reaction_words="Pushed it away",
        photo=keep_picture(jo, "lounge", "The lounge with the television on", by=amina),
        by=amina,
    )


def _decided(house: House, days: Days) -> Decision:
    told = house.told
    return deciding.decide(
        question=told["afternoon_question"],
        conversation=told["meeting"],
        outcome="A quieter afternoon, with breaks at 2 and 3:30",
        option=told["quieter_option"],
        basis="own_with_support",
        support_given="Photos, two short talks on two days, headphones on. Asked twice, the pictures the other way round: same answer.",
        reasons="Jo picked it on two days and at the meeting. It answers what Jo said about noise.",
        could_not="Close the lounge in the afternoon. Sam and Lee live here too, and it is their room as much as Jo’s.",
        considered=[
            weighed(told["too_loud"]),
            weighed(told["picked_quiet"]),
            weighed(told["priya_agrees"], "shaped", "We look again if Jo misses the group twice."),
            weighed(told["dan_asked_well"]),
            weighed(told["medicines"]),
            weighed(told["tom_would_go_out"], "not_followed", "Jo said no to this, twice, on two days."),
        ],
        look_again_on=days.on(6, 2),
        look_again_if="Jo asks\nJo is upset 3 times in a week\nJo misses the group twice",
        by=house.amina,
    )
