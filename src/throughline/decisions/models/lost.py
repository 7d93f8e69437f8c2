"""What keeps a decision that was valid from taking effect since: worked out by the database, never written into it."""

from datetime import datetime
from typing import Any, Self

from django.apps import apps
from django.db.models import Case, Exists, OuterRef, Q, Subquery, Value, When
from django.db.models.lookups import Exact

from throughline.authority.law import WHILE_ABLE
from throughline.authority.models.lost import first_of, lost_authority
from throughline.base.lives import TakenBack
from throughline.base.models import Amendment
from throughline.conversations.choices import HowTold
from throughline.conversations.models import SecondObservation, Voice
from throughline.people.models import PersonRowQuerySet

from ..choices import Area, Basis, Conclusion, Effect, Standing
from ..law import OWN_BASES
from .assessment import CapacityAssessment

BY_ASSESSMENT = (Basis.BEST_INTERESTS.value, Basis.ATTORNEY.value)
BY_AUTHORITY = (Basis.ATTORNEY.value, Basis.COURT.value)


def lost(as_at: datetime | None = None) -> Case:
    """The code of the law for what a decision rested on and has lost, as the server knew at a moment; empty when it has lost nothing."""
    assessed = Q(basis__in=BY_ASSESSMENT, assessment__isnull=False)
    mistaken = When(assessed & Q(TakenBack("assessment", CapacityAssessment, as_at)), then=Value("assessment-mistaken"))
    for_them = assessed & ~Q(authority__usable_while_able=True, authority__kind__in=WHILE_ABLE)
    corrected = When(for_them & Q(Exists(_corrected(as_at))), then=Value("assessment-corrected"))
    able = When(for_them & Q(Exact(_last_conclusion(as_at), Value(Conclusion.ABLE.value))), then=Value("assessment-able-since"))
    authority = [When(Q(basis__in=BY_AUTHORITY) & each.condition, then=each.result) for each in lost_authority("occurred_at", as_at)]
    return first_of(mistaken, corrected, able, *authority, When(_unsaid(as_at), then=Value("no-view")))


def _unsaid(as_at: datetime | None) -> Q:
    """Of the person's own decision: what they said was taken back or moved away, and no view of theirs that it followed is left.

    Words that were put right are theirs still. Where it says why nothing of theirs was weighed, it did not rest on their words.
    """
    excused = ~Q(no_voice_because="") & ~Q(question__area=Area.RESTRICTIONS)
    weighed = apps.get_model("decisions", "Consideration")._base_manager.filter(decision=OuterRef("pk"), voice__isnull=False)
    gone = Q(TakenBack("voice", Voice, as_at))
    seconds = (
        SecondObservation.objects.current(as_at).filter(voice=OuterRef("voice"), agrees=True).exclude(author=OuterRef("voice__author"))
    )
    theirs = weighed.filter(Q(voice__how_told__in=HowTold.own_words()) | Q(Exists(seconds))).exclude(effect=Effect.NOT_FOLLOWED)
    return Q(basis__in=OWN_BASES, standing=Standing.VALID) & ~excused & Q(Exists(weighed.filter(gone))) & ~Q(Exists(theirs.exclude(gone)))


def _since(as_at: datetime | None) -> Any:
    """The assessments of its question that stand: the one that a decision cites, and those after it."""
    of_question = CapacityAssessment.objects.current(as_at).filter(question=OuterRef("question"))
    return of_question.filter(occurred_at__gte=OuterRef("assessment__occurred_at"))


def _corrected(as_at: datetime | None) -> Any:
    """The cited one as it was put right since, where it shows no more that the person could not decide it. It keeps its own moment."""
    rows = _since(as_at).filter(occurred_at=OuterRef("assessment__occurred_at"), amends__isnull=False)
    unfinished = Q(conclusion=Conclusion.NOT_CONCLUDED) & ~Q(question__emergency_because="")
    return rows.exclude(Q(standing=Standing.VALID) & (Q(conclusion=Conclusion.LACKS) | unfinished))


def _last_conclusion(as_at: datetime | None) -> Subquery:
    rows = _since(as_at).filter(standing=Standing.VALID).order_by("-occurred_at", "-sequence")
    return Subquery(rows.values("conclusion")[:1])


class Overtaken(TakenBack):
    """Whether a later version that takes effect, or an ending, took the place of a decision."""

    first = "cited.amends_id = {key}"
    tells = f"({TakenBack.tells} OR {{name}}.standing = '{Standing.VALID.value}')"


class DecisionQuerySet(PersonRowQuerySet):
    """Decisions, and whether what they rest on still carries them."""

    def current(self, as_at: datetime | None = None) -> Self:
        """What stands. A version that takes no effect takes nothing's place: the lawful one before it stands beside it."""
        later: Any = self.model._base_manager.filter(amends=OuterRef("pk"))
        amended = Exists(later if as_at is None else later.filter(received_at__lte=as_at))
        rows = self.had_by(as_at).exclude(amendment__in=Amendment.ends())
        return rows.filter(~Q(amended) | Q(standing=Standing.VALID) & ~Q(Overtaken("pk", self.model, as_at)))

    def with_lost(self, as_at: datetime | None = None) -> Self:
        """Each with `lost`: why it takes effect no more, though it was valid."""
        return self.annotate(lost=lost(as_at))

    def gone(self, as_at: datetime | None = None) -> Self:
        """Those that carry nothing any more: they were taken back, or what they rest on was."""
        return self.with_lost(as_at).filter(~Q(lost="") | Q(TakenBack("pk", self.model, as_at)))

    def in_effect(self, as_at: datetime | None = None) -> Self:
        """Those that stand, are valid and have lost nothing on which they rest."""
        return self.current(as_at).filter(standing=Standing.VALID).with_lost(as_at).filter(lost="")
