"""One version: what it says and how we know, what changes for staff, and every other version of the item."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from throughline.access.roles import Act
from throughline.base import clock
from throughline.base.terms import gettext as _
from throughline.base.terms import word
from throughline.people.sight import Sight
from throughline.plan import queries
from throughline.plan.choices import Course, ItemKind, LinePart

from ... import words
from ...about_person import comm, portrait
from ...as_at import Moment, banner
from ...daily.money import arranged
from ...parts import AsAt, Button, Comm, Link, Portrait, Quote, Source, State, Table
from .. import graded
from ..cards import look_again, step_words, watched
from ..cited import Cited, cited
from ..compare import Change, changes
from ..kinds import part_name


@dataclass(frozen=True, slots=True)
class Part:
    """Lines under one heading, each with where it comes from."""

    name: str
    lines: tuple[tuple[str, Source], ...]


@dataclass(frozen=True)
class VersionPage:
    """What a version says."""

    back: Link
    portrait: Portrait
    comm: Comm | None
    title: str
    number: str
    state: State
    quote: Quote | None
    no_words: str
    summary: str
    stages: tuple[graded.ShownStage, ...]
    steps: tuple[str, ...]
    parts: tuple[Part, ...]
    facts: tuple[tuple[str, str], ...]
    because: tuple[Quote, ...]
    changes: tuple[Change, ...]
    compared: str
    versions: Table
    actions: tuple[Button, ...]
    as_at: AsAt | None


def version_page(sight: Sight, versions: list[Any], at: Moment) -> VersionPage:
    """The first of the versions, beside the others that there were. A fixed number of queries, whatever the history."""
    version, others = versions[0], sorted(versions, key=lambda each: -each.number)
    item, name = version.item, sight.person.name
    log = queries.publications(sight, item, at.moment)
    now = in_force(log)
    words_of = cited(sight, at.moment)
    old = next((other for other in others if now and other.pk == now.version_id and other.pk != version.pk), None)
    return VersionPage(
        back=Link(_("The thread of %(title)s") % {"title": version.title}, at.keep(reverse("thread:thread", args=[item.pk]))),
        portrait=portrait(sight.person),
        comm=comm(sight, queries.communication(sight, at.moment)),
        title=version.title,
        number=_("%(thread)s, version %(n)s, written by %(who)s on %(day)s")
        % {"thread": item, "n": version.number, "who": version.author.name, "day": words.short_day(version.occurred_at, clock.today())},
        state=State(*_standing(version, log)),
        quote=words_of.quote(version.own_words, "m"),
        no_words=_("No words of %(name)s’s stand on this yet. It is shown as started by %(staff)s.") % {"name": name},
        summary=version.summary,
        stages=graded.shown(version),
        steps=tuple(step_words(step) for step in version.steps.all()),
        parts=parts_of(version, words_of),
        facts=tuple(_facts(version, at)),
        because=_because(version, words_of),
        changes=tuple(changes(old, version, name)) if old else (),
        compared=_compared(old, version),
        versions=_versions(others, log, version, at),
        actions=() if at.is_past else _actions(sight, version, now),
        as_at=banner(at, reverse("plan:version", args=[version.pk])),
    )


def in_force(log: Iterable[Any]) -> Any:
    """The publication that staff follow; None when they follow none. The log has the newest first."""
    first = next((each for each in log if each.standing == "valid" and not _is_lost(each)), None)
    return first if first and first.course == Course.FOLLOWED else None


def _is_lost(publication: Any) -> bool:
    """Whether it limits the person and its decision carries it no more. What needs no decision goes on without one."""
    return bool(publication.lost and publication.needs_decision)


def _standing(version: Any, log: list[Any]) -> tuple[str, Any]:
    """Whether staff follow a version, did, or never did."""
    spans = _spans(version, log)
    if not spans:
        return _("Not published yet. %(Staff)s do not follow it."), "waiting"
    begin, end = spans[-1]
    if end is None and in_force(log) is None:
        return _("%(Staff)s follow this version no more: the decision on which it rests takes no effect."), "urgent"
    if end is None:
        return _("%(Staff)s follow this version since %(day)s.") % {"day": begin}, "good"
    return _("%(Staff)s followed this version from %(begin)s to %(end)s.") % {"begin": begin, "end": end}, ""


def _spans(version: Any, log: list[Any]) -> list[tuple[str, str | None]]:
    """From when to when staff followed a version, the first time first."""
    today = clock.today()
    valid = [each for each in reversed(log) if each.standing == "valid"]
    found = []
    for each, following in zip(valid, [*valid[1:], None], strict=False):
        if each.version_id == version.pk and each.course == Course.FOLLOWED:
            end = words.short_day(following.occurred_at, today) if following else None
            found.append((words.short_day(each.occurred_at, today), end))
    return found


def parts_of(version: Any, words_of: Cited) -> tuple[Part, ...]:
    """The lines under the headings of their parts, each with where it comes from."""
    found = []
    for part in LinePart.for_kind(version.item.kind):
        lines = tuple((line.text, words_of.source(line)) for line in version.lines.all() if line.part == part)
        found += [Part(part_name(part, words_of.name), lines)] if lines else []
    return tuple(found)


def _facts(version: Any, at: Moment) -> Iterable[tuple[str, str]]:
    """What an outcome is measured by, what limits, and when people look again."""
    if version.item.kind == ItemKind.OUTCOME:
        yield _("How we will know"), version.measure or _("Not written yet")
        yield _("How it is"), _with_day(version.baseline, version.baseline_on) or _("Not written yet")
        yield _("How it should be"), _with_day(version.target, version.target_by) or _("Not written yet")
    if version.item.kind == ItemKind.RISK_LADDER and version.measure:
        yield _("It works when"), version.measure
    yield from _moved(version, at)
    for each in version.allowances.all():
        yield _("Money"), arranged(each, version.person.name)
    if version.controls_money:
        yield _("Money"), _("%(Staff)s hold the money, or limit how it is spent. This needs a decision.")
    for section in watched(version):
        for line in section.lines:
            yield section.name, line
    yield _("Look again"), look_again(version.look_again_on, at)
    if version.look_again_if:
        yield _("Sooner if"), version.look_again_if


def _moved(version: Any, at: Moment) -> Iterable[tuple[str, str]]:
    """Of a version that moves the person on a ladder: their yes, or why it goes back, how they were told, and when they try again."""
    move = getattr(version, "move", None)
    if move is None:
        return
    yes = str(move.voice) if move.voice else ""
    again = words.full_day(move.try_again_on, at.day) if move.try_again_on else ""
    known = ((_("The yes to it"), yes), (_("Why it goes back"), move.reason), (_("How they were told"), move.told), (_("Try again"), again))
    yield from ((label, text) for label, text in known if text)


def _with_day(text: str, day: Any) -> str:
    return _("%(what)s, %(day)s") % {"what": text, "day": words.short_day(day, clock.today())} if text and day else text


def _because(version: Any, words_of: Cited) -> tuple[Quote, ...]:
    """The other words that led to it."""
    found = (words_of.quote(each.voice, "s") for each in version.becauses.all() if each.voice_id != version.own_words_id)
    return tuple(quote for quote in found if quote is not None)


def _compared(old: Any, version: Any) -> str:
    if old is None:
        return ""
    said = {"n": old.number}
    if old.number > version.number:
        return _("How this version differs from version %(n)s, which %(staff)s follow now") % said
    return _("What changes for %(staff)s, who follow version %(n)s now") % said


def _versions(others: list[Any], log: list[Any], shown: Any, at: Moment) -> Table:
    """All versions, each to be read; this one says that it is the one on the page."""
    messages = {each.version_id: each.message for each in log}
    rows = tuple((_version_link(each, shown, at), _written(each), _standing(each, log)[0], messages.get(each.pk, "")) for each in others)
    return Table(_("All versions"), (_("Version"), _("Written"), word("Staff"), _("What was said when it was published")), rows)


def _version_link(version: Any, shown: Any, at: Moment) -> Any:
    text = _("Version %(n)s") % {"n": version.number}
    if version.pk == shown.pk:
        return _("Version %(n)s, on this page") % {"n": version.number}
    return Link(text, at.keep(reverse("plan:version", args=[version.pk])))


def _written(version: Any) -> str:
    return _("%(who)s, %(day)s") % {"who": version.author.name, "day": words.short_day(version.occurred_at, clock.today())}


def _actions(sight: Sight, version: Any, now: Any) -> tuple[Button, ...]:
    """Publish what staff do not follow; write on; end."""
    if Act.PLAN not in sight.may:
        return ()
    follows = now is not None and now.version_id == version.pk
    publish = reverse("plan:publish", args=[version.pk])
    found = [Button(_("Make this what %(staff)s follow"), publish, main=True)] if not follows else []
    found.append(Button(_("Write a new version"), reverse("plan:write", args=[version.item_id]), main=follows))
    if follows and now.decision_id is None:
        found.append(Button(_("Say which decision it rests on"), publish))
    if now is not None:
        found.append(Button(_("End it"), reverse("plan:end", args=[version.item_id])))
    return tuple(found)
