"""Who takes part, in words: their name and what they are to the person, how they take part, since when."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import ngettext

from throughline.agreements import law
from throughline.agreements.choices import PartKind
from throughline.base.terms import gettext as _
from throughline.people.choices import Area
from throughline.thread.parts import UpForReview

from ..parts import Standing
from ..said import showing


def who(row: Any) -> str:
    """Gwen, sister; Amina, staff; the staff who are trained for it."""
    if row.contact is not None:
        return showing.contact_speaker(row.contact).name
    return showing.staff_speaker(row.staff).name if row.staff is not None else _("%(Staff)s who are trained for it")


def area(value: str) -> str:
    return str(Area(value).label)


def part(row: Any, name: str) -> str:
    """How they take part; of one who decides by law, when."""
    if row.part == PartKind.DECIDES:
        return _("Decides, by law, what %(name)s cannot decide") % {"name": name}
    return str(PartKind(row.part).label)


def since(row: Any) -> str:
    """Since 1 April 2021: why."""
    return _("Since %(day)s: %(why)s") % {"day": showing.short_day(row.since_on), "why": row.because}


def wrote(row: Any) -> str:
    return _("%(who)s wrote it, %(when)s.") % {"who": row.author.name, "when": showing.moment(row.received_at)}


def why_not(codes: Iterable[str], title: str) -> Standing | None:
    """Why something takes no effect, and what to do; None when nothing is wrong."""
    faults = [law.FAULTS[code] for code in codes if code in law.FAULTS]
    if not faults:
        return None
    return Standing(title, tuple(_(each.wrong) for each in faults), " ".join(_(each.do) for each in faults))


def who_is(contact: Any) -> str:
    """Gwen, sister."""
    return showing.contact_speaker(contact).name


def happened(due: UpForReview) -> list[str]:
    """What is new in a part's area since somebody last looked, in the words in which it was written down."""
    return [*(each.words for each in due.changes), *(each.seen for each in due.incidents), *missed(due.missed)]


def missed(rows: Sequence[Any]) -> list[str]:
    """Medicine that was missed, in one sentence however often: how many times, and which and when at last."""
    if not rows:
        return []
    last = max(rows, key=lambda each: each.occurred_at)
    said = {"n": len(rows), "day": showing.short_day(last.occurred_at), "what": last.what}
    return [
        ngettext(
            "Medicine was missed on %(day)s: %(what)s",
            "Medicine was missed %(n)d times. The last was on %(day)s: %(what)s",
            len(rows),
        )
        % said
    ]
