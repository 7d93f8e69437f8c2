from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughline.access import scope
from throughline.access.roles import Act
from throughline.base import clock
from throughline.base.errors import Invalid, NotFound
from throughline.plan import queries as plan
from throughline.practice import actions, queries
from throughline.web.today.pages.words import result
from throughline.web.today.views.record import after

from ..reading import Sent
from .kind import Kind


def keep(sent: Sent, by: Any) -> str:
    """What happened with a step, from the sheet of four answers. fields: step, day, result, words."""
    sight = scope.sight(by, sent.person_id)
    step = _step(sight, sent)
    kept = actions.record_routine(
        person=sight.person,
        version=step.version,
        step=step,
        result=sent.text("result"),
        day=day_of(sent),
        words=sent.text("words"),
        by=by,
        written=sent.written,
    )
    return after(kept)


def _step(sight: Any, sent: Sent) -> Any:
    try:
        return plan.followed_step(sight, UUID(sent.text("step")))
    except (ValueError, NotFound):
        raise Invalid({"step": _("This step is not part of this person's plan. Open Today again.")}) from None


def day_of(sent: Sent) -> date:
    """The day of the sheet: the day on which it was written or the one before, for whoever comes off a night."""
    written = clock.day_of(sent.happened_at)
    try:
        day = date.fromisoformat(sent.text("day")) if sent.text("day") else written
    except ValueError:
        day = date.min
    if not written - timedelta(days=1) <= day <= written:
        raise Invalid({"day": _("This sheet is of another day. Go back to Today and open the step again.")})
    return day


def words(sent: Sent, sight: Any) -> list[str]:
    told = [_step(sight, sent).text, result(sent.text("result"), sight.person.name), sent.text("words")]
    return [each for each in told if each]


KIND = Kind(gettext_lazy("What happened with a step"), Act.KEEP_PRACTICE, queries.person_of_record, keep, words)
