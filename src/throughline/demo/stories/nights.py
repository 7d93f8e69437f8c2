"""A problem solved together (seed 004, example 3): Jo is awake at night. Jo, Priya, Dan, Dr Shah and staff look for what helps.

A risk (the stairs in the dark), a routine (lamp and radio) and staffing (faces at night) in one meeting; each does their own part of what
Jo decides, Dr Shah too, who sees what Jo shares with a doctor on pages of their own.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from throughline.access import actions as access
from throughline.agreements import actions as agreeing
from throughline.agreements.said import JustSaid
from throughline.base import clock
from throughline.conversations import actions as hearing
from throughline.decisions import actions as deciding
from throughline.plan import actions as planning
from throughline.practice import actions as practice
from throughline.reviews import actions as answering

from ..telling import Days
from .cast import CIRCLE_SIGN_INS, PASSWORD, House
from .parts import came, lines, step, themself, weighed

DR_SHAH = CIRCLE_SIGN_INS[-1]
NIGHTS = {  # how many days before the meeting, and what the night shift wrote
    6: "Jo was up at four and sat on the stairs in the dark. We put the light on, and Jo covered both ears.",
    4: "Jo was up at half past three. Asked: who are you? It was my first night here.",
    1: "Jo was up at four, on the stairs again. Asleep in the chair at ten in the morning.",
}
SINCE = {  # how many days after it
    2: "Jo woke at five, saw the lamp, and stayed in bed with the radio.",
    4: "Jo slept until half past six.",
    6: "Jo slept until six. At breakfast: “Lamp good.”",
}


def nights(house: House, days: Days) -> Iterator[datetime]:
    """What was seen, what Jo says, the meeting, what each does, and the nights since."""
    met = days.on(5, 11)
    for back, text in NIGHTS.items():
        yield clock.moment(met - timedelta(days=back), 7)
        practice.write_note(person=house.jo, text=text, for_handover=True, by=house.tom)
    yield days.at(5, 11, 8)
    _beforehand(house)
    yield days.at(5, 11, 10, 30)
    _met(house)
    yield days.at(5, 11, 11, 30)
    _decided(house, _options(house), days)
    _tablet_at_nine(house, days)
    yield days.at(5, 11, 12)
    _card(house, days)
    yield days.at(5, 11, 15)
    _dr_shah_comes_in(house, days)
    for n in range(8):
        yield clock.moment(met + timedelta(days=n), 21, 20)
        _evening(house, n)
        if n + 1 in SINCE:
            yield clock.moment(met + timedelta(days=n + 1), 7)
            practice.write_note(person=house.jo, text=SINCE[n + 1], item=house.told["nights"], by=house.tom)
        if n == 4:
            yield clock.moment(met + timedelta(days=5), 12)
            _dr_shah_writes(house)


def _beforehand(house: House) -> None:
    """Each is heard apart first, Jo before all."""
    told = house.told
    about: dict[str, Any] = {"person": house.jo, "by": house.amina}
    told["dark"] = hearing.keep_voice(
        how_told="said",
        words="Awake. Dark. New man.",
        wish="concern",
        subject="nights",
        how_helped="aided",
        helper_staff=house.amina,
        **about,
    )
    told["radio_once"] = hearing.keep_contribution(
        contact=house.priya, words="At home Jo had a lamp and the radio, very low. Without them Jo got up.", beforehand=True, **about
    )


def _met(house: House) -> None:
    told = house.told
    asked = "Was asked what they see themselves"
    told["nights_meeting"] = met = hearing.hold_conversation(
        person=house.jo,
        kind="meeting",
        title="Nights",
        purpose="To find out together what helps Jo sleep, and what keeps the stairs safe.",
        place="The kitchen at Elm House, Dr Shah by telephone",
        who_spoke_first="person",
        how_we_talked="Photos of the bed, the lamp, the stairs and each face. 10 seconds each. Then one after the other, once round.",
        agenda=["What Jo says", "The stairs in the dark", "Tablet, lamp, radio", "Who is there at night", "Who does what"],
        present=[
            themself("Chose the photos with Dan"),
            came(house.priya, asked),
            came(house.dan, "Met Jo alone on the day before"),
            came(house.dr_shah, asked),
            came(house.amina),
            came(house.tom, asked),
        ],
        by=house.amina,
    )
    there: dict[str, Any] = {"person": house.jo, "conversation": met, "person_present": True, "by": house.amina}
    told["lamp_not_man"] = hearing.keep_voice(
        person=house.jo, how_told="picked", words="Lamp. Radio. Tom.", wish="change", subject="nights", how_helped="aided",
        helper_contact=house.dan, conversation=met, by=house.amina,
    )  # fmt: skip
    told["tablet_earlier"] = hearing.keep_contribution(
        contact=house.dr_shah,
        kind="offer",
        words="The evening tablet at six wears off by four. I change it to nine, and ring after two weeks to hear how it goes.",
        topic="medication",
        **there,
    )
    told["dan_nights"] = hearing.keep_contribution(
        contact=house.dan,
        words="Jo turned over the photo of each new face, and kept Tom’s. The light on the stairs was turned over too.",
        **there,
    )
    told["tom_first"] = hearing.keep_contribution(
        staff=house.tom, kind="offer", words="Whoever is new comes for an evening with me first.", **there
    )


def _options(house: House) -> Any:
    told, amina = house.told, house.amina
    told["nights_question"] = question = deciding.ask(
        person=house.jo, text="What helps Jo at night?", area="daily_care", impact="moderate", talked_in=[told["nights_meeting"]], by=amina
    )
    shown: dict[str, Any] = {"question": question, "how_shown": "Photos, one at a time", "by": amina}
    together = deciding.offer(
        title="Lamp and radio, the tablet at nine, faces that Jo knows",
        benefits="Jo sees the way\nNobody wakes Jo",
        risks="Jo may go down alone: the lamp stands by the stairs",
        reaction="picked",
        **shown,
    )
    deciding.offer(title="Somebody looks in each hour", benefits="Nobody falls", risks="Jo wakes each time", reaction="no", **shown)
    deciding.offer(title="As it is", benefits="Nothing new", risks="Jo is tired, and the stairs are dark", reaction="unsure", **shown)
    return together


def _decided(house: House, option: Any, days: Days) -> None:
    told = house.told
    told["nights_decision"] = decision = deciding.decide(
        question=told["nights_question"],
        conversation=told["nights_meeting"],
        option=option,
        outcome="A lamp and the radio, the tablet at nine, and at night only faces that Jo knows",
        basis="own_with_support",
        support_given="Photos, 10 seconds, Dan beside Jo.",
        considered=[
            weighed(told["lamp_not_man"]),
            weighed(told["dark"]),
            weighed(told["radio_once"], "shaped", "Lamp and radio come from home."),
            weighed(told["tablet_earlier"], "shaped", "Dr Shah changes the time. It is for Dr Shah to say."),
            weighed(told["dan_nights"], "shaped", "No light on the stairs: the lamp stands low."),
            weighed(told["tom_first"], "shaped", "Whoever is new comes for an evening first."),
        ],
        look_again_on=days.on(5, 26),
        by=house.amina,
    )
    deciding.tell(decision=decision, how="The three photos, on Jo’s door", shown_back=True, reaction="right", by=house.amina)


def _tablet_at_nine(house: House, days: Days) -> None:
    """What Dr Shah can change, Jo says yes to: a question of its own, so that a doctor who sees no daily life can read of it."""
    told, amina = house.told, house.amina
    yes = hearing.keep_voice(
        person=house.jo,
        how_told="picked",
        words="Tablet. Then lamp.",
        wish="preference",
        subject="the evening tablet",
        topic="medication",
        how_helped="aided",
        helper_contact=house.dan,
        conversation=told["nights_meeting"],
        by=amina,
    )
    question = deciding.ask(
        person=house.jo,
        text="When does Jo take the evening tablet?",
        area="medication",
        impact="moderate",
        talked_in=[told["nights_meeting"]],
        by=amina,
    )
    later = deciding.offer(
        question=question,
        title="At nine, as Dr Shah offers",
        benefits="It works until the morning",
        risks="Jo may be sleepy at breakfast: Dr Shah rings after two weeks",
        how_shown="The clock, and the photo of the tablet",
        reaction="picked",
        by=amina,
    )
    deciding.offer(
        question=question, title="At six, as before", benefits="Jo knows it", risks="It wears off by four", reaction="no", by=amina
    )
    told["tablet_decision"] = decision = deciding.decide(
        question=question,
        conversation=told["nights_meeting"],
        option=later,
        outcome="The evening tablet is at nine",
        basis="own_with_support",
        support_given="The clock and the photo, Dan beside Jo.",
        considered=[weighed(yes), weighed(told["tablet_earlier"], "shaped", "Dr Shah changes the time, and rings after two weeks.")],
        look_again_on=days.on(5, 26),
        by=amina,
    )
    deciding.tell(decision=decision, how="The clock on Jo’s wall", shown_back=True, reaction="right", by=amina)


def _card(house: House, days: Days) -> None:
    told, amina = house.told, house.amina
    card = planning.begin(
        person=house.jo,
        kind="routine",
        title="Nights, my way",
        summary="Lamp, radio, and somebody whom Jo knows.",
        own_words=told["lamp_not_man"],
        because=[told["dark"]],
        lines=lines(
            do=[
                ("Lamp by the stairs, low, all night", told["radio_once"]),
                ("The radio, very low, until Jo puts it off", told["radio_once"]),
                ("Whoever is new comes for an evening first", told["tom_first"]),
            ],
            do_not=[("The big light on the stairs", told["dan_nights"]), "Look in each hour"],
            step_up=["Jo is on the stairs and will not take an arm: ring on-call"],
            call=[("Dr Shah, if Jo sleeps past nine in the morning", told["tablet_earlier"])],
        ),
        steps=[step("Lamp and radio on, with Jo", "21:00", "21:30")],
        look_again_on=days.on(5, 26),
        look_again_if="Jo is up on two nights in a week",
        by=amina,
    )
    told["nights"], told["nights_card"] = card.item, card
    planning.publish(version=card, decision=told["nights_decision"], message="From the meeting about nights.", by=amina)
    done = answering.respond(
        voice=told["dark"], state="done", what="A lamp by the stairs, and nobody whom Jo does not know.", item=card.item, by=amina
    )
    answering.tell(response=done, how="At the door with the photos", by=amina)


def _dr_shah_comes_in(house: House, days: Days) -> None:
    """Jo is asked what a doctor sees; the part that Dr Shah has is written down, and gives no sight by itself."""
    jo, told, ruth = house.jo, house.told, house.ruth
    words = JustSaid("picked", "Doctor: tablets and sleep.")
    asked: dict[str, Any] = {"given_by": "person", "explained_how": "With photos of the pages", "asked_alone": True, "by": house.amina}
    agreeing.keep_permissions(contact=house.dr_shah, levels={"health": "may_see", "medication": "may_see"}, said=words, **asked)
    told["dr_shahs_part"] = agreeing.keep_part(
        person=jo,
        area="medication",
        part="consulted",
        contact=house.dr_shah,
        because="Dr Shah prescribes Jo’s tablets, and is asked before a time changes.",
        since_on=days.on(5, 11),
        by=ruth,
    )
    made = access.invite(
        contact=house.dr_shah, basis="invited", basis_words="Jo picked the photo of Dr Shah.", handed_over="email", by=ruth
    )
    about = {"name": DR_SHAH.name, "email": DR_SHAH.email, "password": PASSWORD}
    link = access.accept_invitation(invitation=made.invitation, code=made.code, **about)
    told["dr_shah_signs_in"] = link.user if link else None


def _evening(house: House, n: int) -> None:
    """Seven evenings of eight."""
    card = house.told["nights_card"]
    result = "said_no" if n == 2 else "said_yes"
    note = "Jo wanted the radio, and the lamp off. It stayed off until Jo asked." if n == 2 else ""
    practice.record_routine(person=house.jo, version=card, step=card.steps.get(), result=result, note=note, by=house.tom)


def _dr_shah_writes(house: House) -> None:
    said = {"information": "The tablet is at nine since we met. If Jo is hard to wake in the morning, ring me the same day."}
    by = house.told["dr_shah_signs_in"]
    house.told["dr_shah_says"] = hearing.have_say(contact=house.dr_shah, said=said, topic="medication", by=by)
