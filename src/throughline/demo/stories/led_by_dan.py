"""A review that an advocate leads (seed 004, example 2): Sam has no family, and chooses Dan. Sam's cards say what stays and what changes.

What Sam showed is kept as Sam's own once staff have asked again; what came of it is on the card, and Sam was told.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from throughline.access import actions as access
from throughline.agreements import actions as sharing
from throughline.agreements.said import JustSaid
from throughline.authority import actions as authority
from throughline.conversations import actions as hearing
from throughline.decisions import actions as deciding
from throughline.plan import actions as planning
from throughline.reviews import actions as answering

from ..telling import Days
from .cast import House
from .parts import came, sees, themself, weighed, works


def led_by_dan(house: House, days: Days) -> Iterator[datetime]:
    """Asked for, met alone, asked to lead, led, asked again, decided, told."""
    told = house.told
    yield days.at(4, 27, 15)
    _chosen(house, days)
    yield days.at(5, 5, 11)
    authority.keep_step(
        advocacy=told["sams_advocacy"], kind="met_in_private", on=days.on(5, 5), words="Sam sorted photo cards on the floor.", by=house.ruth
    )
    yield days.at(5, 8, 19)
    asks = "Sam would like to look at Thursdays again. I can lead it, with Sam’s photo cards and the mat."
    told["dan_asks_for_sam"] = hearing.have_say(contact=house.sams_dan, said={"request": asks}, by=told["dan_signs_in"])
    yield days.at(5, 9, 9)
    told["dan_leads_sams"] = answering.answer_ask(
        contribution=told["dan_asks_for_sam"],
        item=told["group"],
        on=days.on(5, 15),
        led_by=house.sams_dan,
        words="Sam wants you to lead it, in the kitchen.",
        by=house.amina,
    )
    yield days.at(5, 15, 17)
    _led(house)
    yield days.at(5, 15, 18)
    _asked_again(house, days)
    yield days.at(5, 16, 11)
    _did(house)


def _chosen(house: House, days: Days) -> None:
    """Nobody of Sam's family is in Sam's life. Sam picks who speaks up beside Sam, and what he sees."""
    told, ruth = house.told, house.ruth
    advocate: Any = access.add_contact(person=house.sam, name="Dan", kind="advocate", relationship="independent advocate", by=ruth)
    house.sams_dan = advocate
    told["sams_advocacy"] = authority.ask_for_advocate(
        person=house.sam,
        kind="independent",
        contact=advocate,
        responsible_body="The council",
        legal_basis="Sam has no family who could speak up beside Sam.",
        by=ruth,
    )
    words = JustSaid("picked", "Dan. He waits.")
    asked: dict[str, Any] = {"given_by": "person", "explained_how": "With photos of the pages", "asked_alone": True}
    sharing.keep_permissions(contact=advocate, levels={"plans": "may_see", "daily_life": "may_see"}, said=words, by=ruth, **asked)
    made = access.invite(contact=advocate, basis="invited", basis_words="Sam picked Dan’s photo.", handed_over="printed", by=ruth)
    access.accept_invitation(invitation=made.invitation, code=made.code, by=told["dan_signs_in"])


def _led(house: House) -> None:
    """Dan writes it down himself, on his own pages."""
    house.told["what_dan_found"] = answering.send_led(
        asked=house.told["dan_leads_sams"],
        said={
            "information": "Sam laid the cards on the mat. Under “good”: the list by the door, the text at nine. Under “not good”: "
            "somebody in the room with me. I asked twice, in two orders, and Sam laid them the same.",
            "request": "Sam wants to be brought to the door and no further, from this Thursday.",
        },
        by=house.told["dan_signs_in"],
    )


def _asked_again(house: House, days: Days) -> None:
    """What Dan wrote is Dan's until Sam was asked again; then people look at the card, Sam first."""
    sam, amina, told = house.sam, house.amina, house.told
    told["dans_review"] = met = hearing.hold_conversation(
        person=sam,
        kind="review_meeting",
        title="Sam’s Thursdays, led by Dan",
        purpose="To look again at how Sam goes to the film group.",
        place="The kitchen at Elm House",
        who_spoke_first="person",
        how_we_talked="Photo cards on a mat with good, so-so and not good. Nobody spoke until Sam had laid all of them.",
        agenda=["Sam lays the cards", "What Dan saw", "What changes"],
        present=[themself("Made two of the cards"), came(house.sams_dan, "Met Sam alone ten days before"), came(amina), came(house.tom)],
        by=amina,
    )
    about: dict[str, Any] = {"person": sam, "how_told": "picked", "conversation": met, "how_helped": "aided", "by": amina}
    about["helper_contact"] = house.sams_dan
    told["list_is_good"] = hearing.keep_voice(words="Good: my list. My text.", subject="Thursdays", **about)
    told["not_in_my_row"] = hearing.keep_voice(words="Not good: you in my row.", wish="change", subject="Thursdays", **about)
    answering.look_again(
        item=told["group"],
        kind="asked",
        took_part="led",
        led_by=house.sams_dan,
        conversation=met,
        verdict="change",
        look_again_on=days.on(6, 11),
        because="Three Thursdays with the list and no tablet missed on the way. Sam wants nobody in the room, and Dan heard it twice.",
        perspectives=[
            works(told["list_is_good"], "The list by the door, and the text at nine."),
            works(told["not_in_my_row"], "Somebody in the room.", "works_not"),
            sees(house.sams_dan, "Sam decides faster with cards than with talk."),
            sees(house.tom, "Sam ticks the list alone now."),
        ],
        by=amina,
    )


def _did(house: House) -> None:
    """You said, we did: to the door again, decided by Sam, on the card and told."""
    sam, amina, told = house.sam, house.amina, house.told
    question = deciding.ask(
        person=sam,
        text="Does somebody still go in with Sam on Thursdays?",
        area="community",
        impact="low",
        talked_in=[told["dans_review"]],
        by=amina,
    )
    decision = deciding.decide(
        question=question,
        conversation=told["dans_review"],
        outcome="Step 2 again: somebody brings Sam to the door",
        basis="own",
        considered=[
            weighed(told["not_in_my_row"]),
            weighed(told["list_is_good"]),
            weighed(told["what_dan_found"], "shaped", "It is how Sam was asked, and twice."),
        ],
        by=amina,
    )
    deciding.tell(decision=decision, how="Sam moved the mark on the board", shown_back=True, reaction="right", by=amina)
    version = planning.move(item=told["group"], to=2, voice=told["not_in_my_row"], by=amina)
    planning.publish(version=version, decision=decision, message="Step 2, because Sam laid it on the mat.", by=amina)
    done = answering.respond(
        voice=told["not_in_my_row"], state="done", what="From Thursday somebody brings Sam to the door, no further.", item=told["group"],
        by=amina,
    )  # fmt: skip
    answering.tell(response=done, how="At the board, with Dan there", by=amina)
    house.told["group_card"] = version
