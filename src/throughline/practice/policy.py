"""Who may write down what happened, and who may amend it."""

from typing import Any

from django.utils.translation import gettext as _

from throughline.access import scope
from throughline.access.policy import may_undo, since
from throughline.access.roles import Act
from throughline.base.answers import YES, Answer, No
from throughline.base.written import NOW, Written
from throughline.people.models import Person, PersonRow
from throughline.people.sight import Sight

from .law_upset import SHIFT


def may_keep(by: Any, person: Person) -> Answer:
    """Writing down what happened."""
    return scope.allowed(by, Act.KEEP_PRACTICE, person)


def may_reissue(by: Any, person: Person) -> Answer:
    """Saying what people came to when they looked at the risks again: for whoever writes the plan."""
    return scope.allowed(by, Act.PLAN, person)


def may_add(by: Any, row: PersonRow, written: Written = NOW) -> Answer:
    """Adding to a record, or undoing it: for its author, straight after."""
    return may_keep(by, row.person) & may_undo(by, row, written)


def may_finish(by: Any, row: PersonRow, written: Written = NOW) -> Answer:
    """Finishing what was kept short: for its author, on the same shift, without a reason."""
    may = may_keep(by, row.person)
    if row.author_id != by.pk:
        return may & No(_("Only the one who wrote it can finish it. You can correct it, with a reason."))
    late = No(_("It was written more than 12 hours ago. Correct it, with a reason; the first words stay."))
    return may & (YES if since(_first(row), written) <= SHIFT else late)


def _first(row: Any) -> Any:
    """The first words of a row: finishing it again and again makes no shift longer."""
    while row.amends_id:
        row = row.amends
    return row


def may_correct(by: Any, row: PersonRow) -> Answer:
    """Correcting is for the author, and for whoever answers for the record."""
    return may_keep(by, row.person) if row.author_id == by.pk else scope.allowed(by, Act.CORRECT, row.person)


def may_correct_seen(sight: Sight, row: PersonRow) -> bool:
    """The same for a row of a list, from a sight that is there already: no query."""
    return (Act.KEEP_PRACTICE if row.author_id == sight.actor.pk else Act.CORRECT) in sight.may


def may_cross(by: Any, person: Person) -> Answer:
    """Opening a crossing: it follows from what somebody wrote who may, or the server itself noticed."""
    return YES if by is None else may_keep(by, person)


def may_settle(by: Any, person: Person) -> Answer:
    """Saying that people looked again at why a threshold was crossed: whoever may write down reviews."""
    return scope.allowed(by, Act.REVIEW, person)


def may_notice(by: Any) -> Answer:
    """Noticing what nothing came of: the server itself, and nobody else."""
    return YES if by is None else No(_("The server notices by itself what nothing came of."))
