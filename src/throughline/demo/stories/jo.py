"""Jo: who Jo is in Jo's own words, what Jo wants, and what Jo has said lately that still waits."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from throughline.base import numbers
from throughline.conversations import actions as hearing
from throughline.conversations.models import Voice
from throughline.decisions import actions as deciding
from throughline.plan import actions as planning
from throughline.reviews import actions as answering

from ..media import keep_picture, keep_sound
from ..telling import Days
from .cast import House
from .parts import came, lines, step, themself, weighed


def _says(house: House, words: str, how_told: str = "said", **more: Any) -> Voice:
    return hearing.keep_voice(person=house.jo, how_told=how_told, words=words, by=house.amina, **more)


def _profile(house: House, days: Days) -> Iterator[datetime]:
    """Made with Jo in one morning, with photos; every line from Jo's words where there are words."""
    told = house.told
    yield days.at(2, 2, 10, 30)
    told["profile_talk"] = hearing.hold_conversation(
        person=house.jo,
        kind="talk",
        title="Making Jo’s one-page profile",
        purpose="To write down with Jo who Jo is and what matters.",
        place="Jo’s room",
        who_spoke_first="person",
        how_we_talked="Photos, few words, 10 seconds to answer.",
        present=[themself(), came(house.amina), came(house.priya, attendance="separately")],
        by=house.amina,
    )
    talk = {"conversation": told["profile_talk"], "how_helped": "aided", "helper_staff": house.amina}
    told["ask_me_first"] = _says(
        house, "I like it when people ask me first.", wish="preference", sound=keep_sound(house.jo, 6, by=house.amina), **talk
    )
    told["my_chair"] = _says(house, "My tea. My chair. Never move my chair.", wish="preference", **talk)
    told["headphones"] = _says(house, "My headphones, always near.", "picked", wish="preference", **talk)
    told["sundays"] = hearing.keep_contribution(
        person=house.jo, contact=house.priya, words="I ring on Sundays. Jo waits by the phone.", by=house.amina
    )
    told["no_is"] = hearing.keep_voice(
        person=house.jo,
        how_told="showed",
        seen="Put a thumb up for the dog and for tea. Looked away from the vacuum cleaner and from the bus.",
        thought="Thumb up is yes. Looking away is no, or stop.",
        conversation=told["profile_talk"],
        by=house.amina,
    )
    yield days.at(2, 3, 17, 15)
    hearing.second_voice(
        voice=told["no_is"], seen="Thumb up for soup. Looked away when I offered to put the television on.", agrees=True, by=house.tom
    )
    yield days.at(2, 4, 11)
    _publish_profile(house, days)
    _publish_communication(house, days)


def _publish_profile(house: House, days: Days) -> None:
    told = house.told
    numbers.raise_to("T", 29)
    profile = planning.begin(
        person=house.jo,
        kind="profile",
        title="Jo",
        own_words=told["ask_me_first"],
        because=[told["my_chair"], told["headphones"]],
        lines=lines(
            admire=["I am funny.", "I am kind to the dog.", "I remember everyone’s birthday."],
            important=[
                ("Tea in the same chair", told["my_chair"]),
                ("My headphones, always near", told["headphones"]),
                ("Mum rings on Sundays", told["sundays"]),
            ],
            support=[
                ("Ask, show the photo, wait.", told["ask_me_first"]),
                "Say what is next before it happens.",
                "If I hum or pace, offer the quiet room.",
                ("Never move my chair.", told["my_chair"]),
            ],
        ),
        look_again_on=days.on(6, 1),
        by=house.amina,
    )
    told["profile"] = profile.item
    planning.publish(version=profile, message="Made with Jo, with photos. Jo showed it back: yes.", by=house.amina)


def _publish_communication(house: House, days: Days) -> None:
    told = house.told
    communication = planning.begin(
        person=house.jo,
        kind="communication",
        title="How Jo communicates",
        summary="Photos and few words. Wait 10 seconds. One person talks. Thumb up is yes. Looking away is no, or stop.",
        because=[told["no_is"], told["ask_me_first"]],
        lines=lines(
            understands=["Photos and few words.", "Wait 10 seconds.", "One person talks."],
            means=["Words, when there is time.", "Photos and cards to pick from.", "Humming or pacing: it is getting too much."],
            yes=[("Thumb up is yes.", told["no_is"])],
            no=[("Looking away is no, or stop.", told["no_is"])],
        ),
        look_again_on=days.on(6, 1),
        by=house.amina,
    )
    told["communication"] = communication.item
    planning.publish(version=communication, message="What Amina and Tom both saw, and what Jo said.", by=house.amina)


def _cat(house: House, days: Days) -> Iterator[datetime]:
    """What we could not do, and why; and Jo is not happy with it."""
    told = house.told
    yield days.at(2, 2, 19)
    told["cat"] = _says(house, "I want a cat.", wish="request", sound=keep_sound(house.jo, 3, by=house.amina))
    yield days.at(2, 12, 15)
    could_not = answering.respond(
        voice=told["cat"], state="could_not", what="Sam is allergic. We went to a cat café instead.", by=house.ruth
    )
    yield days.at(2, 13, 11)
    answering.tell(response=could_not, how="A talk, with photos of Sam and of the cat café", by=house.amina)
    yield days.at(3, 1, 12)
    not_happy = _says(house, "Not happy", "picked", wish="concern", subject="the cat")
    answering.check(response=could_not, right="no", voice=not_happy, what_next="Dan is helping Jo ask again.", by=house.amina)
    answering.respond(voice=not_happy, state="doing", what="Dan is helping Jo ask again.", by_day=days.on(6, 5), by=house.ruth)


