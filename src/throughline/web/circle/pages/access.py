"""What somebody can see, topic by topic: yes, at reviews, no; who decided that, and when it is asked again."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.people.sight import Sight

from ...parts import Button
from .. import sharing
from .deciding import areas


@dataclass(frozen=True)
class AccessPage:
    name: str
    decides: bool
    besides: bool  # something is open that does not rest on a permission
    lines: tuple[sharing.TopicLine, ...]
    ask: Button


def access_page(sight: Sight) -> AccessPage:
    """A settled number of queries."""
    ask = Button(_("Ask for a change"), reverse("circle:ask", args=[sight.person_id]) + "?access", main=True)
    lines = sharing.lines(sight)
    return AccessPage(sight.person.name, bool(areas(sight)), not all(each.by_permission for each in lines), lines, ask)
