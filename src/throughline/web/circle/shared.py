"""What of a person's record is shared with whoever reads. All on which a row stands has to be shared, not the row alone.

A plan item whose version is about money, or that rests on a decision about money, is about money, whatever its own row says.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from throughline.access import circle
from throughline.base import clock
from throughline.base.models import Topic
from throughline.decisions import queries as decisions
from throughline.decisions.choices import Area
from throughline.people.sight import Sight
from throughline.plan import queries as plan
from throughline.practice import queries as practice
from throughline.reviews import queries as reviews

LATELY = timedelta(days=30)


def all_open(sight: Sight, topics: Iterable[str]) -> bool:
    """Whether every one of some topics is shared."""
    return sight.topics is not None and set(topics) <= sight.topics


def of_question(question: Any) -> set[str]:
    """What a question is about: what it says, and what its part of life says."""
    return {question.topic, Area(question.area).topic}


def of_decision(decision: Any) -> set[str]:
    """What a decision is about."""
    return {decision.topic, *of_question(decision.question)}


def of_publication(publication: Any) -> set[str]:
    """What a publication is about. Its version and decision come with it."""
    version = publication.version
    resting = of_decision(publication.decision) if publication.decision else set()
    money = {Topic.MONEY.value} if version is not None and version.controls_money else set()
    return {publication.topic, *({version.topic} if version else ()), *resting, *money}


def in_force(sight: Sight) -> list[Any]:
    """What staff follow now, of what is shared."""
    return [each for each in plan.followed(sight) if all_open(sight, of_publication(each))]


def decided(sight: Sight) -> list[Any]:
    """Decisions that take effect, of what is shared, the newest first."""
    rows = decisions.decisions(sight)
    return [each for each in rows if each.takes_effect and all_open(sight, of_decision(each))]


def open_questions(sight: Sight) -> list[Any]:
    """What is still to be decided, of what is shared, the newest first."""
    return [each for each in decisions.undecided(sight) if all_open(sight, of_question(each))]


@dataclass(frozen=True)
class LookedAgain:
    """A review with the title of the version that people looked at, and the change that came of it."""

    review: Any
    title: str
    changed: Any | None


def looked_again(sight: Sight) -> list[LookedAgain]:
    """Reviews of what is shared at reviews or at any time, the newest first, each with what was looked at and what was agreed then.

    What staff have followed since is not shown here: what is shared at reviews is no feed of what happens between them.
    """
    sight = circle.at_reviews(sight)
    rows, published = reviews.reviews(sight), defaultdict(list)
    for each in plan.published(sight, {row.item_id for row in rows}):
        published[each.item_id].append(each)
    looked = [_looked_again(sight, row, published[row.item_id]) for row in rows]
    return [each for each in looked if each is not None]


def _looked_again(sight: Sight, review: Any, published: list[Any]) -> LookedAgain | None:
    """None where what people looked at is not shared. published: every version that staff followed of its item, the oldest first."""
    before = [each for each in published if each.occurred_at <= review.occurred_at]
    if not before or not all_open(sight, of_publication(before[-1])):
        return None
    return LookedAgain(review, before[-1].version.title, _came_of(sight, review, published[len(before) :]))


def _came_of(sight: Sight, review: Any, later: list[Any]) -> Any | None:
    """What was agreed when people looked again: the version that staff were given before that day was over."""
    agreed = later[0] if later and clock.day_of(later[0].occurred_at) == clock.day_of(review.occurred_at) else None
    return agreed if agreed is not None and all_open(sight, of_publication(agreed)) else None


def counted(sight: Sight) -> dict[Any, dict[str, int]]:
    """How often staff did what the plan says in the last month, by plan item and result."""
    return practice.totals(sight, since=clock.today() - LATELY)
