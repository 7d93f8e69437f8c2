"""Sam’s group days (seed 003, example 3): a list and a check-in of Sam’s choosing, and two tablets that were missed."""

from collections.abc import Iterator
from datetime import datetime, time
from typing import Any

from throughline.agreements.said import JustSaid
from throughline.base import clock
from throughline.base.written import Written
from throughline.conversations import actions as hearing
from throughline.decisions import actions as deciding
from throughline.plan import actions as planning
from throughline.plan.models import AgreedCheckIn, Threshold
from throughline.practice import actions as practice

from ..telling import Days
from .cast import House
from .parts import lines, weighed

BY_TEXT = {"method": "text", "at": time(18), "grace": 30, "if_missed": "Ring Sam. After 15 minutes ring Ruth."}
TABLETS = {
    "counts": "missed_medicine",
    "at_least": 2,
    "within_days": 7,
    "do": "Ask Sam what gets in the way, and ring Dr Shah the same day.",
    "call": "Ruth, then on call",
}
SILENCE = {"counts": "missed_check_in", "at_least": 2, "within_days": 7, "do": "Sit down with Sam about the times.", "call": "Amina"}
SAM_SAYS = {2: "All good. Home.", 4: "Late. Bus was full."}


def group_days(house: House, days: Days) -> Iterator[datetime]:
    """Agreed with Sam on 8 May; a week of texts, one of which did not come; a tablet missed on the 14th and on the 17th."""
    yield days.at(5, 8, 16)
    _agreed(house)
    for n in range(1, 10):
        yield clock.moment(days.on(5, 8 + n), 18, 35)
        _texted(house, n)
        if n in (6, 9):
            yield clock.moment(days.on(5, 8 + n), 21, 15)
            _missed(house, clock.moment(days.on(5, 8 + n), 20, 30), first=n == 6)
    yield days.at(5, 18, 18, 20)
    _texted(house, 10)


def _agreed(house: House) -> None:
    told = house.told
    said: dict[str, Any] = {"person": house.sam, "by": house.amina}
    told["text_not_ring"] = hearing.keep_voice(**said, how_told="said", words="I text you. Don’t ring me at the group.", wish="request")
    question = deciding.ask(**said, text="How do we know that Sam is all right at the group?", area="community", impact="low")
    decision = deciding.decide(
        question=question,
        outcome="Sam texts at 6. Nobody rings before half past.",
        basis="own",
        considered=[weighed(told["text_not_ring"])],
        by=house.amina,
    )
    deciding.tell(decision=decision, how="Sam typed it into the phone", reaction="right", by=house.amina)
    version = planning.begin(
        **said,
        kind="checklist",
        title="Going to the group",
        summary="Sam goes alone. We check three things with Sam first, and Sam texts.",
        own_words=told["text_not_ring"],
        lines=lines(check=["Tablets taken", "Something to eat in the bag", "Sam says which bus"], do_not=["Ring Sam at the group"]),
        thresholds=[Threshold(**TABLETS), Threshold(**SILENCE)],
        check_ins=[AgreedCheckIn(**BY_TEXT)],
    )
    told["group_time"] = version.item
    planning.publish(version=version, decision=decision, message="Sam’s own times, and when we step in more.", by=house.amina)


def _texted(house: House, n: int) -> None:
    """What came of the check-in of the day: on the seventh, nothing."""
    agreed: Any = AgreedCheckIn.objects.get(version__item=house.told["group_time"])
    due = clock.moment(clock.today(), 18)
    given: dict[str, Any] = {"person": house.sam, "agreed": agreed, "due": due, "by": house.tom}
    if n == 7:
        practice.keep_check_in(**given, answer="no_answer", note="Rang at 6:35. Sam was on the bus, without signal.")
        return
    said = JustSaid("wrote", SAM_SAYS[n]) if n in SAM_SAYS else None
    practice.keep_check_in(**given, answer="answered", said=said, written=Written(occurred_at=clock.moment(clock.today(), 18, 10)))


def _missed(house: House, due: datetime, *, first: bool) -> None:
    """The same tablet both times. With the second a threshold is crossed."""
    practice.keep_missed_medicine(
        person=house.sam,
        what="The evening tablet.",
        why="away" if first else "forgotten",
        why_words="Sam came home after nine." if first else "It was not in the bag.",
        told="The pharmacist, at ten past nine.",
        advised="Leave it out, and take the next one as usual.",
        by=house.tom,
        written=Written(occurred_at=due),
    )
