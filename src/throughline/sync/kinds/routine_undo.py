from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughline.access import scope
from throughline.access.roles import Act
from throughline.practice import actions, queries

from ..reading import Sent
from .kind import Kind
from .routine_add import last_words


def keep(sent: Sent, by: Any) -> str:
    """Taking back what was recorded, within ten minutes by the phone's own clock. fields: record."""
    sight = scope.sight(by, sent.person_id)
    actions.undo_routine(record=last_words(sight, sent), by=by, written=sent.written)
    return reverse("today:recorded", args=[sent.text("record")])


def words(sent: Sent, sight: Any) -> list[str]:
    return [_("It takes back what was recorded just before.")]


KIND = Kind(gettext_lazy("Undone"), Act.KEEP_PRACTICE, queries.person_of_record, keep, words)
