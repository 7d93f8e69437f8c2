"""The forms of a plan: what an item says, where its lines come from, publishing and ending it."""

from .content import MORE_ROWS, ROWS, ROWS_OF_ROUTINE, ContentForm, form_for
from .publish import EndForm, PublishForm
from .sources import Offered, SourcesForm

__all__ = ["MORE_ROWS", "ROWS", "ROWS_OF_ROUTINE", "ContentForm", "EndForm", "Offered", "PublishForm", "SourcesForm", "form_for"]
