"""What the law says, as pages say it: with its source, its day, and "check" where the source itself was not read."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from throughline.authority.legal_texts import LEGAL_TEXTS, LegalText

from . import words


def said(text: LegalText) -> str:
    """One legal text, as a line."""
    sentence = _("%(text)s (%(source)s. As of %(day)s.)") if text.verified else _("%(text)s (%(source)s. As of %(day)s; check.)")
    return sentence % {"text": _(text.text), "source": _(text.source), "day": words.short_day(text.as_of, date.min)}  # always with its year


def texts(codes: Iterable[str]) -> tuple[str, ...]:
    """Several, by their codes."""
    return tuple(said(LEGAL_TEXTS[code]) for code in codes)
