"""Who may write down questions and decisions. Weight follows impact."""

from typing import Any

from throughline.access import scope
from throughline.access.roles import Act
from throughline.base.answers import Answer
from throughline.conversations import policy as conversations
from throughline.people.models import Person, PersonRow
from throughline.people.sight import Sight

from .choices import Impact
from .models import (
    CapacityAssessment,
    ConditionMet,
    Decision,
    DisagreementClosed,
    DisagreementStep,
    LibertyAuthorisation,
    LibertyAuthorisationEnded,
    LibertyReview,
    Option,
    Question,
    SafeguardingConcern,
    SafeguardingStep,
)

BY_ROLE = (LibertyReview, LibertyAuthorisation, LibertyAuthorisationEnded)
FOR_THE_MANAGER = (SafeguardingConcern, SafeguardingStep)
BY_WHOEVER_DECIDES = (ConditionMet, DisagreementStep, DisagreementClosed)


def may_ask(by: Any, person: Person, impact: str) -> Answer:
    """Putting a question to be decided, its options, and the decision."""
    act = Act.DECIDE_SMALL if impact == Impact.LOW else Act.DECIDE
    return scope.allowed(by, act, person)


may_decide = may_ask

may_have_say = conversations.may_have_say  # a contact, on pages of their own

may_assess = may_ask


def may_amend(by: Any, row: PersonRow) -> Answer:
    """Correcting an assessment: whoever wrote it down, or who answers for the record."""
    return scope.allowed(by, Act.DECIDE_SMALL if row.author_id == by.pk else Act.CORRECT, row.person)


def may_tell(by: Any, person: Person) -> Answer:
    """Telling the person what was decided, and writing down how they took it."""
    return scope.allowed(by, Act.KEEP_VOICE, person)


# --- liberty ---


def may_conclude_liberty(by: Any, person: Person) -> Answer:
    """Concluding a liberty review, and writing down what authorises that somebody's liberty is taken away."""
    return scope.allowed(by, Act.LIBERTY, person)


def may_object(by: Any, person: Person) -> Answer:
    """Writing down that the person objects: whoever hears or sees it."""
    return scope.allowed(by, Act.KEEP_VOICE, person)


def may_meet(by: Any, person: Person) -> Answer:
    """Writing down what shows that a condition is met."""
    return scope.allowed(by, Act.DECIDE, person)


# --- disagreement ---


def may_open(by: Any, person: Person) -> Answer:
    """Writing down that somebody sees it otherwise, and where each stands."""
    return scope.allowed(by, Act.KEEP_VOICE, person)


def may_settle(by: Any, person: Person) -> Answer:
    """Taking the steps by which a disagreement is settled, and closing it. Who is a party to it is asked by the law."""
    return scope.allowed(by, Act.DECIDE, person)


def may_see_stuck(by: Any) -> Answer:
    """Reading which disagreements are stuck, over everybody: whoever settles them, and leaders who write nothing."""
    return scope.allowed_anywhere(by, Act.SEE_READINGS) or scope.allowed_anywhere(by, Act.DECIDE)


def is_shown_stuck(sight: Sight) -> bool:
    """The same on a page about one person, from a sight that is there already: no query."""
    return bool({Act.SEE_READINGS, Act.DECIDE} & sight.may)


# --- safeguarding ---


def may_raise(by: Any, person: Person) -> Answer:
    """Raising a safeguarding concern: anybody on shift."""
    return scope.allowed(by, Act.KEEP_PRACTICE, person)


def may_see_concerns(by: Any, person: Person) -> Answer:
    """Reading safeguarding concerns, and writing down what was done."""
    return scope.allowed(by, Act.SEE_PRIVATE, person)


# --- taking back ---


def may_take_back(by: Any, row: PersonRow) -> Answer:
    """Marking a row as entered by mistake: whoever wrote it and may still write such a row, or who answers for the record.

    What only somebody with a role concludes, and what is for the manager alone, is taken back by nobody else.
    """
    return scope.allowed(by, _act(by, row), row.person)


def may_take_back_seen(sight: Sight, row: PersonRow) -> bool:
    """The same for a row of a page, from a sight that is there already: no query."""
    return _act(sight.actor, row) in sight.may


def _act(by: Any, row: PersonRow) -> Act:
    """What one has to be able to do, to take a row back."""
    if isinstance(row, BY_ROLE):
        return Act.LIBERTY
    if isinstance(row, FOR_THE_MANAGER):
        return Act.SEE_PRIVATE
    if row.author_id != by.pk:
        return Act.CORRECT
    if isinstance(row, BY_WHOEVER_DECIDES):
        return Act.DECIDE
    question = row if isinstance(row, Question) else row.question if isinstance(row, Decision | Option | CapacityAssessment) else None
    if question is None:
        return Act.KEEP_VOICE
    return Act.DECIDE_SMALL if question.impact == Impact.LOW else Act.DECIDE
