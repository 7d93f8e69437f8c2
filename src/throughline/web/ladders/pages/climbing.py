"""The page of a ladder (`ux.md` 6, chart 3): each step with its state, its tries as dots with words, when it moved and who agreed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from throughline.access.roles import Act
from throughline.people.sight import Sight
from throughline.plan.choices import LinePart
from throughline.practice.choices import TrialSupport
from throughline.practice.law_trials import Suggests
from throughline.practice.queries_crossings import reached_by
from throughline.thread.ladders import Came, Ladder, Rung, State, as_try

from ...about_person import comm, portrait
from ...as_at import Moment, banner
from ...parts import AsAt, Button, Comm, Empty, Link, LinkRow, Notice, Portrait, Quote
from ...parts import State as Shown
from ...plan import graded
from ...plan.cards import agreed
from ...plan.cited import cited
from ...said import showing
from ...watch import wording as thresholds

WELL, NOT_WELL = "●", "○"
MOST_TRIES = 30  # in sight; what came before is counted and not listed


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its words, where it stands, its tries, and when the person came to it."""

    title: str
    state: Shown
    is_now: bool
    facts: tuple[tuple[str, str], ...]
    dots: str
    counted: str
    moves: tuple[str, ...]
    decisions: tuple[Link, ...]
    tries: tuple[LinkRow, ...]
    see: str


@dataclass(frozen=True)
class LadderPage:
    """What stands on the page; `suggestion` is never a move."""

    title: str
    back: Link
    portrait: Portrait
    comm: Comm | None
    quote: Quote | None
    lead: str
    as_at: AsAt | None
    notices: tuple[Notice, ...]
    steps: tuple[Step, ...]
    limit: str
    why: tuple[tuple[str, tuple[str, ...]], ...]
    actions: tuple[Button, ...]
    empty: Empty | None


def to_ladder(found: Ladder) -> Link:
    return Link(found.version.title, reverse("ladders:ladder", args=[found.version.item_id]))


def ladder_page(sight: Sight, item: Any, found: Ladder | None, at: Moment, saved: UUID | None = None) -> LadderPage:
    """A fixed number of queries, whatever the history."""
    name, address = sight.person.name, reverse("ladders:ladder", args=[item.pk])
    title = found.version.title if found else _("No steps yet")
    words = cited(sight, at.moment)
    return LadderPage(
        title=title,
        back=Link(_("The thread of %(title)s") % {"title": title}, at.keep(reverse("thread:thread", args=[item.pk]))),
        portrait=portrait(sight.person),
        comm=comm(sight),
        quote=words.quote(found.version.own_words, "m") if found else None,
        lead=sentence(found, name) if found else "",
        as_at=banner(at, address),
        notices=tuple(_notices(found, sight, at, saved)) if found else (),
        steps=tuple(_step(rung, found, name) for rung in found.rungs) if found else (),
        limit=_("This shows what was tried. People decide when it moves, never the count."),
        why=tuple(_why(found.version)) if found else (),
        actions=tuple(_actions(sight, item)) if found and not at.is_past else (),
        empty=None if found else Empty(_("Staff follow no steps here. It is not published, it has ended, or it has no steps.")),
    )


def sentence(found: Ladder, name: str) -> str:
    """What the chart shows, in a sentence."""
    now = found.now
    if now is None:
        return ""
    said = {"name": name, "n": now.stage.position, "count": len(found.rungs)}
    on = _("%(name)s is on step %(n)s of %(count)s.") % said
    return f"{on} {counted(now)}" if now.tries else on


def counted(rung: Rung) -> str:
    """7 of 8 went well."""
    if not rung.tries:
        return _("No tries yet.")
    return _("%(well)s of %(count)s went well.") % {"well": rung.went_well, "count": len(rung.tries)}


# --- what waits for people ---


def _notices(found: Ladder, sight: Sight, at: Moment, saved: UUID | None) -> Iterable[Notice]:
    """What was just saved, then the risks, then what the tries suggest, then what lies still."""
    name, may = sight.person.name, Act.PLAN in sight.may and not at.is_past
    tried = {each.pk: each for rung in found.rungs for each in rung.tries}
    if saved in tried:
        yield from (each for each in (thresholds.reached(reached_by(tried[saved])),) if each)
        yield Notice(_("Saved"), _("It stands with the other tries below."), "good", live=True)
    if found.risks:
        yield _risks(found, may)
    if found.suggests:
        yield _suggestion(found, sight, may)
    if found.drifts:
        text = _("%(name)s has been on this step for more than 12 weeks, and nobody has decided about it. Talk with %(name)s.")
        yield Notice(_("It has not moved, and nobody decided that it stays"), text % {"name": name}, "look")


def _risks(found: Ladder, may: bool) -> Notice:
    shown = "; ".join(_risk(each) for each in found.risks)
    look = Button(_("Look at the risks again"), reverse("ladders:risks", args=[found.version.item_id]))
    return Notice(_("Look at the risks again"), shown, "look", look if may else None)


def _risk(trial: Any) -> str:
    said = {"day": showing.short_day(trial.occurred_at), "who": trial.author.name}
    if not trial.risk:
        return _("%(who)s saw a new risk on %(day)s, and has not written what it is") % said
    return _("%(day)s, %(who)s: %(what)s") % (said | {"what": trial.risk.rstrip(".")})


