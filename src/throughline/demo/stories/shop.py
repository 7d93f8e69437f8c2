"""The shop (seed 000, example 2): Jo wants to go alone. Step by step, with Priya's worries weighed, and Jo asked before each step."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from throughline.base import numbers
from throughline.conversations import actions as hearing
from throughline.conversations.models import Voice
from throughline.decisions import actions as deciding
from throughline.decisions.models import Decision
from throughline.plan import actions as planning
from throughline.plan.models import Line, Stage, Version
from throughline.practice import actions as practice
from throughline.reviews import actions as answering

from ..media import keep_picture
from ..telling import Days
from .cast import House
from .parts import came, lines, sees, stages, step, themself, weighed, works
from .shop_steps import CARDS, STAGES, Card

SHOP_DAYS = {0: "mon", 2: "wed", 5: "sat"}


def shop(house: House, days: Days) -> Iterator[datetime]:
    """From Jo's words in January to step 3."""
    yield from _said(house, days)
    yield from _meeting(house, days)
    yield from _first_step(house, days)
    yield from _second_step(house, days)
    yield from _third_step(house, days)


def _said(house: House, days: Days) -> Iterator[datetime]:
    told = house.told
    yield days.at(1, 12, 10, 40)
    told["know_the_way"] = hearing.keep_voice(
        person=house.jo, how_told="said", words="I know the way.", wish="request", subject="going to the shop alone", by=house.amina
    )
    yield days.at(1, 13, 18)
    told["got_lost"] = hearing.keep_contribution(
        person=house.jo,
        contact=house.priya,
        kind="concern",
        words="Jo got lost at the market once, for three hours. A man took the purse.",
        beforehand=True,
        by=house.amina,
    )
    yield days.at(1, 14, 12)
    told["asks_strangers"] = hearing.keep_contribution(
        person=house.jo, staff=house.tom, words="Jo stops at the kerb every time. Jo gives money to whoever asks.", by=house.tom
    )


def _meeting(house: House, days: Days) -> Iterator[datetime]:
    jo, amina, told = house.jo, house.amina, house.told
    yield days.at(1, 16, 11)
    told["shop_meeting"] = hearing.hold_conversation(
        person=jo,
        kind="meeting",
        title="Going to the shop",
        purpose="To find with Jo a way to the shop that is Jo’s own, and safe enough.",
        place="The kitchen at Elm House",
        who_spoke_first="person",
        how_we_talked="A walk with photos first, then the photos on the table. 10 seconds to answer.",
        agenda=["What Jo wants", "What worries people, with pictures", "Ways to do it", "What would make us stop, and who rings whom"],
        present=[
            themself("Walked the way with Amina and took the photos"),
            came(house.priya),
            came(house.dan),
            came(amina),
            came(house.tom),
        ],
        by=amina,
    )
    told["by_myself"] = hearing.keep_voice(
        person=jo,
        how_told="picked",
        words="By myself. I have my phone.",
        wish="change",
        conversation=told["shop_meeting"],
        how_helped="aided",
        helper_staff=amina,
        by=amina,
    )
    told["priya_phone"] = hearing.keep_contribution(
        person=jo,
        contact=house.priya,
        kind="request",
        words="Then I want somebody with Jo every time.",
        conversation=told["shop_meeting"],
        person_present=True,
        by=amina,
    )
    yield days.at(1, 16, 12)
    told["shop_decision"] = _decided(house, days)
    yield days.at(1, 16, 12, 30)
    deciding.tell(decision=told["shop_decision"], how="The four steps as photos, on the board", shown_back=True, reaction="right", by=amina)


def _decided(house: House, days: Days) -> Decision:
    amina, told = house.amina, house.told
    question = deciding.ask(
        person=house.jo, text="How does Jo go to the shop?", area="community", impact="moderate", talked_in=[told["shop_meeting"]], by=amina
    )
    in_steps = deciding.offer(
        question=question,
        title="Alone, in four steps",
        benefits="It is Jo’s own\nJo learns the way for good",
        risks="Jo may get lost\nSomebody may ask for money",
        how_shown="Four photos in a row",
        reaction="picked",
        photo=keep_picture(house.jo, "shop", "The shop on the corner", by=amina),
        by=amina,
    )
    deciding.offer(
        question=question,
        title="With somebody every time",
        benefits="Somebody is there",
        risks="Jo cannot choose when",
        how_shown="A photo of two people",
        reaction="no",
        reaction_words="“No. Me.”",
        by=amina,
    )
    deciding.offer(
        question=question,
        title="Keep it as it is: order by phone",
        benefits="No risk on the way",
        risks="Jo stays in, and learns nothing",
        how_shown="A photo of the phone",
        reaction="no",
        by=amina,
    )
    numbers.raise_to("D", 96)
    return deciding.decide(
        question=question,
        conversation=told["shop_meeting"],
        outcome="Jo goes to the shop alone, in four steps. Jo says when the next step begins",
        option=in_steps,
        basis="own_with_support",
        support_given="A walk with photos, pictures of what can go wrong, time, Dan beside Jo.",
        reasons="Jo wants it and knows the way. Each risk has an answer that takes nothing else away.",
        considered=[
            weighed(told["know_the_way"]),
            weighed(told["by_myself"]),
            weighed(told["got_lost"], "shaped", "The phone, a wave at the corner, and who rings whom after 20 minutes."),
            weighed(told["asks_strangers"], "shaped", "Jo takes £10 and no card."),
            weighed(told["priya_phone"], "not_followed", "Jo said no to it. Priya hears at each review how it goes."),
        ],
        look_again_on=days.on(3, 1),
        look_again_if="Jo asks\nJo is not back in 20 minutes\nTwo tries are stopped early",
        by=amina,
    )


