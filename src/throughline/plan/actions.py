"""Everything that can be done with the plan: begin an item, write a version, move on a ladder, publish it, end it."""

from collections.abc import Sequence
from datetime import date
from itertools import chain
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from throughline.base import clock
from throughline.base.answers import require
from throughline.base.errors import Invalid, Refused
from throughline.base.numbers import next_number
from throughline.base.records import keep
from throughline.base.terms import gettext as _
from throughline.base.written import NOW, Written
from throughline.conversations.models import Voice
from throughline.decisions.carrying import carries_nothing_new, is_valid_still
from throughline.decisions.choices import Standing
from throughline.decisions.models import Decision
from throughline.people.models import Person

from . import climbing, copying, law, law_ladder, policy, queries, queries_limits
from .choices import Course, LinePart, topic_of
from .models import AgreedCheckIn, Allowance, Because, Item, Line, Move, Publication, Stage, Step, Threshold, Version
from .written_parts import check_parts, check_thresholds, graded, in_order, with_answers


@transaction.atomic
def begin(*, person: Person, kind: str, title: str, topic: str = "", by: Any, written: Written = NOW, **content: Any) -> Version:
    """Begin a plan item with its first version. Nobody follows it until it is published.

    topic: what it is about, for sharing; otherwise that of its kind. Everything about the item is about the same.
    """
    require(policy.may_plan(by, person))
    when = Written(occurred_at=written.occurred_at, recorded_at=written.recorded_at)  # the item is as old as its first version
    item = keep(
        "plan.item-begun", Item(person=person, kind=kind, topic=topic or topic_of(kind), number=next_number("T")), by=by, written=when
    )
    return write(item=item, title=title, by=by, written=written, **content)


@transaction.atomic
def write(
    *,
    item: Item,
    title: str,
    lines: Sequence[Line] = (),
    steps: Sequence[Step] = (),
    stages: Sequence[Stage] = (),
    move: Move | None = None,
    allowances: Sequence[Allowance] = (),
    thresholds: Sequence[Threshold] = (),
    check_ins: Sequence[AgreedCheckIn] = (),
    because: Sequence[Voice] = (),
    after: int | None = None,
    by: Any,
    written: Written = NOW,
    **content: Any,
) -> Version:
    """Write a new version of an item, immutable once kept.

    lines, steps, stages (of a ladder), allowances, thresholds and check_ins: unsaved rows in order. move: that it moves the person
    on a ladder.
    because: the voices that led to it. content: the fields of Version.
    after: the number of the version that the writer had before them; Invalid when somebody wrote another one since.
    """
    require(policy.may_plan(by, item.person))
    _nobody_else_wrote(item, after)
    version = Version(person=item.person, item=item, title=title, topic=item.topic, number=_next_version(item), **content)
    lines = with_answers(lines)
    _check(version, lines, because)
    check_parts(version, lines, allowances, stages, move)
    check_thresholds(thresholds)
    placed = chain.from_iterable(in_order(version, each) for each in (steps, allowances, thresholds, check_ins))
    parts = [*_lines(version, lines), *placed, *graded(version, stages, move), *_becauses(version, because)]
    return keep("plan.version-written", version, *parts, by=by, written=written)


def _next_version(item: Item) -> int:
    return (Version.objects.filter(item=item).aggregate(last=Max("number"))["last"] or 0) + 1


def _nobody_else_wrote(item: Item, after: int | None) -> None:
    """Two who write at once both keep their words: the second is told, and chooses."""
    later = Version.objects.filter(item=item, number__gt=after).select_related("author").order_by("-number").first() if after else None
    if later is not None:
        told = _("%(name)s wrote version %(number)d meanwhile. Your words are safe. Read it, then keep yours.")
        raise Invalid({"after": told % {"name": later.author, "number": later.number}})


def _check(version: Version, lines: Sequence[Line], because: Sequence[Voice]) -> None:
    """Lines stand where the kind has room for them, and rest on this person's voices alone."""
    faults = {}
    room = {part.value for part in LinePart.for_kind(version.item.kind)}
    if any(line.part not in room for line in lines):
        faults["lines"] = _("A plan item of the kind %(kind)s has no such part.") % {"kind": version.item.get_kind_display()}
    voices = [*because, *(line.voice for line in lines if line.voice), *([version.own_words] if version.own_words else [])]
    if any(voice.person_id != version.item.person_id for voice in voices):
        faults["because"] = _("These words are somebody else's. Choose this person's own.")
    if any(voice.audience != version.audience for voice in voices):
        faults["because"] = _("These words were told to the manager alone, and the team reads the plan. Choose others, or ask %(person)s.")
    if faults:
        raise Invalid(faults)


def _lines(version: Version, lines: Sequence[Line]) -> list[Line]:
    """The lines, numbered within their part."""
    count: dict[str, int] = {}
    for line in lines:
        count[line.part] = count.get(line.part, 0) + 1
        line.person, line.version, line.position = version.person, version, count[line.part]
    return list(lines)


def _becauses(version: Version, because: Sequence[Voice]) -> list[Because]:
    """The voices it rests on; the words on the card are among them."""
    voices = {voice.pk: voice for voice in [*([version.own_words] if version.own_words else []), *because]}
    return [Because(person=version.person, version=version, voice=voice) for voice in voices.values()]


