"""A version of a ladder beside the one that staff follow, as plain values for the law."""

from datetime import date, datetime
from typing import Any

from throughline.base import clock
from throughline.conversations.models import Voice
from throughline.decisions.models import Decision

from . import law, law_ladder
from .choices import Course, ItemKind
from .models import Publication, Stage, Version


def stage_of(version: Version | None) -> Stage | None:
    """The step that a version says the person is on; nothing is asked of what is no ladder."""
    if version is None or version.item.kind != ItemKind.RISK_LADDER:
        return None
    return next((stage for stage in version.stages.all() if stage.is_current), None)


def same_step(one: Stage | None, other: Stage | None) -> bool:
    """Whether two versions mean the same step: the same place, or the same words at another place."""
    return one is not None and other is not None and (one.position == other.position or one.text == other.text)


def climb(version: Version, decision: Decision | None, today: date | None = None, before: datetime | None = None) -> law_ladder.Climb:
    """How a version climbs from what staff follow; from what they followed `before` a moment, for a publication of the past."""
    followed = _followed(version, before)
    was, now = stage_of(followed[-1].version if followed else None), stage_of(version)
    moved = was is not None and not same_step(was, now)
    move = getattr(version, "move", None)
    return law_ladder.Climb(
        today=today or clock.today(),
        before=was.position if was is not None and moved else 0,
        now=now.position if now is not None else 0,
        has_decision=decision is not None,
        says_yes=moved and _says_yes(decision, move.voice if move else None, followed),
        reason=move.reason if move else "",
        told=move.told if move else "",
        try_again_on=move.try_again_on if move else None,
        look_again_on=version.look_again_on,
        look_again_if=version.look_again_if,
    )


def _followed(version: Version, before: datetime | None) -> list[Publication]:
    """What staff followed of the item, the oldest first."""
    rows = Publication.objects.in_effect().filter(item=version.item_id)
    if before is not None:
        rows = rows.filter(occurred_at__lt=before)
    rows = rows.select_related("version__item").prefetch_related("version__stages").order_by("occurred_at", "sequence")
    found = list(rows)
    ended = max((n for n, row in enumerate(found) if row.course == Course.ENDED), default=-1)
    return found[ended + 1 :]


def began(followed: list[Publication]) -> datetime | None:
    """Since when staff follow the step that they follow now; the publications the oldest first."""
    now: Any = stage_of(followed[-1].version) if followed else None
    since = None
    for row in reversed(followed):
        if not same_step(stage_of(row.version), now):
            break
        since = row.occurred_at
    return since


def _says_yes(decision: Decision | None, voice: Voice | None, followed: list[Publication]) -> bool:
    """The person's own decision, or their words, since the step began. A yes to an earlier step is none to this one."""
    since, before = began(followed), {row.decision_id for row in followed}
    own = decision is not None and decision.basis in law.OWN_BASES and decision.pk not in before
    said = [row.occurred_at for row in (decision if own else None, voice) if row is not None]
    return any(since is None or at >= since for at in said)
