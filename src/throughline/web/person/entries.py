"""Entries of the timeline as parts of a page."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from throughline.base import clock
from throughline.base.terms import gettext as _
from throughline.practice.choices import Answer, IncidentKind, Result, TrialSupport, WhyMissed
from throughline.practice.choices_daily import Going
from throughline.reviews.choices import ResponseState, Verdict
from throughline.thread.timeline import Entry

from .. import said_words, words
from ..daily.money import pounds
from ..parts import Happening, Source, Speaker
from ..paths import path_to
from ..terms import terms

TITLES: dict[str, Any] = {
    "voice": lambda entry, name: _("%(name)s told us") % {"name": name},
    "contribution": lambda entry, name: _("%(who)s said") % {"who": said_words.speaker(entry.whose).name},
    "conversation": lambda entry, name: entry.text,
    "decision": lambda entry, name: _("Decided: %(what)s") % {"what": entry.text},
    "telling": lambda entry, name: _("%(name)s was told: %(what)s") % {"name": name, "what": entry.about},
    "followed": lambda entry, name: _("%(Staff)s follow: %(what)s") % {"what": entry.about},
    "ended": lambda entry, name: _("Ended"),
    "review": lambda entry, name: _("Looked again: %(verdict)s") % {"verdict": dict(Verdict.choices)[entry.about]},
    "response": lambda entry, name: (
        _("Our answer to %(name)s: %(state)s") % {"name": name, "state": dict(ResponseState.choices)[entry.about]}
    ),
    "incident": lambda entry, name: _("Incident: %(what)s") % {"what": dict(IncidentKind.choices)[entry.about]},
    "upset": lambda entry, name: _("%(name)s was %(distress)s") % {"name": name, "distress": terms().distress},
    "note": lambda entry, name: _("Daily note"),
    "missed_medicine": lambda entry, name: _("Missed medicine: %(why)s") % {"why": WhyMissed(entry.about).label},
    "check_in": lambda entry, name: _("Check-in: %(what)s") % {"what": Answer(entry.about).label},
    "checklist": lambda entry, name: _("Checklist: %(what)s") % {"what": entry.about},
    "activity": lambda entry, name: _("%(what)s: %(going)s") % {"what": entry.text, "going": dict(Going.choices)[entry.about]},
    "answer": lambda entry, name: _("%(name)s says: %(what)s: %(answer)s") % {"name": name, "what": entry.about, "answer": entry.text},
    "spending": lambda entry, name: _("%(amount)s: %(what)s") % {"amount": pounds(Decimal(entry.about)), "what": entry.text},
}

PLACES = {
    "voice": ("said:voice", "row_id"),
    "conversation": ("said:conversation", "about_id"),
    "decision": ("decisions:decision", "about_id"),
    "telling": ("decisions:decision", "about_id"),
    "followed": ("thread:thread", "about_id"),
    "ended": ("thread:thread", "about_id"),
    "review": ("thread:thread", "about_id"),
    "response": ("said:voice", "about_id"),
    "incident": ("incidents:one", "row_id"),
    "upset": ("upsets:one", "row_id"),
    "missed_medicine": ("medicine:one", "row_id"),
    "check_in": ("check_ins:one", "row_id"),
    "checklist": ("daily:run", "row_id"),
    "activity": ("daily:activity", "row_id"),
    "answer": ("daily:answer", "row_id"),
    "spending": ("daily:spending", "row_id"),
} | {support: ("ladders:trial", "row_id") for support in TrialSupport.values}


def happenings(entries: Iterable[Entry], name: str) -> tuple[Happening, ...]:
    """Entries in their order. What many of them share is said once: who wrote it, and what result a step had."""
    shown = list(entries)
    wrote = {author: Source((), Speaker("staff", _("%(who)s wrote it") % {"who": author})) for author in {each.author for each in shown}}
    titles = {key: _result(*key) for key in {(each.kind, each.about) for each in shown if each.kind in RESULTS}}
    return tuple(_happening(each, titles.get((each.kind, each.about)) or _title(each, name), wrote[each.author], name) for each in shown)


def _happening(entry: Entry, title: str, source: Source, name: str) -> Happening:
    """One entry: its short title, when, who wrote it, and where it opens."""
    place = PLACES.get(entry.kind) or (("thread:thread", "about_id") if entry.kind in RESULTS else None)
    return Happening(
        title=title,
        when=words.day_and_time(entry.at, clock.today()),
        source=source,
        href=path_to(place[0], getattr(entry, place[1])) if place else "",
        quote=said_words.quote(entry.said, name, "s") if entry.said else None,
        text=entry.text if entry.kind in SHOW_TEXT or entry.kind in RESULTS else "",
    )


RESULTS = dict(Result.choices) | dict(TrialSupport.choices)
SHOW_TEXT = frozenset(
    {"checklist", "contribution", "incident", "upset", "missed_medicine", "check_in"}
    | {"note", "review", "response", "followed", "ended", "telling"}
)


def _result(kind: str, what: str) -> str:
    return _("%(what)s: %(result)s") % {"what": what, "result": RESULTS[kind]}


def _title(entry: Entry, name: str) -> str:
    return str(TITLES[entry.kind](entry, name))
