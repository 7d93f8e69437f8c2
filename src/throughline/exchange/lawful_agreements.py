"""What the law says of parts and agreements that come in, with the authorities and permissions that were there when each was written."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from throughline.access.choices import Level
from throughline.agreements import law
from throughline.agreements.choices import Involved, PartKind
from throughline.agreements.models import (
    AgreementAnswer,
    AgreementParty,
    AreaPart,
    SharedThing,
    SharingPermission,
    StatutoryAccess,
    Withdrawal,
)
from throughline.agreements.queries import cited, decided_by_law, is_view
from throughline.authority.queries import as_held
from throughline.base import clock
from throughline.decisions.choices import Standing
from throughline.decisions.models import Decision


def of_parts(rows: Sequence[AreaPart], *, ours: bool) -> dict[UUID, tuple[str, ...]]:
    """Who decides needs an authority, named in the row, that they hold and that reaches this part of life on the day it was written.

    ours: our actions looked at the papers as they stood then; here it is only asked whether an authority is named and theirs.
    """
    return {row.pk: _of_part(row, ours) for row in rows}


def _of_part(row: AreaPart, ours: bool) -> tuple[str, ...]:
    on = clock.day_of(row.recorded_at)
    authority = row.authority if row.part == PartKind.DECIDES else None
    holds = authority is not None and authority.holders.filter(contact=row.contact_id, replacement=False).exists()
    if ours and holds:
        return ()
    return law.part_faults(part=row.part, area=row.area, held=as_held(authority, on, row.recorded_at), is_holder=holds, on=on)


def of_answers(rows: Sequence[AgreementAnswer], *, ours: bool) -> dict[UUID, tuple[str, ...]]:
    """The person's answers, with what their versions give and share.

    ours: our actions looked at authorities and permissions as they stood then; here it is only asked on what the answer rests.
    """
    return {row.pk: _as_we_judged_it(row) if ours else _of_answer(row) for row in rows}


def _as_we_judged_it(row: AgreementAnswer) -> tuple[str, ...]:
    has_voice, decision = row.voice_id is not None, _decision(row)
    stood = replace(decision, stands=True) if decision else None
    return law.agreement_faults(law.Agreement(row.answer, has_voice=has_voice, has_view=has_voice, decision=stood))


def _decision(row: AgreementAnswer) -> law.Cited | None:
    return cited(Decision.objects.select_related("question").filter(pk=row.decision_id).first(), row.person_id)


def _of_answer(row: AgreementAnswer) -> tuple[str, ...]:
    on = clock.day_of(row.recorded_at)
    parties = AgreementParty.objects.filter(version=row.version_id, in_decisions=Involved.DECIDES).select_related("contact")
    return law.agreement_faults(
        law.Agreement(
            answer=row.answer,
            has_voice=row.voice_id is not None,
            has_view=is_view(row.voice),
            decision=_decision(row),
            deciding=tuple(law.Deciding(frozenset(each.areas), decided_by_law(each.contact, each.areas, on)) for each in parties),
            shared=tuple(_shared(each, row, on) for each in SharedThing.objects.filter(version=row.version_id)),
        )
    )


def _shared(thing: SharedThing, row: AgreementAnswer, on: date) -> law.Sharing:
    """How much of it was open: by the latest valid permission that was not taken back, or by law. Keys themselves are never moved."""
    by_law = StatutoryAccess.objects.current().filter(contact=thing.contact_id, standing=Standing.VALID, until__gte=on)
    if any(thing.about in each.topics for each in by_law):
        return law.Sharing(thing.rhythm, Level.MAY_SEE)
    return law.Sharing(thing.rhythm, _permitted(thing, row, on))


def _permitted(thing: SharedThing, row: AgreementAnswer, on: date) -> str:
    then: dict[str, Any] = {"contact": thing.contact_id, "about": thing.about, "recorded_at__lte": row.recorded_at}
    given = SharingPermission.objects.current().filter(standing=Standing.VALID, **then).order_by("-recorded_at", "-sequence").first()
    if given is None or (given.until is not None and given.until < on):
        return Level.NO
    back = Withdrawal.objects.current().filter(permission=given, recorded_at__lte=row.recorded_at)
    return Level.NO if back.exists() else given.level
