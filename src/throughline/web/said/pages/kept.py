"""What somebody else said, and a try to hear the person: each on its own page, as it stands and as it first stood."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base import clock
from throughline.base.models.recorded import Audience
from throughline.conversations import policy, queries
from throughline.conversations.choices import AttemptMethod, AttemptResult, ContributionKind
from throughline.people.sight import Sight
from throughline.reviews import policy as reviews_policy
from throughline.reviews import queries as reviews

from ... import about_person, words
from ...as_at import Moment, banner
from ...parts import AsAt, Button, Contribution, Link, Notice, Portrait
from .. import showing
from ..amended import Earlier, Gone, Told, first_stood, gone, taken_back

Fact = tuple[str, tuple[str, ...]]


@dataclass(frozen=True)
class Tried:
    """A try to hear the person."""

    title: str
    lines: tuple[str, ...]
    link: Link | None = None


@dataclass(frozen=True)
class KeptPage:
    """A contribution or an attempt: its words, how we know, what stood before, and what can be done with it."""

    back: Link
    portrait: Portrait
    title: str
    contribution: Contribution | None
    lines: tuple[str, ...]
    facts: tuple[Fact, ...]
    taken_back: Notice | None
    earlier: tuple[Earlier, ...]
    actions: tuple[Button, ...]
    as_at: AsAt | None
    private: bool


def contribution_page(sight: Sight, life: list[Any], at: Moment) -> KeptPage:
    """Whose words, what they said, and whether the person was there."""
    now, person = life[-1], sight.person
    whose = _speaker(now, person)
    here = _("%(name)s was there.") if now.person_present else _("%(name)s was not there.")
    return KeptPage(
        title=_("What %(who)s said") % {"who": whose},
        contribution=None if queries.has_ended(now) else showing.contribution(now, person, link=False),
        lines=(now.words,) if queries.has_ended(now) else (),
        facts=(*_facts(life), (_("Was %(name)s there?") % {"name": person.name}, (here % {"name": person.name},)), *_answered(sight, life)),
        earlier=first_stood(life, lambda row: _contributed(row, person)),
        **_around(sight, life, at, "contribution", whose),
    )


def attempt_page(sight: Sight, life: list[Any], at: Moment) -> KeptPage:
    """How we tried, what was seen, and what came of it."""
    now, name = life[-1], sight.person.name
    now.who_tried = life[0].author
    shown = tried(now)
    return KeptPage(
        title=_("A try to hear %(name)s") % {"name": name},
        contribution=None,
        lines=(shown.title, *shown.lines),
        facts=_facts(life),
        earlier=first_stood(life, _attempted),
        **_around(sight, life, at, "attempt", name),
    )


def _around(sight: Sight, life: list[Any], at: Moment, what: str, whose: str) -> dict[str, Any]:
    """What both pages have around the words."""
    now, ended = life[-1], queries.has_ended(life[-1])
    return {
        "back": _back(sight, now),
        "portrait": about_person.portrait(sight.person),
        "taken_back": taken_back(now, whose) if ended else None,
        "actions": () if at.is_past or ended else _actions(sight, now, what),
        "as_at": banner(at, reverse(f"said:{what}", args=[life[0].pk])),
        "private": now.audience == Audience.MANAGER,
    }


def _back(sight: Sight, row: Any) -> Link:
    if row.conversation_id:
        return Link(row.conversation.title, showing.conversation_address(row.conversation))
    return Link(_("%(name)s’s meetings and talks") % {"name": sight.person.name}, showing.meetings_address(sight))


def _actions(sight: Sight, row: Any, what: str) -> tuple[Button, ...]:
    return (*_asks(sight, row, what), *_amends(sight, row, what))


def _asks(sight: Sight, row: Any, what: str) -> tuple[Button, ...]:
    """Whoever asked for something gets an answer: by those who keep reviews."""
    is_ask = what == "contribution" and row.kind == ContributionKind.REQUEST and row.contact_id
    if not is_ask or not reviews_policy.may_review(sight.actor, sight.person):
        return ()
    return (Button(_("Answer: do people look again?"), reverse("reviews:answer_ask", args=[row.pk]), main=True),)


def _amends(sight: Sight, row: Any, what: str) -> tuple[Button, ...]:
    if not policy.may_amend(sight.actor, row):
        return ()
    take_back = _("Take it back") if what == "contribution" else _("Entered by mistake")
    return (
        Button(_("Put this right"), reverse(f"said:{what}_correct", args=[row.pk]), icon="pencil"),
        Button(take_back, reverse(f"said:{what}_take_back", args=[row.pk])),
    )


def _facts(life: list[Any]) -> tuple[Fact, ...]:
    """When it was, and who wrote it down."""
    wrote = _("%(who)s, %(when)s") % {"who": life[0].author.name, "when": showing.moment(life[0].recorded_at)}
    return ((_("When"), (showing.moment(life[-1].occurred_at),)), (_("Who wrote it down"), (wrote,)))


def _answered(sight: Sight, life: list[Any]) -> tuple[Fact, ...]:
    """What we said to whoever asked that people look again."""
    found = reviews.asks_answered(sight, [row.pk for row in life])
    return tuple((_("What we answered"), tuple(_answer(each))) for each in found.values())


def _answer(each: Any) -> Iterator[str]:
    today = clock.today()
    yield _("People look again on %(day)s.") % {"day": words.full_day(each.on, today)} if each.on else _("People do not look again now.")
    if each.led_by:
        yield _("%(who)s leads it.") % {"who": each.led_by.name}
    if each.words:
        yield each.words


def _speaker(row: Any, person: Any) -> str:
    return showing.speaker(row.party, row.contact, row.staff, person).name


def _contributed(row: Any, person: Any) -> Told:
    """What was written of a contribution, by the question that it answers."""
    yes = {True: _("Yes"), False: _("No")}
    return {
        _("Whose words are they?"): _speaker(row, person),
        _("What did they say?"): row.words,
        _("What is it?"): row.get_kind_display(),
        _("Gathered before the meeting?"): yes[row.beforehand],
        _("Was %(name)s there?") % {"name": person.name}: yes[row.person_present],
        _("Spoken in %(name)s’s place?") % {"name": person.name}: yes[row.answered_for],
        _("When was it?"): showing.moment(row.occurred_at),
    }


def _attempted(row: Any) -> Told:
    """What was written of an attempt, by the question that it answers."""
    return {
        _("What did we try to ask?"): row.asked,
        _("How did we try?"): str(AttemptMethod(row.method).label),
        _("What did you see?"): row.seen,
        _("What came of it?"): str(AttemptResult(row.result).label),
        _("When do we try again?"): words.full_day(row.try_again_on, clock.today()) if row.try_again_on else "",
        _("When was it?"): showing.moment(row.occurred_at),
    }


def tried(each: Any) -> Tried:
    """What we tried, what was seen, what came of it."""
    title = _("%(method)s, %(when)s, by %(who)s") % {
        "method": AttemptMethod(each.method).label,
        "when": showing.day(each.occurred_at),
        "who": each.who_tried.name,
    }
    lines = [_("We asked: %(asked)s") % {"asked": each.asked}]
    lines += [_("What was seen: %(seen)s") % {"seen": each.seen}] if each.seen else []
    lines.append(str(AttemptResult(each.result).label))
    if each.try_again_on:
        lines.append(_("We try again %(day)s") % {"day": words.full_day(each.try_again_on, clock.today())})
    return Tried(title, tuple(lines), Link(_("About this try"), showing.attempt_address(each), more=each.asked[:80]))


def all_gone(contributions: Iterable[Any], attempts: Iterable[Any], person: Any) -> tuple[Gone, ...]:
    """What was taken back, of what others said and of tries to hear the person."""
    said = (gone(each, _speaker(each, person), each.words, showing.contribution_address(each)) for each in contributions if _ended(each))
    asked = (gone(each, person.name, each.asked, showing.attempt_address(each)) for each in attempts if _ended(each))
    return (*said, *asked)


def _ended(row: Any) -> bool:
    return queries.has_ended(row)
