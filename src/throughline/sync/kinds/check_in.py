from dataclasses import replace
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughline.access import scope
from throughline.access.roles import Act
from throughline.base.errors import Invalid, NotFound
from throughline.plan.queries_watch import check_in
from throughline.practice.queries_check_ins import person_of_check_in
from throughline.web.check_ins import views, wording

from ..reading import Sent
from .kind import Kind, given


def keep(sent: Sent, by: Any) -> str:
    """What came of a check-in. fields: those of the page's form, and which was agreed."""
    sight = scope.sight(by, sent.person_id)
    form = views.new_form(sent.as_form(), sight)
    told = form.arguments(given(form))
    written = replace(sent.written, occurred_at=told.pop("written").occurred_at or sent.happened_at)
    row = views.keep(sight, _agreed(sight, sent), told | {"written": written}, by)
    return reverse("check_ins:one", args=[row.pk])


def _agreed(sight: Any, sent: Sent) -> Any:
    try:
        return check_in(sight, UUID(sent.text("agreed")))
    except (ValueError, NotFound):
        raise Invalid({"agreed": _("No check-in was agreed for this time. Open Today again.")}) from None


def words(sent: Sent, sight: Any) -> list[str]:
    came = _("No answer") if sent.text("answer") == "no_answer" else _("%(name)s answered") % {"name": sight.person.name}
    return [
        wording.title(_agreed(sight, sent), sight.person.name),
        came,
        *(each for each in (sent.text("words"), sent.text("note")) if each),
    ]


KIND = Kind(gettext_lazy("A check-in"), Act.KEEP_PRACTICE, person_of_check_in, keep, words)
