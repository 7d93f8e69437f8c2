"""A person's page and their timeline, as typed values."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.access.roles import Act
from throughline.base import clock
from throughline.people import queries as people
from throughline.people.sight import Sight
from throughline.plan import queries as plan
from throughline.plan.choices import LinePart
from throughline.reviews import queries as reviews
from throughline.reviews.choices import ResponseState
from throughline.thread import as_facts, load, timeline
from throughline.thread.trace import TELLING_KINDS

from .. import said_words, words
from ..about_person import comm, portrait, tabs
from ..as_at import Moment, banner
from ..daily.pages.scales import over_time
from ..parts import AsAt, Button, Chip, Comm, Empty, Happening, Link, PersonHead, PlanTable, Quote, Speaker, State, Tab, Table
from ..terms import terms
from ..thread.table import plan_table
from .entries import happenings

LATELY = 5


@dataclass(frozen=True)
class PersonPage:
    """What one needs to know of a person in a minute."""

    head: PersonHead
    banner: AsAt | None
    comm: Comm | None
    tabs: tuple[Tab, ...]
    admire: tuple[str, ...]
    important: tuple[str, ...]
    support: tuple[str, ...]
    no_profile: Empty | None
    said: tuple[tuple[Quote, State | None], ...]
    add: Button | None
    plan: PlanTable | None
    no_plan: Empty | None
    people: tuple[Speaker, ...]
    scales: tuple[Table, ...]
    happened: tuple[Happening, ...]
    links: tuple[Link, ...]


def person_page(sight: Sight, day: Moment) -> PersonPage:
    """Everything on a person's page; a fixed number of queries."""
    person, name = sight.person, sight.person.name
    lines = plan.about_lines(sight, day.moment)
    said = reviews.lately(sight, day.moment, LATELY)
    rows = [row for row in load.load_plan(sight, day.moment) if row.kind not in TELLING_KINDS and row.version and not row.is_ended]
    return PersonPage(
        head=PersonHead(portrait(person, people.portrait(sight)), _own_words(lines, name), _hello(sight, day)),
        banner=banner(day, reverse("people:page", args=[person.pk])),
        comm=comm(sight, [line for line in lines if line.kind == "communication"]),
        tabs=tabs(person, "people:page"),
        admire=_part(lines, LinePart.ADMIRE),
        important=_part(lines, LinePart.IMPORTANT),
        support=_part(lines, LinePart.SUPPORT),
        no_profile=None if any(line.kind == "profile" for line in lines) else _no_profile(sight),
        said=tuple((said_words.quote(as_facts.said(voice), name), _became(voice, name)) for voice in said),
        add=_add(sight, day),
        plan=plan_table(name, rows) if rows else None,
        no_plan=None if rows else _no_plan(sight),
        people=tuple(_speaker(contact) for contact in people.contacts(sight)),
        scales=over_time(sight, day),
        happened=happenings(timeline.happenings(sight, HAPPENED, as_at=day.moment, each=25), name),
        links=_links(sight),
    )


def _speaker(contact: Any) -> Speaker:
    """A contact by name; a contact's kind is one of the parties, which the model's types do not say."""
    return Speaker(contact.kind, f"{contact.name}, {contact.relationship}")


def _part(lines: Iterable[Any], part: str) -> tuple[str, ...]:
    return tuple(line.text for line in lines if line.part == part)


def _own_words(lines: list[Any], name: str) -> Quote | None:
    """The words that the person chose for the top of their page."""
    voice = plan.own_words(lines)
    return said_words.quote(as_facts.said(voice), name, "m") if voice else None


def _became(voice: Any, name: str) -> State | None:
    """Where our answer stands: the headline is the voice that nobody has answered."""
    if voice.state is None and voice.decided_id:
        return State(_("Decided: %(what)s") % {"what": voice.decided}, "good")
    if voice.state is None:
        return _waiting(voice) if voice.wish in AWAITS else None
    if voice.state == ResponseState.WAITING:
        by = words.short_day(voice.by_day, clock.today()) if voice.by_day else ""
        return State(_("Waiting for an answer by %(day)s") % {"day": by}, "waiting")
    if voice.state == ResponseState.DOING:
        return State(_("We are doing this: %(what)s") % {"what": voice.what}, icon="doing")
    done = voice.state == ResponseState.DONE
    text = _("Done: %(what)s") if done else _("We could not: %(what)s")
    return State(text % {"what": voice.what}, "good" if done else "", "" if done else "cannot")


def _waiting(voice: Any) -> State:
    return State(_("Waiting for an answer, %(ago)s") % {"ago": words.days_ago(voice.occurred_at, clock.today())}, "waiting")


AWAITS = frozenset({"request", "concern", "change"})


