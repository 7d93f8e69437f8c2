"""For attorneys and deputies: the questions in their scope, and what they need to decide them."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from throughline.access import circle
from throughline.authority import queries as authority
from throughline.base import clock
from throughline.decisions import queries as decisions
from throughline.people.choices import Area
from throughline.people.sight import Sight

from ...decisions.pages.beforehand import refused
from .. import shared


def areas(sight: Sight) -> frozenset[str]:
    """The parts of life that somebody's own authority reaches today."""
    mine = [link.contact_id for link in circle.links(sight.actor, sight.person_id)]
    return authority.areas_held_by(sight.person_id, mine, clock.today())


@dataclass(frozen=True)
class Way:
    title: str
    good: tuple[str, ...]
    less_good: tuple[str, ...]
    taken: str


@dataclass(frozen=True)
class ToDecide:
    text: str
    area: str
    ways: tuple[Way, ...]
    beforehand: bool  # something that the person refused beforehand may be what it is about


@dataclass(frozen=True)
class DecidePage:
    """`hidden`: that there are questions of theirs about topics that are not shared with them."""

    name: str
    areas: tuple[str, ...]
    questions: tuple[ToDecide, ...]


def decide_page(sight: Sight) -> DecidePage:
    """Open questions in their scope, of what is shared with them."""
    held = areas(sight)
    open_ones = [each for each in shared.open_questions(sight) if each.area in held]
    names = tuple(str(area.label) for area in Area if area.value in held)
    return DecidePage(sight.person.name, names, tuple(_question(sight, each) for each in open_ones))


def _question(sight: Sight, question: Any) -> ToDecide:
    ways = [each for each in decisions.options(sight, question) if shared.all_open(sight, [each.topic])]
    shown = tuple(_way(each, sight.person.name) for each in ways)
    return ToDecide(question.text, str(Area(question.area).label), shown, refused(sight, question))


def _way(option: Any, name: str) -> Way:
    taken = _("%(name)s %(reaction)s.") % {"name": name, "reaction": option.get_reaction_display()}
    return Way(option.title, tuple(option.benefits.splitlines()), tuple(option.risks.splitlines()), taken)
