"""What Gwen fears about the chair, and what became of it (seed 002, example 1): the risks looked at together, a disagreement in the open,
an incident written down, and a review in which Ann is first.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from throughline.agreements.said import JustSaid
from throughline.base.written import Written
from throughline.conversations import actions as hearing
from throughline.decisions import actions as deciding
from throughline.plan import actions as planning
from throughline.practice import actions as practice
from throughline.reviews import actions as answering

from ..telling import Days
from .cast import House
from .parts import came, lines, sees, themself, weighed, works


def risks_together(house: House) -> Any:
    """Ann, Gwen and staff go along the way and name what could go wrong. What Gwen named stands on the card as hers."""
    ann, told = house.ann, house.told
    told["way_walked"] = walked = hearing.hold_conversation(
        person=ann,
        kind="meeting",
        title="The way to the river: what can go wrong",
        purpose="To look at the risks together, on the way itself.",
        place="From the gate to the river",
        who_spoke_first="person",
        how_we_talked="At each kerb Ann stopped and wrote first. Then Gwen. Then Tom.",
        agenda=["What Ann wants there", "Each place that is hard, and how likely it is", "What keeps it small", "What it costs not to go"],
        present=[
            themself("Chose the way on the map"),
            came(house.gwen, "Was asked for what she has seen"),
            came(house.tom),
            came(house.ruth),
        ],
        by=house.ruth,
    )
    told["kerbs_i_see"] = hearing.keep_voice(
        person=ann, how_told="device", words="I see the kerbs. I stop.", subject="going out", conversation=walked, by=house.tom
    )
    told["tipped_before"] = hearing.keep_contribution(
        person=ann,
        contact=house.gwen,
        kind="concern",
        words="In 2022 the old chair tipped at a kerb. At the bridge it is as high as that.",
        conversation=walked,
        person_present=True,
        by=house.ruth,
    )
    told["new_chair"] = hearing.keep_contribution(
        person=ann,
        staff=house.tom,
        words="This chair has a wider base. At the bridge there is a low place ten steps on.",
        conversation=walked,
        person_present=True,
        by=house.tom,
    )
    return walked


def gwen_sees_it_otherwise(house: House, days: Days) -> Iterator[datetime]:
    """Step by step, and nobody is silenced: Ann can decide this, and Ann's choice stands."""
    yield days.at(4, 8, 11)
    told, ruth = house.told, house.ruth
    told["chair_disagreement"] = row = deciding.open_disagreement(
        person=house.ann,
        subject="Whether Ann drives outside by herself",
        decision=told["outdoors_decision"],
        interim="Somebody goes along until this is settled: step 1, as Ann agreed.",
        by=ruth,
    )
    deciding.take_position(disagreement=row, party="person", voice=told["by_myself_outside"], by=ruth)
    deciding.take_position(
        disagreement=row,
        party="circle",
        contact=house.gwen,
        words="I want Ann to stay in the garden. Nobody picks Ann up when I am not there.",
        evidence="The old chair tipped at a kerb in 2022.",
        by=ruth,
    )
    deciding.take_step(disagreement=row, rung="listen", owner=house.tom, by=ruth)
    yield days.at(4, 15, 11)
    deciding.take_step(disagreement=row, rung="check", owner=ruth, by=ruth)
    yield days.at(4, 20, 11)
    deciding.take_step(disagreement=row, rung="evidence", owner=house.tom, by=ruth)
    deciding.close_disagreement(
        disagreement=row,
        came_to="choice_stands",
        reasons="Nothing gives reason to doubt that Ann can decide this: Ann names each kerb, and what can happen. Three tries went well.",
        told="Ann, on the tablet. Gwen, by Ann’s side on Sunday.",
        staff_now="They follow the four steps. Gwen hears at reviews how the tries went.",
        look_again_on=days.on(6, 2),
        by=ruth,
    )


