"""The numbers of the chart as a file for a spreadsheet: a row a week, what is not known left empty."""

import csv
import io
from collections.abc import Iterable

from django.utils.translation import gettext as _

from throughline.people.sight import Sight

from .. import as_at
from .changed import Changed
from .phases import Counted
from .trend import looked_at
from .writing import names_of

FORMULA = ("=", "+", "-", "@")  # with these a spreadsheet takes words for something to work out


def figures(sight: Sight, at: as_at.Moment) -> str:
    """CSV, with a head. Weeks are days as 2026-03-02; lengths are minutes; words that would be a formula come after an apostrophe."""
    phases, several = looked_at(sight, at)
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow([_("Week from"), _("Times %(distress)s") % names_of(sight), _("Middle length, minutes"), _("What changed in this week")])
    for phase in phases:
        rows.writerows(_row(week, several) for week in phase.weeks)
    return out.getvalue()


def _row(week: Counted, several: Iterable[Changed]) -> list[str]:
    what = "; ".join(each.text for each in several if 0 <= (each.day - week.begins).days < 7)
    times = "" if week.times is None else str(week.times)
    return [
        week.begins.isoformat(),
        times,
        "" if week.middle is None else f"{week.middle:g}",
        f"'{what}" if what.startswith(FORMULA) else what,
    ]
