"""The shift card: what a worker holds, made from a version. The same content on a phone and on paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from throughline.base import clock
from throughline.base.terms import gettext as _
from throughline.decisions.law import OWN_BASES
from throughline.plan.choices import ItemKind, LinePart
from throughline.plan.climbing import stage_of

from .. import words
from ..as_at import Moment
from ..check_ins import wording as check_ins
from ..daily.money import arranged
from ..parts import Link, Portrait, Quote
from ..watch import wording as watch
from .cited import Cited

NUMBERED = frozenset({LinePart.DO, LinePart.CHECK, LinePart.REACT})
CROSSED = frozenset({LinePart.DO_NOT})
AS_FACTS = frozenset({LinePart.EARLY_SIGN, LinePart.STEP_UP, LinePart.CALL, LinePart.CHECK_IN})
OFF_CARD = frozenset({LinePart.BENEFIT, LinePart.HARM})  # why a ladder is worth it: in the plan, not in the hand


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a card. `mark`: numbered, dont (crossed), plain, and facts and times, which on paper stand beside their heading."""

    name: str
    lines: tuple[str, ...]
    mark: str


@dataclass(frozen=True, slots=True)
class Call:
    """A number to ring."""

    name: str
    number: str

    @property
    def href(self) -> str:
        return "tel:" + "".join(sign for sign in self.number if sign.isdigit() or sign == "+")


@dataclass(frozen=True, slots=True)
class StaffCard:
    """A card. `agreed` and `look_again` are whole sentences; `quote` is None when nothing of the person's own is on it."""

    portrait: Portrait
    title: str
    version: str
    quote: Quote | None
    sections: tuple[Section, ...]
    calls: tuple[Call, ...]
    agreed: str
    look_again: str
    number: str
    thread: Link
    by_staff: bool
    decision: Link | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """What a card needs besides its version: the same for all cards of a person."""

    cited: Cited
    portrait: Portrait
    calls: tuple[Call, ...]
    looks: dict[Any, Any]  # when people look at an item again, by item
    at: Moment

    def keep(self, name: str, row_id: Any) -> str:
        """The address of another page, read as at the same day."""
        return self.at.keep(reverse(name, args=[row_id]))


def card_of(version: Any, decision: Any, around: Around) -> StaffCard:
    """The card of a version that rests on a decision, or on none."""
    return StaffCard(
        portrait=around.portrait,
        title=version.title,
        version=_("Version %(n)s") % {"n": version.number},
        quote=around.cited.quote(version.own_words),
        sections=tuple(sections(version, around.cited.name)),
        calls=around.calls,
        agreed=as_it_stood(agreed(decision, around.cited.name), around.at),
        look_again=look_again(around.looks.get(version.item_id) or version.look_again_on, around.at),
        number=str(version.item),
        thread=Link(_("Who said this, and what came of it"), around.keep("thread:thread", version.item_id)),
        by_staff=decision is None,
        decision=Link(str(decision), around.keep("decisions:decision", decision.pk)) if decision else None,
    )


def sections(version: Any, name: str) -> list[Section]:
    """The parts of the version's kind that say something, in the order in which they are read; times come first."""
    lines: dict[str, list[str]] = {}
    for line in version.lines.all():
        lines.setdefault(line.part, []).append(line.text)
    parts = [part for part in LinePart.for_kind(version.item.kind) if part in lines and part not in OFF_CARD]
    timed = tuple(step_words(step) for step in version.steps.all())
    first = [Section(_("When"), timed, "times")] if timed else []
    money = tuple(arranged(each, name) for each in version.allowances.all())
    agreed_money = [Section(_("Money"), money, "plain")] if money else []
    told = [Section(str(part.label), tuple(lines[part]), _mark(part)) for part in parts]
    return [*first, *_graded(version), *agreed_money, *told, *watched(version)]


def watched(version: Any) -> Iterator[Section]:
    """When staff step in more, and the check-ins that were agreed."""
    if thresholds := tuple(watch.on_card(each) for each in version.thresholds.all()):
        yield Section(_("Step up when"), thresholds, "facts")
    if agreed := tuple(check_ins.agreed(each) for each in version.check_ins.all()):
        yield Section(_("Check-ins"), agreed, "facts")


def _graded(version: Any) -> list[Section]:
    """Of a ladder: the step that the person is on with what staff do, and when to stop, to step back, and to move on."""
    now = stage_of(version)
    if now is None:
        return []
    title = _("Step %(n)s of %(count)s") % {"n": now.position, "count": len(version.stages.all())}
    facts = ((stop_heading(), now.stop), (_("Step back if"), now.step_back), (_("Next step when"), now.move_on))
    known = (*facts, (_("It works when"), version.measure))
    return [
        Section(title, tuple(filter(None, (now.text, now.support))), "plain"),
        *(Section(name, (text,), "facts") for name, text in known if text),
    ]


def stop_heading() -> str:
    """It stands among what keeps somebody safe."""
    return _("Stop if")


def _mark(part: str) -> str:
    if part in AS_FACTS:
        return "facts"
    return "numbered" if part in NUMBERED else "dont" if part in CROSSED else "plain"


def step_words(step: Any) -> str:
    """2pm to 2:30pm, Mondays: Offer Jo a break"""
    times = [words.clock_time(at) for at in (step.from_time, step.to_time) if at]
    when = _("%(begins)s to %(ends)s") % {"begins": times[0], "ends": times[1]} if len(times) == 2 else "".join(times)
    days = "" if step.days == "every" else step.get_days_display()
    told = ", ".join(part for part in (when, days) if part)
    return f"{told}: {step.text}" if told else step.text


def agreed(decision: Any, name: str) -> str:
    """Who agreed to it and when; or that nobody did yet."""
    if decision is None:
        return _("Started by %(staff)s, not yet agreed with %(name)s.") % {"name": name}
    day = words.short_day(decision.occurred_at, clock.today())
    if decision.basis in OWN_BASES:
        return _("Agreed with %(name)s, %(day)s.") % {"name": name, "day": day}
    return _("Decided on %(day)s, %(decision)s.") % {"day": day, "decision": str(decision)}


def as_it_stood(sentence: str, at: Moment) -> str:
    """On what stood on a past day, a card or a paper, it says so itself: nobody takes it for what staff follow now."""
    if not at.is_past:
        return sentence
    said = {"day": words.short_day(at.day, clock.today()), "sentence": sentence}
    return _("As it stood at the end of %(day)s, and not for use now. %(sentence)s") % said


def look_again(on: Any, at: Moment) -> str:
    """By when people look at it again, as it was to be read on a day."""
    if on is None:
        return _("No day to look again yet.")
    day = words.short_day(on, clock.today())
    return _("Look again by %(day)s.") % {"day": day} if on >= at.day else _("It was to be looked at again by %(day)s.") % {"day": day}


def calls(stays: Any, day: date) -> tuple[Call, ...]:
    """The home's phone and its on-call phone, of the homes where the person was supported on a day. A number stays on one line."""
    homes = [stay.service for stay in stays if stay.from_on <= day and (stay.until_on is None or stay.until_on >= day)]
    numbers = [(name, number) for home in homes for name, number in ((home.name, home.phone), (_("On call"), home.on_call_phone)) if number]
    return tuple(Call(name, number.replace(" ", words.NO_BREAK)) for name, number in numbers)


def has_card(kind: str) -> bool:
    """Whether staff get a card of a kind."""
    return kind in ItemKind.for_staff()
