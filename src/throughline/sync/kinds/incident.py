from dataclasses import replace
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy

from throughline.access import scope
from throughline.access.roles import Act
from throughline.practice import actions, queries
from throughline.web import citing
from throughline.web.incidents.forms import IncidentForm

from ..reading import Sent
from .kind import Kind, given


def keep(sent: Sent, by: Any) -> str:
    """Something that should not have happened. fields: those of the page's form."""
    sight = scope.sight(by, sent.person_id)
    form = IncidentForm(sent.as_form(), voices=citing.to_cite(sight), names={"name": sight.person.name})
    told = form.arguments(given(form))
    happened = told.pop("written").occurred_at
    written = replace(sent.written, occurred_at=happened or sent.happened_at)
    row = actions.keep_incident(person=sight.person, by=by, written=written, **told)
    return reverse("incidents:one", args=[row.pk])


def words(sent: Sent, sight: Any) -> list[str]:
    return [each for each in (sent.text("words"), sent.text("seen"), sent.text("done")) if each]


KIND = Kind(gettext_lazy("An incident"), Act.KEEP_PRACTICE, queries.person_of_incident, keep, words)
