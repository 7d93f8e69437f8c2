"""Everything that can be done about a question: put it, offer options, decide it, tell the person."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.base import clock
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.models import Amendment
from throughline.base.numbers import next_number
from throughline.base.records import amend, keep, once
from throughline.base.sent import already
from throughline.base.written import NOW, Written
from throughline.conversations.models import Contribution, Conversation, SecondObservation, Voice
from throughline.people.choices import topic_of
from throughline.people.models import Person

from . import law, policy
from .choices import Standing
from .models import Consideration, Decision, Option, Question, TalkedAbout, Telling


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
    """Put one question to be decided. Everything about it will cite this row."""
    require(policy.may_ask(by, person, impact))
    if there := already(Question, by=by, written=written):
        return there
    about = {"topic": topic_of(area)} | asked
    question = Question(person=person, text=text, area=area, impact=impact, **about)
    links = [TalkedAbout(person=person, question=question, conversation=held) for held in talked_in]
    return keep("decisions.question-asked", question, *links, by=by, written=written)


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


@once
@transaction.atomic
def decide(
    *, question: Question, outcome: str, basis: str, considered: Sequence[Consideration] = (), by: Any, written: Written = NOW, **told: Any
) -> Decision:
    """Keep what was decided. What happened is always recordable; without a lawful basis it takes no effect, and says why.

    considered: unsaved Consideration rows. Raises Invalid with what is still to be written, and when a valid decision of the question
    stands: that one is decided again, and keeps its number. One that takes no effect is no bar, and stays beside the new one as it was.
    """
    require(policy.may_decide(by, question.person, question.impact))
    if there := already(Decision, by=by, written=written):
        return there
    decision = Decision(person=question.person, question=question, outcome=outcome, basis=basis, topic=question.topic, **told)
    decision.number = next_number("D")  # whoever decides at the same time waits here, and then sees this one
    _nothing_else_stands(decision)
    _judge(decision, considered, written)
    return keep("decisions.decided", decision, *_of(decision, considered), by=by, written=written)


@once
@transaction.atomic
def decide_again(
    *, decision: Decision, reason: str, considered: Sequence[Consideration] = (), by: Any, written: Written = NOW, **told: Any
) -> Decision:
    """Keep a later version of a decision: same question, same number, with the reason. The first version stays."""
    require(policy.may_decide(by, decision.person, decision.question.impact))
    if there := already(Decision, by=by, written=written):
        return there
    later = Decision(person=decision.person, question=decision.question, number=decision.number, topic=decision.question.topic, **told)
    _nothing_else_stands(later)
    _judge(later, considered, written)
    return amend(
        "decisions.decided-again", decision, later, *_of(later, considered), kind=Amendment.CORRECTED, reason=reason, by=by, written=written
    )


def _nothing_else_stands(decision: Decision) -> None:
    """A question has one decision that takes effect; what takes its place is a later version of that one."""
    stands = Decision.objects.current().filter(question=decision.question, standing=Standing.VALID).exclude(number=decision.number).first()
    if stands is not None:
        told = _("This question is decided already: %(number)s. Decide that again instead, and say why.")
        raise Invalid({"question": told % {"number": stands}})


def _of(decision: Decision, considered: Sequence[Consideration]) -> list[Consideration]:
    """The considerations, made this decision's."""
    for each in considered:
        each.person, each.decision = decision.person, decision
    return list(considered)


def _judge(decision: Decision, considered: Sequence[Consideration], written: Written) -> None:
    """Ask the law: refuse what is incomplete or somebody else's, mark what takes no effect."""
    if any(_said(each).person_id != decision.person_id for each in considered):
        raise Invalid({"considerations": _("This was said about somebody else. Weigh what stands on this person's record.")})
    if decision.decided_by_contact is not None and decision.decided_by_contact.person_id != decision.person_id:
        raise Invalid({"decided_by": _("This is a contact of somebody else. Choose one of this person’s.")})
    if decision.option is not None and decision.option.question_id != decision.question_id:
        raise Invalid({"option": _("This option belongs to another question. Choose one of this question's.")})
    proposed = _proposal(decision, considered, written)
    if missing := law.incomplete(proposed):
        raise Invalid.by_law(missing)
    decision.faults = list(law.faults(proposed))
    decision.standing = Standing.NOT_VALID if decision.faults else Standing.VALID


def _proposal(decision: Decision, considered: Sequence[Consideration], written: Written = NOW) -> law.Proposed:
    """A decision as plain values, for the law."""
    question = decision.question
    return law.Proposed(
        basis=decision.basis,
        decided_at=written.occurred_at or written.recorded_at or clock.now(),
        impact=question.impact,
        excluded_class=question.excluded_class,
        options=Option.objects.filter(question=question).current().count(),
        only_one_because=decision.only_one_because,
        support_given=decision.support_given,
        weighed=_weighed(considered),
        no_voice_because=decision.no_voice_because,
        emergency=bool(question.emergency_because),
        decided_by=decision.decided_by,
    )


def _weighed(considered: Sequence[Consideration]) -> tuple[law.Weighed, ...]:
    voices = {each.voice_id for each in considered if each.voice_id}
    seconds = (
        SecondObservation.objects.current().filter(voice__in=voices, agrees=True).values_list("voice_id", "author_id") if voices else ()
    )
    seconded = set(seconds)
    return tuple(_weigh(each, seconded) for each in considered)


def _said(each: Consideration) -> Voice | Contribution:
    """Whatever it is that was weighed; the table holds that it is one of the two."""
    said = each.voice or each.contribution
    if said is None:
        raise Invalid({"considerations": _("Say what was weighed: something that the person said, or that somebody else did.")})
    return said


def _weigh(each: Consideration, seconded: set[Any]) -> law.Weighed:
    said, voice_said = _said(each), each.voice
    is_seconded = any(voice == said.pk and second != said.author_id for voice, second in seconded)
    return law.Weighed(
        is_voice=voice_said is not None,
        is_persons_view=voice_said is not None and law.is_persons_view(own_words=voice_said.is_own_words, seconded=is_seconded),
        said_at=said.occurred_at,
        effect=each.effect,
        because=each.because,
    )


@once
@transaction.atomic
def tell(*, decision: Decision, how: str, reaction: str, by: Any, written: Written = NOW, **told: Any) -> Telling:
    """Keep that the person was told of a decision, and how they took it."""
    require(policy.may_tell(by, decision.person))
    if there := already(Telling, by=by, written=written):
        return there
    telling = Telling(person=decision.person, decision=decision, how=how, reaction=reaction, topic=decision.topic, **told)
    return keep("decisions.told", telling, by=by, written=written)
