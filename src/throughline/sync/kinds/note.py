from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy

from throughline.access import scope
from throughline.access.roles import Act
from throughline.plan import queries as plan
from throughline.practice import actions, queries
from throughline.web.today.pages.notes import new_form

from ..reading import Sent
from .kind import Kind, given


def keep(sent: Sent, by: Any) -> str:
    """A note about a person's day. fields: those of the page's form."""
    sight = scope.sight(by, sent.person_id)
    told = given(new_form(sent.as_form(), sight, about_a_line=bool(sent.text("item"))))
    item = plan.item(sight, UUID(told["item"])) if told["item"] else None
    note = actions.write_note(person=sight.person, text=told["text"], day=told["day"], item=item, by=by, written=sent.written)
    return f"{reverse('today:notes', args=[sight.person_id])}?new={note.pk}"


KIND = Kind(gettext_lazy("A note about the day"), Act.KEEP_PRACTICE, queries.person_of_note, keep, lambda sent, sight: [sent.text("text")])