def _outcome(house: House, days: Days) -> Iterator[datetime]:
    """What Jo wants, in Jo's words, with how we would know."""
    told = house.told
    yield days.at(3, 6, 11)
    told["wants_group"] = _says(
        house, "Quiet first. Then I can go to the group.", wish="telling", how_helped="aided", helper_staff=house.amina
    )
    wanted = planning.begin(
        person=house.jo,
        kind="outcome",
        title="A quiet afternoon, and then the group",
        own_words=told["wants_group"],
        because=[told["too_loud"]],
        measure="Times that Jo is upset in a week, the middle value of four weeks",
        baseline="5.5 a week",
        baseline_on=days.on(3, 3),
        target="2 a week, or fewer",
        target_by=days.on(6, 2),
        lines=lines(do=["Breaks at 2 and 3:30", "Ask Jo after tea: group today?"]),
        look_again_on=days.on(6, 2),
        by=house.amina,
    )
    told["outcome"] = wanted.item
    planning.publish(version=wanted, decision=told["quieter"], message="What Jo wants, as Jo said it.", by=house.amina)


def _what_helps(house: House, days: Days) -> Iterator[datetime]:
    """The short card for whoever is new: early signs, what helps, who to call."""
    told = house.told
    yield days.at(3, 6, 12)
    helps = planning.begin(
        person=house.jo,
        kind="what_helps",
        title="What helps when it gets too much",
        own_words=told["headphones"],
        because=[told["too_loud"], told["headphones"]],
        lines=lines(
            early_sign=["Humming", "Pacing", "Hands over ears"],
            do=["Say: Jo, quiet room?", "Give the headphones", "Wait. Stay where Jo can see you", "One person talks"],
            do_not=["Touch Jo without asking", "Ask what is wrong", "Talk to somebody else over Jo’s head"],
            step_up=["10 minutes, or Jo hits out"],
            call=["Ring Ruth, then on-call", "Ring Priya if Jo asks for mum"],
        ),
        look_again_on=days.on(6, 2),
        by=house.amina,
    )
    told["what_helps"], told["what_helps_card"] = helps.item, helps
    planning.publish(version=helps, decision=told["quieter"], message="For everybody on shift, and for whoever is new.", by=house.amina)


def _tea(house: House, days: Days) -> Iterator[datetime]:
    """A small thing, decided in a line."""
    told = house.told
    yield days.at(4, 28, 11)
    question = deciding.ask(
        person=house.jo,
        text="Where and when does Jo have tea?",
        area="daily_care",
        impact="low",
        talked_in=[told["profile_talk"]],
        by=house.amina,
    )
    small = deciding.decide(
        question=question, outcome="Tea at 2:30, in the same chair", basis="own", considered=[weighed(told["my_chair"])], by=house.amina
    )
    deciding.tell(decision=small, how="Said it back while making tea", shown_back=True, reaction="right", by=house.amina)
    tea = planning.begin(
        person=house.jo,
        kind="routine",
        title="Tea in the same chair",
        own_words=told["my_chair"],
        lines=lines(do=["Jo’s chair, Jo’s cup", "Dinner at 5, not before"], do_not=[("Move Jo’s chair", told["my_chair"])]),
        steps=[step("Tea in the same chair", "14:30", "15:00"), step("Dinner at 5, not before", "17:00", "17:45")],
        look_again_on=days.on(7, 28),
        by=house.amina,
    )
    told["tea"], told["tea_card"] = tea.item, tea
    planning.publish(version=tea, decision=small, message="So that nobody has to ask.", by=house.amina)


def _lately(house: House, days: Days) -> Iterator[datetime]:
    """Shown and not checked; picked and being done; said and waiting."""
    told = house.told
    yield days.at(5, 9, 17, 40)
    told["plate"] = hearing.keep_voice(
        person=house.jo,
        how_told="showed",
        seen="Pushed the plate away",
        thought="Too hot?",
        wish="preference",
        subject="dinner",
        by=house.amina,
    )
    yield days.at(5, 10, 11)
    told["swimming"] = _says(
        house,
        "Swimming, not bowling",
        "picked",
        wish="change",
        how_helped="aided",
        helper_staff=house.amina,
        photo=keep_picture(house.jo, "swimming", "The swimming pool in town", by=house.amina),
    )
    yield days.at(5, 12, 15)
    doing = answering.respond(
        voice=told["swimming"], state="doing", what="A swim every Thursday. Lee goes too.", by_day=days.on(5, 21), by=house.amina
    )
    yield days.at(5, 12, 16)
    answering.tell(response=doing, how="Put the photo of the pool on Thursday, with Jo", by=house.amina)
    yield days.at(5, 13, 17, 50)
    told["dinner"] = _says(house, "Too loud at dinner.", wish="concern", subject="dinner", sound=keep_sound(house.jo, 4, by=house.amina))
    yield days.at(5, 13, 19)
    answering.respond(
        voice=told["dinner"], state="waiting", what="Ruth will talk with Jo about where dinner is.", by_day=days.on(5, 27), by=house.ruth
    )
    yield days.at(5, 18, 16)
    told["before_meeting"] = hearing.keep_contribution(
        person=house.jo,
        contact=house.priya,
        kind="request",
        words="Before the next meeting: could we talk about a holiday by the sea? Jo loved it two years ago.",
        beforehand=True,
        by=house.amina,
    )


JO = (_profile, _cat, _outcome, _what_helps, _tea, _lately)
