"""Write down what came of an agreed check-in; and notice those that nothing came of."""

from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext as _

from throughline.agreements.actions.said import hear
from throughline.agreements.said import JustSaid
from throughline.base import clock
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.models import Amendment
from throughline.base.records import amend, copy_of, keep, once
from throughline.base.sent import already
from throughline.base.written import NOW, Written
from throughline.conversations.standing import corrected, still_stands
from throughline.people.models import Person
from throughline.plan.models import AgreedCheckIn

from .. import policy
from ..choices import Answer
from ..expected import Expected, due_at
from ..models import CheckIn, MissedCheckIn
from ..queries_check_ins import unnoticed
from .crossings import cross, uncross

LOOK_BACK = 7  # days; what was not noticed for longer shows wherever it is read, but opens nothing


@once
@transaction.atomic
def keep_check_in(
    *,
    person: Person,
    agreed: AgreedCheckIn,
    due: datetime,
    answer: str,
    method: str = "",
    note: str = "",
    said: JustSaid | None = None,
    by: Any,
    written: Written = NOW,
) -> CheckIn:
    """Keep what came of one check-in. due: at which of its times. `written.occurred_at` is when they answered, or somebody looked."""
    require(policy.may_keep(by, person))
    if there := already(CheckIn, by=by, written=written):
        return there
    row = CheckIn(person=person, agreed=agreed, due_at=due, answer=answer, method=method or agreed.method, note=note)
    row.topic = agreed.version.topic
    _check(row, written)
    row.voice = hear(person=person, said=said, topic=row.topic, by=by, written=Written(recorded_at=written.recorded_at))
    keep("practice.check-in-kept", row, by=by, written=written)
    _follow(row, by)
    return row


def _check(row: CheckIn, written: Written) -> None:
    happened = written.occurred_at or written.recorded_at or clock.now()
    if row.agreed.person_id != row.person_id or due_at(row.agreed, clock.day_of(row.due_at)) != row.due_at:
        raise Invalid({"due": _("No check-in was agreed for this time. Open Today again.")})
    until = Expected(row.agreed, row.due_at).until_at
    if row.answer == Answer.NO_ANSWER and happened < until:
        raise Invalid({"answer": _("There is still time to answer. Look again later, and write it down then.")})


def _follow(row: CheckIn, by: Any) -> None:
    """What nothing came of in time is missed; what came in time after all is not, and takes back what was noticed before."""
    missed = MissedCheckIn.objects.select_related("agreed__version", "person").filter(agreed=row.agreed_id, due_at=row.due_at).first()
    expected = Expected(row.agreed, row.due_at, row)
    if missed is None and row.amendment not in Amendment.ends() and expected.state(clock.now()).is_missed:
        _notice(expected, by)
    elif missed is not None:
        stands = MissedCheckIn.objects.current().filter(pk=missed.pk).exists()
        (cross if stands else uncross)(row=missed, by=by)


def _notice(expected: Expected, by: Any) -> None:
    agreed = expected.agreed
    row = MissedCheckIn(person=agreed.person, agreed=agreed, due_at=expected.due_at, until_at=expected.until_at, noticed_at=clock.now())
    keep("practice.check-in-missed", row, by=by)
    cross(row=row, by=by)


@transaction.atomic
def notice_missed(*, by: Any = None) -> int:
    """Notice every agreed check-in whose time and grace are over and that nothing came of; how many. by: None, for the server itself."""
    require(policy.may_notice(by))
    _hold(unnoticed(LOOK_BACK))
    found = unnoticed(LOOK_BACK)
    for each in found:
        _notice(each, by)
    return len(found)


def _hold(found: list[Expected]) -> None:
    """One at a time: who comes second sees what the first noticed. SQLite has one writer anyway."""
    if found and connection.features.has_select_for_update:
        rows = AgreedCheckIn.objects.select_for_update().filter(pk__in={each.agreed.pk for each in found})
        list(rows.order_by("pk").values_list("pk"))


@transaction.atomic
def correct_check_in(*, check_in: CheckIn, reason: str, by: Any, written: Written = NOW, **told: Any) -> CheckIn:
    """Say it better, with a reason; the first words stay, struck through."""
    require(policy.may_correct(by, check_in))
    still_stands(check_in)
    new, when = corrected(check_in, told, written)
    _check(new, when)
    amend("practice.check-in-corrected", check_in, new, kind=Amendment.CORRECTED, reason=reason, by=by, written=when)
    _follow(new, by)
    return new


@transaction.atomic
def mistake_check_in(*, check_in: CheckIn, reason: str, by: Any) -> CheckIn:
    """Say that a check-in was written down by mistake. It stays, struck through; what it was about is as if nobody had written."""
    require(policy.may_correct(by, check_in))
    still_stands(check_in)
    ended = amend("practice.check-in-mistaken", check_in, copy_of(check_in), kind=Amendment.MISTAKE, reason=reason, by=by)
    _follow(ended, by)
    return ended
