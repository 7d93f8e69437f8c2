"""Sam: the bus to town, step 3; a decision of which nobody has told Sam; and a list that staff began without asking."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from throughline.base import clock, numbers
from throughline.conversations import actions as hearing
from throughline.conversations.models import Voice
from throughline.decisions import actions as deciding
from throughline.decisions.models import Decision
from throughline.plan import actions as planning
from throughline.plan.models import Move, Stage
from throughline.practice import actions as practice
from throughline.reviews import actions as answering
from throughline.workforce import actions as workforce

from ..telling import Days
from .cast import House
from .parts import came, lines, stages, step, themself, weighed, works

STAGES = (
    ("Together, beside each other", "Sit beside Sam"),
    ("Together, apart", "Sit where Sam can see you"),
    ("Sam upstairs, somebody downstairs", "Sit downstairs, get off with Sam if Sam asks"),
    ("Alone, a text at each stop", "Stay by the phone at Elm House"),
    ("Alone", "Ask how it went"),
)
SEEN_ON_THE_BUS = ["Sits downstairs", "Waits until Sam asks", "Gets off with Sam when Sam rubs hands"]
TRIES: list[dict[str, Any]] = [
    {"support": "alone", "went_well": "Showed the pass and went up"},
    {"support": "prompts", "prompts": 1, "was_hard": "The ticket machine was out"},
    {"support": "stopped", "was_hard": "The bus was full. Sam chose to walk back"},
    {},  # Sam wanted to stay for the match
    {"support": "alone", "went_well": "Met at the library door. Sam was first", "confidence": 8},
    {"support": "stopped", "was_hard": "Rubbing hands, asking the time\nWe got off together"},
]


def bus(house: House, days: Days) -> Iterator[datetime]:
    """The ladder from the middle of February; step 3 since March."""
    told = house.told
    yield days.at(2, 16, 16)
    told["upstairs_one_day"] = hearing.keep_voice(
        person=house.sam, how_told="wrote", words="I want to go to town on the bus.", wish="request", by=house.amina
    )
    yield days.at(2, 18, 16)
    numbers.raise_to("T", 32)
    decision = _agreed(house, "Sam learns the bus to town, in five steps", told["upstairs_one_day"])
    first = planning.begin(person=house.sam, kind="risk_ladder", by=house.amina, **_card(house, days, 1, told["upstairs_one_day"]))
    told["bus"] = first.item
    planning.publish(version=first, decision=decision, message="Step 1: beside each other.", by=house.amina)
    yield days.at(3, 1, 16)
    yes = hearing.keep_voice(person=house.sam, how_told="said", words="Next one. I know it.", subject="the bus", by=house.amina)
    second = planning.write(item=first.item, move=Move(voice=yes), by=house.amina, **_card(house, days, 2, told["upstairs_one_day"]))
    planning.publish(version=second, decision=decision, message="Step 2, because Sam asked for it on the way home.", by=house.amina)
    yield days.at(3, 8, 17)
    told["upstairs"] = hearing.keep_voice(
        person=house.sam, how_told="said", words="I want to sit upstairs by myself.", wish="change", subject="the bus", by=house.tom
    )
    yield days.at(3, 15, 14)
    decision = _agreed(house, "Step 3: Sam sits upstairs, somebody downstairs", told["upstairs"])
    third = planning.write(item=first.item, by=house.amina, **_card(house, days, 3, told["upstairs"]))
    told["bus_card"] = third
    workforce.keep_key_routine(item=first.item, subject="risk", criteria="\n".join(SEEN_ON_THE_BUS), by=house.ruth)
    workforce.publish(version=third, sign_off_anew=True, decision=decision, message="Step 3, because Sam said so.", by=house.amina)
    _look_again(house, days)


def _agreed(house: House, outcome: str, voice: Voice) -> Decision:
    talk = hearing.hold_conversation(
        person=house.sam,
        kind="talk",
        title="The bus, and what comes next",
        purpose="To ask Sam what the next step is.",
        place="The bus stop",
        who_spoke_first="person",
        how_we_talked="Sam drew it.",
        present=[themself(), came(house.amina), came(house.tom)],
        by=house.amina,
    )
    question = deciding.ask(
        person=house.sam, text="How does Sam go to town?", area="community", impact="low", talked_in=[talk], by=house.amina
    )
    decision = deciding.decide(
        question=question, conversation=talk, outcome=outcome, basis="own", considered=[weighed(voice)], by=house.amina
    )
    deciding.tell(decision=decision, how="Sam wrote it on the board", shown_back=True, reaction="right", by=house.amina)
    return decision


def _card(house: House, days: Days, number: int, words: Voice) -> dict[str, Any]:
    return {
        "title": f"Bus to town, step {number}",
        "own_words": words,
        "lines": lines(
            do=["Get on with Sam, sit downstairs", "Sam shows the pass", "Text at each stop Sam picks", "Meet at the library door"],
            do_not=["Talk to the driver for Sam", "Change the stop"],
            early_sign=["Rubbing hands, asking the time"],
            step_up=["Sam gets off early. Ring Sam, then on-call"],
            check_in=["A text when Sam is at the library. Sam chose it"],
            benefit=["Sam goes to town when Sam likes"],
            harm=["Sam waits for the car, and sees the match without the others"],
        ),
        "measure": "I am at the library before you.",
        "stages": stages(number, *(Stage(text=text, support=support, stop="Sam asks to get off") for text, support in STAGES)),
        "steps": [step("Bus to town with Sam", "13:00", "15:30", "sat"), step("Bus to town with Sam", "16:00", "18:00", "tue")],
        "look_again_on": days.on(6, 4),
        "look_again_if": "Sam asks\nTwo tries are stopped early",
    }


def _look_again(house: House, days: Days) -> None:
    answering.look_again(
        item=house.told["bus"],
        kind="asked",
        took_part="led",
        verdict="change",
        because="Sam asked for it, and knows each stop.",
        look_again_on=days.on(6, 4),
        perspectives=[works(house.told["upstairs"], "The pass. The front seat upstairs.")],
        by=house.amina,
    )


def bus_days(house: House, days: Days) -> Iterator[datetime]:
    """Two tries a week since step 3."""
    tries = (day for day in days.since(3, 16) if day.weekday() in (1, 5))
    for n, day in enumerate(tries):
        yield clock.moment(day, 18, 10)
        _tried(house, TRIES[n % len(TRIES)], 1 if day.weekday() == 5 else 2, house.tom if n % 2 else house.amina)
    yield days.at(5, 19, 2, 40)
    practice.write_note(
        person=house.sam,
        text="Sam was awake at 02:30, worried about the bus. We had milk and looked at the map.",
        for_handover=True,
        by=house.tom,
    )
    yield days.at(5, 19, 7, 5)
    practice.read_handover(people=[house.sam], made_at=clock.now(), by=house.amina)


def handed_over(house: House, days: Days) -> Iterator[datetime]:
    """Amina reads what was handed over as her shift begins."""
    yield days.at(4, 27, 14, 5)
    practice.read_handover(people=[house.sam], made_at=clock.now(), by=house.amina)


def _tried(house: House, went: dict[str, Any], position: int, by: Any) -> None:
    """A try, or a no: Sam had something better to do."""
    card = house.told["bus_card"]
    step = card.steps.get(position=position)
    if went:
        practice.keep_trial(stage=card.stages.get(is_current=True), step=step, by=by, **went)
    else:
        note = "Sam wanted to stay for the match."
        practice.record_routine(person=house.sam, version=card, step=step, result="said_no", note=note, by=by)


def key(house: House, days: Days) -> Iterator[datetime]:
    """Decided, on the card, and nobody has told Sam."""
    told = house.told
    yield days.at(5, 7, 18)
    told["key_asked"] = hearing.keep_voice(person=house.sam, how_told="said", words="I want my own key.", wish="request", by=house.tom)
    yield days.at(5, 14, 11)
    talk = hearing.hold_conversation(
        person=house.sam,
        kind="talk",
        title="A key of my own",
        purpose="To hear from Sam what the key is for.",
        place="The front door",
        who_spoke_first="person",
        present=[themself(), came(house.ruth)],
        by=house.ruth,
    )
    question = deciding.ask(
        person=house.sam, text="Does Sam have a key to the front door?", area="home", impact="low", talked_in=[talk], by=house.ruth
    )
    deciding.offer(
        question=question,
        title="A key on Sam’s ring",
        benefits="Sam comes and goes",
        risks="It may get lost",
        reaction="picked",
        by=house.ruth,
    )
    told["key_decision"] = deciding.decide(
        question=question, outcome="Sam has a key to the front door", basis="own", considered=[weighed(told["key_asked"])], by=house.ruth
    )
    card = planning.begin(
        person=house.sam,
        kind="routine",
        title="My own front-door key",
        own_words=told["key_asked"],
        lines=lines(do=["Sam opens the door", "Wait behind Sam"], do_not=["Open it for Sam"]),
        steps=[step("Sam locks up in the evening", "21:00", "21:30")],
        look_again_on=days.on(6, 14),
        by=house.ruth,
    )
    told["key"], told["key_card"] = card.item, card
    planning.publish(version=card, decision=told["key_decision"], message="The key is cut.", by=house.ruth)
    for ago in range(4, 0, -1):
        yield clock.moment(days.ago(ago), 21, 20)
        practice.record_routine(person=house.sam, version=card, step=card.steps.first(), result="said_yes", by=house.tom)


def tidy_room(house: House, days: Days) -> Iterator[datetime]:
    """Service-led: no words of Sam's and no decision stand behind it, and it shows."""
    yield days.at(4, 24, 9)
    tidy = planning.begin(
        person=house.sam,
        kind="checklist",
        title="Tidy room on Fridays",
        summary="Begun by staff after the last visit from the landlord.",
        lines=lines(check=["Floor", "Bed", "Window open"], do=["Remind Sam at ten"]),
        steps=[step("Remind Sam about the room", "10:00", "10:30", "fri")],
        by=house.ruth,
    )
    house.told["tidy_room"] = tidy.item
    planning.publish(version=tidy, message="From the house meeting of staff.", by=house.ruth)
    for day in days.since(4, 25):
        if day.weekday() == 4:
            yield clock.moment(day, 10, 40)
            practice.record_routine(
                person=house.sam, version=tidy, step=tidy.steps.first(), result="said_no", note="Sam shut the door.", by=house.amina
            )


SAM = (bus, bus_days, handed_over, key, tidy_room)
