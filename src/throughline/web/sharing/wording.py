"""Who may see what, in words: levels, topics, who said so, why it opens nothing."""

from collections.abc import Collection, Iterable
from typing import Any

from throughline.access.choices import Level
from throughline.agreements import law
from throughline.agreements.choices import GivenBy
from throughline.base.models.recorded import Topic
from throughline.base.terms import gettext as _

from ..parts import Standing, State


def topic(value: str) -> str:
    """Health."""
    said = str(Topic(value).label)
    return said[:1].upper() + said[1:]


def topics(values: Collection[str]) -> str:
    """Health, money; or everything, where none is named."""
    return ", ".join(topic(each) for each in Topic.values if each in values) or _("Everything")


def level(value: str) -> str:
    """The short form, for a table."""
    return {Level.NO: _("Not at all"), Level.AT_REVIEWS: _("At reviews"), Level.MAY_SEE: _("May see")}[Level(value)]


def given_by(permission: Any, name: str) -> str:
    """Who said so, with the person by name."""
    if permission.given_by == GivenBy.PERSON:
        return _("%(name)s said so") % {"name": name}
    return str(GivenBy(permission.given_by).label)


def state(shared: Any) -> State:
    """What counts of one contact and topic, and whether it is open now."""
    said = level(shared.permission.level)
    if shared.permission.level == Level.NO:
        return State(said)
    if not shared.is_open:
        return State(_("Ended, ask again"), "look")
    return State(said, "good" if shared.permission.level == Level.MAY_SEE else "info")


def why_not(codes: Iterable[str], title: str) -> Standing | None:
    """Why something takes no effect, and what to do; None when nothing is wrong."""
    faults = [law.FAULTS[code] for code in codes if code in law.FAULTS]
    return Standing(title, tuple(_(each.wrong) for each in faults), _(faults[0].do)) if faults else None
