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
    Override,
    SharedThing,
    SharingPermission,
    StatutoryAccess,
    Withdrawal,
)
from throughline.agreements.queries import cited, decided_by_law, is_view
from throughline.authority.models import Authority
from throughline.authority.queries import as_held
from throughline.base import clock
from throughline.conversations.models import SecondObservation, Voice
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

    ours: our actions looked at authorities and permissions as they stood then. Anybody can write that a folder is ours, so here it is
    asked again whether there was anything at all that could have let somebody decide or know; how it stood then is not worked out.
    """
    return {row.pk: _as_we_judged_it(row) if ours else _of_answer(row) for row in rows}


def _as_we_judged_it(row: AgreementAnswer) -> tuple[str, ...]:
    decision, then = _decision(row), {"received_at__lte": row.received_at}
    stood = replace(decision, stands=True, able_since=False) if decision else None
    parties = AgreementParty.objects.filter(version=row.version_id, in_decisions=Involved.DECIDES)
    things = SharedThing.objects.filter(version=row.version_id)
    return law.agreement_faults(
        law.Agreement(
            answer=row.answer,
            has_voice=row.voice_id is not None,
            has_view=row.voice is not None and (row.voice.is_own_words or _was_seconded(row.voice, then)),
            decision=stood,
            deciding=tuple(law.Deciding(frozenset(each.areas), _could_decide(each, then)) for each in parties),
            shared=tuple(law.Sharing(each.rhythm, _could_know(each, then)) for each in things),
            contacts=_contacts(row),
        )
    )


def _was_seconded(voice: Voice, then: dict[str, Any]) -> bool:
    return SecondObservation.objects.filter(voice=voice, agrees=True, **then).exclude(author=voice.author_id).exists()


def _could_decide(party: AgreementParty, then: dict[str, Any]) -> frozenset[str]:
    """The parts of life of every authority that was written down of a contact by then."""
    held = Authority.objects.filter(holders__contact=party.contact_id, holders__replacement=False, **then)
    return frozenset(area for areas in held.values_list("areas", flat=True) for area in areas)


def _could_know(thing: SharedThing, then: dict[str, Any]) -> str:
    """The most that was opened to a contact of a topic by then."""
    valid: dict[str, Any] = {"contact": thing.contact_id, "standing": Standing.VALID, **then}
    named = [*StatutoryAccess.objects.filter(**valid), *Override.objects.filter(**valid)]
    if any(thing.about in each.topics for each in named):
        return Level.MAY_SEE
    levels = set(SharingPermission.objects.filter(about=thing.about, **valid).values_list("level", flat=True))
    return next((level for level in (Level.MAY_SEE, Level.AT_REVIEWS) if level in levels), Level.NO)


def _contacts(row: AgreementAnswer) -> frozenset[UUID]:
    """The keys of those who take part."""
    rows = AgreementParty.objects.filter(version=row.version_id, contact__isnull=False)
    return frozenset(rows.values_list("contact_id", flat=True))


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
            contacts=_contacts(row),
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
