"""The past as it was, and what the law says of it: asked of every row that comes in, with what was there when it was written.

What is unlawful or incomplete comes in; it is marked historic and, where it has a standing, not valid, with the codes of the law.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from throughline.agreements.models import AgreementAnswer, AreaPart, Disclosure
from throughline.authority import law as authority_law
from throughline.authority.models import Advocacy, Authority
from throughline.authority.queries import as_held
from throughline.base import clock
from throughline.base.models import Amendment, Recorded
from throughline.conversations import law as conversations_law
from throughline.conversations.models import Conversation, SecondObservation, Voice
from throughline.decisions import deciders, proposing
from throughline.decisions import law as decisions_law
from throughline.decisions.assessing import as_assessed
from throughline.decisions.choices import Standing
from throughline.decisions.law import capacity
from throughline.decisions.models import (
    ActingHolder,
    BestInterests,
    CapacityAssessment,
    Consideration,
    Consultee,
    Decision,
    InformationGiven,
    LibertyAuthorisation,
    LibertyReview,
    Option,
    Question,
    SupportTried,
)
from throughline.people.choices import Party
from throughline.plan.models import Publication
from throughline.reviews import law as reviews_law
from throughline.reviews.models import Perspective, Response, Review
from throughline.workforce.models import SignOff

from . import lawful_agreements, lawful_daily, lawful_liberty, lawful_publications, lawful_signing, sharing


def judge(rows: Sequence[Any], *, ours: bool) -> None:
    """Mark rows of one table. Runs in the import's transaction, after what they cite and what they are made of has been kept.

    ours: the folder is an export of Throughline, whose actions refused what was incomplete; its marks stay as they are.
    """
    table = type(rows[0])
    rows = _not_ending(rows)
    if not rows:
        return
    if of_law := JUDGES.get(table):
        _mark(rows, of_law(rows, ours=ours), ours=ours)
    elif table is AgreementAnswer:
        persons = [row for row in rows if row.is_persons]
        _mark(persons, lawful_agreements.of_answers(persons, ours=ours), ours=ours)
    elif not ours:
        _mark_historic(table, rows)


def _not_ending(rows: Sequence[Any]) -> list[Any]:
    """A row that only takes another one back says nothing of its own: it is not made of parts, and nothing can rest on it."""
    if not isinstance(rows[0], Recorded):
        return list(rows)
    for row in rows:
        if row.amendment in Amendment.ends() and getattr(row, "standing", None) == "":
            row.standing = Standing.VALID
    return [row for row in rows if row.amendment not in Amendment.ends()]


def _mark_historic(table: type[Any], rows: Sequence[Any]) -> None:
    """What has no standing, and may still be incomplete or out of turn where it comes from."""
    if table is Disclosure:
        sharing.mark_told(rows)
    elif issubclass(table, lawful_liberty.IN_TURN):
        lawful_liberty.mark_out_of_turn(rows)
    elif incomplete := INCOMPLETE.get(table):
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


# --- Assessments ---


def _of_assessment(row: CapacityAssessment) -> tuple[str, ...]:
    """Few for any person, so that what belongs to each is asked for one by one."""
    information = InformationGiven.objects.filter(assessment=row.pk).count()
    return capacity.faults(as_assessed(row, information, SupportTried.objects.filter(assessment=row.pk)))


# --- Decisions ---


def _of_decisions(rows: Sequence[Decision], *, ours: bool) -> dict[UUID, tuple[str, ...]]:
    weighed = defaultdict(list)
    ids = [row.pk for row in rows]
    considerations = list(Consideration.objects.filter(decision__in=ids).select_related("voice", "contribution"))
    for each in considerations:
        weighed[each.decision_id].append(each)
    questions = Question.objects.in_bulk({row.question_id for row in rows})
    seconds = _by(SecondObservation, "voice_id", [each.voice_id for each in considerations if each.voice_id])
    assessed = set(CapacityAssessment.objects.filter(question__in=questions).values_list("question", flat=True))
    options = {} if ours else _by(Option, "question_id", list(questions))
    found = {}
    for row in rows:
        there = _there_before(row, ours=ours)
        proposed = _proposed(row, questions[row.question_id], weighed[row.pk], seconds, options, there, assessed)
        found[row.pk] = decisions_law.faults(proposed) if ours else decisions_law.historic_faults(proposed)
    return found


def _proposed(
    row: Decision,
    question: Question,
    weighed: list[Consideration],
    seconds: Any,
    options: Any,
    there: Callable[[list[Any]], list[Any]],
    assessed: set[UUID],
) -> decisions_law.Proposed:
    limits = question.area == decisions_law.LIMITS  # elsewhere nobody asks, so nothing is looked up
    about = proposing.is_about(question, [each.voice for each in weighed if each.voice]) if limits else set()
    return decisions_law.Proposed(
        basis=row.basis,
        decided_at=row.occurred_at,
        impact=question.impact,
        excluded_class=_excluded(row, question),
        options=len(there(options.get(row.question_id, []))),
        only_one_because=row.only_one_because,
        support_given=row.support_given,
        weighed=tuple(
            _weighed(each, [second for second in there(seconds.get(each.voice_id, [])) if second.agrees], about) for each in weighed
        ),
        no_voice_because=row.no_voice_because,
        emergency=bool(question.emergency_because),
        decided_by=row.decided_by,
        area=question.area,
        repeated=question.repeated,
        look_again_on=row.look_again_on,
        keeps_apart=row.keeps_apart,
        shares=frozenset(question.shares or ()),
        **(_basis_of(row) if row.basis not in decisions_law.OWN_BASES or question.pk in assessed else {}),
    )


def _excluded(row: Decision, question: Question) -> str:
    """Of the person's own decision nobody asks."""
    return "" if row.basis in decisions_law.OWN_BASES else deciders.excluded_class(question, row.recorded_at)


