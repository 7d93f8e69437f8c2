"""What the law says of publications that come in: which rest on a decision that carries them, and on a conclusion about liberty."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from throughline.access import keys
from throughline.access.roles import Act
from throughline.base import clock
from throughline.base.models import Amendment
from throughline.decisions.carrying import carries_nothing_new
from throughline.decisions.choices import Standing
from throughline.decisions.law import liberty
from throughline.decisions.models import Decision
from throughline.decisions.queries_liberty import liberty_stands
from throughline.plan import climbing, law_ladder
from throughline.plan import law as plan_law
from throughline.plan.choices import Course, Holder
from throughline.plan.models import Allowance, Item, Line, Publication, Version


def of_publications(rows: Sequence[Publication], *, ours: bool) -> dict[UUID, tuple[str, ...]]:
    """ours: our actions asked for the role of whoever published, and our server's clock counts; of others their assignments show it."""
    items = Item.objects.in_bulk({row.item_id for row in rows})
    versions = Version.objects.in_bulk({row.version_id for row in rows if row.version_id})
    decisions = Decision.objects.select_related("question", "option").in_bulk({row.decision_id for row in rows if row.decision_id})
    parts: dict[UUID | None, set[str]] = defaultdict(set)
    for of_version, part in Line.objects.filter(version__in=versions).values_list("version_id", "part"):
        parts[of_version].add(part)
    _money_held(versions)
    limited: dict[UUID, bool] = _limited_before(items)
    found: dict[UUID, tuple[str, ...]] = {row.pk: () for row in rows}  # ending an item needs no decision
    for row in (each for each in rows if each.course == Course.FOLLOWED and each.version_id in versions):  # as they were published
        version, decision = versions[row.version_id], decisions.get(row.decision_id)
        before = limited.get(row.item_id, False)
        proposed = _proposed(row, items[row.item_id], version, decision, parts[row.version_id], before=before, ours=ours)
        found[row.pk] = plan_law.faults(proposed) or (() if ours else _of_ladder(row, version, decision))
        if not found[row.pk]:
            limited[row.item_id] = plan_law.is_a_limit(proposed)
    return found


def _limited_before(items: Collection[UUID]) -> dict[UUID, bool]:
    """Of each item that was here, whether what staff followed of it last limits the person. One query."""
    followed = Publication.objects.current().filter(item__in=items, course=Course.FOLLOWED, standing=Standing.VALID)
    return dict(followed.with_lost().order_by("sequence").values_list("item_id", "needs_decision"))


def _money_held(versions: dict[UUID, Version]) -> None:
    """Whoever says that staff hold some of the money says that they control it, whatever the version itself says."""
    for held in Allowance.objects.filter(version__in=versions, holder=Holder.STAFF).values_list("version_id", flat=True):
        versions[held].controls_money = True


def _proposed(
    row: Publication, item: Item, version: Version, decision: Decision | None, parts: set[str], *, before: bool, ours: bool
) -> plan_law.Proposed:
    """A publication as plain values, as things were when it was published."""
    of_others = decision is not None and decision.basis not in plan_law.OWN_BASES
    limiting = before or of_others or plan_law.needs_decision(item.kind, parts, version.controls_money, row.limits)
    return plan_law.Proposed(
        kind=item.kind,
        parts=frozenset(parts),
        controls_money=version.controls_money,
        limits=row.limits,
        limited_before=before,
        by_its_author=row.author_id == version.author_id,
        may_approve=ours or not limiting or _might_approve(row),
        looks_again=version.look_again_on is not None and version.look_again_on >= clock.day_of(row.occurred_at),
        has_decision=decision is not None,
        decision_is_valid=decision is not None and decision.standing == Standing.VALID,
        decision_is_of_person=decision is None or decision.person_id == row.person_id,
        decision_stands=decision is None or _stood(decision, row, "received_at" if ours else "recorded_at"),
        decision_lapsed=decision is not None and carries_nothing_new(decision, row.occurred_at, row.recorded_at),
        decision_area=decision.question.area if decision else "",
        decision_impact=decision.question.impact if decision else "",
        decision_basis=decision.basis if decision else "",
        decision_limits=(decision.option.limits or 0) if decision and decision.option else 0,
        may_deprive=row.may_deprive,
        liberty=_liberty(row, decision, row.received_at if ours else None),
    )


def _of_ladder(row: Publication, version: Version, decision: Decision | None) -> tuple[str, ...]:
    """How it moved the person from what staff followed until then; our own actions asked when it was published."""
    if not version.stages.exists():
        return ()
    return law_ladder.faults(climbing.climb(version, decision, clock.day_of(row.occurred_at), before=row.occurred_at))


def _might_approve(row: Publication) -> bool:
    """Whether whoever published it had a role, on that day, that lets what limits somebody be followed."""
    held = keys.acts_on(row.author_id, row.person_id, clock.day_of(row.occurred_at))
    return any(Act.APPROVE_LIMITS in acts for acts in held.values())


def _stood(decision: Decision, row: Publication, clock_of: str) -> bool:
    """Whether no later version that counts had taken its place, and nobody had taken it back, when it was published."""
    later = Decision.objects.filter(amends=decision, **{f"{clock_of}__lt": getattr(row, clock_of)})
    return not later.filter(Q(standing=Standing.VALID) | Q(amendment__in=Amendment.ends())).exists()


def _liberty(row: Publication, decision: Decision | None, as_at: datetime | None) -> str:
    """What stood about the person's liberty on the day of the publication, where it rests on a decision that is not their own.

    as_at: by when our server had it; what was written down later that day did not stop what was published before.
    """
    if decision is None or decision.basis in plan_law.OWN_BASES:
        return ""
    return liberty.carries(liberty_stands(row.person, clock.day_of(row.occurred_at), as_at), decision.pk)
