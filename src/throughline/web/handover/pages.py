"""The handover of a shift: one person after another, their words first."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from throughline.access.roles import Act
from throughline.base import clock
from throughline.people.sight import Sight
from throughline.plan.queries_shift import amended_voices_of
from throughline.practice.choices import IncidentKind, WhyMissed
from throughline.workforce import queries as workforce

from .. import about_person, words
from ..parts import Button, Empty, Link, LinkRow, Portrait, Quote, Source, Speaker
from ..plan.cited import Cited, short
from ..said import showing
from ..today.day import Place
from ..today.pages.words import listed
from ..upsets import wording as upset
from .composing import Of

MOST = 3  # of a kind, before the rest is a link
MOST_NAMED = 12


@dataclass(frozen=True)
class Line:
    """Something to know, in somebody's words, and who wrote it."""

    text: str
    source: Source
    href: str = ""


@dataclass(frozen=True)
class Person:
    """One person's part. `fresh`: the reader has not read it yet."""

    portrait: Portrait
    page: Link
    since: str
    fresh: bool
    quotes: tuple[Quote, ...]
    nothing_said: str
    told: tuple[Line, ...]
    waits: tuple[LinkRow, ...]
    cards: tuple[LinkRow, ...]
    avoid: tuple[str, ...]
    so_far: str
    open: tuple[LinkRow, ...]
    comes: tuple[LinkRow, ...]


@dataclass(frozen=True)
class Handover:
    """The page. ids, names: of everybody on it, for the button. done, not_yet: names, for those who may see who has read it."""

    lead: str
    left_out: str
    people: tuple[Person, ...]
    empty: Empty | None
    ids: str
    first: str
    names: str
    made_at: str
    ask: bool
    said: str
    sees_who: bool
    done: tuple[str, ...]
    not_yet: tuple[str, ...]
    back: Button


def handover(composed: list[Of], left_out: Sequence[str] = ()) -> Handover:
    """One query more than was composed; two for those who may see who has read it. left_out: who had no room, by name."""
    later = amended_voices_of([each.sight.person_id for each in composed]) if composed else {}
    sees = any({Act.PLAN, Act.SEE_READINGS} & each.sight.may for each in composed)
    done = _done(composed)
    return Handover(
        lead=_("What happened, what waits and what comes, for whoever is here next."),
        left_out=_left_out(left_out),
        people=tuple(_person(each, Cited(each.sight, later)) for each in composed),
        empty=None if composed else Empty(_("You support nobody today. Ask the registered manager for your assignments.")),
        ids=" ".join(str(each.sight.person_id) for each in composed),
        first=str(composed[0].sight.person_id) if composed else "",
        names=listed(each.sight.person.name for each in composed),
        made_at=clock.now().isoformat(),
        ask=any(each.to_read for each in composed),
        said=_said([each.last for each in composed]),
        sees_who=sees,
        done=tuple(done.values()) if sees else (),
        not_yet=_not_yet(composed, done) if sees else (),
        back=Button(_("Done"), reverse("today:today"), main=True, wide=True, size="shift"),
    )


def _left_out(names: Sequence[str]) -> str:
    if not names:
        return ""
    named, more = listed(names[:MOST_NAMED]), len(names) - MOST_NAMED
    if more > 0:
        named = _("%(names)s and %(n)d more") % {"names": ", ".join(names[:MOST_NAMED]), "n": more}
    return _("Not on this page: %(names)s. Open what is written of each of them under People.") % {"names": named}


def _person(of: Of, cited: Cited) -> Person:
    name, day = of.sight.person.name, of.day
    return Person(
        portrait=about_person.portrait(of.sight.person, of.photo_id),
        page=Link(_("%(name)s’s Today") % {"name": name}, f"{reverse('today:today')}?p={of.sight.person_id}"),
        since=_("Since %(when)s") % {"when": words.day_and_time(of.since, clock.today())},
        fresh=of.to_read,
        quotes=_quotes(of, cited),
        nothing_said="" if of.said else _("Nothing new from %(name)s is written down.") % {"name": name},
        told=(*map(_note, of.flagged), *_happened(of)),
        waits=_waits(of),
        cards=tuple(_card(each) for each in of.cards),
        avoid=tuple(dict.fromkeys(line.text for line in of.avoid)),
        so_far=_so_far(len(day.written), day.due),
        open=tuple(_step(each, of.sight) for each in day.not_written),
        comes=tuple(_step(each, of.sight) for each in (*day.now, *day.next)[:MOST]),
    )