def _hello(sight: Sight, day: Moment) -> Button | None:
    """The one thing to do on a person's page: add their words."""
    return _add(sight, day, main=True)


def _add(sight: Sight, day: Moment, *, main: bool = False) -> Button | None:
    if day.is_past or Act.KEEP_VOICE not in sight.may:
        return None
    href = reverse("said:voice_new", args=[sight.person_id])
    return Button(_("Add what %(name)s said or showed") % {"name": sight.person.name}, href, main=main, icon="plus")


def _no_profile(sight: Sight) -> Empty:
    name = sight.person.name
    may = Act.PLAN in sight.may
    action = Button(
        _("Make the profile with %(name)s") % {"name": name}, reverse("plan:item_new", args=[sight.person_id]) + "?kind=profile"
    )
    return Empty(
        _("No one-page profile yet. It says what people like about %(name)s, what matters to %(name)s and how to support %(name)s well.")
        % {"name": name},
        action if may else None,
    )


def _no_plan(sight: Sight) -> Empty:
    name = sight.person.name
    action = Button(_("Begin the plan with %(name)s") % {"name": name}, reverse("plan:item_new", args=[sight.person_id]))
    return Empty(
        _("Nothing in the plan yet. It begins with what %(name)s says.") % {"name": name}, action if Act.PLAN in sight.may else None
    )


def _links(sight: Sight) -> tuple[Link, ...]:
    """Papers and lists that belong to the person."""
    found = [
        Link(_("One-page profile, to print"), reverse("plan:profile", args=[sight.person_id])),
        Link(_("Shift cards, to print"), reverse("plan:cards", args=[sight.person_id])),
        Link(_("Daily notes"), reverse("today:notes", args=[sight.person_id])),
    ]
    named = {"name": sight.person.name, "distress": terms().distress}
    found.append(
        Link(_("When %(name)s was %(distress)s: how often, and how long") % named, reverse("upsets:trend", args=[sight.person_id]))
    )
    found.append(Link(_("%(name)s’s money") % {"name": sight.person.name}, reverse("daily:money", args=[sight.person_id])))
    if Act.KEEP_PRACTICE in sight.may:
        found.append(Link(_("Write down an incident"), reverse("incidents:new", args=[sight.person_id])))
    if Act.KEEP_PEOPLE in sight.may:
        found.append(Link(_("Change name, colour or number"), reverse("people:change", args=[sight.person_id])))
    if Act.SEE_READINGS in sight.may:
        found.append(Link(_("Who has looked at this page"), reverse("people:readings", args=[sight.person_id])))
    return tuple(found)


@dataclass(frozen=True)
class TimelinePage:
    """Everything in order, the newest first."""

    name: str
    back: Link
    comm: Comm | None
    tabs: tuple[Tab, ...]
    banner: AsAt | None
    chips: tuple[Chip, ...]
    entries: tuple[Happening, ...]
    earlier: Button | None
    day: Moment


HAPPENED = ("incident", "upset", "trial", "activity", "missed_medicine", "note", "record")  # on the first page; the timeline has all
DAYS = ("incident", "upset", "missed_medicine", "trial", "check_in", "checklist", "activity", "answer", "spending", "note", "record")
FILTERS = {
    "all": (lambda: _("Everything"), timeline.KINDS),
    "said": (lambda: _("What was said"), ("voice", "contribution", "conversation")),
    "decided": (lambda: _("What was decided"), ("decision", "telling")),
    "plan": (lambda: _("Plan and reviews"), ("publication", "review", "response")),
    "days": (
        lambda: _("Day by day"),
        ("incident", "upset", "trial", "checklist", "activity", "answer", "spending", "note", "record", "missed_medicine", "check_in"),
    ),
}


def timeline_page(sight: Sight, shown: str, before: datetime | None, day: Moment) -> TimelinePage:
    """One page of the timeline: 50 entries that happened before a moment."""
    address = reverse("people:timeline", args=[sight.person_id])
    entries = timeline.happenings(sight, FILTERS[shown][1], before or day.moment, day.moment)
    more = f"{address}?show={shown}&before={entries[-1].at.isoformat().replace('+00:00', 'Z')}" if len(entries) == timeline.PAGE else ""
    as_at = f"&as_at={day.iso}" if day.is_past else ""
    return TimelinePage(
        name=sight.person.name,
        back=Link(_("%(name)s\u2019s page") % {"name": sight.person.name}, reverse("people:page", args=[sight.person_id])),
        comm=comm(sight),
        tabs=tabs(sight.person, "people:timeline"),
        banner=banner(day, address),
        chips=tuple(Chip(text(), f"{address}?show={key}{as_at}", key == shown) for key, (text, _kinds) in FILTERS.items()),
        entries=happenings(entries, sight.person.name),
        earlier=Button(_("Earlier"), more + as_at) if more else None,
        day=day,
    )
