from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.base import clock, events
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.records import change, keep

from .. import policy, queries
from ..models import Shift


@transaction.atomic
def bring_shifts(*, rota: queries.Rota, by: Any) -> queries.Brought:
    """Take over a rota: of each home that it names, everything from its first day to its last. With a fault in it, nothing."""
    require(policy.may_bring_shifts(by))
    for service in {row.service.pk: row.service for row in rota.rows}.values():
        require(policy.may_keep_shifts(by, service))
    if rota.faults:
        raise Invalid({"rota": _("There are mistakes in it, and nothing was kept. Put them right and bring it again.")})
    brought = queries.compare(rota.rows)
    for row in brought.new:
        times = {"from_at": row.planned.from_at, "until_at": row.planned.until_at}
        keep("workforce.shift-kept", Shift(user=row.user, service=row.service, **times), by=by)
    for shift, until_at in brought.changed:
        change("workforce.shift-changed", shift, by=by, until_at=until_at, called_off_at=None)
    for shift in brought.called_off:
        change("workforce.shift-called-off", shift, by=by, called_off_at=clock.now())
    counts = {"new": len(brought.new), "changed": len(brought.changed), "called_off": len(brought.called_off), "same": brought.same}
    events.record("workforce.rota-brought", by=by, about=by, detail=counts)
    return brought
