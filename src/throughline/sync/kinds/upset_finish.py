from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughline.access import scope
from throughline.access.roles import Act
from throughline.base.errors import Invalid, NotFound
from throughline.practice import queries_upset
from throughline.web.upsets import writing

from ..reading import Sent
from .kind import Kind, given
from .upset import words


def keep(sent: Sent, by: Any) -> str:
    """What was left out at first, added on the same shift by the phone's own clock. fields: record, and those of the page's form."""
    sight = scope.sight(by, sent.person_id)
    row = _last_words(sight, sent)
    form = writing.finish_form(sent.as_form(), sight, row)
    finished = writing.finish(sight, form, given(form), row, by, sent.written)
    return reverse("upsets:one", args=[finished.pk])


def _last_words(sight: Any, sent: Sent) -> Any:
    """The upset that is meant, as it stands now."""
    try:
        return queries_upset.upset_life(sight, queries_upset.upset(sight, UUID(sent.text("record"))))[-1]
    except (ValueError, NotFound):
        raise Invalid({"record": _("What this belongs to is not in the record. Look at what needs you first.")}) from None


KIND = Kind(gettext_lazy("The rest about being upset"), Act.KEEP_PRACTICE, queries_upset.person_of_upset, keep, words)
