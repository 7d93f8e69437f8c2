"""Today: what is due for one person, why in their words, and what is written already."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from throughline.base import clock
from throughline.people import queries as people_
from throughline.people.sight import Sight
from throughline.plan import queries as plan
from throughline.plan.choices import Days
from throughline.practice import queries as practice
from throughline.workforce import queries as workforce

from ... import about_person, quotes
from ... import words as written
from ...check_ins.today import OnToday, on_today
from ...ladders.places import due, is_graded
from ...parts import Button, Changed, Comm, Empty, Link, LinkRow, Now, OnShift
from ...plan.cited import Cited, cited
from ...upsets.wording import is_upset
from ..day import Place, ShiftDay, arrange, goes_on, of_the_night
from . import words


@dataclass(frozen=True)
class Tile:
    """A step as the phone arranges it by its own clock: minutes of the day, and how it looks in each place."""

    step_id: UUID
    day: date  # for which it is recorded
    begins: str
    ends: str
    after: str  # until when it goes on past midnight
    daily: bool
    now: Now | None  # what is due at no time is never what is due now
    row: LinkRow
    recorded: LinkRow | None


@dataclass(frozen=True)
class Today:
    """The shift, one person at a time."""

    day: date
    is_today: bool
    people: tuple[OnShift, ...]
    everybody: Link | None
    changed: Changed | None
    comm: Comm | None
    check_ins: tuple[OnToday, ...]
    now: Now | None
    also_now: tuple[LinkRow, ...]
    next: tuple[LinkRow, ...]
    any_time: tuple[LinkRow, ...]
    earlier: str
    not_written: tuple[LinkRow, ...]
    recorded: tuple[LinkRow, ...]
    see_recorded: str
    empty: Empty | None
    links: tuple[Link, ...]
    more: tuple[Button, ...]
    tiles: tuple[Tile, ...]

    @property
    def check_ins_open(self) -> bool:
        """Whether one is still to come or to be written down: then they stand first."""
        return any(each.open for each in self.check_ins)


def today(sight: Sight, people: list[Any], day: date) -> Today:
    """The page of one person on a day: today, or the day before for whoever comes off a night."""
    is_today = day == clock.today()
    own_words, photos = cited(sight), people_.portraits([each.pk for each in people], sight.audiences)
    found = arrange(
        plan.steps_on(sight, Days.that_hold(day.weekday())),
        practice.of_day(sight, day),
        clock.now().astimezone(clock.LONDON).time() if is_today else None,
    )
    night = _night(sight) if is_today else ()
    now = (*night, *found.now)
    return Today(
        day=day,
        is_today=is_today,
        people=tuple(_tab(each, photos.get(each.pk), each.pk == sight.person_id) for each in people),
        everybody=Link(_("Somebody else"), reverse("people:list")) if len(people) >= MANY else None,
        changed=_changed(people or [sight.person], sight),
        comm=about_person.comm(sight),
        check_ins=on_today(sight, day),
        now=_now(now[0], sight, own_words) if now else None,
        also_now=_rows(now[1:], sight, day, own_words),
        next=_rows(found.next, sight, day, own_words),
        any_time=_rows(found.any_time, sight, day, own_words),
        earlier=_count(found),
        not_written=_rows(found.not_written, sight, day, own_words, soft=_("Nothing written yet")),
        recorded=tuple(_recorded(each, own_words) for each in found.written),
        see_recorded=_("See what is recorded"),
        empty=None if now else _empty(sight, found),
        links=(_other_day(sight, is_today), _notes(sight)),
        more=_more(sight),
        tiles=tuple(_tile(each, sight, own_words) for each in (*night, *found.every)) if is_today else (),
    )


def _night(sight: Sight) -> tuple[Place, ...]:
    """What began yesterday and goes on past midnight. Asked for only while a night can still go on: most of a day it costs nothing."""
    at, yesterday = clock.now().astimezone(clock.LONDON).time(), clock.today() - timedelta(days=1)
    if at >= NIGHT_ENDS:
        return ()
    going_on = goes_on(plan.steps_on(sight, Days.that_hold(yesterday.weekday())), at)
    return of_the_night(going_on, practice.of_day(sight, yesterday)) if going_on else ()


NIGHT_ENDS = time(12)  # a step that began the day before is not taken to go on past noon
MOST_CARDS = 3  # what is now stays in sight; the others move up as these are read
MANY = 8  # from here on there may be more people than there are tabs


def _tab(person: Any, photo_id: Any, current: bool) -> OnShift:
    return OnShift(about_person.portrait(person, photo_id), f"{reverse('today:today')}?p={person.pk}", current)


def _changed(people: list[Any], sight: Sight) -> Changed | None:
    """Cards of everybody on the shift that this worker has not read; those of the person on the page come first."""
    found = workforce.unread(sight.actor, [each.pk for each in people], sight.audiences)
    if not found:
        return None
    rows = tuple(_card(each) for each in sorted(found, key=lambda card: card.person_id != sight.person_id)[:MOST_CARDS])
    return Changed(ngettext("1 card. Read it first", "%(n)d cards. Read these first", len(found)) % {"n": len(found)}, rows)


def _card(publication: Any) -> LinkRow:
    version = publication.version
    what = _("New card") if version.number == 1 else _("Changed, version %(n)s") % {"n": version.number}
    title = version.title[:1].lower() + version.title[1:]
    about = _("%(name)s: %(card)s.") % {"name": publication.person.name, "card": title}
    return LinkRow(f"{reverse('plan:card', args=[publication.item_id])}?then=today", what, strong=about)


def _now(place: Place, sight: Sight, own_words: Cited) -> Now:
    """The words are those that stand: corrected ones as corrected, none that were taken back."""
    step = place.step
    voice = own_words.as_it_stands(step.version.own_words) if step.version.own_words else None
    record = Button(
        _("Record what happened"),
        _sheet(place, sight),
        main=True,
        size="shift",
        wide=True,
        more=_("with %(name)s: %(step)s") % {"name": sight.person.name, "step": step.text},
    )
    own = quotes.quote(voice, sight.person.name, with_sound=False) if voice else None
    return Now(step.text, _between(step), record, own)


def _tile(place: Place, sight: Sight, own_words: Cited) -> Tile:
    return Tile(
        step_id=place.step.pk,
        day=clock.today() - timedelta(days=place.day_before),
        begins=_begins(place),
        ends=str(_minutes(place.ends_after_midnight if place.day_before else place.ends)),
        after=str(_minutes(place.ends_after_midnight)),
        daily=place.step.days == Days.EVERY and not place.day_before,
        now=None if place.begins is None else _now(place, sight, own_words),
        row=_rows((place,), sight, clock.today(), own_words)[0],
        recorded=_recorded(place, own_words) if place.records else None,
    )


def _begins(place: Place) -> str:
    """In minutes of today; what began yesterday goes on from midnight."""
    if place.day_before:
        return "0"
    return "" if place.begins is None else str(_minutes(place.begins))


def _minutes(at: time) -> int:
    """Minutes since midnight; the last moment of a day is the end of its last minute."""
    return at.hour * 60 + at.minute + bool(at.microsecond)


def _between(step: Any) -> str:
    begins = written.clock_time(step.from_time)
    return _("%(begins)s to %(ends)s") % {"begins": begins, "ends": written.clock_time(step.to_time)} if step.to_time else begins


def _sheet(place: Place, sight: Sight, day: date | None = None) -> str:
    address = due(place.step) if is_graded(place.step) else reverse("today:outcome", args=[sight.person_id, place.step.pk])
    if place.day_before:
        day = clock.today() - timedelta(days=1)
    return f"{address}{'&' if '?' in address else '?'}day={day}" if day and day != clock.today() else address


def _rows(places: tuple[Place, ...], sight: Sight, day: date, own_words: Cited, soft: str = "") -> tuple[LinkRow, ...]:
    return tuple(
        LinkRow(_sheet(each, sight, day), each.step.text, time=_when(each), soft=soft, why=own_words.why(each.step.version.own_words))
        for each in places
    )


def _when(place: Place) -> str:
    return written.clock_time(place.begins) if place.begins is not None else ""


def _recorded(place: Place, own_words: Cited) -> LinkRow:
    """What was recorded; two records of one step are said to be two, and somebody looks whether they are the same."""
    last = place.records[-1]
    who = words.listed(each.author.name for each in place.records)
    soft = _("%(result)s. %(who)s") % {"result": words.result(last.result, own_words.name), "who": who}
    href = reverse("today:recorded", args=[last.pk])
    if place.twice:
        soft = _("Recorded twice, by %(who)s. Same one?") % {"who": who}
        href = reverse("today:twice", args=[last.pk])
    return LinkRow(href, place.step.text, time=_when(place), soft=soft, why=own_words.why(place.step.version.own_words))


def _count(found: ShiftDay) -> str:
    if not found.due:
        return ""
    return _("%(n)d of %(due)d recorded") % {"n": len(found.written), "due": found.due}


def _empty(sight: Sight, found: ShiftDay) -> Empty | None:
    if found.due or found.next or found.any_time:
        return None
    name = sight.person.name
    return Empty(
        _("Nothing is planned for %(name)s on this day. Steps come here from %(name)s’s plan, once a card is published.") % {"name": name},
        Button(_("See %(name)s’s plan") % {"name": name}, reverse("plan:plan", args=[sight.person_id])),
    )


def _other_day(sight: Sight, is_today: bool) -> Link:
    address = f"{reverse('today:today')}?p={sight.person_id}"
    if not is_today:
        return Link(_("Back to today"), address)
    return Link(_("Write something for yesterday"), f"{address}&day={clock.today() - timedelta(days=1)}")


def _notes(sight: Sight) -> Link:
    return Link(_("Read the notes about %(name)s’s days") % {"name": sight.person.name}, reverse("today:notes", args=[sight.person_id]))


def _more(sight: Sight) -> tuple[Button, ...]:
    """What one writes down without a step: their words, and the day."""
    name = {"name": sight.person.name}
    return (
        _wide(_("Add what %(name)s said or showed") % name, reverse("said:voice_new", args=[sight.person_id]), "said"),
        _wide(*is_upset(sight)),
        _wide(_("Write a note about %(name)s’s day") % name, reverse("today:note_new", args=[sight.person_id]), "pencil"),
    )


def _wide(text: str, href: str, icon: str) -> Button:
    return Button(text, href, icon=icon, size="shift", start=True)


def nobody() -> Empty:
    """The page for whoever supports nobody today."""
    return Empty(_("Nobody is on your shift. People come here once you are given a role at their home; ask the registered manager."))
