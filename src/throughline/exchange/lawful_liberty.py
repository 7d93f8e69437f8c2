"""What the law says of liberty reviews and authorisations that come in, and of what is disputed: the same law as for those written here."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from throughline.access import keys
from throughline.base import clock
from throughline.decisions import queries_disagreement, queries_liberty
from throughline.decisions.choices import Standing
from throughline.decisions.law import authorisation, disagreement, liberty, safeguarding
from throughline.decisions.models import (
    Disagreement,
    DisagreementClosed,
    DisagreementStep,
    LibertyAuthorisation,
    LibertyReview,
    LibertyWish,
    Position,
    SafeguardingConcern,
    SafeguardingStep,
)
from throughline.people.choices import Party


def faults(rows: Sequence[Any], *, ours: bool) -> dict[UUID, tuple[str, ...]]:
    """The codes of each review or each authorisation.

    ours: our actions asked for the role of whoever concluded; of others their assignments, which come in before, have to show it.
    """
    return _of_reviews(rows, ours=ours) if isinstance(rows[0], LibertyReview) else _of_authorisations(rows)


def _of_reviews(rows: Sequence[LibertyReview], *, ours: bool) -> dict[UUID, tuple[str, ...]]:
    wishes = defaultdict(list)
    for each in LibertyWish.objects.filter(review__in=[row.pk for row in rows]):
        wishes[each.review_id].append(each)
    beside = [*LibertyReview.objects.filter(person__in={row.person_id for row in rows}), *rows]
    return {row.pk: liberty.faults(_concluded(row, wishes[row.pk], beside, ours=ours)) for row in rows}


def _concluded(row: LibertyReview, wishes: list[LibertyWish], beside: list[LibertyReview], *, ours: bool) -> liberty.Concluded:
    """A review with what came before it: reviews of the same batch are not kept yet."""
    on = clock.day_of(row.occurred_at)
    earlier = [each.recorded_at for each in beside if each.person_id == row.person_id and each.recorded_at < row.recorded_at]
    objected = queries_liberty.objected_since(row.person_id, max(earlier, default=None), row.recorded_at)
    found = queries_liberty.concluded(row, wishes, on, objected_before=objected)
    has_role = ours or row.concluded_as in keys.acts_on(row.concluded_by_id, row.person_id, on)
    return replace(found, role_may=found.role_may and has_role)


def _of_authorisations(rows: Sequence[LibertyAuthorisation]) -> dict[UUID, tuple[str, ...]]:
    """What another one extends may be in the same batch, which is not kept yet."""
    here = {row.pk: row for row in rows}
    extended = {row.extends_id for row in rows if row.extends_id}
    known = {**LibertyAuthorisation.objects.in_bulk(extended - here.keys()), **here}
    others = [*LibertyAuthorisation.objects.filter(extends__in=extended), *(row for row in rows if row.extends_id)]
    return {row.pk: authorisation.authorisation_faults(_granted(row, known, others)) for row in rows}


def _granted(
    row: LibertyAuthorisation, known: dict[Any, LibertyAuthorisation], others: list[LibertyAuthorisation]
) -> authorisation.Granted:
    before = known.get(row.extends_id)
    homes, hospital = queries_liberty.homes_on(row.person_id, row.from_on), row.in_hospital
    if before is None:
        return authorisation.Granted(row.kind, row.from_on, row.until_on, None, homes, hospital)
    again = any(each.extends_id == before.pk and each.pk != row.pk and each.recorded_at < row.recorded_at for each in others)
    extends = authorisation.Before(before.kind, before.until_on, before.extends_id is not None, again)
    return authorisation.Granted(row.kind, row.from_on, row.until_on, extends, homes, hospital)


# --- What has no standing and may still be incomplete ---


def mark_out_of_turn(rows: Sequence[Any]) -> None:
    """Historic: positions that came before the person's, and steps that passed one over, where nothing says why.

    Rows of a batch stand together, as they are not kept yet.
    """
    ids = {row.disagreement_id for row in rows}
    beside = defaultdict(list)
    for each in [*type(rows[0])._default_manager.filter(disagreement__in=ids), *rows]:
        beside[each.disagreement_id].append(each)
    disputes = Disagreement.objects.in_bulk(ids)
    out = _position_is_out if isinstance(rows[0], Position) else _step_is_out
    for row in rows:
        row.historic = row.historic or out(row, beside[row.disagreement_id], disputes[row.disagreement_id])


def _position_is_out(row: Position, beside: list[Position], dispute: Any) -> bool:
    there = any(each.party == Party.PERSON and each.recorded_at <= row.recorded_at for each in beside)
    standpoint = disagreement.Standpoint(row.party == Party.PERSON, row.voice_id is not None, there or bool(dispute.no_voice_because))
    return bool(disagreement.position_faults(standpoint))


def _step_is_out(row: DisagreementStep, beside: list[DisagreementStep], dispute: Any) -> bool:
    earlier = [each for each in beside if each.recorded_at < row.recorded_at]
    last = max(earlier, key=lambda each: each.recorded_at, default=None)
    return bool(disagreement.step_faults(before=last.rung if last else "", rung=row.rung, because=row.because))


def _closed(row: DisagreementClosed) -> bool:
    """A party closed it, the person's position is not there, or what changed rests on no decision that takes effect."""
    dispute = queries_disagreement.disputes([row.disagreement])[0]
    settled = row.settled_by
    closing = disagreement.Closing(
        closer=row.author_id,
        parties=dispute.parties,
        came_to=row.came_to,
        has_decision=settled is not None,
        decision_is_valid=settled is not None and settled.standing == Standing.VALID,
        decision_basis=settled.basis if settled else "",
        persons_position=dispute.has_persons_position,
    )
    return bool(disagreement.closing_faults(closing))


def _concern(row: SafeguardingConcern) -> bool:
    told = {"telling": row.telling, "telling_because": row.telling_because, "wants": row.wants, "wants_because": row.wants_because}
    return bool(safeguarding.concern_faults(has_voice=row.voice_id is not None, **told))


def _concern_step(row: SafeguardingStep) -> bool:
    words = row.words or ("x" if row.voice_id else "")
    told = {"kind": row.kind, "to": row.to, "rationale": row.rationale, "consent": row.consent}
    return bool(safeguarding.step_faults(words=words, **told))


IN_TURN = (Position, DisagreementStep)
INCOMPLETE: dict[type[Any], Callable[[Any], bool]] = {
    DisagreementClosed: _closed,
    SafeguardingConcern: _concern,
    SafeguardingStep: _concern_step,
}
