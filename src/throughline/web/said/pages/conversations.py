"""The list of a person's meetings and talks, and what was said apart from them."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.conversations import policy, queries
from throughline.people.sight import Sight

from ... import about_person
from ...as_at import Moment, banner
from ...parts import AsAt, Button, Comm, Contribution, Empty, Link, LinkRow, Tab
from .. import showing
from ..amended import Gone
from .conversation import first_words
from .kept import Tried, all_gone, tried


@dataclass(frozen=True)
class ConversationsPage:
    back: Link
    tabs: tuple[Tab, ...]
    title: str
    name: str
    rows: tuple[LinkRow, ...]
    empty: Empty
    apart: tuple[Contribution, ...]
    attempts: tuple[Tried, ...]
    gone: tuple[Gone, ...]
    actions: tuple[Button, ...]
    as_at: AsAt | None
    comm: Comm | None


MOST_APART = 20


def conversations_page(sight: Sight, at: Moment) -> ConversationsPage:
    """Meetings and talks, newest first; below them what stands by itself."""
    person, name = sight.person, sight.person.name
    address = showing.meetings_address(sight)
    may = not at.is_past and policy.may_keep_conversation(sight.actor, person)
    begin = Button(_("Write down a meeting or talk"), reverse("said:conversation_new", args=[person.pk]), main=True, icon="plus")
    apart = queries.contributed_apart(sight, at.moment, most=MOST_APART)
    attempts = queries.attempts(sight, at.moment)
    return ConversationsPage(
        back=showing.person_link(person),
        tabs=about_person.tabs(person, "said:conversations"),
        title=_("%(name)s’s meetings and talks") % {"name": name},
        name=name,
        rows=tuple(_row(each, name) for each in queries.conversations(sight, at.moment)),
        empty=Empty(_("No meeting or talk is written down yet. %(name)s speaks first in each.") % {"name": name}),
        apart=tuple(showing.contribution(each, person) for each in apart if not queries.has_ended(each)),
        attempts=tuple(tried(each) for each in attempts if not queries.has_ended(each)),
        gone=all_gone(apart, attempts, person),
        actions=(begin, *_apart_actions(sight)) if may else (),
        as_at=banner(at, address),
        comm=about_person.comm(sight),
    )


def _apart_actions(sight: Sight) -> tuple[Button, ...]:
    return (
        Button(_("Add what somebody else said"), reverse("said:contribution_new", args=[sight.person_id])),
        Button(_("Add a try to hear %(name)s") % {"name": sight.person.name}, reverse("said:attempt_new", args=[sight.person_id])),
    )


def _row(held: Any, name: str) -> LinkRow:
    soft = _("%(when)s. %(first)s") % {"when": showing.day(held.occurred_at), "first": first_words(held.who_spoke_first, name)}
    return LinkRow(showing.conversation_address(held), held.purpose, strong=held.title, soft=soft)
