"""The vocal relative (seed 002, example 2): Gwen answers for Ann, and decides; then Ann is heard first, and Gwen still has a say.

In the home in Wales, where a plan is looked at again within three months.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from throughline.conversations import actions as hearing
from throughline.conversations.models import Voice
from throughline.decisions import actions as deciding
from throughline.plan import actions as planning
from throughline.practice import actions as practice
from throughline.reviews import actions as answering

from ..telling import Days
from .cast import House
from .parts import came, lines, sees, step, themself, weighed
from .relative_heard import joint_meeting, looked_again


def relative(house: House, days: Days) -> Iterator[datetime]:
    """From the evening bath that nobody asked Ann about, to Ann's review in May."""
    yield from _evening_bath(house, days)
    yield from _answered_for(house, days)
    yield from _attempts(house, days)
    yield from _apart(house, days)
    yield from joint_meeting(house, days)
    yield from looked_again(house, days)


def _evening_bath(house: House, days: Days) -> Iterator[datetime]:
    """Service-led: published on nobody's words, as many plans are."""
    told = house.told
    yield days.at(11, 10, 11, year=2025)
    bath = planning.begin(
        person=house.ann,
        kind="routine",
        title="Evening bath at seven",
        summary="Bath at seven and bed at nine, as it was at home.",
        lines=lines(
            do=["Run the bath at a quarter to seven", "Hoist with two people"], step_up=["Ann is cold or in pain"], call=["Ring Ruth"]
        ),
        steps=[step("Bath", "19:00", "20:00"), step("Bed", "21:00", "21:30")],
        look_again_on=days.on(1, 12),
        by=house.ruth,
    )
    told["washing"] = bath.item
    planning.publish(version=bath, message="As Gwen told us when Ann moved in.", by=house.ruth)
    for month, day, result in ((11, 14, "said_yes"), (11, 21, "said_no"), (12, 5, "said_no"), (12, 19, "different")):
        yield days.at(month, day, 20, year=2025)
        practice.record_routine(
            person=house.ann,
            version=bath,
            step=bath.steps.first(),
            result=result,
            note="Ann turned the chair to the door." if result == "said_no" else "",
            by=house.tom,
        )


def _answered_for(house: House, days: Days) -> Iterator[datetime]:
    """The January review: Gwen speaks first, answers for Ann and decides. It is kept as it happened, and takes no effect."""
    ann, gwen, told = house.ann, house.gwen, house.told
    yield days.at(1, 12, 14)
    review = hearing.hold_conversation(
        person=ann,
        kind="review_meeting",
        title="Review of Ann’s plan",
        purpose="To look again at the plan.",
        place="The office at Derwen House",
        who_spoke_first="circle",
        not_first_because="Gwen answered before Ann’s tablet was ready. Ann’s view did not come in. We ask Ann again, apart.",
        how_we_talked="Talking, across the desk. Ann’s tablet was in the bag.",
        agenda=["How it goes", "Washing", "Evenings"],
        present=[themself(), came(gwen), came(house.ruth), came(house.tom)],
        by=house.ruth,
    )
    told["review_led_by_gwen"] = review
    for words in ("Ann is happy with the bath.", "She does not want to be asked all these things.", "Nine is late enough for her."):
        told["answered_for"] = hearing.keep_contribution(
            person=ann,
            contact=gwen,
            kind="opinion",
            words=words,
            conversation=review,
            person_present=True,
            answered_for=True,
            by=house.ruth,
        )
    yield days.at(1, 12, 15)
    question = deciding.ask(
        person=ann, text="When does Ann wash, and when is bed?", area="daily_care", impact="moderate", talked_in=[review], by=house.ruth
    )
    told["washing_question"] = question
    as_now = deciding.offer(
        question=question, title="Keep it as it is: bath at seven, bed at nine", benefits="Gwen knows it", by=house.ruth
    )
    told["gwens_decision"] = deciding.decide(
        question=question,
        conversation=review,
        outcome="Ann keeps the evening bath and goes to bed at nine",
        option=as_now,
        basis="relative",
        decided_by_contact=gwen,
        only_one_because="Gwen gave one.",
        considered=[weighed(told["answered_for"])],
        by=house.ruth,
    )
    answering.look_again(
        item=told["washing"],
        kind="planned",
        took_part="present",
        conversation=review,
        verdict="keep",
        look_again_on=days.on(2, 10),
        no_part_because="Gwen answered for Ann. Tom asks Ann apart, with the tablet, before we meet again.",
        because="Gwen says that it works. We do not know what Ann says.",
        perspectives=[sees(gwen, "The bath at seven.")],
        by=house.ruth,
    )


