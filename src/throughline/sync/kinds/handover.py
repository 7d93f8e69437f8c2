from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughline.access.roles import Act
from throughline.practice import queries_handover as queries
from throughline.web.handover import reading
from throughline.web.handover.forms import HaveRead

from ..reading import Sent
from .kind import Kind, given


def keep(sent: Sent, by: Any) -> str:
    """That a worker read the handover that the phone took along. fields: people, made_at."""
    reading.keep(given(HaveRead(sent.as_form())), by=by, written=sent.written)
    return reverse("handover:handover")


def words(sent: Sent, sight: Any) -> list[str]:
    return [_("“I have read this”, of what was handed over.")]


KIND = Kind(gettext_lazy("A handover read"), Act.KEEP_PRACTICE, queries.person_of_handover, keep, words)
