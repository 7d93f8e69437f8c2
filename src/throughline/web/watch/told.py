"""What tells whoever answers for it that something waits for people to look again."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from throughline.access import keys, scope
from throughline.access.roles import Act
from throughline.base import clock
from throughline.practice import queries_check_ins, queries_crossings

from ..parts import Button, Notice


def missed(actor: Any) -> list[Any]:
    """Check-ins of today and yesterday that nothing came of in time, of the people for whom an actor may write down a review."""
    several = [each for each in queries_check_ins.lately() if each.state(clock.now()).is_missed]
    seen = scope.people_visible_to(actor, Act.REVIEW).filter(pk__in={each.agreed.person_id for each in several}) if several else ()
    known = {each.pk for each in seen}
    return [each for each in several if each.agreed.person_id in known]


def notice(actor: Any) -> Notice | None:
    """On the first page of whoever may write down reviews. Two queries while nothing is crossed and nothing agreed."""
    if Act.REVIEW not in keys.of(actor).acts():
        return None
    count = len(queries_crossings.open_for(actor)) + len(missed(actor))
    if not count:
        return None
    title = ngettext("A threshold is crossed, or a check-in is missed", "%(n)d thresholds are crossed, or check-ins missed", count)
    return Notice(title % {"n": count}, tone="look", action=Button(_("See what to look at again"), reverse("watch:list")))
