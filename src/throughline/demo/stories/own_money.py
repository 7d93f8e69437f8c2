"""Sam's own money: a small plan made with Sam, who holds all of it, and what was spent beside it; and how in charge Jo is of Jo's day."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

from throughline.agreements.said import JustSaid
from throughline.base import clock
from throughline.conversations import actions as hearing
from throughline.decisions import actions as deciding
from throughline.plan import actions as planning
from throughline.plan.parts import Allowance
from throughline.practice import actions as practice

from ..telling import Days
from .cast import House
from .parts import came, lines, themself, weighed

OUT, ART = "Going out", "Paint and paper"

# (month, day, amount, what, purpose, who chose, left, Sam's words)
SPENT: tuple[tuple[int, int, str, str, str, str, str, str], ...] = (
    (5, 5, "4.50", "Chips by the canal", OUT, "alone", "15.50", ""),
    (5, 8, "6.20", "Lunch at the library", OUT, "alone", "9.30", ""),
    (5, 9, "11.99", "Brushes, three sizes", ART, "with_support", "", "The thick one is best."),
    (5, 13, "3.80", "Cake after the bus", OUT, "alone", "16.20", ""),
    (5, 16, "21.00", "The match, and a scarf", OUT, "alone", "0", "We won!"),
    (5, 18, "2.60", "Tea in the market", OUT, "alone", "17.40", ""),
)
WHY_MORE = "The ticket was dearer than last time. Sam chose to go all the same, and stays in next week."


def own_money(house: House, days: Days) -> Iterator[datetime]:
    """Sam's plan from the end of April; one week is over it, which is told and asked about, and not stopped."""
    told = house.told
    yield days.at(4, 27, 17)
    about: dict[str, Any] = {"person": house.sam, "topic": "money"}
    words = hearing.keep_voice(
        how_told="said", words="My money in my pocket. I write it down myself.", wish="request", subject="money", by=house.amina, **about
    )
    talk = hearing.hold_conversation(
        kind="talk",
        title="Money for the week",
        purpose="To find out how Sam wants to keep an eye on money.",
        place="The library",
        who_spoke_first="person",
        how_we_talked="Sam counted it out on the table.",
        present=[themself(), came(house.amina)],
        by=house.amina,
        **about,
    )
    question = deciding.ask(
        text="How does Sam keep money for the week?", area="money", impact="low", talked_in=[talk], by=house.amina, **about
    )
    decision = deciding.decide(
        question=question,
        conversation=talk,
        outcome="£20 a week for going out, £15 a month for paint. Sam holds it and writes it down",
        basis="own",
        considered=[weighed(words)],
        by=house.amina,
    )
    deciding.tell(decision=decision, how="Sam counted it out again", shown_back=True, reaction="right", by=house.amina)
    yield days.at(4, 28, 11)
    plan = _plan(house, days, words)
    told["sams_money"] = plan.item
    planning.publish(version=plan, decision=decision, message="As Sam counted it out.", by=house.amina)
    yield from _spent(house, days, {each.purpose: each for each in plan.allowances.all()})


def _plan(house: House, days: Days, words: Any) -> Any:
    agreed = [
        Allowance(purpose=OUT, amount=Decimal("20.00"), every="week", holder="person", receipts="none"),
        Allowance(purpose=ART, amount=Decimal("15.00"), every="month", holder="person", alone_up_to=Decimal("10.00"), receipts="if_given"),
    ]
    return planning.begin(
        person=house.sam,
        kind="money_plan",
        title="My money for the week",
        own_words=words,
        allowances=agreed,
        lines=lines(do=["Ask Sam what is left when Sam comes home"], do_not=["Look into Sam’s pocket"]),
        look_again_on=days.on(6, 8),
        by=house.amina,
    )


def _spent(house: House, days: Days, agreed: dict[str, Any]) -> Iterator[datetime]:
    for month, day, amount, what, purpose, who, left, words in SPENT:
        yield days.at(month, day, 17, 30)
        kept = practice.keep_spending(
            person=house.sam,
            allowance=agreed[purpose],
            amount=Decimal(amount),
            what=what,
            who_chose=who,
            left=Decimal(left) if left else None,
            said=JustSaid("said", words) if words else None,
            by=house.tom,
        )
        if left == "0":
            practice.say_why_more(spending=kept, why=WHY_MORE, by=house.tom)


# How many weeks ago, which answer, how Jo told us, Jo's words.
WEEKS: tuple[tuple[int, int, str, str], ...] = (
    (9, 2, "picked", ""),
    (8, 2, "picked", "Loud."),
    (7, 1, "picked", ""),
    (5, 1, "signed", ""),
    (4, 0, "picked", "I say when."),
    (2, 1, "picked", ""),
    (1, 0, "picked", "My afternoon."),
)


def in_charge(house: House, days: Days) -> Iterator[datetime]:
    """Jo's own question, with three cards, on some Sundays: it turned out better since the afternoons changed."""
    yield days.at(3, 9, 15)
    words = hearing.keep_voice(
        person=house.jo, how_told="picked", words="Me. Sometimes me. Not me.", wish="telling", how_helped="aided", by=house.amina
    )
    wanted = planning.begin(
        person=house.jo,
        kind="outcome",
        title="I am in charge of my day",
        own_words=words,
        measure="Jo’s own answer, with the three cards, on Sundays",
        baseline="Not me",
        baseline_on=days.on(3, 9),
        target="Me, most Sundays",
        lines=lines(
            ask=["Who says what happens in my day?"], answer=["☀ Me", "☀☁ Sometimes me", "☁ Not me"], do=["Cards on the table, then wait"]
        ),
        look_again_on=days.on(6, 2),
        by=house.amina,
    )
    house.told["in_charge"] = wanted.item
    planning.publish(version=wanted, message="Three cards that Jo made. Asked on Sundays when Jo likes.", by=house.amina)
    answers = list(wanted.lines.filter(part="answer"))
    for ago, nth, how, said in WEEKS:
        yield clock.moment(days.ago(ago * 7 + 2), 17, 10)
        practice.keep_answer(
            person=house.jo,
            version=wanted,
            answer=answers[nth],
            how_told=how,
            how_helped="aided",
            helper_staff=house.tom,
            said=JustSaid(how, said) if said else None,
            by=house.amina,
        )
