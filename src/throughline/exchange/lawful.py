"""The past as it was, and what the law says of it: asked of every row that comes in, with what was there when it was written.

What is unlawful or incomplete comes in; it is marked historic and, where it has a standing, not valid, with the codes of the law.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from throughline.agreements.models import Disclosure
from throughline.authority import law as authority_law
from throughline.authority.models import Advocacy, Authority
from throughline.base.models import Amendment, Recorded
from throughline.conversations import law as conversations_law
from throughline.conversations.models import Conversation, SecondObservation, Voice
from throughline.decisions import law as decisions_law
from throughline.decisions.choices import Standing
from throughline.decisions.models import Consideration, Decision, Option, Question
from throughline.people.choices import Party
from throughline.plan import law as plan_law
from throughline.plan.choices import Course
from throughline.plan.models import Item, Line, Publication, Version
from throughline.reviews import law as reviews_law
from throughline.reviews.models import Perspective, Response, Review

from . import sharing


def judge(rows: Sequence[Any], *, ours: bool) -> None:
    """Mark rows of one table. Runs in the import's transaction, after what they cite and what they are made of has been kept.

    ours: the folder is an export of Throughline, whose actions refused what was incomplete; its marks stay as they are.
    """
    if isinstance(rows[0], Decision):
        _mark(rows, _of_decisions(rows, ours=ours), ours=ours)
    elif isinstance(rows[0], Publication):
        _mark(rows, _of_publications(rows), ours=ours)
    elif isinstance(rows[0], sharing.JUDGED):
        _mark(rows, sharing.faults(rows), ours=ours)
    elif isinstance(rows[0], Disclosure) and not ours:
        sharing.mark_told(rows)
    elif not ours and (incomplete := INCOMPLETE.get(type(rows[0]))):
        for row in rows:
            row.historic = row.historic or incomplete(row)


def _mark(rows: Sequence[Any], found: dict[UUID, tuple[str, ...]], *, ours: bool) -> None:
    """What was not valid stays so: nothing becomes lawful by being moved."""
    for row in rows:
        said = list(row.faults) if row.standing == Standing.NOT_VALID else []
        row.faults = said or list(found[row.pk])
        ill = bool(row.faults) or row.standing == Standing.NOT_VALID
        row.standing = Standing.NOT_VALID if ill else Standing.VALID
        row.historic = row.historic or (ill and not ours)


# --- Decisions ---


def _of_decisions(rows: Sequence[Decision], *, ours: bool) -> dict[UUID, tuple[str, ...]]:
    weighed = defaultdict(list)
    ids = [row.pk for row in rows]
    considerations = list(Consideration.objects.filter(decision__in=ids).select_related("voice", "contribution"))
    for each in considerations:
        weighed[each.decision_id].append(each)
    questions = Question.objects.in_bulk({row.question_id for row in rows})
    seconds = _by(SecondObservation, "voice_id", [each.voice_id for each in considerations if each.voice_id])
    options = {} if ours else _by(Option, "question_id", list(questions))
    found = {}
    for row in rows:
        there = _there_before(row, ours=ours)
        proposed = _proposed(row, questions[row.question_id], weighed[row.pk], seconds, options, there)
        found[row.pk] = decisions_law.faults(proposed) if ours else decisions_law.historic_faults(proposed)
    return found


def _proposed(
    row: Decision, question: Question, weighed: list[Consideration], seconds: Any, options: Any, there: Callable[[list[Any]], list[Any]]
) -> decisions_law.Proposed:
    return decisions_law.Proposed(
        basis=row.basis,
        decided_at=row.occurred_at,
        impact=question.impact,
        excluded_class=question.excluded_class,
        options=len(there(options.get(row.question_id, []))),
        only_one_because=row.only_one_because,
        support_given=row.support_given,
        weighed=tuple(_weighed(each, [second for second in there(seconds.get(each.voice_id, [])) if second.agrees]) for each in weighed),
        no_voice_because=row.no_voice_because,
        emergency=bool(question.emergency_because),
        decided_by=row.decided_by,
    )


def _weighed(each: Consideration, seconds: list[SecondObservation]) -> decisions_law.Weighed:
    said: Any = each.voice or each.contribution
    view = each.voice is not None and conversations_law.counts_as_view(
        own_words=each.voice.is_own_words, author=each.voice.author_id, seconded_by=tuple(second.author_id for second in seconds)
    )
    return decisions_law.Weighed(
        is_voice=each.voice is not None, is_persons_view=view, said_at=said.occurred_at, effect=each.effect, because=each.because
    )


def _by(model: type[Recorded], key: str, ids: list[Any]) -> dict[UUID, list[Any]]:
    """Rows of a table by what they are of, with the rows that amend them."""
    grouped = defaultdict(list)
    for row in model.objects.filter(**{f"{key}__in": set(ids)}):
        grouped[getattr(row, key)].append(row)
    return grouped


def _there_before(row: Recorded, *, ours: bool) -> Callable[[list[Any]], list[Any]]:
    """Picks what stood when a row was written: by our server's clock in our own exports, by the authors' clocks in others."""
    clock = "received_at" if ours else "recorded_at"
    then = getattr(row, clock)

    def there(rows: list[Any]) -> list[Any]:
        before = [each for each in rows if getattr(each, clock) <= then]
        amended = {each.amends_id for each in before}
        return [each for each in before if each.pk not in amended and each.amendment not in Amendment.ends()]

    return there


# --- Publications ---


def _of_publications(rows: Sequence[Publication]) -> dict[UUID, tuple[str, ...]]:
    items = Item.objects.in_bulk({row.item_id for row in rows})
    versions = Version.objects.in_bulk({row.version_id for row in rows if row.version_id})
    decisions = Decision.objects.select_related("question").in_bulk({row.decision_id for row in rows if row.decision_id})
    parts: dict[UUID | None, set[str]] = defaultdict(set)
    for version, part in Line.objects.filter(version__in=versions).values_list("version_id", "part"):
        parts[version].add(part)
    return {
        row.pk: _faults_of(row, items[row.item_id], versions.get(row.version_id), decisions.get(row.decision_id), parts[row.version_id])
        for row in rows
    }


def _faults_of(row: Publication, item: Item, version: Version | None, decision: Decision | None, parts: set[str]) -> tuple[str, ...]:
    """Ending an item needs no decision; following a version may."""
    if version is None or row.course == Course.ENDED:
        return ()
    return plan_law.faults(
        plan_law.Proposed(
            kind=item.kind,
            parts=frozenset(parts),
            controls_money=version.controls_money,
            limits=row.limits,
            has_decision=decision is not None,
            decision_is_valid=decision is not None and decision.standing == Standing.VALID,
            decision_is_of_person=decision is None or decision.person_id == row.person_id,
            decision_area=decision.question.area if decision else "",
            decision_impact=decision.question.impact if decision else "",
        )
    )


# --- What has no standing and may still be incomplete ---


def _voice(row: Voice) -> bool:
    return bool(
        conversations_law.voice_faults(
            how_told=row.how_told,
            words=row.words,
            seen=row.seen,
            thought=row.thought,
            said_who=bool(row.told_by_contact_id or row.told_by_staff_id),
            late=conversations_law.is_late(row.occurred_at, row.recorded_at),
            late_because=row.late_because,
        )
    )


def _conversation(row: Conversation) -> bool:
    return bool(conversations_law.conversation_faults(first=row.who_spoke_first, not_first_because=row.not_first_because))


def _review(row: Review) -> bool:
    views = Perspective.objects.filter(review=row.pk, party=Party.PERSON).count()
    return bool(reviews_law.review_faults(took_part=row.took_part, persons_views=views, no_part_because=row.no_part_because))


def _response(row: Response) -> bool:
    return bool(reviews_law.response_faults(state=row.state, what=row.what, by_day_given=row.by_day is not None))


def _authority(row: Authority) -> bool:
    return bool(
        authority_law.incomplete(
            kind=row.kind,
            how_act=row.how_act,
            holders=row.holders.filter(replacement=False).count(),
            allows=row.allows,
            starts_on=row.starts_on,
            expires_on=row.expires_on,
        )
    )


def _advocacy(row: Advocacy) -> bool:
    return bool(authority_law.advocacy_incomplete(has_contact=row.contact_id is not None, responsible_body=row.responsible_body))


INCOMPLETE: dict[type[Any], Callable[[Any], bool]] = {
    Voice: _voice,
    Conversation: _conversation,
    Review: _review,
    Response: _response,
    Authority: _authority,
    Advocacy: _advocacy,
}
