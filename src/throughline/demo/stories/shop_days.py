"""Each walk to the shop, written down as it went; and £10 a day, which nobody has written about yet."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from throughline.agreements.said import JustSaid
from throughline.base import clock
from throughline.conversations import actions as hearing
from throughline.conversations.models import Conversation
from throughline.decisions import actions as deciding
from throughline.decisions.models import Decision
from throughline.plan import actions as planning
from throughline.practice import actions as practice

from ..telling import Days
from .cast import House
from .parts import came, lines, themself, weighed

SHOP_DAYS = (0, 2, 5)
WALKS: list[dict[str, Any]] = [
    {"support": "prompts", "prompts": 1, "went_well": "Paid alone", "was_hard": "The crossing", "minutes": 30},
    {"support": "alone", "went_well": "Knew what comes next", "was_hard": "Nothing was hard"},
    {"result": "said_no", "note": "Rain. Jo said tomorrow."},
    {"support": "alone", "went_well": "Knew every photo before the corner"},
    {"support": "alone", "went_well": "Said no and walked on", "was_hard": "A man asked for a pound"},
    {"support": "stopped", "was_hard": "Too many children at the park. Went back later"},
    {"support": "alone", "went_well": "Kept calm", "minutes": 20},
    {"support": "alone", "went_well": "Said good morning at the till\nCounted the change", "confidence": 8},
    {"result": "not_offered", "why_not": "busy_shift"},
    {"support": "alone", "went_well": "Waved at the corner, both ways", "confidence": 9, "ready": "yes"},
]
ROAD_IS_UP = {"new_risk": True, "risk": "The road is up by the post office. Jo walked on the road"}


def shop_days(house: House, days: Days) -> Iterator[datetime]:
    """Three walks a week since the first card."""
    walks = (day for day in days.since(1, 21) if day.weekday() in SHOP_DAYS)
    for n, day in enumerate(walks):
        yield clock.moment(day, 11, 40)
        _walk(house, n, day)


def _walk(house: House, n: int, day: date) -> None:
    """A try, or that there was none: Jo did not want to, or staff could not. The sixth shows a new risk."""
    went, card = WALKS[n % len(WALKS)], house.told["shop_card"]
    by, step = house.tom if n % 2 else house.amina, card.steps.get(position=SHOP_DAYS.index(day.weekday()) + 1)
    if "result" in went:
        practice.record_routine(person=house.jo, version=card, step=step, by=by, **went)
        return
    more = ROAD_IS_UP if n == len(WALKS) // 2 else {}
    tried = practice.keep_trial(stage=card.stages.get(is_current=True), step=step, said=_says(n), by=by, **went | more)
    if more:
        house.told["road_is_up"] = tried


def _says(n: int) -> JustSaid | None:
    """What Jo says at the till, once."""
    return JustSaid("said", "I said good morning. She knows me.") if n == 2 * len(WALKS) + 7 else None


def money(house: House, days: Days) -> Iterator[datetime]:
    """The money plan, agreed with Jo; published a week ago, and nothing seen yet."""
    told = house.told
    yield days.at(4, 21, 12)
    about: dict[str, Any] = {"person": house.jo, "topic": "money", "by": house.amina}
    told["ten_pounds"] = hearing.keep_voice(how_told="said", words="£10 a day for me. I keep it.", wish="request", subject="money", **about)
    yield days.at(4, 23, 18)
    told["somebody_asks"] = hearing.keep_contribution(
        contact=house.priya,
        kind="concern",
        words="If somebody asks for money, Jo gives it. I would rather that you keep it and Jo asks.",
        **about,
    )
    yield days.at(5, 11, 11)
    decision = _money_decided(house, days)
    deciding.tell(decision=decision, how="Ten pound coins on the table, and the tin", shown_back=True, reaction="right", by=house.amina)
    yield days.at(5, 12, 9)
    plan = planning.begin(
        person=house.jo,
        kind="money_plan",
        title="£10 a day for me",
        own_words=told["ten_pounds"],
        controls_money=True,
        lines=lines(
            do=["Give Jo £10 after breakfast, the rest stays in Jo’s tin", "Jo knows the code. Open it together", "Jo keeps what is left"],
            do_not=["Ask for a receipt", "Keep back what was not spent"],
            step_up=[("Jo gave money to the same person twice", told["somebody_asks"])],
            call=["Talk with Jo first, then tell Ruth"],
        ),
        look_again_on=days.on(6, 9),
        by=house.amina,
    )
    told["money"] = plan.item
    planning.publish(
        version=plan, decision=decision, limits=True, message="Agreed with Jo. Safe shops are on the back of the card.", by=house.ruth
    )


def _talked_with_jo(house: House) -> Conversation:
    """At the kitchen table, with the tin and the coins."""
    return hearing.hold_conversation(
        person=house.jo,
        kind="talk",
        title="Ten pounds a day",
        purpose="To find out how Jo wants to have money each day.",
        place="The kitchen table",
        topic="money",
        who_spoke_first="person",
        how_we_talked="Real coins, one day after the other on the calendar.",
        present=[themself(), came(house.amina)],
        by=house.amina,
    )


def _money_decided(house: House, days: Days) -> Decision:
    amina, told = house.amina, house.told
    question = deciding.ask(
        person=house.jo,
        text="How does Jo have money for each day?",
        area="money",
        impact="moderate",
        talked_in=[_talked_with_jo(house)],
        by=amina,
    )
    ten = deciding.offer(
        question=question,
        title="£10 a day, the rest in Jo’s tin",
        benefits="Jo decides what to buy\nNo more can go than one day’s",
        risks="Jo may give it away",
        how_shown="Coins and the tin",
        reaction="picked",
        by=amina,
    )
    deciding.offer(
        question=question,
        title="Staff keep it and Jo asks",
        benefits="Nobody takes it",
        risks="Jo has to ask for what is Jo’s",
        how_shown="The tin in the office",
        reaction="no",
        reaction_words="“Mine.”",
        by=amina,
    )
    deciding.offer(
        question=question,
        title="Keep it as it is: Jo’s bank card",
        benefits="All of it is there",
        risks="All of it can go",
        how_shown="The card",
        reaction="unsure",
        by=amina,
    )
    return deciding.decide(
        question=question,
        outcome="£10 a day for Jo to keep. The rest is in Jo’s tin, opened together",
        option=ten,
        basis="own_with_support",
        support_given="Coins and the tin on the table, two talks, Dan beside Jo.",
        considered=[
            weighed(told["ten_pounds"]),
            weighed(told["somebody_asks"], "partly", "A day’s money is the most that can go. Jo does not ask."),
        ],
        look_again_on=days.on(6, 9),
        by=amina,
    )