def _suggestion(found: Ladder, sight: Sight, may: bool) -> Notice:
    name, now = {"name": sight.person.name}, found.now
    talk = Button(_("Write down what was said"), reverse("said:conversation_new", args=[sight.person_id]))
    n = now.stage.in_a_row if now else 0
    went = ngettext("The last try went well.", "The last %(n)s tries went well.", n) % {"n": n}
    if found.suggests == Suggests.BACK:
        text = _("A try was stopped, or two of the last three needed help. Ask %(name)s what would help.") % name
        return Notice(_("Talk about what would help, or one step back"), text, "look", talk if may else None)
    if found.suggests == Suggests.ASK:
        return Notice(
            _("Ask %(name)s about the next step") % name, f"{went} {_('Nobody has asked whether %(name)s is ready.') % name}", "info"
        )
    text = f"{went} {_('%(name)s says ready.') % name}"
    return Notice(_("Talk about the next step"), text, "info", talk if may else None)


# --- the steps ---

STATES: dict[State, Any] = {
    State.DONE: lambda: Shown(_("Done"), "good"),
    State.NOW: lambda: Shown(_("Now"), "info"),
    State.NEXT: lambda: Shown(_("Next"), "waiting"),
    State.LATER: lambda: Shown(_("Later"), ""),
}


def _step(rung: Rung, found: Ladder, name: str) -> Step:
    listed = rung.tries[-MOST_TRIES:]
    return Step(
        title=graded.numbered(rung.stage),
        state=STATES[rung.state](),
        is_now=rung.state == State.NOW,
        facts=graded.facts(rung.stage),
        dots=" ".join(WELL if as_try(each).went_well else NOT_WELL for each in listed),
        counted=counted(rung) if rung.tries or rung.state == State.NOW else "",
        moves=tuple(_came(each, name) for each in rung.came),
        decisions=tuple(_decision(each) for each in rung.came if each.publication.decision is not None),
        tries=tuple(_try(each) for each in reversed(listed)),
        see=ngettext("See the try", "See the last %(n)s tries", len(listed)) % {"n": len(listed)},
    )


def _came(each: Came, name: str) -> str:
    """Moved on 2 March. Agreed with Jo, 1 March. Back is said in the same way, with why, and when to try again."""
    said = {"day": showing.short_day(each.at), "agreed": agreed(each.publication.decision, name)}
    if not each.back:
        return _("Since %(day)s. %(agreed)s") % said
    move = getattr(each.publication.version, "move", None)
    if move is None:
        return _("Back on %(day)s. %(agreed)s") % said
    again = showing.short_day(move.try_again_on) if move.try_again_on else ""
    told = {"why": sentence_of(move.reason), "told": sentence_of(move.told), "again": again, "name": name}
    return _("Back on %(day)s. %(agreed)s %(why)s %(name)s was told: %(told)s Try again on %(again)s.") % (said | told)


def sentence_of(text: str) -> str:
    """With a full stop, unless it has one."""
    return text if text.rstrip('”’"').endswith((".", "!", "?")) else f"{text}."


def _decision(each: Came) -> Link:
    decision: Any = each.publication.decision
    return Link(str(decision), reverse("decisions:decision", args=[decision.pk]), more=showing.short_day(each.at))


def _try(trial: Any) -> LinkRow:
    """A word for each dot."""
    day = {"day": showing.short_day(trial.occurred_at), "how": TrialSupport(trial.support).label}
    first = next(iter([*trial.went_well.splitlines(), *trial.was_hard.splitlines()]), "")
    soft = ". ".join(filter(None, (trial.author.name, first, _("New risk") if trial.new_risk else "")))
    return LinkRow(reverse("ladders:trial", args=[trial.pk]), _("%(how)s, %(day)s") % day, soft=soft)


def _why(version: Any) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Why it is worth it: what is good about it, what it does not to do it, and how the person will know."""
    for part in (LinePart.BENEFIT, LinePart.HARM, LinePart.CHECK_IN):
        said = tuple(line.text for line in version.lines.all() if line.part == part)
        if said:
            yield str(part.label), said
    if version.measure:
        yield _("It works when"), (version.measure,)


def _actions(sight: Sight, item: Any) -> Iterable[Button]:
    if Act.KEEP_PRACTICE in sight.may:
        yield Button(_("Write down a try"), reverse("ladders:new", args=[item.pk]), main=True)
    if Act.PLAN in sight.may:
        yield Button(_("Move %(name)s on or back") % {"name": sight.person.name}, reverse("ladders:move", args=[item.pk]))
    yield Button(_("Open the card"), reverse("plan:card", args=[item.pk]))


# --- moving ---


def other_steps(found: Ladder) -> list[tuple[str, str]]:
    """The steps to which somebody can move."""
    return [(str(rung.stage.position), graded.numbered(rung.stage)) for rung in found.rungs if rung.state != State.NOW]


def offered(found: Ladder) -> str:
    """The step that is offered first: the next one, or the one before when that is what people talk about."""
    now = found.now.stage.position if found.now else 0
    if found.suggests == Suggests.BACK and now > 1:
        return str(now - 1)
    return str(found.next.stage.position) if found.next else str(now - 1)
