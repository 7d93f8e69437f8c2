"""A ladder from its versions, decisions and tries: where the person is, how each step went, and what that suggests to talk about.

Composed here because tries come later in the thread than the plan. It reads and never moves anybody.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from throughline.base import clock
from throughline.people.sight import Sight
from throughline.plan import queries_ladder as plan
from throughline.plan.climbing import began, same_step, stage_of
from throughline.plan.models import Item, Publication, Stage
from throughline.practice import queries_trials as practice
from throughline.practice.law_trials import Suggests, Try, drifts, suggests
from throughline.practice.models import Reissue, Trial


class State(StrEnum):
    """Where a step of a ladder stands."""

    DONE = "done"
    NOW = "now"
    NEXT = "next"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Came:
    """That the person came to a step, on or back: since when, and by which publication with its decision and its move."""

    publication: Publication
    back: bool

    @property
    def at(self) -> datetime:
        return self.publication.occurred_at


@dataclass(frozen=True, slots=True)
class Rung:
    """A step, its tries under whatever version, and each time that the person came to it; the oldest first."""

    stage: Stage
    state: State
    tries: tuple[Trial, ...]
    came: tuple[Came, ...]

    @property
    def went_well(self) -> int:
        return sum(as_try(each).went_well for each in self.tries)


@dataclass(frozen=True, slots=True)
class Ladder:
    """What staff follow of a ladder, as it stands. since: since when the person is on the step that is now."""

    version: Any
    rungs: tuple[Rung, ...]
    since: datetime | None
    suggests: Suggests
    risks: tuple[Trial, ...]  # tries that showed a new risk, which nobody looked at again
    drifts: bool
    looked_at: tuple[Reissue, ...] = ()

    @property
    def now(self) -> Rung | None:
        return next((rung for rung in self.rungs if rung.state == State.NOW), None)

    @property
    def next(self) -> Rung | None:
        return next((rung for rung in self.rungs if rung.state == State.NEXT), None)


def ladder(sight: Sight, item: Item, as_at: datetime | None = None) -> Ladder | None:
    """The ladder as it was at a moment; None when staff follow none, or one without steps. Six queries."""
    followed = plan.climbed(sight, item, as_at)
    now = stage_of(followed[-1].version) if followed else None
    if now is None:
        return None
    tries, risks = practice.trials(sight, item, as_at), practice.open_risks(sight, [item.pk], as_at)
    looked, since = practice.reissues(sight, item, as_at), began(followed)
    rungs = _rungs(followed, now, tries)
    is_last = now.position == len(rungs)
    return Ladder(
        version=followed[-1].version,
        rungs=rungs,
        since=since,
        suggests=_suggests(rungs, now, since, is_last=is_last, risks_open=bool(risks)),
        risks=tuple(risks),
        drifts=_drifts(followed, looked, since, as_at or clock.now(), is_last=is_last),
        looked_at=tuple(looked),
    )


def as_try(trial: Trial) -> Try:
    """A try as it counts."""
    return Try(trial.support, bool(trial.near_miss.strip()), trial.new_risk, trial.ready)


def _rungs(followed: list[Publication], now: Stage, tries: list[Trial]) -> tuple[Rung, ...]:
    stages = list(_stages(followed[-1]))
    by_stage: dict[int, list[Trial]] = {}
    for each in tries:
        by_stage.setdefault(_place(each.stage, stages), []).append(each)
    came: dict[int, list[Came]] = {}
    for place, coming in _comings(followed, stages):
        came.setdefault(place, []).append(coming)
    return tuple(
        Rung(stage, _state(stage, now), tuple(by_stage.get(stage.position, ())), tuple(came.get(stage.position, ()))) for stage in stages
    )


def _stages(publication: Publication) -> Sequence[Stage]:
    version: Any = publication.version
    return list(version.stages.all())


def _place(stage: Stage, stages: Sequence[Stage]) -> int:
    """Which step of today a step of an earlier version is: the one with the same words, else the one at its place."""
    return next((each.position for each in stages if each.text == stage.text), stage.position)


def _comings(followed: list[Publication], stages: Sequence[Stage]) -> list[tuple[int, Came]]:
    """Each time that the step changed, the beginning too."""
    found, before = [], None
    for each in followed:
        now = stage_of(each.version)
        if now is not None and not same_step(before, now):
            found.append((_place(now, stages), Came(each, back=before is not None and now.position < before.position)))
        before = now or before
    return found


def _state(stage: Stage, now: Stage) -> State:
    away = stage.position - now.position
    if away < 0:
        return State.DONE
    return {0: State.NOW, 1: State.NEXT}.get(away, State.LATER)


def _suggests(rungs: tuple[Rung, ...], now: Stage, since: datetime | None, *, is_last: bool, risks_open: bool) -> Suggests:
    """From the tries since the person came to this step: what went well before they stepped back shows nothing now."""
    tries = [as_try(each) for each in rungs[now.position - 1].tries if since is None or each.occurred_at >= since]
    return suggests(tries, now.in_a_row, is_last=is_last, risks_open=risks_open)


def _drifts(followed: list[Publication], looked: list[Reissue], since: datetime | None, now: datetime, *, is_last: bool) -> bool:
    rows: list[Any] = [*followed, *looked]
    decided_at = max((each.decision.occurred_at for each in rows if each.decision is not None), default=None)
    return since is not None and drifts(since=since, decided_at=decided_at, now=now, is_last=is_last)
