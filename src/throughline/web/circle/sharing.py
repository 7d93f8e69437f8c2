"""What is shared with whoever reads, topic by topic: how much, who decided that, when it is asked again; or why it is not."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughline.access import circle
from throughline.access.choices import GrantBasis
from throughline.access.law import AT_REVIEWS, MAY_SEE, NO
from throughline.agreements import queries as agreements
from throughline.agreements.choices import GivenBy, OverrideKind
from throughline.base import clock
from throughline.base.models import Topic
from throughline.people.sight import Sight

from .. import words
from ..parts import State

MOMENT = timedelta(microseconds=1)  # what is open until a moment was open on the day before it

LEVELS: dict[str, Any] = {
    MAY_SEE: (gettext_lazy("Yes"), "good"),
    AT_REVIEWS: (gettext_lazy("At reviews"), "info"),
    NO: (gettext_lazy("No"), ""),
}
DECIDED: dict[str, Any] = {
    GivenBy.PERSON: gettext_lazy("%(name)s said so."),
    GivenBy.ATTORNEY: gettext_lazy("An attorney of %(name)s’s said so."),
    GivenBy.DEPUTY: gettext_lazy("A deputy of %(name)s’s said so."),
    GivenBy.BEST_INTERESTS: gettext_lazy("It was decided in %(name)s’s best interests."),
    GrantBasis.PERMISSION: gettext_lazy("It rests on a permission."),
    GrantBasis.STATUTORY: gettext_lazy("The law lets you see it, for what you do for %(name)s."),
    GrantBasis.OVERRIDE: gettext_lazy("The manager shares it with you for a time, for a reason."),
    OverrideKind.COURT: gettext_lazy("A court ordered that you see it."),
    OverrideKind.LEGAL_DUTY: gettext_lazy("Another law asks that you see it."),
}
# Only a permission is the person's to take back; what the law or a court opens does not rest on it.
UNTIL: dict[str, Any] = {
    GrantBasis.PERMISSION: gettext_lazy("Until %(until)s, unless %(name)s says otherwise before."),
    GrantBasis.STATUTORY: gettext_lazy(
        "Until %(until)s, or until what the law gives it to you for ends. It does not rest on a permission."
    ),
    GrantBasis.OVERRIDE: gettext_lazy("Until %(until)s, or until the reason for it ends. It does not rest on a permission."),
}


@dataclass(frozen=True)
class TopicLine:
    """One topic. `why` is one sentence or two: who decided that, or why it is not shown."""

    topic: str
    name: str
    level: str
    why: str
    again: str = ""
    by_permission: bool = True

    @property
    def state(self) -> State:
        text, tone = LEVELS[self.level]
        return State(str(text), tone)


def lines(sight: Sight) -> tuple[TopicLine, ...]:
    """Every topic, in the order of the list. Ten queries."""
    opened, no, once = agreements.shared_with(sight), agreements.said_no_to(sight), circle.once_open(sight)
    return tuple(_open(sight, topic, opened) or _shut(sight, topic, no, once) for topic in Topic)


def _open(sight: Sight, topic: Topic, opened: list[Any]) -> TopicLine | None:
    """A topic that is open: on whose word, and until when."""
    level = level_of(sight, topic)
    mine = sorted((each for each in opened if each.topic == topic), key=lambda each: (each.level != level, -each.until.timestamp()))
    if level == NO or not mine:
        return None
    key, today = mine[0], clock.today()
    named = {"name": sight.person.name, "until": words.short_day(clock.day_of(key.until - MOMENT), today)}
    again = str(UNTIL[key.basis]) % named
    if key.ask_again_on:
        again = _("%(name)s is asked again by %(day)s.") % {**named, "day": words.short_day(key.ask_again_on, today)}
    return TopicLine(topic, str(topic.label), level, str(_who_decided(key)) % named, again, key.basis == GrantBasis.PERMISSION)


def _who_decided(key: Any) -> Any:
    """Of an override a court or another law is named; for which harm it is shared is not said to whoever reads."""
    return DECIDED[key.given_by or (key.kind if key.kind in DECIDED else key.basis)]


def _shut(sight: Sight, topic: Topic, no: frozenset[str], once: frozenset[str]) -> TopicLine:
    """A topic that is not. Why it ran out, was taken back or was closed is the person's own business."""
    named = {"name": sight.person.name, "topic": str(topic.label)}
    why = _("%(name)s has not been asked about %(topic)s.")
    if topic in no:
        why = _("%(name)s said no.")
    elif topic in once:
        why = _("This is not shared with you now.")
    return TopicLine(topic, str(topic.label), NO, why % named)


def level_of(sight: Sight, topic: str) -> str:
    """How much of a topic is open."""
    if topic in (sight.topics or ()):
        return MAY_SEE
    return AT_REVIEWS if topic in (sight.review_topics or ()) else NO