def _quotes(of: Of, cited: Cited) -> tuple[Quote, ...]:
    """What they said since; when there is nothing, the words that what comes next rests on."""
    if of.said:
        return tuple(showing.quote(each, of.sight.person.name) for each in of.said)
    chosen = (row.version.own_words for row in (*of.avoid, *of.steps) if row.version.own_words is not None)
    return tuple(quote for voice in list(chosen)[:1] if (quote := cited.quote(voice)))


def _note(row: Any) -> Line:
    return Line(row.text, _wrote(row))


def _happened(of: Of) -> list[Line]:
    """Incidents, times upset and medicine not taken, as they came."""
    name = of.sight.person.name
    dated = [
        *((row.occurred_at, _incident(row)) for row in of.incidents),
        *((row.occurred_at, _upset(row, name)) for row in of.upsets),
        *((row.occurred_at, _missed(row)) for row in of.missed),
    ]
    return [line for _moment, line in sorted(dated, key=lambda each: each[0])]


def _upset(row: Any, name: str) -> Line:
    return Line(upset.handed_over(row, name), _wrote(row), reverse("upsets:one", args=[row.pk]))


def _missed(row: Any) -> Line:
    text = _("Missed medicine: %(why)s. %(what)s") % {"what": row.what, "why": WhyMissed(row.why).label}
    return Line(text, _wrote(row), reverse("medicine:one", args=[row.pk]))


def _incident(row: Any) -> Line:
    text = _("%(what)s: %(seen)s") % {"what": IncidentKind(row.kind).label, "seen": row.seen}
    return Line(text, _wrote(row), reverse("incidents:one", args=[row.pk]))


def _wrote(row: Any) -> Source:
    return Source((words.day_and_time(row.occurred_at, clock.today()),), Speaker("staff", row.author.name))


def _waits(of: Of) -> tuple[LinkRow, ...]:
    """What waits for an answer or a decision, what waits longest first; the rest by number."""
    name = {"name": of.sight.person.name}
    rows = [
        *(LinkRow(showing.voice_address(each), short(each) or showing.voice_words(each), soft=_ago(each.occurred_at)) for each in of.waits),
        *(LinkRow(reverse("decisions:question", args=[each.pk]), each.text, soft=_ago(each.occurred_at)) for each in of.questions),
    ]
    more = len(rows) - MOST
    if more <= 0:
        return tuple(rows)
    text = ngettext("%(n)d more", "%(n)d more", more) % {"n": more}
    soft = _("Everything that %(name)s told us and that waits") % name
    return (*rows[:MOST], LinkRow(reverse("reviews:said_did", args=[of.sight.person_id]), text, soft=soft))


def _ago(moment: datetime) -> str:
    return _("Waits since %(day)s") % {"day": words.days_ago(moment, clock.today())}


def _card(publication: Any) -> LinkRow:
    version = publication.version
    what = _("New card") if version.number == 1 else _("Changed, version %(n)s") % {"n": version.number}
    return LinkRow(f"{reverse('plan:card', args=[publication.item_id])}?then=handover", version.title, soft=what)


def _so_far(written: int, due: int) -> str:
    return _("%(written)d of %(due)d recorded today") % {"written": written, "due": due} if due else ""


def _step(place: Place, sight: Sight) -> LinkRow:
    begins = words.clock_time(place.begins) if place.begins else ""
    return LinkRow(reverse("today:outcome", args=[sight.person_id, place.step.pk]), place.step.text, time=begins)


# --- who has read it ---------------------------------------------------------------------------------


def _said(last: list[datetime | None]) -> str:
    known = [each for each in last if each is not None]
    if not known or len(known) < len(last):
        return ""
    return _("You have read this, as it was %(when)s.") % {"when": words.day_and_time(min(known), clock.today())}


def _done(composed: list[Of]) -> dict[Any, str]:
    """By reader, when they last said to have read it; of whom, when that was not everybody on the page."""
    rows = sorted((row for each in composed for row in each.read), key=lambda row: row.occurred_at)
    of: dict[Any, set[Any]] = defaultdict(set)
    for row in rows:
        of[row.author_id].add(row.person_id)
    return {row.author_id: _reader(row, [each for each in composed if each.sight.person_id in of[row.author_id]], composed) for row in rows}


def _reader(row: Any, read: list[Of], composed: list[Of]) -> str:
    said = {"name": row.author.name, "when": words.day_and_time(row.occurred_at, clock.today())}
    if len(read) == len(composed):
        return _("%(name)s, %(when)s") % said
    return _("%(name)s, %(when)s: %(people)s") % (said | {"people": listed(each.sight.person.name for each in read)})


def _not_yet(composed: list[Of], done: dict[Any, str]) -> tuple[str, ...]:
    due = workforce.to_hand_over_to([each.sight.person_id for each in composed])
    return tuple(user.name for user in due if user.pk not in done)
