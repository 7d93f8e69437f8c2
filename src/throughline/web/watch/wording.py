"""A threshold in words: on a card, on the page of what reached it, on a phone."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from throughline.plan.counted import Counted, Measure

from ..parts import Notice


def window(days: int) -> str:
    """a day; 7 days."""
    return ngettext("a day", "%(n)d days", days) % {"n": days}


def in_words(threshold: Any) -> str:
    """Missed medicine: 2 times within 7 days."""
    said = {"what": Counted(threshold.counts).label, "n": threshold.at_least, "days": window(threshold.within_days)}
    if threshold.measure == Measure.MINUTES:
        return (
            ngettext("%(what)s: %(n)d minute in all within %(days)s.", "%(what)s: %(n)d minutes in all within %(days)s.", said["n"]) % said
        )
    return ngettext("%(what)s: once within %(days)s.", "%(what)s: %(n)d times within %(days)s.", said["n"]) % said


def sentence(text: str) -> str:
    """What staff wrote, with a full stop."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def what_to_do(threshold: Any) -> str:
    """Ring the GP the same day. Call Ruth, then on call."""
    if not threshold.call:
        return sentence(threshold.do)
    return _("%(do)s Call: %(who)s") % {"do": sentence(threshold.do), "who": sentence(threshold.call)}


def on_card(threshold: Any) -> str:
    """The whole of it, in one line."""
    return f"{in_words(threshold)} {what_to_do(threshold)}"


def notice(threshold: Any) -> Notice:
    """For the worker whose record reached it, at once."""
    return Notice(_("Now: %(do)s") % {"do": sentence(threshold.do)}, _call(threshold), "urgent", live=True)


def _call(threshold: Any) -> str:
    why = _("This is agreed for: %(threshold)s") % {"threshold": in_words(threshold)}
    return _("Call: %(who)s %(why)s") % {"who": sentence(threshold.call), "why": why} if threshold.call else why


def reached(thresholds: Iterable[Any]) -> Notice | None:
    """For what one record reached: the first as a notice, and what is agreed for others after it. None when it reached none."""
    first, *rest = {each.terms: each for each in thresholds}.values() or (None,)
    if first is None:
        return None
    found = notice(first)
    return replace(found, text=" ".join([found.text, *(on_card(each) for each in rest)]))
