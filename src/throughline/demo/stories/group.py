"""The film group on Thursdays (seed 003, example 3): Sam goes alone, with a check-in that Sam chose, and says early what would help.

Staff feared that Sam forgets the tablets and stops eating. The thresholds say when they step in more, and when they step back again.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from throughline.agreements.said import JustSaid
from throughline.conversations import actions as hearing
from throughline.conversations.models import Voice
from throughline.decisions import actions as deciding
from throughline.decisions.models import Decision
from throughline.plan import actions as planning
from throughline.plan.models import Stage
from throughline.practice import actions as practice

from ..telling import Days
from .cast import House
from .parts import came, lines, stages, step, themself, weighed

STEPS: tuple[dict[str, Any], ...] = (
    {"text": "Somebody goes in with Sam", "support": "Sit at the back", "in_a_row": 2, "stop": "Sam asks to go home"},
    {
        "text": "Somebody brings Sam to the door",
        "support": "The list by the door before, a text at nine",
        "in_a_row": 2,
        "move_on": "Tablet taken and food packed each time",
        "step_back": "Two missed tablets in a week",
        "stop": "Sam does not answer at nine and at half past",
    },
    {"text": "Sam goes alone, a text at nine", "support": "Ask whether the list is done", "step_back": "Two missed tablets in a week"},
)
GONE: tuple[tuple[int, int, str, dict[str, Any]], ...] = (
    (3, 26, "amina", {"support": "prompts", "prompts": 2, "went_well": "Said hello to the others", "was_hard": "The door was loud"}),
    (4, 2, "tom", {"support": "alone", "went_well": "Stayed until the end", "confidence": 7, "ready": "yes"}),
)
TO_THE_DOOR: tuple[tuple[int, int, str, dict[str, Any]], ...] = (
    (4, 9, "tom", {"support": "alone", "went_well": "Texted at nine"}),
    (4, 16, "amina", {"support": "help", "was_hard": "The tablet was forgotten, and the bag stayed empty"}),
    (4, 23, "tom", {"support": "help", "was_hard": "No tablet since Tuesday. Sam was tired"}),
)
AGAIN: tuple[tuple[int, int, str, dict[str, Any]], ...] = (
    (4, 30, "amina", {"support": "prompts", "prompts": 1, "went_well": "Sam ticked the list"}),
    (5, 7, "tom", {"support": "alone", "went_well": "Sam ticked the list\nTexted without being asked", "confidence": 8}),
    (5, 14, "amina", {"support": "alone", "went_well": "Stayed for tea with the others", "confidence": 9, "ready": "yes"}),
)


def group(house: House, days: Days) -> Iterator[datetime]:
    """From March to last Thursday: on, back, and on again when Sam says so."""
    yield from _agreed(house, days)
    yield from _tries(house, days, GONE)
    yield days.at(4, 3, 16)
    on = _heard(house, "Only to the door. I text you.")
    decision = _says(house, on, "Does Sam go in alone?", "Step 2: somebody brings Sam to the door")
    _publish(house, planning.move(item=house.told["group"], to=2, voice=on, by=house.amina), decision, "Step 2, because Sam said so.")
    yield from _tries(house, days, TO_THE_DOOR)
    yield from _back(house, days)
    yield from _tries(house, days, AGAIN)


def _agreed(house: House, days: Days) -> Iterator[datetime]:
    yield days.at(3, 17, 16)
    sam, amina, told = house.sam, house.amina, house.told
    told["film_group"] = hearing.keep_voice(
        person=sam, how_told="said", words="I go to the film group by myself.", wish="request", subject="Thursdays", by=house.tom
    )
    yield days.at(3, 19, 12)
    told["forgets"] = hearing.keep_contribution(
        person=sam,
        staff=house.tom,
        kind="concern",
        words="When Sam is out late, the tablet is forgotten and Sam does not eat.",
        by=house.tom,
    )
    yield days.at(3, 24, 14)
    decision = _says(house, told["film_group"], "How does Sam go to the film group?", "Sam goes to the film group alone, in three steps")
    first = planning.begin(person=sam, kind="risk_ladder", by=amina, **_card(house, days))
    told["group"] = first.item
    _publish(house, first, decision, "Step 1: somebody goes in with Sam.")


def _card(house: House, days: Days) -> dict[str, Any]:
    return {
        "title": "To the film group by myself",
        "own_words": house.told["film_group"],
        "measure": "I talk about the film with the others.",
        "lines": lines(
            do=["Sam ticks the list by the door", "Text back when Sam texts"],
            do_not=["Ring the group", "Go in unless Sam asks"],
            early_sign=["Sam leaves food on the plate", "Sam sleeps in day clothes"],
            step_up=[("Two missed tablets in a week: talk with Sam the same day", house.told["forgets"])],
            call=["Ring Sam, then on-call"],
            check_in=["A text from Sam at nine. Sam chose it"],
            benefit=["Friends of Sam’s own"],
            harm=["Sam stays in on Thursdays, and sees only staff"],
        ),
        "stages": stages(1, *(Stage(**each) for each in STEPS)),
        "steps": [step("To the film group with Sam", "19:00", "21:30", "thu")],
        "look_again_on": days.on(6, 11),
        "look_again_if": "Sam asks\nTwo missed tablets in a week\nTwo tries need help",
    }


def _heard(house: House, words: str) -> Voice:
    return hearing.keep_voice(person=house.sam, how_told="said", words=words, wish="change", subject="Thursdays", by=house.amina)


def _says(house: House, voice: Voice, text: str, outcome: str) -> Decision:
    talk = hearing.hold_conversation(
        person=house.sam,
        kind="talk",
        title="Thursdays",
        purpose="To ask Sam what support looks like on Thursdays.",
        place="The kitchen at Elm House",
        who_spoke_first="person",
        how_we_talked="Sam drew the evening.",
        present=[themself(), came(house.amina), came(house.tom)],
        by=house.amina,
    )
    question = deciding.ask(person=house.sam, text=text, area="community", impact="low", talked_in=[talk], by=house.amina)
    decision = deciding.decide(
        question=question, conversation=talk, outcome=outcome, basis="own", considered=[weighed(voice)], by=house.amina
    )
    deciding.tell(decision=decision, how="Sam wrote it on the board", shown_back=True, reaction="right", by=house.amina)
    return decision


def _publish(house: House, version: Any, decision: Decision, message: str) -> None:
    house.told["group_card"] = version
    planning.publish(version=version, decision=decision, message=message, by=house.amina)


def _tries(house: House, days: Days, tries: Any) -> Iterator[datetime]:
    for month, day, name, went in tries:
        yield days.at(month, day, 21, 45)
        said = JustSaid("said", "They saved me a seat.") if went.get("confidence") == 9 else None
        card = house.told["group_card"]
        practice.keep_trial(stage=card.stages.get(is_current=True), step=card.steps.first(), said=said, by=getattr(house, name), **went)


def _back(house: House, days: Days) -> Iterator[datetime]:
    """The threshold that Sam agreed to is met: back one step, said to Sam first, with a day on which Sam tries again."""
    yield days.at(4, 24, 16)
    angry = _heard(house, "It is my tablet. I do the list, then I go alone.")
    decision = _says(
        house, angry, "Does somebody go in with Sam again for a while?", "Step 1 again for three Thursdays, with the list by the door"
    )
    version = planning.move(
        item=house.told["group"],
        to=1,
        reason="Two tablets were missed in the week, as Sam and staff had agreed to look out for.",
        told="Amina told Sam at the table. Sam said: “It is my tablet. I do the list, then I go alone.”",
        try_again_on=days.on(5, 21),
        by=house.amina,
    )
    _publish(house, version, decision, "Back to step 1 for three Thursdays. Sam does the list.")
