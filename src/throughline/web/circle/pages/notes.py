"""An advocate's notes to the person: nobody else can open them."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base import clock
from throughline.conversations import queries as conversations
from throughline.people.sight import Sight

from ... import words
from ...parts import Button, Link, LinkRow
from ..forms import Note

BEGINNING = 80  # letters


@dataclass(frozen=True)
class NotesPage:
    name: str
    form: Note
    button: Button
    rows: tuple[LinkRow, ...]


@dataclass(frozen=True)
class NotePage:
    name: str
    back: Link
    when: str
    words: str


def notes_page(sight: Sight, form: Note) -> NotesPage:
    rows = tuple(_row(sight, each) for each in conversations.private_notes(sight))
    return NotesPage(sight.person.name, form, Button(_("Keep this note"), main=True), rows)


def _row(sight: Sight, note: Any) -> LinkRow:
    begins = note.words if len(note.words) <= BEGINNING else f"{note.words[:BEGINNING].rsplit(' ', 1)[0]}…"
    return LinkRow(reverse("circle:note", args=[sight.person_id, note.pk]), begins, soft=words.full_day(note.occurred_at, clock.today()))


def note_page(sight: Sight, note: Any) -> NotePage:
    back = Link(_("Private notes"), reverse("circle:notes", args=[sight.person_id]))
    return NotePage(sight.person.name, back, words.full_day(note.occurred_at, clock.today()), note.words)
