"""What the law says of liberty reviews and authorisations that come in, and of what is disputed: the same law as for those written here."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from throughline.base import clock
from throughline.decisions import queries_liberty
from throughline.decisions.law import disagreement, liberty, safeguarding
from throughline.decisions.models import (
    Disagreement,
    DisagreementStep,
    LibertyAuthorisation,
    LibertyReview,
    LibertyWish,
    Position,
    SafeguardingConcern,
    SafeguardingStep,
)
from throughline.people.choices import Party


def faults(rows: Sequence[Any]) -> dict[UUID, tuple[str, ...]]:
    """The codes of each review or each authorisation."""
    return _of_reviews(rows) if isinstance(rows[0], LibertyReview) else _of_authorisations(rows)


def _of_reviews(rows: Sequence[LibertyReview]) -> dict[UUID, tuple[str, ...]]:
    wishes = defaultdict(list)
    for each in LibertyWish.objects.filter(review__in=[row.pk for row in rows]):
        wishes[each.review_id].append(each)
    return {row.pk: liberty.faults(queries_liberty.concluded(row, wishes[row.pk], clock.day_of(row.occurred_at))) for row in rows}


def _of_authorisations(rows: Sequence[LibertyAuthorisation]) -> dict[UUID, tuple[str, ...]]:
    """What another one extends may be in the same batch, which is not kept yet."""
    here = {row.pk: row for row in rows}
    extended = {row.extends_id for row in rows if row.extends_id}
    known = {**LibertyAuthorisation.objects.in_bulk(extended - here.keys()), **here}
    others = [*LibertyAuthorisation.objects.filter(extends__in=extended), *(row for row in rows if row.extends_id)]
    return {row.pk: liberty.authorisation_faults(_granted(row, known, others)) for row in rows}


def _granted(row: LibertyAuthorisation, known: dict[Any, LibertyAuthorisation], others: list[LibertyAuthorisation]) -> liberty.Granted:
    before = known.get(row.extends_id)
    if before is None:
        return liberty.Granted(row.kind, row.from_on, row.until_on)
    again = any(each.extends_id == before.pk and each.pk != row.pk and each.recorded_at < row.recorded_at for each in others)
    extends = liberty.Before(before.kind, before.until_on, before.extends_id is not None, again)
    return liberty.Granted(row.kind, row.from_on, row.until_on, extends)


# --- What has no standing and may still be incomplete ---


def _position(row: Position) -> bool:
    """The person was not first, and nothing says why."""
    dispute = Disagreement.objects.filter(pk=row.disagreement_id).first()
    first = Position.objects.filter(disagreement=row.disagreement_id, party=Party.PERSON, recorded_at__lte=row.recorded_at)
    was_first = bool(dispute and dispute.no_voice_because) or first.exists()
    standpoint = disagreement.Standpoint(row.party == Party.PERSON, row.voice_id is not None, was_first)
    return bool(disagreement.position_faults(standpoint))


def _step(row: DisagreementStep) -> bool:
    """A step was passed over, and nothing says why."""
    steps = DisagreementStep.objects.filter(disagreement=row.disagreement_id, recorded_at__lt=row.recorded_at)
    last = steps.order_by("-recorded_at").values_list("rung", flat=True).first()
    return bool(disagreement.step_faults(before=last or "", rung=row.rung, because=row.because))


def _concern(row: SafeguardingConcern) -> bool:
    told = {"telling": row.telling, "telling_because": row.telling_because, "wants": row.wants, "wants_because": row.wants_because}
    return bool(safeguarding.concern_faults(has_voice=row.voice_id is not None, **told))


def _concern_step(row: SafeguardingStep) -> bool:
    words = row.words or ("x" if row.voice_id else "")
    told = {"kind": row.kind, "to": row.to, "rationale": row.rationale, "consent": row.consent}
    return bool(safeguarding.step_faults(words=words, **told))


INCOMPLETE: dict[type[Any], Callable[[Any], bool]] = {
    Position: _position,
    DisagreementStep: _step,
    SafeguardingConcern: _concern,
    SafeguardingStep: _concern_step,
}
