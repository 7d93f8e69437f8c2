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
    form = given(new_form(sent.as_form(), sight, about_a_line=bool(sent.text("item"))))
    item = plan.item(sight, UUID(form["item"])) if form["item"] else None
    told = {name: form[name] for name in ("text", "day", "for_handover")}
    note = actions.write_note(person=sight.person, item=item, by=by, written=sent.written, **told)
    return f"{reverse('today:notes', args=[sight.person_id])}?new={note.pk}"


KIND = Kind(gettext_lazy("A note about the day"), Act.KEEP_PRACTICE, queries.person_of_note, keep, lambda sent, sight: [sent.text("text")])
