"""A record once it is saved: what it says, how to undo it, and what can be added straight after."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base import clock
from throughline.base.models import Amendment
from throughline.people.sight import Sight
from throughline.practice import policy
from throughline.practice.actions import ADDED
from throughline.practice.choices import WhyNot
from throughline.practice.queries_crossings import reached_by

from ... import about_person
from ... import words as written
from ...parts import Button, Feelings, Link, Notice, Portrait, Quote, Saved, Source, Speaker, State
from ...plan.cited import cited
from ...reasons import reason_of
from ...watch import wording as thresholds
from . import words
from .sheets import back_to_today, feelings


@dataclass(frozen=True)
class Earlier:
    """What stood before: struck through, and why."""

    text: str
    source: Source
    reason: str


@dataclass(frozen=True)
class Recorded:
    """A record: saved, what it says, and what can be added to it while it is fresh."""

    back: Link
    portrait: Portrait
    saved: Saved | None
    state: State | None
    crossed: Notice | None
    title: str
    what: str
    said: tuple[str, ...]
    quote: Quote | None
    source: Source
    feelings: Feelings | None
    felt: str
    more: tuple[Button, ...]
    earlier: tuple[Earlier, ...]
    done: Button
    person_id: UUID
    record_id: UUID
    undo_to: str
    add_to: str


def recorded(sight: Sight, life: list[Any]) -> Recorded:
    """The page of a record, from its life: the first words first, the last words last."""
    record, name, actor = life[-1], sight.person.name, sight.actor
    stands = record.amendment not in Amendment.ends()
    fresh = stands and bool(policy.may_add(actor, record))
    return Recorded(
        back=back_to_today(sight, record.day),
        portrait=about_person.portrait(sight.person),
        saved=_saved(record) if fresh else None,
        state=None if stands else _ended(record),
        crossed=thresholds.reached(reached_by(record)) if stands else None,
        title=words.result(record.result, name),
        what=record.step.text if record.step else record.version.title,
        said=tuple(each for each in (words.why(record.why_not, name), record.note) if each),
        quote=cited(sight).quote(record.voice),
        source=source(record, life[0].author.name),
        feelings=feelings(name) if fresh else None,
        felt=words.feeling(record.feeling, name),
        more=_more(record, name, actor, fresh=fresh, stands=stands),
        earlier=earlier(life, name),
        done=Button(_("Done"), back_to_today(sight, record.day).href, main=True, wide=True, size="shift"),
        person_id=record.person_id,
        record_id=record.pk,
        undo_to=reverse("today:undo", args=[record.pk]),
        add_to=reverse("today:add", args=[record.pk]),
    )


def _ended(record: Any) -> State:
    undone = record.amendment == Amendment.UNDONE
    return State(_("Undone. It is not counted") if undone else _("Entered by mistake. It is not counted"), "info")


def source(record: Any, author: str) -> Source:
    """Who recorded it, and when."""
    when = written.day_and_time(record.occurred_at, clock.today())
    if clock.day_of(record.occurred_at) == record.day:
        return Source((when,), Speaker("staff", author))
    return Source((when, _("for %(day)s") % {"day": written.full_day(record.day, clock.today())}), Speaker("staff", author))


def _saved(record: Any) -> Saved:
    text = _("Saved at %(time)s") % {"time": written.clock_time(record.received_at)}
    return Saved(text, Button(_("Undo"), icon="undo"))


def _more(record: Any, name: str, actor: Any, *, fresh: bool, stands: bool) -> tuple[Button, ...]:
    """What can be done with it next: added to while it is fresh, corrected later, recorded again when it was undone."""
    add = reverse("today:add", args=[record.pk])
    if fresh:
        own_words = _wide(_("Keep %(name)s’s own words") % {"name": name}, f"{add}?what=words", "mic")
        return (own_words, _wide(_("Write what you saw"), f"{add}?what=saw", "pencil"), *_why_button(record, add))
    if stands and policy.may_correct(actor, record):
        return (_wide(_("Correct this"), reverse("today:correct", args=[record.pk]), "pencil"),)
    if not stands and record.step_id:
        return (_wide(_("Record it again"), reverse("today:outcome", args=[record.person_id, record.step_id]), "plus"),)
    return ()


def _why_button(record: Any, add: str) -> tuple[Button, ...]:
    if not WhyNot.after(record.result) or record.why_not:
        return ()
    return (_wide(_("Say why"), f"{add}?what=why", "question"),)


def _wide(text: str, href: str, icon: str) -> Button:
    return Button(text, href, icon=icon, size="shift", start=True)


def earlier(life: list[Any], name: str) -> tuple[Earlier, ...]:
    """The words that were corrected, and why. What was only added to stands in the later words whole."""
    return tuple(
        Earlier(
            ". ".join(each for each in (words.result(old.result, name), words.why(old.why_not, name), old.note) if each),
            source(old, old.author.name),
            reason_of(new),
        )
        for old, new in zip(life, life[1:], strict=False)
        if new.amendment == Amendment.CORRECTED and new.reason != ADDED
    )
