"""Put a question, say where it was talked about, offer options."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from throughline.base.answers import require
from throughline.base.copies import copy_of
from throughline.base.errors import Invalid
from throughline.base.models import Amendment, Topic
from throughline.base.records import amend, keep, once
from throughline.base.sent import already
from throughline.base.terms import gettext as _
from throughline.base.written import NOW, Written
from throughline.conversations.models import Conversation
from throughline.people.choices import topic_of
from throughline.people.models import Person

from .. import policy
from ..models import Option, Question, TalkedAbout


@once
@transaction.atomic
def ask(
    *,
    person: Person,
    text: str,
    area: str,
    impact: str,
    talked_in: Sequence[Conversation] = (),
    by: Any,
    written: Written = NOW,
    **asked: Any,
) -> Question:
    """Put one question to be decided. Everything about it will cite this row.

    asked: the other fields; `contact` and `shares` say with whom what would be shared, so that a decision opens that and no more.
    """
    require(policy.may_ask(by, person, impact))
    if there := already(Question, by=by, written=written):
        return there
    about = {"topic": topic_of(area)} | asked
    question = Question(person=person, text=text, area=area, impact=impact, **about)
    _check(question)
    links = [TalkedAbout(person=person, question=question, conversation=held) for held in talked_in]
    return keep("decisions.question-asked", question, *links, by=by, written=written)


def _check(question: Question) -> None:
    """Raise Invalid when it names somebody else's people, or something that is no topic."""
    if question.contact is not None and question.contact.person_id != question.person_id:
        raise Invalid({"contact": _("This is a contact of somebody else. Choose one of this person’s.")})
    if not set(question.shares) <= set(Topic.values):
        raise Invalid({"shares": _("Choose from the topics of the list.")})


@transaction.atomic
def talk_about(*, question: Question, conversation: Conversation, by: Any) -> TalkedAbout:
    """Say that a question was talked about in a conversation."""
    require(policy.may_ask(by, question.person, question.impact))
    if conversation.person_id != question.person_id:
        raise Invalid({"conversation": _("This conversation is on somebody else's record.")})
    link = TalkedAbout(person=question.person, question=question, conversation=conversation)
    return keep("decisions.question-talked-about", link, by=by)


@once
@transaction.atomic
def offer(*, question: Question, title: str, by: Any, written: Written = NOW, **shown: Any) -> Option:
    """Add an option: its benefits and risks, how it was shown, how the person took it."""
    require(policy.may_ask(by, question.person, question.impact))
    if there := already(Option, by=by, written=written):
        return there
    option = Option(person=question.person, question=question, title=title, topic=question.topic, **shown)
    return keep("decisions.option-offered", option, by=by, written=written)


@transaction.atomic
def say_limits(*, option: Option, limits: int, by: Any) -> Option:
    """Say how much an option limits the person, where nobody had said so; the option as it stands from then on.

    When it was put to the person for their own decision, nobody had to. Once it may be decided for them, everybody has to see it.
    """
    require(policy.may_ask(by, option.person, option.question.impact))
    if option.limits is not None:
        raise Invalid({"limits": _("Somebody has said already how much this option limits %(person)s. Offer another option.")})
    said = copy_of(option)
    said.limits = limits
    why = _("Said when it came to deciding for %(person)s.")
    return amend("decisions.option-limits-said", option, said, kind=Amendment.CORRECTED, reason=why, by=by)
