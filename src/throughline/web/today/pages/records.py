"""What happened with one plan item: counts from tallies, then the records, the newest first."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from throughline.access.roles import Act
from throughline.base import clock
from throughline.base.models import Amendment
from throughline.people.sight import Sight
from throughline.plan import queries as plan
from throughline.practice import policy, queries, queries_twice
from throughline.practice.choices import Result

from ... import about_person, as_at
from ... import words as written
from ...parts import AsAt, Button, Chip, Comm, Empty, Link, Notice, Pages, Quote, Source, numbered_pages
from ...plan.cited import Cited, cited
from ...reasons import reason_of
from . import words
from .recorded import Earlier, earlier, source

A_PAGE = 25
Apart = set[frozenset[UUID]]  # pairs of records that are known to be two


@dataclass(frozen=True)
class Asked:
    """Which page, and of which result."""

    page: int
    result: str


@dataclass(frozen=True)
class Row:
    """One record. `gone`: it was taken back or should not have been made; it is struck through and not counted."""

    title: str
    tone: str
    step: str
    said: tuple[str, ...]
    quote: Quote | None
    source: Source
    earlier: tuple[Earlier, ...]
    open: Link
    gone: str = ""


@dataclass(frozen=True)
class Day:
    """The records of one day."""

    day: date
    rows: tuple[Row, ...]
    twice: tuple[Notice, ...]


@dataclass(frozen=True)
class Records:
    back: Link
    title: str
    item: str
    counts: tuple[str, ...]
    as_at: AsAt | None
    comm: Comm | None
    chips: tuple[Chip, ...]
    days: tuple[Day, ...]
    pages: Pages | None
    empty: Empty | None


def asked(get: QueryDict) -> Asked:
    """?page= and ?result=; what makes no sense is the first page of all."""
    page, result = get.get("page", ""), get.get("result", "")
    number = int(page) if page.isascii() and page.isdigit() and len(page) < 7 else 1
    return Asked(max(number, 1), result if result in Result.values else "")


def records(sight: Sight, item: Any, wanted: Asked, moment: as_at.Moment) -> Records:
    """The page of a plan item's records, as at a moment."""
    counts = queries.totals(sight, moment.moment).get(item.pk, {})
    shown = counts.get(wanted.result, 0) if wanted.result else sum(counts.values())
    last = max(1, -(-shown // A_PAGE))
    page = min(wanted.page, last)
    rows = queries.latest_records(sight, item.pk, moment.moment, A_PAGE, skip=(page - 1) * A_PAGE, result=wanted.result)
    past = queries.past_of(sight, rows, moment.moment)
    apart = queries_twice.told_apart(sight, [row.pk for row in rows])
    title, here = _title(sight, item, moment), reverse("today:records", args=[item.pk])
    return Records(
        back=Link(_("The whole thread"), reverse("thread:thread", args=[item.pk])),
        title=_("What happened"),
        item=title,
        counts=count_lines(title, sight.person.name, counts),
        as_at=as_at.banner(moment, here),
        comm=about_person.comm(sight),
        chips=_chips(counts, wanted, moment, here, sight.person.name),
        days=_days(cited(sight, moment.moment), rows, past, wanted, apart, may_change=not moment.is_past),
        pages=numbered_pages(title, page, last, lambda n: _address(here, wanted.result, n, moment)) if last > 1 else None,
        empty=_empty(sight) if not rows else None,
    )


def _title(sight: Sight, item: Any, moment: as_at.Moment) -> str:
    """What staff call it; what the plan called it when nobody follows it now."""
    followed = plan.in_force(sight, item, moment.moment)
    if followed and followed.version:
        return followed.version.title
    versions = plan.versions(sight, item, moment.moment)
    return versions[0].title if versions else str(item)


def count_lines(title: str, name: str, counts: dict[str, int]) -> tuple[str, ...]:
    """Break offered 141 of 150 times. Jo said yes 118 times and no 23 times."""
    total = sum(counts.values())
    if not total:
        return ()
    offered = sum(n for result, n in counts.items() if result in Result.offered())
    lines = [
        ngettext("%(item)s: offered %(offered)d of %(n)d time.", "%(item)s: offered %(offered)d of %(n)d times.", total)
        % {"item": title, "offered": offered, "n": total},
        _("%(name)s said yes %(yes)s and no %(no)s.")
        % {"name": name, "yes": _times(counts.get(Result.SAID_YES, 0)), "no": _times(counts.get(Result.SAID_NO, 0))},
    ]
    if different := counts.get(Result.DIFFERENT, 0):
        lines.append(_("It was done a different way %(times)s.") % {"times": _times(different)})
    return tuple(lines)


def _times(n: int) -> str:
    return ngettext("%(n)d time", "%(n)d times", n) % {"n": n}


def _chips(counts: dict[str, int], wanted: Asked, moment: as_at.Moment, here: str, name: str) -> tuple[Chip, ...]:
    texts = {
        "": _("All %(n)d") % {"n": sum(counts.values())},
        Result.SAID_YES: _("Said yes %(n)d") % {"n": counts.get(Result.SAID_YES, 0)},
        Result.SAID_NO: _("Said no %(n)d") % {"n": counts.get(Result.SAID_NO, 0)},
        Result.DIFFERENT: _("A different way %(n)d") % {"n": counts.get(Result.DIFFERENT, 0)},
        Result.NOT_OFFERED: _("Not offered %(n)d") % {"n": counts.get(Result.NOT_OFFERED, 0)},
    }
    return tuple(Chip(text, _address(here, str(value), 1, moment), value == wanted.result) for value, text in texts.items())


def _address(here: str, result: str, page: int, moment: as_at.Moment) -> str:
    given = {"result": result, "page": str(page) if page > 1 else "", "as_at": moment.iso if moment.is_past else ""}
    query = "&".join(f"{name}={value}" for name, value in given.items() if value)
    return f"{here}?{query}" if query else here


def _empty(sight: Sight) -> Empty:
    return Empty(_("Nothing is written here yet. Records come from %(name)s’s Today, one press each.") % {"name": sight.person.name})


def _days(own: Cited, rows: list[Any], past: list[Any], wanted: Asked, apart: Apart, *, may_change: bool) -> tuple[Day, ...]:
    """Records by day; those that were taken back stand with them, struck through."""
    gone = [row for row in past if row.amendment in Amendment.ends() and (not wanted.result or row.result == wanted.result)]
    by_id = {row.pk: row for row in [*rows, *past]}
    by_day: dict[date, list[Any]] = defaultdict(list)
    for row in sorted([*rows, *gone], key=lambda each: each.sequence, reverse=True):
        by_day[row.day].append(row)
    return tuple(_day(own, day, by_day[day], by_id, apart, may_change) for day in sorted(by_day, reverse=True))


def _day(own: Cited, day: date, rows: list[Any], by_id: dict[Any, Any], apart: Apart, may_change: bool) -> Day:
    shown = tuple(_row(own, row, queries.chain(by_id, row.pk), may_change) for row in rows)
    standing = [row for row in rows if row.amendment not in Amendment.ends()]
    return Day(day, shown, _twice(standing, apart, may_say=may_change and Act.KEEP_PRACTICE in own.sight.may))


def _twice(rows: list[Any], apart: Apart, *, may_say: bool) -> tuple[Notice, ...]:
    """Two records of one step on one day: both stay, and somebody says whether they are the same."""
    by_step: dict[Any, list[Any]] = defaultdict(list)
    for row in reversed(rows):
        by_step[row.step_id].append(row)
    return tuple(
        Notice(
            _("Recorded twice, by %(who)s. Same one?") % {"who": words.listed(each.author.name for each in several)},
            f"{several[0].step.text}.",
            "look",
            Button(_("Say whether it is the same one"), reverse("today:twice", args=[several[0].pk])) if may_say else None,
        )
        for step_id, several in by_step.items()
        if step_id and queries_twice.asked_about(several, apart)
    )


def _row(own: Cited, row: Any, life: list[Any], may_change: bool) -> Row:
    name = own.name
    title = words.result(row.result, name)
    ended = row.amendment in Amendment.ends()
    return Row(
        title=title,
        tone="good" if row.result == Result.SAID_YES else "",
        step=row.step.text if row.step_id and not ended else "",
        said=tuple(each for each in (words.why(row.why_not, name), row.note, words.feeling(row.feeling, name)) if each),
        quote=own.quote(row.voice, size="s") if row.voice_id and not ended else None,
        source=source(row, life[0].author.name),
        earlier=earlier(life, name),
        open=_open(own.sight, row, may_change=may_change and not ended),
        gone=_gone(row) if ended else "",
    )


def _open(sight: Sight, row: Any, *, may_change: bool) -> Link:
    more = _("%(result)s, %(when)s") % {
        "result": words.result(row.result, sight.person.name),
        "when": written.day_and_time(row.occurred_at, clock.today()),
    }
    if may_change and policy.may_correct_seen(sight, row):
        return Link(_("Open or correct"), reverse("today:recorded", args=[row.pk]), more=more)
    return Link(_("Open"), reverse("today:recorded", args=[row.pk]), more=more)


def _gone(row: Any) -> str:
    if row.amendment == Amendment.UNDONE:
        return _("Undone by %(who)s. Not counted.") % {"who": row.author.name}
    return _("Entered by mistake, says %(who)s: %(reason)s Not counted.") % {"who": row.author.name, "reason": reason_of(row)}
