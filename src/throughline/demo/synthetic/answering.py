"""What is done about what synthetic people say: answered late or soon, told or not, checked or not; and items looked at again."""

from datetime import datetime, timedelta
from typing import Any

from throughline.base import clock
from throughline.base.models import Amendment
from throughline.conversations.models import Voice
from throughline.people.choices import Party
from throughline.plan.models import Item
from throughline.reviews.models import Check, Perspective, Response, Review, Told

from .hearing import voice
from .record import NotYet, Record
from .words import ANSWERS, TOLD

STATES = {"done": 50, "doing": 17, "could_not": 10, "waiting": 23}
NEVER_ANSWERED = 0.1


def answer_all(record: Record) -> None:
    """Answer what waits, in the days after it was said; what people say of an answer may wait in its turn."""
    while record.awaiting:
        said = record.awaiting.pop()
        try:
            if not record.dice.often(NEVER_ANSWERED):
                _answer(record, said)
        except NotYet:
            continue


def _answer(record: Record, said: Voice) -> None:
    dice = record.dice
    at = record.after(said.recorded_at, 0, round(dice.long_tailed(4)))
    state = dice.one(STATES)
    by_day = clock.day_of(at) + timedelta(days=14) if state in ("waiting", "doing") else None
    response = _respond(record, said, at, state, by_day)
    if state == "waiting" and dice.often(0.8):
        at = record.after(at, 2, 20)
        what = _what(record, "done")
        why = "Where it stands now."
        changed = {"state": "done", "what": what, "by_day": None}
        response = record.amending(response, at, record.leader, Amendment.CORRECTED, why, occurred_at=at, **changed)
    if dice.often(0.82):
        at = record.after(at, 0, 4)
        record.row(Told, at, record.anybody(), response_id=response.pk, how=dice.choice(TOLD), topic=response.topic)
        _check(record, response, at)


def _respond(record: Record, said: Voice, at: datetime, state: str, by_day: Any) -> Response:
    told = {"state": state, "what": _what(record, state), "by_day": by_day}
    return record.row(Response, at, record.leader, voice_id=said.pk, topic=said.topic, **told)


def _what(record: Record, state: str) -> str:
    return record.dice.choice(ANSWERS[state]).format(name=record.person.name)


def _check(record: Record, response: Response, at: datetime) -> None:
    """Somebody asks whether it was right, weeks later, or forgets to."""
    if record.dice.often(0.55):
        at = record.after(at, 5, 30)
        words = voice(record, at, "Better.", wish="telling") if record.dice.often(0.5) else None
        right = record.dice.one({"yes": 72, "unsure": 18, "no": 10})
        by = record.anybody()
        record.row(Check, at, by, response_id=response.pk, right=right, voice_id=words.pk if words else None, topic=response.topic)


def look_again(record: Record, item: Item) -> None:
    """Reviews of one item, every few months; some are late and some are never held."""
    at = item.occurred_at
    try:
        while record.dice.often(0.75):
            at = record.after(at, 50, 130)
            _review(record, item, at)
    except NotYet:
        return


def _review(record: Record, item: Item, at: datetime) -> None:
    dice = record.dice
    heard = dice.often(0.85)
    mine = voice(record, at - timedelta(hours=1), "It is all right. Keep it.", wish="telling") if heard else None
    review = record.row(
        Review,
        at,
        record.leader,
        item_id=item.pk,
        topic=item.topic,
        kind=dice.one({"planned": 80, "asked": 12, "triggered": 8}),
        took_part=dice.one({"led": 3, "present": 5, "separate": 2}) if heard else dice.one({"chose_not": 3, "not_offered": 1}),
        no_part_because="" if heard else "Did not want to, that week. We looked at the photos of the month together after it.",
        verdict=dice.one({"keep": 75, "change": 20, "end": 5}),
        because="It is done most days, and it helps.",
        look_again_on=clock.day_of(at) + timedelta(days=90) if dice.often(0.9) else None,
    )
    views: list[dict[str, Any]] = [{"party": Party.PERSON, "voice_id": mine.pk, "text": "What I said."}] if mine else []
    views.append({"party": Party.STAFF, "staff_id": record.leader.pk, "text": "The mornings go well."})
    for position, view in enumerate(views, 1):
        record.part(Perspective, at, review_id=review.pk, position=position, works=dice.one({"works": 8, "works_not": 2}), **view)
