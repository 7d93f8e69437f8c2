"""Notes about a person's days: the list, and the forms."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base import clock, plain_words
from throughline.base.models import Amendment
from throughline.people.sight import Sight
from throughline.plan import queries as plan
from throughline.practice import policy, queries

from ... import about_person, as_at
from ... import words as written
from ...forms import FormPage
from ...parts import AsAt, Button, Comm, Empty, Link, Notice, Pages, Saved, Source, Speaker, Tab
from ...reasons import reason_of
from .. import forms

A_PAGE = 30


@dataclass(frozen=True)
class Note:
    """One note, with its first words when they were corrected."""

    text: str
    source: Source
    about: Link | None
    earlier: tuple[tuple[str, str], ...]  # text, why it was corrected
    correct: Link | None
    for_handover: bool = False


@dataclass(frozen=True)
class Day:
    day: date
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class Notes:
    title: str
    tabs: tuple[Tab, ...]
    comm: Comm | None
    as_at: AsAt | None
    saved: Saved | None
    undo_to: str
    suggestion: Notice | None
    write: Button | None
    days: tuple[Day, ...]
    pages: Pages | None
    empty: Empty | None


def notes(sight: Sight, moment: as_at.Moment, page: int, new_id: UUID | None) -> Notes:
    """The list, with what has just been saved on top."""
    found = queries.latest_notes(sight, moment.moment, A_PAGE + 1, skip=(page - 1) * A_PAGE)
    rows, more = found[:A_PAGE], len(found) > A_PAGE
    new = next((each for each in rows if each.pk == new_id), None)
    may_write = not moment.is_past and bool(policy.may_keep(sight.actor, sight.person))
    write = Button(_("Write a note"), reverse("today:note_new", args=[sight.person_id]), main=True, icon="pencil") if may_write else None
    fresh = new is not None and bool(policy.may_add(sight.actor, _of(new, sight)))
    return Notes(
        title=_("%(name)s’s days") % {"name": sight.person.name},
        tabs=about_person.tabs(sight.person, "people:timeline"),
        comm=about_person.comm(sight),
        as_at=as_at.banner(moment, reverse("today:notes", args=[sight.person_id])),
        saved=_saved(new) if new and fresh else None,
        undo_to=reverse("today:note_undo", args=[new.pk]) if new and fresh else "",
        suggestion=_suggestion(new) if new and fresh else None,
        write=write,
        days=_days(sight, rows, queries.past_of(sight, rows, moment.moment), may_write),
        pages=_pages(sight, page, more, moment),
        empty=_empty(sight) if not rows else None,
    )


def _of(row: Any, sight: Sight) -> Any:
    """A row of the list knows its person without another query."""
    row.person = sight.person
    return row


def _saved(new: Any) -> Saved:
    return Saved(_("Saved at %(time)s") % {"time": written.clock_time(new.received_at)}, Button(_("Undo"), icon="undo"))


def _suggestion(new: Any) -> Notice | None:
    """Said once, quietly, after it is saved; nothing waits for it."""
    said = plain_words.suggestion(new.text)
    if not said:
        return None
    change = Button(_("Say it that way"), reverse("today:note_correct", args=[new.pk]))
    return Notice(said, _("It is saved as you wrote it."), "info", change)


def _days(sight: Sight, rows: list[Any], past: list[Any], may_write: bool) -> tuple[Day, ...]:
    by_id = {row.pk: row for row in [*rows, *past]}
    by_day: dict[date, list[Note]] = defaultdict(list)
    for row in rows:
        by_day[row.day].append(_note(row, queries.chain(by_id, row.pk), sight, may_write))
    return tuple(Day(day, tuple(several)) for day, several in by_day.items())


def _note(row: Any, life: list[Any], sight: Sight, may_write: bool) -> Note:
    first = life[0]
    correct = Link(_("Correct"), reverse("today:note_correct", args=[row.pk]), more=_("the note of %(when)s") % {"when": _when(first)})
    return Note(
        text=row.text,
        source=Source((written.clock_time(first.occurred_at),), Speaker("staff", first.author.name)),
        about=_about(row) if row.item_id else None,
        earlier=tuple((old.text, reason_of(new)) for old, new in zip(life, life[1:], strict=False) if new.amendment == Amendment.CORRECTED),
        correct=correct if may_write and policy.may_correct_seen(sight, row) else None,
        for_handover=row.for_handover,
    )


def _about(row: Any) -> Link:
    return Link(_("About %(item)s in the plan") % {"item": row.item}, reverse("thread:thread", args=[row.item_id]))


def _when(row: Any) -> str:
    return written.day_and_time(row.occurred_at, clock.today())


def _pages(sight: Sight, page: int, more: bool, moment: as_at.Moment) -> Pages | None:
    """Older and newer, without counting a whole life."""
    here = reverse("today:notes", args=[sight.person_id])
    end = f"&as_at={moment.iso}" if moment.is_past else ""
    before = Link(_("Newer notes"), f"{here}?page={page - 1}{end}") if page > 1 else None
    after = Link(_("Older notes"), f"{here}?page={page + 1}{end}") if more else None
    return Pages(_("notes"), (), before, after) if before or after else None


def _empty(sight: Sight) -> Empty:
    return Empty(_("No notes about %(name)s’s days here yet.") % {"name": sight.person.name})


def new_form(data: Any, sight: Sight, about_a_line: bool = True) -> forms.Note:
    """An empty note about today. about_a_line: whether it can name a line of the plan; a phone's that names none looks for none."""
    followed = plan.followed(sight) if about_a_line else ()
    items = tuple((str(each.item_id), each.version.title) for each in followed if each.version)
    return forms.Note(data, names={"name": sight.person.name}, items=items, initial={"day": clock.today()})


def done(sight: Sight) -> Button:
    """Back to the shift."""
    return Button(_("Done"), f"{reverse('today:today')}?p={sight.person_id}", main=True, wide=True, size="shift")


def new_page(sight: Sight, form: forms.Note) -> FormPage:
    return FormPage(
        form,
        Button(_("Keep this note"), main=True),
        heading=_("A note about %(name)s’s day") % {"name": sight.person.name},
        back=Link(_("Back to Today"), f"{reverse('today:today')}?p={sight.person_id}"),
        portrait=about_person.portrait(sight.person),
        who_will_see=_("the team that supports %(name)s, and the registered manager.") % {"name": sight.person.name},
        instead=Link(_("Not now"), f"{reverse('today:today')}?p={sight.person_id}"),
    )


def back_to_days(sight: Sight) -> Link:
    return Link(_("%(name)s’s days") % {"name": sight.person.name}, reverse("today:notes", args=[sight.person_id]))


def better_page(sight: Sight, form: forms.BetterNote, note: Any) -> FormPage:
    return FormPage(
        form,
        Button(_("Correct the note"), main=True),
        heading=_("Correct a note"),
        back=back_to_days(sight),
        portrait=about_person.portrait(sight.person),
        instead=Link(_("It should not stand here at all"), reverse("today:note_mistake", args=[note.pk])),
    )