@transaction.atomic
def move(
    *,
    item: Item,
    to: int,
    voice: Voice | None = None,
    reason: str = "",
    told: str = "",
    try_again_on: date | None = None,
    by: Any,
    written: Written = NOW,
    **said: Any,
) -> Version:
    """Write the version of a ladder in which the person is on another step. Staff follow it once it is published with a decision.

    to: the number of the step, from 1. On: voice, the person's yes, where the decision is not their own. Back: the reason, how they were
    told, and a day to try again, which is when people look again. said: fields of Version that are said differently.
    """
    require(policy.may_plan(by, item.person))
    followed = _followed_ladder(item, to)
    if try_again_on is not None:
        said = {"look_again_on": try_again_on} | said
    content = copying.content_of(followed) | said | {"stages": copying.stages_of(followed, to)}
    row = Move(voice=voice, reason=reason, told=told, try_again_on=try_again_on)
    return write(item=item, move=row, by=by, written=written, **content)


def _followed_ladder(item: Item, to: int) -> Version:
    """What staff follow of a ladder, which has the step and is not on it."""
    found = queries.latest_publications().filter(item=item, course=Course.FOLLOWED).select_related("version").first()
    stages = list(found.version.stages.all()) if found is not None else []
    if found is None or to not in range(1, len(stages) + 1):
        raise Invalid({"to": _("Choose one of the steps that staff follow.")})
    if stages[to - 1].is_current:
        raise Invalid({"to": _("This is the step already. Choose another one.")})
    return found.version  # type: ignore[no-any-return]  # of a queryset with verbs of its own


@transaction.atomic
def publish(
    *,
    version: Version,
    message: str,
    decision: Decision | None = None,
    limits: bool = False,
    may_deprive: bool | None = None,
    by: Any,
    written: Written = NOW,
) -> Publication:
    """Make a version what staff follow, resting on a decision. Refused when the law asks for a valid one and there is none.

    limits: it limits, controls or stops the person in something, whatever its kind. may_deprive: whether that may take their liberty
    away. Where they did not decide it themselves, saying no is not enough: a liberty review has to have looked at the decision.
    """
    require(policy.may_plan(by, version.person))
    proposed = _proposal(version, decision, limits, may_deprive, by)
    _refuse(law.faults(proposed) or law_ladder.faults(_climb(version, decision)))
    stands: dict[str, Any] = {"limits": limits, "may_deprive": law.may_deprive(proposed), "standing": Standing.VALID}
    publication = Publication(person=version.person, item=version.item, version=version, decision=decision, message=message, **stands)
    publication.topic = version.topic
    return keep("plan.published", publication, by=by, written=written)


def _refuse(found: tuple[str, ...]) -> None:
    """What would take no effect is not kept as if it did; the message says why and what to do."""
    if found:
        fault = (law.FAULTS | law_ladder.FAULTS)[found[0]]
        raise Refused(f"{_(fault.wrong)} {_(fault.do)}")


def _climb(version: Version, decision: Decision | None) -> law_ladder.Climb:
    """How a version of a ladder climbs; of anything else there is nothing to ask."""
    if not version.stages.exists():
        return law_ladder.Climb(today=clock.today(), look_again_if="-")
    return climbing.climb(version, decision)


def _proposal(version: Version, decision: Decision | None, limits: bool, may_deprive: bool | None, by: Any) -> law.Proposed:
    """A publication as plain values, for the law."""
    return law.Proposed(
        kind=version.item.kind,
        parts=frozenset(version.lines.values_list("part", flat=True)),
        controls_money=version.controls_money,
        limits=limits,
        limited_before=queries_limits.limited_before(version.item),
        by_its_author=version.author_id == by.pk,
        may_approve=bool(policy.may_approve(by, version.person)),
        looks_again=version.look_again_on is not None and version.look_again_on >= clock.today(),
        may_deprive=may_deprive,
        liberty=queries.liberty_wants(version.person, decision),
        **_cited(decision, version.person_id),
    )


def _cited(decision: Decision | None, person_id: UUID) -> dict[str, Any]:
    """What the law asks about a decision."""
    return {
        "has_decision": decision is not None,
        "decision_is_valid": decision is not None and is_valid_still(decision),
        "decision_is_of_person": decision is None or decision.person_id == person_id,
        "decision_stands": decision is None or Decision.objects.current().filter(pk=decision.pk).exists(),
        "decision_lapsed": decision is not None and carries_nothing_new(decision, clock.now()),
        "decision_area": decision.question.area if decision else "",
        "decision_impact": decision.question.impact if decision else "",
        "decision_basis": decision.basis if decision else "",
        "decision_limits": (decision.option.limits or 0) if decision and decision.option else 0,
    }


@transaction.atomic
def end(*, item: Item, message: str, decision: Decision | None = None, by: Any, written: Written = NOW) -> Publication:
    """End a plan item: staff no longer follow it. Its thread stays at its address."""
    require(policy.may_plan(by, item.person))
    if queries.has_ended(item):
        raise Refused(_("It has ended already. Nobody follows it."))
    _refuse(law.faults(law.Proposed(kind="", parts=(), controls_money=False, **_cited(decision, item.person_id))))
    ended = Publication(person=item.person, item=item, course=Course.ENDED, decision=decision, message=message, topic=item.topic)
    return keep("plan.ended", ended, by=by, written=written)
