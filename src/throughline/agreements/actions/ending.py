"""What an authority, a decision, an assessment, an advocate's work or the person's words opened closes with it, in the same transaction."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from throughline.access import actions as access
from throughline.access.models import Grant
from throughline.authority import actions as authority_actions
from throughline.authority.choices import StepKind
from throughline.authority.models import Advocacy, AdvocacyStep, Authority, AuthorityEnded, Proof
from throughline.base import clock
from throughline.base.records import once
from throughline.conversations import actions as conversations
from throughline.conversations.models import Voice
from throughline.decisions import able
from throughline.decisions import actions as decisions
from throughline.decisions.choices import Standing
from throughline.decisions.models import CapacityAssessment, Decision, Question
from throughline.people.models import Person

from .. import queries


@transaction.atomic
def end_authority(*, authority: Authority, by: Any, **told: Any) -> AuthorityEnded:
    """Keep that an authority is no more, and close what it opened. told: as `authority.actions.end_authority` takes it."""
    ended = authority_actions.end_authority(authority=authority, by=by, **told)
    _close(_of_authority(authority), by)
    return ended


@transaction.atomic
def correct_authority(*, authority: Authority, by: Any, **told: Any) -> Authority:
    """Correct an authority. Somebody has to see its papers anew, so what it opened closes until then."""
    corrected = authority_actions.correct_authority(authority=authority, by=by, **told)
    _close(_of_authority(authority), by)
    return corrected


@transaction.atomic
def keep_step(*, advocacy: Advocacy, kind: str, by: Any, **told: Any) -> AdvocacyStep:
    """Keep what happened with an advocate; when their work ended, or somebody else took it on, what it opened to them closes."""
    step = authority_actions.keep_step(advocacy=advocacy, kind=kind, by=by, **told)
    opened = queries.grants_of(statutory__advocacy=advocacy)
    now = advocacy.contact_id if step.contact_id is None else step.contact_id
    _close([each for each in opened if kind == StepKind.ENDED or each.contact_id != now], by)
    return step


@transaction.atomic
def take_back_papers(*, row: Any, reason: str, by: Any) -> Any:
    """Something about an authority or an advocate was entered by mistake; what rested on it closes."""
    taken = authority_actions.take_back(row=row, reason=reason, by=by)
    if isinstance(row, Advocacy):
        _close(queries.grants_of(statutory__advocacy=row), by)
    if isinstance(row, Authority | Proof):
        _close(_of_authority(row.authority if isinstance(row, Proof) else row), by)
        _close(_of_lost_decisions(row), by)
    return taken


@transaction.atomic
def take_back_decided(*, row: Any, reason: str, by: Any) -> Any:
    """Something about a question was entered by mistake: an assessment, a decision. What a permission opened because of it closes."""
    taken = decisions.take_back(row=row, reason=reason, by=by)
    _close(_of_lost_decisions(row), by)
    if isinstance(row, CapacityAssessment):
        _close_where_able(row.question, by)
    return taken


@transaction.atomic
def decide_again(*, decision: Decision, by: Any, **told: Any) -> Decision:
    """Decide again. What a permission opened on an earlier version closes when the later one counts: it says anew who may see what."""
    later = decisions.decide_again(decision=decision, by=by, **told)
    if later.standing == Standing.VALID:
        earlier = Decision.objects.filter(question=later.question_id, number=later.number).exclude(pk=later.pk)
        _close(queries.grants_of(permission__decision__in=earlier.values("pk")), by)
    return later


@once
@transaction.atomic
def assess(*, question: Question, by: Any, **found: Any) -> CapacityAssessment:
    """Keep an assessment. What was opened for the person because they could not decide this closes where that is so no longer."""
    assessment = decisions.assess(question=question, by=by, **found)
    _close_where_able(question, by)
    return assessment


@transaction.atomic
def correct_assessment(*, assessment: CapacityAssessment, by: Any, **found: Any) -> CapacityAssessment:
    """Put an assessment right; what was opened on it closes where it shows no longer that the person cannot decide this."""
    corrected = decisions.correct_assessment(assessment=assessment, by=by, **found)
    _close_where_able(assessment.question, by)
    return corrected


@transaction.atomic
def take_back_voice(*, voice: Voice, kind: str, by: Any, **told: Any) -> Voice:
    """The person's words are undone, withdrawn or were a mistake; what rested on them closes, whoever says so."""
    taken = conversations.take_back(voice=voice, kind=kind, by=by, **told)
    _close_unsaid(voice, by)
    return taken


@transaction.atomic
def move_voice(*, voice: Voice, to: Person, by: Any, **told: Any) -> Voice:
    """Somebody else said it: it moves to their record, and what it opened on this one closes."""
    moved = conversations.move_voice(voice=voice, to=to, by=by, **told)
    _close_unsaid(voice, by)
    return moved


def _close_unsaid(voice: Voice, by: Any) -> None:
    """What rests on a voice rests on it however often it was put right since."""
    life, row = [voice.pk], voice
    while row.amends_id:
        row = Voice.objects.get(pk=row.amends_id)
        life.append(row.pk)
    _close(queries.grants_of(permission__voice__in=life), by)
    _close(_of_lost_decisions(voice), by)


def _close_where_able(question: Question, by: Any) -> None:
    """The person says it themself from now on: what was decided for them, and what the law opened because they could not, closes."""
    if able.found_able(question.pk, clock.now()):
        _close(queries.grants_of(permission__decision__question=question), by)
    _close(_on_lost_assessments(question), by)


def _on_lost_assessments(question: Question) -> list[Grant]:
    """What the law opened for a question on assessments that show no longer that the person cannot decide it."""
    grants = queries.grants_of(statutory__assessment__question=question)
    if not grants:
        return []
    stand = list(CapacityAssessment.objects.filter(question=question).current())
    lacking = [each.pk for each in stand if able.lacks_among(each, stand, clock.now())]
    kept = {each.pk for each in queries.grants_of(statutory__assessment__in=lacking)}
    return [each for each in grants if each.pk not in kept]


def _of_lost_decisions(row: Any) -> list[Grant]:
    """What permissions opened that rest on a decision of this person which carries nothing any more."""
    return queries.grants_of(permission__decision__in=Decision.objects.gone().filter(person=row.person_id).values("pk"))


def _of_authority(authority: Authority) -> list[Grant]:
    return [*queries.grants_of(statutory__authority=authority), *queries.grants_of(permission__authority=authority)]


def _close(grants: Iterable[Grant], by: Any) -> None:
    for grant in grants:
        access.end_grant(grant=grant, by=by)