def _basis_of(row: Decision) -> dict[str, Any]:
    """What a basis other than the person's own rests on; decisions for somebody are few, and asked about one by one."""
    acting = list(ActingHolder.objects.filter(decision=row.pk).select_related("holder"))
    found = BestInterests.objects.filter(decision=row.pk)
    options = list(Option.objects.filter(question=row.question_id))
    asked = list(Consultee.objects.filter(decision=row.pk).select_related("contact"))
    consulted = deciders.consulted(row, asked, acting)
    return {
        "assessment": proposing.asked_about(row, row.occurred_at, row.recorded_at),
        "best_interests": proposing.checklist(list(found), consulted, row, options),
        "authority": as_held(row.authority, clock.day_of(row.occurred_at), row.recorded_at),
        "acting": deciders.originals(acting),
        "decider": deciders.decider(row, row.occurred_at, acting, written_by=row.recorded_at),
        "heard": deciders.heard(row, row.occurred_at, asked, acting, row.recorded_at),
    }


def _weighed(each: Consideration, seconds: list[SecondObservation], about: set[Any]) -> decisions_law.Weighed:
    said: Any = each.voice or each.contribution
    view = each.voice is not None and conversations_law.counts_as_view(
        own_words=each.voice.is_own_words, author=each.voice.author_id, seconded_by=tuple(second.author_id for second in seconds)
    )
    return decisions_law.Weighed(
        is_voice=each.voice is not None,
        is_persons_view=view,
        said_at=said.occurred_at,
        effect=each.effect,
        because=each.because,
        is_about_it=each.voice_id in about,
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
            made_on=row.made_on,
            registered_on=row.registered_on,
        )
    )


def _advocacy(row: Advocacy) -> bool:
    return bool(authority_law.advocacy_incomplete(has_contact=row.contact_id is not None, responsible_body=row.responsible_body))


INCOMPLETE: dict[type[Any], Callable[[Any], bool]] = {
    Voice: _voice,
    Conversation: _conversation,
    Review: _review,
    Response: _response,
    **lawful_liberty.INCOMPLETE,
    Authority: _authority,
    Advocacy: _advocacy,
    **lawful_daily.INCOMPLETE,
    SignOff: lawful_signing.incomplete,
}

Judge = Callable[..., dict[UUID, tuple[str, ...]]]

# Tables whose rows have a standing: what the law finds, by row.
JUDGES: dict[type[Any], Judge] = {
    CapacityAssessment: lambda rows, *, ours: {row.pk: _of_assessment(row) for row in rows},
    Decision: _of_decisions,
    Publication: lawful_publications.of_publications,
    LibertyReview: lawful_liberty.faults,
    LibertyAuthorisation: lawful_liberty.faults,
    AreaPart: lawful_agreements.of_parts,
    **dict.fromkeys(sharing.JUDGED, lambda rows, *, ours: sharing.faults(rows)),
}
