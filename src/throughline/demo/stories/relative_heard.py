"""The vocal relative, second half: one meeting in which Ann is first, two decisions of Ann's, and a review that Ann leads."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from throughline.base import clock
from throughline.conversations import actions as hearing
from throughline.decisions import actions as deciding
from throughline.plan import actions as planning
from throughline.practice import actions as practice
from throughline.reviews import actions as answering

from ..media import keep_picture
from ..telling import Days
from .cast import House
from .parts import came, lines, sees, step, themself, weighed, works


def joint_meeting(house: House, days: Days) -> Iterator[datetime]:
    """Ann first; Gwen after Ann, and asked to wait when she answers for her; then the decision, the card and the telling."""
    told = house.told
    yield days.at(2, 10, 10, 30)
    told["joint_meeting"] = _held(house)
    _heard(house)
    yield days.at(2, 10, 11, 30)
    _options(house)
    told["anns_decision"] = _decided(house, days)
    told["sharing_decision"] = _sharing(house, days)
    yield days.at(2, 11, 10)
    for decision in (told["anns_decision"], told["sharing_decision"]):
        deciding.tell(decision=decision, how="Written on the tablet in Ann’s words", shown_back=True, reaction="right", by=house.tom)
    yield days.at(2, 11, 12)
    _card(house, days)
    done = answering.respond(
        voice=told["morning_shower"], state="done", what="A shower each morning, the heater on first.", item=told["washing"], by=house.ruth
    )
    told["shower_done"] = done
    answering.respond(
        voice=told["not_my_boss"],
        state="done",
        what="Questions go to Ann. Gwen has a say, and Ann decides.",
        item=told["washing"],
        by=house.ruth,
    )
    answering.tell(response=done, how="On the tablet, with the photo of the shower", by=house.tom)


def _held(house: House) -> Any:
    return hearing.hold_conversation(
        person=house.ann,
        kind="meeting",
        title="Ann’s meeting",
        purpose="To decide with Ann when Ann washes and when bed is.",
        place="The sitting room at Derwen House",
        who_spoke_first="person",
        how_we_talked="Questions go to Ann. 20 seconds for the tablet. Gwen speaks after Ann. Dan sits beside Ann.",
        agenda=["What Ann wrote, read out by the tablet", "What Gwen and others see", "Ways to do it", "What Gwen hears from us"],
        present=[
            themself("Chose what the tablet reads out, the day before"),
            came(house.gwen, "Talked with Ruth before, about her worries and her part"),
            came(house.anns_dan, "Met Ann twice"),
            came(house.ruth),
            came(house.tom),
        ],
        by=house.ruth,
    )


def _heard(house: House) -> None:
    ann, told, meeting = house.ann, house.told, house.told["joint_meeting"]
    told["asked_me"] = hearing.keep_voice(
        person=ann,
        how_told="device",
        words="Ask me. Then wait. Shower in the morning.",
        wish="change",
        conversation=meeting,
        others_present="Gwen, Dan, Ruth and Tom",
        by=house.tom,
    )
    told["answered_once"] = hearing.keep_contribution(
        person=ann,
        contact=house.gwen,
        kind="opinion",
        words="She means the afternoon.",
        conversation=meeting,
        person_present=True,
        answered_for=True,
        by=house.ruth,
    )
    told["asked_to_wait"] = hearing.keep_contribution(
        person=ann,
        staff=house.ruth,
        words="I asked Gwen to wait, and put the question to Ann again. Ann wrote: morning.",
        conversation=meeting,
        person_present=True,
        by=house.ruth,
    )
    told["gwen_offers"] = hearing.keep_contribution(
        person=ann,
        contact=house.gwen,
        kind="offer",
        words="Then I do her hair on Sundays, as she says. And please put the heater on.",
        conversation=meeting,
        person_present=True,
        by=house.ruth,
    )


def _options(house: House) -> None:
    question, ruth = house.told["washing_question"], house.ruth
    deciding.talk_about(question=question, conversation=house.told["apart"], by=ruth)
    deciding.talk_about(question=question, conversation=house.told["joint_meeting"], by=ruth)
    house.told["shower_option"] = deciding.offer(
        question=question,
        title="A shower in the morning, bed when Ann says",
        benefits="Ann chooses\nAnn is awake for it",
        risks="Ann gets cold",
        how_shown="On the tablet, with a photo",
        reaction="picked",
        photo=keep_picture(house.ann, "shower", "The shower with the chair", by=ruth),
        by=ruth,
    )
    deciding.offer(
        question=question,
        title="A shower in the morning, bed at nine",
        benefits="A shower",
        risks="The film is cut off",
        how_shown="On the tablet",
        reaction="no",
        reaction_words="“My film.”",
        by=ruth,
    )


def _decided(house: House, days: Days) -> Any:
    told = house.told
    return deciding.decide(
        question=told["washing_question"],
        conversation=told["joint_meeting"],
        outcome="A shower in the morning, and bed when Ann says",
        option=told["shower_option"],
        basis="own_with_support",
        support_given="Ann’s tablet, one question at a time, mornings. Heard apart first. Dan beside Ann.",
        reasons="Ann wrote the same on three days, to three people.",
        considered=[
            weighed(told["morning_shower"]),
            weighed(told["film_ends"]),
            weighed(told["asked_me"]),
            weighed(told["gets_cold"], "shaped", "The heater goes on first, and the towels are warm."),
            weighed(told["too_tired"], "not_followed", "Ann says when bed is, and wrote it in the evening too."),
            weighed(told["gwen_offers"], "shaped", "Sundays are Gwen’s and Ann’s."),
            weighed(told["dan_heard"], "shaped", "Questions go to Ann."),
        ],
        look_again_on=days.on(5, 5),
        look_again_if="Ann asks\nAnn says no on three mornings in a week",
        by=house.ruth,
    )


def _sharing(house: House, days: Days) -> Any:
    """What Gwen may hear is Ann's to say; being a sister settles nothing."""
    ann, ruth, told = house.ann, house.ruth, house.told
    question = deciding.ask(
        person=ann,
        text="What does Gwen hear from us?",
        area="sharing",
        impact="moderate",
        talked_in=[told["apart"], told["joint_meeting"]],
        by=ruth,
    )
    some = deciding.offer(
        question=question, title="Outings and Sundays", benefits="Gwen can join in", risks="Gwen asks for more", reaction="picked", by=ruth
    )
    deciding.offer(
        question=question,
        title="Everything, as it was",
        benefits="Gwen need not ask",
        risks="Ann’s own things are told",
        reaction="no",
        by=ruth,
    )
    return deciding.decide(
        question=question,
        conversation=told["joint_meeting"],
        option=some,
        basis="own_with_support",
        support_given="Ann’s tablet, and Dan beside Ann.",
        outcome="Gwen hears about outings and Sundays. Washing and health are Ann’s own",
        considered=[weighed(told["not_washing"])],
        look_again_on=days.on(8, 4),
        by=ruth,
    )


