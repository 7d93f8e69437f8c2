"""Before the shift: who is on it, who has cards to read, and for which key routine nobody signed them off."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from throughline.access.policy import may_keep_integrations
from throughline.base import clock
from throughline.workforce import policy, queries
from throughline.workforce.queries import Lookout, Presence

from ...parts import Button, LinkRow
from ...sections import Section, SectionsPage
from .. import wording


def window() -> tuple[datetime, datetime]:
    """From now until the end of tomorrow."""
    now = clock.now()
    return now, clock.end_of(clock.day_of(now) + timedelta(days=1))


def shift_page(by: Any) -> SectionsPage:
    """A fixed number of queries, however many are on shift."""
    seen = queries.lookout(by, *window())
    sections = tuple(_of(seen, each) for each in seen.presences) or (_nobody(by),)
    return SectionsPage(_("Before the shift"), None, None, sections, lead=_lead(seen), actions=_actions(by))


def _lead(seen: Lookout) -> str:
    """How much there is to put right."""
    number = sum(len(seen.gaps(each)) for each in seen.presences)
    if not seen.presences:
        return ""
    if not number:
        return _("Today and tomorrow, everybody on shift is signed off for what they do.")
    return ngettext("Today and tomorrow, one thing to put right first.", "Today and tomorrow, %(n)d things to put right first.", number) % {
        "n": number
    }


def _of(seen: Lookout, presence: Presence) -> Section:
    """One worker on one shift: what is missing comes first, each row leading to where it is put right."""
    names = ", ".join(person.name for person in presence.people)
    when = wording.day_and_hours(presence.from_at, presence.until_at)
    return Section(
        presence.user.name,
        lines=(when,),
        soft=(f"{presence.where}. {_('Supports %(names)s.') % {'names': names}}", *_cards(seen, presence)),
        rows=tuple(_gaps(seen, presence)),
    )


def _gaps(seen: Lookout, presence: Presence) -> Iterator[LinkRow]:
    for gap in seen.gaps(presence):
        title = _("%(name)s: %(card)s.") % {"name": gap.publication.person.name, "card": gap.card}
        why = wording.why_not(gap.standing)
        yield LinkRow(reverse("team:signed", args=[gap.publication.item_id]), why, strong=title, soft=wording.subject(gap.subject))


def _cards(seen: Lookout, presence: Presence) -> tuple[str, ...]:
    unread = seen.unread(presence)
    if not unread:
        return ()
    names = "; ".join(f"{card.person.name}: {card.version.title}" for card in unread[:3] if card.version)
    said = ngettext("One card to read first: %(cards)s.", "%(n)d cards to read first: %(cards)s.", len(unread))
    more = "…" if len(unread) > 3 else ""
    return (said % {"n": len(unread), "cards": names + more},)


def _nobody(by: Any) -> Section:
    text = _("Nobody’s shift is known. Today then shows every worker the people in their reach, and nobody is looked out for here.")
    return Section(_("Who is on shift"), lines=(text,))


def _actions(by: Any) -> tuple[Button, ...]:
    asked = (
        (policy.may_make_passes(by), _("Let an agency worker in"), "team:pass_new", True),
        (policy.may_bring_shifts(by), _("Bring in a rota"), "team:rota", False),
        (policy.may_look_out(by), _("What to look at again soon"), "watch:list", False),
        (policy.may_look_out(by), _("Who can do what"), "team:competency", False),
        (policy.may_make_passes(by), _("Passes that run"), "team:passes", False),
        (may_keep_integrations(by), _("Other systems"), "team:systems", False),
    )
    return tuple(Button(text, reverse(name), main=main) for may, text, name, main in asked if may)