def bicycle(house: House, days: Days) -> None:
    """The try that was stopped is an incident too: what was seen, apart from what somebody thinks."""
    house.told["bicycle"] = practice.keep_incident(
        person=house.ann,
        kind="other",
        area="community",
        seen="At the bridge a bicycle came from behind and passed a hand’s breadth from the chair. Ann stopped. Nobody was hurt.",
        thought="The way is narrow there, and Ann cannot hear a bell behind the motor.",
        done="We went back together. Ruth rang the council about a sign.",
        place="The bridge",
        told="Ruth, at four. Gwen, by Ann, on Sunday.",
        said=JustSaid("device", "I stopped. By myself."),
        by=house.ruth,
        written=Written(occurred_at=days.at(5, 1, 14, 30)),
    )


def looked_again(house: House, days: Days) -> Iterator[datetime]:
    """The risk at the gate goes onto the card; then Ann's review: Ann first, Gwen after Ann, and on again to the river."""
    yield days.at(5, 16, 10)
    told, ruth = house.told, house.ruth
    version: Any = practice.reissue(
        version=told["outdoors_card"],
        trials=[told["gate_try"]],
        because="Cars come in fast while the gate stands open.",
        lines=lines(do=["Ann stops at the gate and looks both ways; the gate is shut behind"]),
        by=ruth,
    ).version
    told["outdoors_card"] = version
    planning.publish(version=version, decision=told["to_the_gate"], message="The gate is on the card now.", by=ruth)
    yield days.at(5, 17, 15)
    _review(house, days)
    yield days.at(5, 17, 16)
    _on_again(house, days)


def _review(house: House, days: Days) -> None:
    ann, told = house.ann, house.told
    told["chair_review"] = met = hearing.hold_conversation(
        person=ann,
        kind="review_meeting",
        title="How it goes in the chair",
        purpose="To look at the tries together, and at what comes next.",
        place="The terrace at Derwen House",
        who_spoke_first="person",
        how_we_talked="Ann laid the pictures of the tries in a row. Gwen asked after each.",
        agenda=["What Ann says", "The tries, one by one", "What Gwen sees", "Which step it is now"],
        present=[themself("Chose which pictures"), came(house.gwen), came(house.tom), came(house.ruth)],
        by=house.ruth,
    )
    told["river_now"] = hearing.keep_voice(
        person=ann, how_told="device", words="River. Low place at the bridge. You behind.", wish="change", subject="going out",
        conversation=met, by=house.ruth,
    )  # fmt: skip
    gwen_says = "I saw Ann stop at the gate by herself. I am still afraid of the bridge. The low place is better."
    hearing.keep_contribution(
        person=ann, contact=house.gwen, kind="opinion", words=gwen_says, conversation=met, person_present=True, by=house.ruth
    )
    answering.look_again(
        item=told["outdoors"],
        kind="triggered",
        took_part="led",
        conversation=met,
        verdict="change",
        look_again_on=days.on(6, 2),
        because="Nine tries, one stopped, nobody hurt. Since the step back all three went well. Ann wants the river, by the low place.",
        perspectives=[
            works(told["river_now"], "Stopping at each kerb. The low place."),
            sees(house.gwen, gwen_says),
            sees(house.tom, "The bridge is narrow when bicycles come.", "works_not"),
        ],
        by=house.ruth,
    )


def _on_again(house: House, days: Days) -> None:
    """Sooner than the day that was agreed, because Ann asks for it and the rule of the step is met."""
    told, ruth = house.told, house.ruth
    question = deciding.ask(
        person=house.ann,
        text="Does Ann go on to the river again?",
        area="community",
        impact="low",
        talked_in=[told["chair_review"]],
        by=ruth,
    )
    decision = deciding.decide(
        question=question,
        conversation=told["chair_review"],
        outcome="Step 2 again: to the river by the low place, somebody behind",
        basis="own",
        considered=[
            weighed(told["river_now"]),
            weighed(told["tipped_before"], "shaped", "Ann takes the low place, ten steps on."),
            weighed(told["new_chair"], "shaped"),
        ],
        by=ruth,
    )
    deciding.tell(decision=decision, how="Moved the mark on the tablet, together", shown_back=True, reaction="right", by=ruth)
    version = planning.move(item=told["outdoors"], to=2, voice=told["river_now"], look_again_on=days.on(6, 2), by=ruth)
    planning.publish(version=version, decision=decision, message="Step 2 again, by the low place, because Ann said so.", by=ruth)
    told["outdoors_card"] = version