def _card(house: House, days: Days) -> None:
    told = house.told
    card = planning.write(
        item=told["washing"],
        title="Washing and evenings, my way",
        summary="A shower in the morning. Bed when Ann says. Questions go to Ann.",
        own_words=told["morning_shower"],
        because=[told["film_ends"], told["asked_me"], told["not_my_boss"]],
        lines=lines(
            do=[
                ("Heater on at half past seven, towels on it", told["gets_cold"]),
                ("Ask Ann, then wait 20 seconds", told["asked_me"]),
                ("Bed when the film ends, and Ann says", told["film_ends"]),
                ("On Sundays Gwen does Ann’s hair", told["sunday_hair"]),
            ],
            do_not=[("Take somebody else’s answer for Ann’s", told["not_my_boss"]), "Put the tablet out of reach"],
            early_sign=["Turns the chair to the door"],
            step_up=["Ann is in pain, or shakes with cold"],
            call=["Ring Ruth"],
        ),
        steps=[step("Shower, the heater on first", "08:00", "09:00"), step("Ask Ann about bed", "21:30", "22:30")],
        look_again_on=days.on(5, 5),
        by=house.ruth,
    )
    told["washing_card"] = card
    planning.publish(version=card, decision=told["anns_decision"], message="Ann decided. The evening bath ends today.", by=house.ruth)


def looked_again(house: House, days: Days) -> Iterator[datetime]:
    """Within three months, as Wales asks: Ann leads it, Gwen says one thing and Ann two."""
    told = house.told
    yield days.at(4, 30, 10, 30)
    told["good_morning"] = hearing.keep_voice(
        person=house.ann, how_told="device", words="Warm. My time. People wait now.", subject="mornings", by=house.tom
    )
    answering.check(response=told["shower_done"], right="yes", voice=told["good_morning"], by=house.tom)
    met = hearing.hold_conversation(
        person=house.ann,
        kind="review_meeting",
        title="Ann’s review",
        purpose="To look again at washing and evenings.",
        place="Ann’s room",
        who_spoke_first="person",
        how_we_talked="The tablet read out what Ann wrote. Then Gwen. Then Ann again.",
        agenda=["What Ann says", "What Gwen says", "Keep it?"],
        present=[themself("Led it"), came(house.gwen), came(house.tom), came(house.ruth)],
        by=house.ruth,
    )
    told["review_led_by_ann"] = met
    gwen_says = "She is warmer than I thought. I would still like to hear when she is ill."
    hearing.keep_contribution(
        person=house.ann, contact=house.gwen, kind="request", words=gwen_says, conversation=met, person_present=True, by=house.ruth
    )
    told["if_ill"] = hearing.keep_voice(
        person=house.ann,
        how_told="device",
        words="If I am ill, ask me first.",
        wish="preference",
        subject="what Gwen hears",
        topic="health",
        conversation=met,
        by=house.tom,
    )
    answering.look_again(
        item=told["washing"],
        kind="planned",
        took_part="led",
        conversation=met,
        verdict="keep",
        look_again_on=days.on(7, 28),
        by=house.ruth,
        because="Ann keeps it. Gwen agrees to Sundays, and asks about illness; Ann says: ask me first.",
        perspectives=[works(told["good_morning"], "The time, the heater, and that people wait."), sees(house.gwen, gwen_says)],
    )


def shower_days(house: House, days: Days) -> Iterator[datetime]:
    """Most mornings since."""
    for n, day in enumerate(days.since(2, 12)):
        yield clock.moment(day, 9)
        result = "said_no" if n % 13 == 6 else "not_offered" if n % 29 == 20 else "said_yes"
        card = house.told["washing_card"]
        practice.record_routine(
            person=house.ann,
            version=card,
            step=card.steps.first(),
            result=result,
            by=house.tom,
            why_not="not_well" if result == "not_offered" else "",
            feeling="good" if n % 4 == 0 and result == "said_yes" else "",
        )
