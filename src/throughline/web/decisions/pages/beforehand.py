"""What the person refused beforehand, said where it may be what is decided. Whether it applies is never said here."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.authority import queries as authority
from throughline.decisions.deciders import REFUSABLE
from throughline.people.sight import Sight

from ...parts import Button, Notice


def refused(sight: Sight, question: Any) -> bool:
    """Whether something refused beforehand is on the record, and may be what the question is about."""
    return question.area in REFUSABLE and bool(authority.refusals(sight))


def notices(sight: Sight, question: Any, *, own: bool) -> list[Notice]:
    """The notice for a page on which something is decided: by the person, or for them."""
    if not refused(sight, question):
        return []
    name = {"name": sight.person.name}
    head = _("%(name)s said beforehand to which treatments they say no")
    link = Button(_("Read what %(name)s wrote") % name, reverse("authority:list", args=[sight.person_id]))
    if own:
        text = _("What %(name)s decides now goes before it, while they can decide. If they changed their mind, write that down there too.")
        return [Notice(head % name, text % name, "look", link)]
    text = _("Whether it applies here is for the clinician or the court. Send it to them before anything is done.")
    return [Notice(head % name, text, "urgent", link)]
