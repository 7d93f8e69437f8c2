from dataclasses import replace
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy

from throughline.access import scope
from throughline.access.roles import Act
from throughline.practice import actions
from throughline.practice.queries_missed_medicine import person_of_missed_medicine
from throughline.web.medicine.views import new_form

from ..reading import Sent
from .kind import Kind, given


def keep(sent: Sent, by: Any) -> str:
    """Medicine that was missed. fields: those of the page's form."""
    sight = scope.sight(by, sent.person_id)
    form = new_form(sent.as_form(), sight)
    told = form.arguments(given(form))
    written = replace(sent.written, occurred_at=told.pop("written").occurred_at or sent.happened_at)
    row = actions.keep_missed_medicine(person=sight.person, by=by, written=written, **told)
    return reverse("medicine:one", args=[row.pk])


def words(sent: Sent, sight: Any) -> list[str]:
    return [each for each in (sent.text("what"), sent.text("words"), sent.text("told"), sent.text("advised")) if each]


KIND = Kind(gettext_lazy("Medicine that was missed"), Act.KEEP_PRACTICE, person_of_missed_medicine, keep, words)
