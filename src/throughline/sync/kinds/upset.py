from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy

from throughline.access import scope
from throughline.access.roles import Act
from throughline.practice import queries_upset
from throughline.web.upsets import writing

from ..reading import Sent
from .kind import Kind, given


def keep(sent: Sent, by: Any) -> str:
    """One time that the person was upset. fields: those of the page's form; its clock is the phone's."""
    sight = scope.sight(by, sent.person_id)
    form = writing.new_form(sent.as_form(), sight)
    row = writing.keep_sent(sight, form, given(form), sent.written, sent.ahead, by)
    return reverse("upsets:one", args=[row.pk])


def words(sent: Sent, sight: Any) -> list[str]:
    return [each for each in (sent.text("words"), sent.text("before"), sent.text("seen"), sent.text("helped")) if each]


KIND = Kind(gettext_lazy("A time of being upset"), Act.KEEP_PRACTICE, queries_upset.person_of_upset, keep, words)
