"""From what is disputed to the disagreement, and the way to open one: one link on the page of a decision, a conversation, a voice."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.decisions import policy
from throughline.decisions import queries_disagreement as queries
from throughline.people.sight import Sight

from ..parts import Link
from ..said import showing


def link(sight: Sight, row: Any, name: str, rows: Collection[UUID] = (), *, may: bool = True) -> Link | None:
    """This is disputed, where it is; else the way to write that somebody sees it otherwise.

    name: decision, conversation or voice. rows: the ids of all rows of its life.
    may: the page is read as of today, and what it shows stands.
    """
    found = queries.about(sight, **({name: row} if name == "decision" else {f"{name}s": rows or [row.pk]}))
    if found is not None:
        return Link(_("This is disputed"), reverse("disagreements:one", args=[found.pk]), icon="look", more=found.subject)
    if not may or not policy.may_open(sight.actor, sight.person):
        return None
    address = showing.with_query(reverse("disagreements:new", args=[sight.person_id]), **{name: row.pk})
    return Link(_("Somebody sees it differently"), address)
