"""What an authority, a decision or an advocate's work opened closes with it, in the same transaction: nobody has to think of it."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from throughline.access import actions as access
from throughline.access.models import Grant
from throughline.authority import actions as authority_actions
from throughline.authority.choices import StepKind
from throughline.authority.models import Advocacy, AdvocacyStep, Authority, AuthorityEnded, Proof
from throughline.decisions import actions as decisions
from throughline.decisions.models import Decision

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
    """Keep what happened with an advocate; when their work ended, what it opened closes."""
    step = authority_actions.keep_step(advocacy=advocacy, kind=kind, by=by, **told)
    if kind == StepKind.ENDED:
        _close(queries.grants_of(statutory__advocacy=advocacy), by)
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
    return taken


def _of_lost_decisions(row: Any) -> list[Grant]:
    """What permissions opened that rest on a decision of this person which carries nothing any more."""
    return queries.grants_of(permission__decision__in=Decision.objects.gone().filter(person=row.person_id).values("pk"))


def _of_authority(authority: Authority) -> list[Grant]:
    return [*queries.grants_of(statutory__authority=authority), *queries.grants_of(permission__authority=authority)]


def _close(grants: Iterable[Grant], by: Any) -> None:
    for grant in grants:
        access.end_grant(grant=grant, by=by)
