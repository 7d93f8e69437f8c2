"""Why a row amends another, as pages show it: what somebody wrote as they wrote it, and our own sentences in the reader's language."""

from typing import Any

from django.utils.translation import gettext as _

from throughline.practice.actions import ADDED, FINISHED
from throughline.practice.actions.spending import SAID_WHY
from throughline.reviews.actions import STANDS_NOW

OURS = frozenset({ADDED, FINISHED, SAID_WHY, STANDS_NOW})


def reason_of(row: Any) -> str:
    """The reason of an amendment; empty when it has none."""
    return _(row.reason) if row.reason in OURS else str(row.reason)
