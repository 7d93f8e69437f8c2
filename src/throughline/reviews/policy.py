"""Who may look again, and who may answer the person."""

from typing import Any

from throughline.access import circle, scope
from throughline.access.roles import Act
from throughline.base.answers import Answer, No
from throughline.base.terms import gettext as _
from throughline.people.models import Person, PersonRow

from .models import Review


def may_review(by: Any, person: Person) -> Answer:
    """Writing down that people looked again."""
    return scope.allowed(by, Act.REVIEW, person)


def may_respond(by: Any, person: Person) -> Answer:
    """Saying what we do about what the person said."""
    return scope.allowed(by, Act.RESPOND, person)


def may_tell(by: Any, person: Person) -> Answer:
    """Telling the person, and asking whether it was right."""
    return scope.allowed(by, Act.KEEP_VOICE, person)


def may_take_back(by: Any, row: PersonRow) -> Answer:
    """Marking a row as entered by mistake: whoever wrote it, or who answers for the record."""
    if row.author_id != by.pk:
        return scope.allowed(by, Act.CORRECT, row.person)
    return may_review(by, row.person) if isinstance(row, Review) else may_tell(by, row.person)


def may_lead(by: Any, asked: Any) -> Answer:
    """Sending what came of a review: the one who was asked to lead it, on pages of their own."""
    if asked.led_by is None:
        return No(_("Nobody in %(person)s’s life was asked to lead this."))
    return circle.may(by, Act.HAVE_SAY, asked.led_by)