def _attempts(house: House, days: Days) -> Iterator[datetime]:
    """Two tries that did not come far, and what each of them taught."""
    ann = house.ann
    yield days.at(1, 20, 16)
    hearing.keep_attempt(
        person=ann,
        method="talking",
        asked="What do you want to change about washing?",
        result="no_answer",
        try_again_on=days.on(1, 22),
        seen="Ann began a word, looked at the door and stopped. Four minutes.",
        by=house.tom,
    )
    yield days.at(1, 22, 10, 30)
    hearing.keep_attempt(
        person=ann,
        method="device",
        asked="The same, on Ann’s tablet, in the morning.",
        result="partly",
        try_again_on=days.on(1, 27),
        seen="Ann wrote “not bath” and was tired after that.",
        by=house.tom,
    )


def _apart(house: House, days: Days) -> Iterator[datetime]:
    """Views gathered separately: Ann with the tablet and Tom; Gwen with Ruth; Dan with Ann."""
    ann, told = house.ann, house.told
    yield days.at(1, 27, 10, 30)
    told["apart"] = hearing.hold_conversation(
        person=ann,
        kind="separate",
        title="Ann, apart",
        purpose="To hear Ann without anybody answering.",
        place="Ann’s room, door shut",
        who_spoke_first="person",
        how_we_talked="Ann’s tablet with letters and symbols. One question, then wait. English; Welsh was offered.",
        agenda=["Washing", "Evenings", "Gwen"],
        present=[themself("Chose the morning, and Tom"), came(house.tom)],
        by=house.tom,
    )
    told["morning_shower"] = _on_tablet(house, "Shower in the morning. Not bath.", "change", "washing")
    told["film_ends"] = _on_tablet(house, "I go to bed when my film ends.", "change", "evenings")
    told["not_my_boss"] = _on_tablet(house, "Gwen is my sister. Not my boss.", "concern", "Gwen")
    told["sunday_hair"] = _on_tablet(house, "Sunday: Gwen does my hair. I like that.", "preference", "Gwen")
    told["not_washing"] = _on_tablet(house, "Tell her where I go. Not washing. Not my health.", "request", "what Gwen hears")
    yield days.at(1, 29, 15)
    about: dict[str, Any] = {"person": ann, "contact": house.gwen, "beforehand": True, "by": house.ruth}
    told["gets_cold"] = hearing.keep_contribution(
        kind="concern", words="Ann gets cold and shakes after washing. Nobody thinks of it.", **about
    )
    told["too_tired"] = hearing.keep_contribution(
        kind="opinion", words="She is too tired to choose in the evening. Nine o’clock is kinder.", **about
    )
    yield days.at(2, 3, 11)
    told["dan_heard"] = hearing.keep_contribution(
        person=ann,
        contact=house.anns_dan,
        words="Ann wrote the same for me, with a letter board. Ann asks that questions are put to Ann, and that people wait.",
        beforehand=True,
        by=house.ruth,
    )


def _on_tablet(house: House, words: str, wish: str, subject: str) -> Voice:
    return hearing.keep_voice(
        person=house.ann,
        how_told="device",
        words=words,
        wish=wish,
        subject=subject,
        others_present="Tom",
        conversation=house.told["apart"],
        by=house.tom,
    )