def _content(house: House, days: Days, version: int) -> dict[str, Any]:
    """A version of the ladder: all four steps, and the card of the one that Jo is on."""
    card = CARDS[version]
    alone = card.number >= 3
    return {
        "title": f"To the shop on my own, step {card.number}",
        "summary": "Jo goes to the shop alone, in four steps. Jo says when the next one begins.",
        "own_words": house.told["know_the_way"],
        "because": [house.told["by_myself"]],
        "measure": "The people at the till know me.",
        "lines": _lines(house, card, alone),
        "stages": stages(card.number, *(Stage(**each) for each in STAGES)),
        "steps": [step("To the shop with Jo", "10:30", "11:30", weekday) for weekday in SHOP_DAYS.values()],
        "look_again_on": days.on(6, 9) if alone else days.on(3, 1) if card.number == 1 else days.on(4, 19),
        "look_again_if": "Jo asks\nJo is not back in 20 minutes\nTwo tries are stopped early",
    }


def _lines(house: House, card: Card, alone: bool) -> list[Line]:
    return lines(
        do=[*card.do[:-1], (card.do[-1], house.told["asks_strangers"])] if not alone else card.do,
        do_not=["Follow Jo inside", "Ring before 15 minutes"] if alone else ["Point before Jo looks"],
        early_sign=["Looks back more than twice"],
        step_up=[("20 minutes with no wave", house.told["got_lost"])] if alone else ["Jo sits down on the way"],
        call=["Ring Jo, then Ruth"],
        check_in=["A wave at the corner, both ways. Jo chose it"] if alone else [],
        benefit=["It is Jo’s own", "Jo learns the way for good"],
        harm=["Jo stays in, and learns nothing"],
    )


def _first_step(house: House, days: Days) -> Iterator[datetime]:
    told = house.told
    yield days.at(1, 20, 9)
    numbers.raise_to("T", 28)
    first = planning.begin(person=house.jo, kind="risk_ladder", by=house.amina, **_content(house, days, 1))
    told["shop_item"], told["shop_card"] = first.item, first
    planning.publish(version=first, decision=told["shop_decision"], message="Step 1: together.", by=house.amina)
    yield days.at(2, 4, 15)
    looked = practice.reissue(
        version=first,
        trials=[told["road_is_up"]],
        because="Jo and Tom tried the crossing by the bank. Jo likes it better.",
        lines=lines(do=["At the roadworks, cross by the bank"]),
        by=house.amina,
    )
    assert looked.version is not None
    told["shop_card"] = looked.version
    message = "The road is up by the post office. Jo and Tom tried the crossing by the bank."
    planning.publish(version=looked.version, decision=told["shop_decision"], message=message, by=house.amina)


def _next_card(house: House, days: Days, version: int, decision: Decision, message: str) -> Version:
    card = planning.write(item=house.told["shop_item"], by=house.amina, **_content(house, days, version))
    house.told["shop_card"] = card
    planning.publish(version=card, decision=decision, message=message, by=house.amina)
    return card


def _second_step(house: House, days: Days) -> Iterator[datetime]:
    yield days.at(3, 1, 14)
    ready = hearing.keep_voice(
        person=house.jo, how_told="said", words="I can do it. You stay back.", wish="change", subject="the shop", by=house.amina
    )
    _look_again(house, ready, days.on(4, 19), "Jo knows each photo, and says ready.")
    decision = _step_up(house, ready, "Is Jo ready for somebody behind, at a distance?", "Step 2: somebody behind, at a distance")
    yield days.at(3, 2, 9)
    _next_card(house, days, 3, decision, "Step 2, because Jo said so.")


def _third_step(house: House, days: Days) -> Iterator[datetime]:
    yield days.at(4, 19, 15)
    ready = hearing.keep_voice(
        person=house.jo, how_told="said", words="No one behind me now.", wish="change", subject="the shop", by=house.amina
    )
    _look_again(house, ready, days.on(6, 9), "Seven weeks, no step back. Once Jo waved for help at the roadworks, and then knew.")
    decision = _step_up(house, ready, "Is Jo ready to go alone, with a wave at the corner?", "Step 3: alone, with a wave at the corner")
    yield days.at(4, 19, 16)
    _next_card(house, days, 4, decision, "Step 3. Jo has the phone and £10.")


def _look_again(house: House, ready: Voice, next_on: date, because: str) -> None:
    answering.look_again(
        item=house.told["shop_item"],
        kind="planned",
        took_part="led",
        verdict="change",
        because=because,
        look_again_on=next_on,
        perspectives=[
            works(ready, "Walking there. Paying. People at the till know me."),
            sees(house.priya, "I still look at the clock. I like that Jo rings me after."),
            sees(house.tom, "Jo stops, looks and goes. I have not had to say anything."),
        ],
        by=house.amina,
    )


def _step_up(house: House, ready: Voice, text: str, outcome: str) -> Decision:
    """Moving up needs Jo's yes, each time (`domain.md` 8.3)."""
    talk = hearing.hold_conversation(
        person=house.jo,
        kind="talk",
        title="Is it time for the next step?",
        purpose="To ask Jo, and to say what would make us go back one.",
        who_spoke_first="person",
        how_we_talked="The four photos on the board, and the arrow.",
        present=[themself(), came(house.amina), came(house.priya, attendance="separately")],
        by=house.amina,
    )
    question = deciding.ask(person=house.jo, text=text, area="community", impact="low", talked_in=[talk], by=house.amina)
    decision = deciding.decide(
        question=question, conversation=talk, outcome=outcome, basis="own", considered=[weighed(ready)], by=house.amina
    )
    deciding.tell(decision=decision, how="Moved the arrow on the board, together", shown_back=True, reaction="right", by=house.amina)
    return decision
