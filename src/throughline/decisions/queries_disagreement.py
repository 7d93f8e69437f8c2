"""Questions about disagreements: where each stands, who said what, what they came to, which are stuck."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import Q

from throughline.access import scope
from throughline.access.roles import Act
from throughline.base import clock
from throughline.base.models import Audience
from throughline.people.choices import Party
from throughline.people.queries import only, owner
from throughline.people.sight import Sight

from .choices import Basis
from .law import disagreement as law
from .models import Disagreement, DisagreementClosed, DisagreementStep, Position

FOR_THEM = frozenset({Basis.BEST_INTERESTS, Basis.ATTORNEY, Basis.COURT})  # decided for somebody, so whether they can is disputed too


@dataclass(frozen=True, slots=True)
class Dispute:
    """A disagreement with where each stands, the person first, the steps in their order, and how it was closed."""

    row: Disagreement
    positions: tuple[Position, ...]
    steps: tuple[DisagreementStep, ...]
    closed: DisagreementClosed | None

    @property
    def rung(self) -> str:
        """The step that was reached; empty before the first."""
        return self.steps[-1].rung if self.steps else ""

    @property
    def interim(self) -> str:
        """What keeps the person safe and free meanwhile, as it was said last."""
        return next((each.interim for each in reversed(self.steps) if each.interim), self.row.interim)

    @property
    def tenancy(self) -> str:
        """What the person's rights as a tenant mean here, as it was said last."""
        return next((each.tenancy for each in reversed(self.steps) if each.tenancy), self.row.tenancy)

    @property
    def has_persons_position(self) -> bool:
        """Whether the person's position is there, or why it cannot be."""
        return bool(self.row.no_voice_because) or any(each.party == Party.PERSON for each in self.positions)

    @property
    def parties(self) -> frozenset[UUID]:
        """The staff who took a position, or who made the decision that is disputed."""
        staff = {each.staff_id for each in self.positions if each.staff_id}
        decision = self.row.decision
        return frozenset(staff | ({decision.decided_by_staff_id} if decision and decision.decided_by_staff_id else set()))

    @property
    def due_on(self) -> date | None:
        """By when its step should be done."""
        return self.steps[-1].due_on if self.steps else law.due(clock.day_of(self.row.occurred_at), "")

    def stuck(self, today: date) -> tuple[str, ...]:
        """Why leaders look at it; empty while it goes its way or is closed."""
        if self.closed is not None:
            return ()
        return law.stuck(self._running(), today)

    def _running(self) -> law.Running:
        row = self.row
        return law.Running(
            opened_on=clock.day_of(row.occurred_at),
            due_on=self.due_on,
            has_persons_position=self.has_persons_position,
            has_interim=bool(self.interim.strip()),
            has_owner=bool(self.steps),
            rung=self.rung,
            about_capacity=row.about_capacity or (row.decision is not None and row.decision.basis in FOR_THEM),
            about_safety=row.about_safety,
        )


ABOUT = ("person", "author", "decision", "decision__question", "conversation", "voice")


def disagreements(sight: Sight, as_at: datetime | None = None) -> list[Dispute]:
    """Disagreements about the person, the newest first, closed ones too. Four queries."""
    rows = Disagreement.objects.visible_to(sight).current(as_at).select_related(*ABOUT).order_by("-occurred_at")
    return disputes(list(rows), as_at)


def disagreement(sight: Sight, disagreement_id: UUID, as_at: datetime | None = None) -> Dispute:
    """One disagreement."""
    return disputes([only(Disagreement.objects.visible_to(sight).had_by(as_at).select_related(*ABOUT), disagreement_id)], as_at)[0]


def disputes(rows: Collection[Disagreement], as_at: datetime | None = None) -> list[Dispute]:
    """Disagreements with what belongs to each. Three queries."""
    ids = [row.pk for row in rows]
    said = ("author", "contact", "staff", "voice", "voice__person", "voice__sound", "voice__told_by_contact", "voice__told_by_staff")
    positions = _grouped(Position.objects.current(as_at).filter(disagreement__in=ids).select_related(*said, "voice__thought_by"))
    steps = _grouped(DisagreementStep.objects.current(as_at).filter(disagreement__in=ids).select_related("owner", "author"))
    closed = _grouped(DisagreementClosed.objects.current(as_at).filter(disagreement__in=ids).select_related("author", "settled_by"))
    return [Dispute(row, _persons_first(positions[row.pk]), tuple(steps[row.pk]), next(iter(closed[row.pk]), None)) for row in rows]


def _grouped(rows: Any) -> dict[UUID, list[Any]]:
    grouped = defaultdict(list)
    for row in rows.order_by("sequence", "recorded_at"):
        grouped[row.disagreement_id].append(row)
    return grouped


def _persons_first(rows: Iterable[Position]) -> tuple[Position, ...]:
    return tuple(sorted(rows, key=lambda each: each.party != Party.PERSON))


def about(
    sight: Sight, *, decision: Any = None, conversations: Collection[UUID] = (), voices: Collection[UUID] = ()
) -> Disagreement | None:
    """The disagreement about a thing that goes on, if there is one: whichever version of a decision, whichever row of a thing said.

    One query.
    """
    named = Q(conversation__in=conversations) | Q(voice__in=voices)
    if decision is not None:
        named = Q(decision__number=decision.number, decision__question=decision.question_id)
    open_ones = Disagreement.objects.visible_to(sight).current().filter(named).exclude(pk__in=_closed())
    return open_ones.order_by("-occurred_at").first()


def _closed() -> Any:
    return DisagreementClosed.objects.current().values("disagreement")


def stuck(actor: Any) -> list[tuple[Dispute, tuple[str, ...]]]:
    """For whoever leads: the disagreements of their people that need them, the oldest first, with why. Four queries."""
    settled, read, private = (scope.people_visible_to(actor, act).values("pk") for act in (Act.DECIDE, Act.SEE_READINGS, Act.SEE_PRIVATE))
    of_team = Q(person__in=settled) | Q(person__in=read)
    theirs = (of_team & Q(audience=Audience.TEAM)) | Q(person__in=private)
    rows = Disagreement.objects.current().filter(theirs).exclude(pk__in=_closed()).select_related(*ABOUT).order_by("occurred_at")
    today = clock.today()
    return [(each, why) for each in disputes(list(rows)) if (why := each.stuck(today))]


person_of_disagreement = partial(owner, Disagreement)
