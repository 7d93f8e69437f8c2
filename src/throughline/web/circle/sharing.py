"""What is shared with whoever reads, topic by topic: how much, who decided that, when it is asked again; or why it is not."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughline.access import circle
from throughline.access.choices import GrantBasis
from throughline.access.law import AT_REVIEWS, MAY_SEE, NO
from throughline.base import clock
from throughline.base.models import Topic
from throughline.people.sight import Sight

from .. import words
from ..parts import State

LEVELS: dict[str, Any] = {
    MAY_SEE: (gettext_lazy("Yes"), "good"),
    AT_REVIEWS: (gettext_lazy("At reviews"), "info"),
    NO: (gettext_lazy("No"), ""),
}
DECIDED: dict[str, Any] = {
    GrantBasis.PERMISSION: gettext_lazy("It rests on %(name)s’s permission."),
    GrantBasis.STATUTORY: gettext_lazy("The law lets you see it, for what you do for %(name)s."),
    GrantBasis.OVERRIDE: gettext_lazy("The manager shares it with you for a time, for a reason."),
}


@dataclass(frozen=True)
class TopicLine:
    """One topic. `why` is one sentence or two: who decided that, or why it is not shown."""

    topic: str
    name: str
    level: str
    why: str
    again: str = ""

    @property
    def state(self) -> State:
        text, tone = LEVELS[self.level]
        return State(str(text), tone)


def lines(sight: Sight) -> tuple[TopicLine, ...]:
    """Every topic, in the order of the list. Two queries."""
    keys = circle.keys_to(sight)
    return tuple(_line(sight, Topic(topic), keys) for topic in Topic.values)


def _line(sight: Sight, topic: Topic, keys: list[Any]) -> TopicLine:
    name, level = str(topic.label), level_of(sight, topic)
    mine = [key for key in keys if key.topic == topic]
    named = {"name": sight.person.name, "topic": name}
    if level == NO:
        return TopicLine(topic, name, level, _not_now(named) if mine else _not_asked(named))
    key = _that_opens(mine, level)
    decided = str(DECIDED[key.basis]) % named
    again = _("Until %(day)s, unless %(name)s says otherwise before.") % {**named, "day": words.short_day(key.until_at, clock.today())}
    return TopicLine(topic, name, level, decided, again)


def _that_opens(keys: list[Any], level: str) -> Any:
    """The key that opens as much as is open, and for the longest."""
    running = [key for key in keys if key.until_at > clock.now()]
    return next((key for key in running if key.level == level), running[0])


def level_of(sight: Sight, topic: str) -> str:
    """How much of a topic is open."""
    if topic in (sight.topics or ()):
        return MAY_SEE
    return AT_REVIEWS if topic in (sight.review_topics or ()) else NO


def _not_asked(named: dict[str, str]) -> str:
    return _("%(name)s has not been asked about %(topic)s.") % named


def _not_now(named: dict[str, str]) -> str:
    """The same for what ran out, was taken back or is closed for another reason: why is the person's own business."""
    return _("This is not shared with you now.")
