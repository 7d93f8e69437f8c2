"""Who may see what, as it comes in: judged by the law that its actions ask, with what was there when it was written.

Keys do not move: what comes in opens nothing here, and the person is asked again. What it says of itself has to be true all the same.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from throughline.access.law import is_named, is_shut
from throughline.agreements import law
from throughline.agreements.models import Disclosure, NotToBeTold, Override, SharingPermission, StatutoryAccess
from throughline.agreements.queries import kind_of_advocate
from throughline.authority.queries import as_held
from throughline.base import clock
from throughline.conversations.models import SecondObservation, Voice
from throughline.decisions.able import cannot_say, found_able, lacks_among
from throughline.decisions.carrying import carries_nothing_new
from throughline.decisions.choices import Standing
from throughline.decisions.models import CapacityAssessment, Decision
from throughline.people.choices import ContactKind

JUDGED = (SharingPermission, StatutoryAccess, Override)
Found = dict[UUID, tuple[str, ...]]


def faults(rows: Sequence[Any]) -> Found:
    """The codes of the law for rows of one of the tables."""
    batch = {row.pk: row for row in rows}
    judge = JUDGES[type(rows[0])]
    return {row.pk: judge(row, _first_written(row, batch)) for row in rows}


def mark_told(rows: Sequence[Disclosure]) -> None:
    """What was told elsewhere and names nothing that covered it was told without cover."""
    for row in rows:
        row.faults = row.faults or ([] if row.basis else ["disclosure-not-covered"])


def _first_written(row: Any, batch: dict[UUID, Any]) -> datetime:
    """When the first of a row's versions was written: ending something early makes it no other thing."""
    seen = row
    while seen.amends_id is not None:
        earlier = batch.get(seen.amends_id) or type(row).objects.filter(pk=seen.amends_id).first()
        if earlier is None or earlier.pk == seen.pk:
            break
        seen = earlier
    written: datetime = seen.recorded_at
    return written


def _excluded(row: Any, topics: Sequence[str], then: datetime) -> bool:
    """Whether the contact was not to be told about one of some topics, as it was written by then."""
    written = list(NotToBeTold.objects.filter(person=row.person_id, recorded_at__lt=then).select_related("contact"))
    over = {each.amends_id for each in written}
    shut = [each.topics for each in written if each.pk not in over and not each.amendment and _is_of(each, row.contact)]
    return any(is_shut(topic, shut) for topic in topics)


def _is_of(each: NotToBeTold, contact: Any) -> bool:
    return each.contact_id == contact.pk or is_named(each.name, contact.name)


def _permission(row: SharingPermission, then: datetime) -> tuple[str, ...]:
    on = clock.day_of(then)
    return law.permission_faults(
        law.Given(
            given_by=row.given_by,
            about=row.about,
            level=row.level,
            on=on,
            until=row.until,
            has_voice=row.voice is not None,
            has_view=row.voice is not None and _is_view(row.voice, then),
            decision=_cited(row, then),
            held=as_held(row.authority, on, then),
            is_excluded=_excluded(row, [row.about], then),
            contact=row.contact_id,
            authority=row.authority_id,
            lacks=cannot_say(row.contact, row.about, row.occurred_at, then),
        )
    )


def _is_view(voice: Voice, then: datetime) -> bool:
    seconds = SecondObservation.objects.filter(voice=voice, agrees=True, recorded_at__lte=then).exclude(author=voice.author_id)
    return voice.is_own_words or seconds.exists()


def _cited(row: SharingPermission, then: datetime) -> law.Cited | None:
    decision = row.decision
    if decision is None:
        return None
    return law.Cited(
        is_of_person=decision.person_id == row.person_id,
        is_valid=decision.standing == Standing.VALID and not carries_nothing_new(decision, then, then),
        stands=not Decision.objects.filter(amends=decision, recorded_at__lte=then).exists(),
        area=decision.question.area,
        basis=decision.basis,
        contact=decision.question.contact_id,
        topics=frozenset(decision.question.shares),
        authority=decision.authority_id,
        able_since=found_able(decision.question_id, row.occurred_at, then),
    )


def _statutory(row: StatutoryAccess, then: datetime) -> tuple[str, ...]:
    held_by = row.authority is not None and row.authority.holders.filter(contact=row.contact_id, replacement=False).exists()
    return law.statutory_faults(
        law.Statutory(
            kind=row.kind,
            topics=frozenset(row.topics),
            on=clock.day_of(then),
            is_family=row.contact.kind == ContactKind.CIRCLE,
            is_professional=row.contact.kind == ContactKind.PROFESSIONAL,
            is_holder=held_by,
            held=as_held(row.authority, clock.day_of(then), then),
            asked=_asked(row, then),
            kind_of_advocate=kind_of_advocate(row.advocacy, row.contact, written_by=then),
            is_excluded=_excluded(row, row.topics, then),
        )
    )


def _asked(row: StatutoryAccess, then: datetime) -> law.Asked | None:
    """The question that its assessment is about, and what was written of assessments of it by then."""
    if row.assessment is None:
        return None
    question, written = row.assessment.question, {"question": row.assessment.question_id, "recorded_at__lte": then}
    over = CapacityAssessment.objects.filter(amends__isnull=False, **written).values("amends")
    stood = list(CapacityAssessment.objects.filter(**written).exclude(pk__in=over))
    return law.Asked(question.area, lacks_among(row.assessment, stood, then), nobody_may=bool(question.excluded_class))


def _override(row: Override, then: datetime) -> tuple[str, ...]:
    shut = _excluded(row, row.topics, then)
    return law.override_faults(kind=row.kind, on=clock.day_of(then), until=row.until, is_excluded=shut)


JUDGES: dict[type[Any], Callable[[Any, datetime], tuple[str, ...]]] = {
    SharingPermission: _permission,
    StatutoryAccess: _statutory,
    Override: _override,
}
