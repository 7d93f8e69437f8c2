"""The powered chair outdoors (seed 002, example 1): Ann wants to go by herself, Gwen is afraid. Routes tried with graded support.

Ann moves on when Ann says so; steps back once, is told, and has a day on which to try again.
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
from .outdoors_together import bicycle, looked_again, risks_together
from .parts import came, lines, stages, step, themself, weighed

STEPS: tuple[dict[str, Any], ...] = (
    {"text": "To the gate and back, together", "support": "Walk beside Ann", "stop": "Ann lifts the hand"},
    {
        "text": "To the river, somebody behind",
        "support": "Ten steps behind, say nothing unless Ann asks",
        "move_on": "Ann stops at each kerb",
        "step_back": "Two tries that needed help",
        "stop": "Ann lifts the hand, or the battery shows red",
    },
    {"text": "To the river alone, a message on the tablet there", "support": "Answer the message", "stop": "No message after 30 minutes"},
    {"text": "Where Ann likes", "support": "Ask how it was"},
)
TOGETHER: tuple[dict[str, Any], ...] = (
    {"support": "prompts", "prompts": 2, "went_well": "Ann stopped at the gate", "was_hard": "The slope at the door"},
    {"support": "alone", "went_well": "Kept calm", "minutes": 15},
    {"support": "alone", "went_well": "Turned on the spot", "confidence": 8, "ready": "yes"},
)
BEHIND: tuple[dict[str, Any], ...] = (
    {"support": "prompts", "prompts": 1, "went_well": "Asked for help when it was needed", "was_hard": "The kerb by the bridge"},
    {"support": "help", "was_hard": "The kerb by the bridge"},
    {"support": "stopped", "was_hard": "A bicycle came close", "near_miss": "A bicycle nearly touched the chair"},
)


def outdoors(house: House, days: Days) -> Iterator[datetime]:
    """From Ann's words in April, over the step back in May, to Ann's review of the last days, and on to the river again."""
    yield from _agreed(house, days)
    yield from _together(house, days)
    yield from _behind(house, days)
    yield from _back(house, days)
    yield from looked_again(house, days)
    yield days.at(5, 18, 15)
    _tried(house, {"support": "alone", "went_well": "Took the low place\nAnn stopped at each kerb", "confidence": 9}, house.tom, "River!")


def _agreed(house: House, days: Days) -> Iterator[datetime]:
    yield days.at(4, 1, 11)
    ann, ruth, told = house.ann, house.ruth, house.told
    told["by_myself_outside"] = hearing.keep_voice(
        person=ann, how_told="device", words="I drive outside. By myself.", wish="request", subject="going out", by=house.tom
    )
    yield days.at(4, 2, 15)
    told["kerb"] = hearing.keep_contribution(
        person=ann, contact=house.gwen, kind="concern", words="Ann will tip over at the kerb. I want Ann to stay in the garden.", by=ruth
    )
    yield days.at(4, 6, 14)
    risks_together(house)
    yield days.at(4, 7, 14)
    told["outdoors_decision"] = decision = _decided(house, days)
    first = planning.begin(person=ann, kind="risk_ladder", by=ruth, **_card(house, days, 1))
    told["outdoors"], told["outdoors_card"] = first.item, first
    planning.publish(version=first, decision=decision, message="Step 1: together, to the gate.", by=ruth)


def _decided(house: House, days: Days) -> Decision:
    """Ann presses yes under the picture of the river. What Gwen fears shaped the steps, and does not stop them."""
    ann, ruth, told = house.ann, house.ruth, house.told
    talk = _talk(house, "Going out in the chair")
    question = deciding.ask(
        person=ann,
        text="How does Ann go out in the chair?",
        area="community",
        impact="moderate",
        talked_in=[told["way_walked"], talk],
        by=ruth,
    )
    in_steps = deciding.offer(
        question=question,
        title="By herself, in four steps",
        benefits="Ann goes when Ann likes\nAnn meets people at the river",
        risks="The kerbs\nThe battery",
        how_shown="Four pictures on the tablet",
        reaction="picked",
        by=ruth,
    )
    deciding.offer(
        question=question, title="In the garden alone", benefits="Nothing can happen", risks="Ann sees nobody", reaction="no", by=ruth
    )
    decision = deciding.decide(
        question=question,
        conversation=talk,
        outcome="Ann goes out in the chair by herself, in four steps",
        option=in_steps,
        basis="own_with_support",
        support_given="Pictures on the tablet, the way driven once, time.",
        considered=[
            weighed(told["by_myself_outside"]),
            weighed(told["kerbs_i_see"]),
            weighed(told["kerb"], "partly", "Kerbs are part of each step. Ann does not stay in the garden."),
            weighed(told["tipped_before"], "shaped", "Somebody goes along until the bridge is easy."),
        ],
        look_again_on=days.on(6, 2),
        by=ruth,
    )
    deciding.tell(decision=decision, how="The four pictures, in a row on the tablet", shown_back=True, reaction="right", by=ruth)
    return decision


def _talk(house: House, title: str) -> Any:
    return hearing.hold_conversation(
        person=house.ann,
        kind="talk",
        title=title,
        purpose="To hear from Ann, and then from Gwen, what makes it good and what makes it safe.",
        place="The terrace at Derwen House",
        who_spoke_first="person",
        how_we_talked="The tablet, with pictures of the way.",
        present=[themself(), came(house.gwen, attendance="separately"), came(house.ruth), came(house.tom)],
        by=house.ruth,
    )


def _card(house: House, days: Days, number: int) -> dict[str, Any]:
    return {
        "title": "Out in the chair by myself",
        "summary": "Ann drives outside by herself, in four steps. Ann says when the next one begins.",
        "own_words": house.told["by_myself_outside"],
        "measure": "I choose the way.",
        "lines": lines(
            do=["Look at the battery with Ann before you go", ("At the bridge: the low place, ten steps on", house.told["new_chair"])],
            do_not=["Touch the joystick"],
            early_sign=["Ann drives closer to the wall"],
            step_up=[("The chair tips, or Ann is hurt", house.told["tipped_before"])],
            call=["Ring Ruth"],
            check_in=["A message on the tablet at the river. Ann chose it"],
            benefit=["Ann meets people at the river"],
            harm=["Ann sees nobody but staff"],
        ),
        "stages": stages(number, *(Stage(**each) for each in STEPS)),
        "steps": [step("Out in the chair with Ann", "14:00", "15:00", "tue"), step("Out in the chair with Ann", "14:00", "15:00", "fri")],
        "look_again_on": days.on(6, 2),
        "look_again_if": "Ann asks\nThe chair tips\nTwo tries need help",
    }


def _together(house: House, days: Days) -> Iterator[datetime]:
    for went, (month, day, by) in zip(TOGETHER, ((4, 10, "tom"), (4, 14, "ruth"), (4, 17, "tom")), strict=True):
        yield days.at(month, day, 15)
        _tried(house, went, getattr(house, by))
    yield days.at(4, 21, 13)
    ready = hearing.keep_voice(
        person=house.ann, how_told="device", words="River. You behind.", wish="change", subject="going out", by=house.ruth
    )
    decision = _says(house, ready, "Does Ann go on to the river?", "Step 2: to the river, somebody behind")
    yield days.at(4, 21, 14)
    version = planning.move(item=house.told["outdoors"], to=2, voice=ready, by=house.ruth)
    _publish(house, version, decision, "Step 2, because Ann said so.")


def _tried(house: House, went: dict[str, Any], by: Any, said: str = "") -> Any:
    card = house.told["outdoors_card"]
    heard = JustSaid("device", said) if said else None
    return practice.keep_trial(stage=card.stages.get(is_current=True), said=heard, by=by, **went)


def _says(house: House, voice: Voice, text: str, outcome: str) -> Decision:
    """On or back, Ann decides it."""
    talk = _talk(house, "Which step is it now?")
    question = deciding.ask(person=house.ann, text=text, area="community", impact="low", talked_in=[talk], by=house.ruth)
    decision = deciding.decide(
        question=question, conversation=talk, outcome=outcome, basis="own", considered=[weighed(voice)], by=house.ruth
    )
    deciding.tell(decision=decision, how="Moved the mark on the tablet, together", shown_back=True, reaction="right", by=house.ruth)
    return decision


def _publish(house: House, version: Any, decision: Decision, message: str) -> None:
    house.told["outdoors_card"] = version
    planning.publish(version=version, decision=decision, message=message, by=house.ruth)


def _behind(house: House, days: Days) -> Iterator[datetime]:
    for went, (month, day, by) in zip(BEHIND, ((4, 24, "tom"), (4, 28, "tom"), (5, 1, "ruth")), strict=True):
        yield days.at(month, day, 15)
        _tried(house, went, getattr(house, by), said="Bicycle. Too near." if went["support"] == "stopped" else "")
    bicycle(house, days)


def _back(house: House, days: Days) -> Iterator[datetime]:
    """One step back after the bicycle: Ann is told, says what would help, and has a day to try again."""
    yield days.at(5, 4, 11)
    gate = hearing.keep_voice(person=house.ann, how_told="device", words="Gate again. Then river.", subject="going out", by=house.ruth)
    decision = _says(house, gate, "Does Ann go back to the gate for a while?", "Step 1 again, until the kerb by the bridge is easy")
    version = planning.move(
        item=house.told["outdoors"],
        to=1,
        reason="A bicycle came close, and the kerb by the bridge needed help twice.",
        told="Ruth and Ann looked at the four pictures. Ann said: “Gate again. Then river.”",
        try_again_on=days.on(6, 2),
        by=house.ruth,
    )
    house.told["to_the_gate"] = decision
    _publish(house, version, decision, "Back to step 1 for now. Ann tries the river again in June.")
    yield days.at(5, 8, 15)
    _tried(house, {"support": "alone", "went_well": "Turned on the spot"}, house.tom)
    yield days.at(5, 12, 15)
    _tried(house, {"support": "alone", "went_well": "Ann stopped at the kerb by the gate", "confidence": 8, "ready": "yes"}, house.tom)
    yield days.at(5, 15, 15)
    risk = {"new_risk": True, "risk": "The gate is left open, and cars come in fast"}
    house.told["gate_try"] = _tried(house, {"support": "prompts", "prompts": 1, "went_well": "Waited for the car"} | risk, house.ruth)
