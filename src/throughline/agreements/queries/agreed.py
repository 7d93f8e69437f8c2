"""Questions about involvement agreements: what stands, what is proposed, who said what to it, and what goes beyond."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from uuid import UUID

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Prefetch, Q

from throughline.access import circle
from throughline.access.choices import GrantBasis, Level
from throughline.access.models import Grant
from throughline.base import clock
from throughline.base.lives import TakenBack
from throughline.base.models import Amendment, Topic
from throughline.conversations.models import Voice
from throughline.decisions.choices import Standing
from throughline.decisions.models import Decision
from throughline.people.choices import Area
from throughline.people.models import Contact
from throughline.people.queries import only, owner
from throughline.people.sight import Sight

from .. import law
from ..choices import Agreed, Involved
from ..models import AgreementAnswer, AgreementParty, AgreementVersion, EscalationStep, MeetingRule, SharedThing
from .taking_part import decided_by_law

Key = tuple[UUID | None, UUID | None]  # a contact, or a member of staff; the person is neither
PERSON: Key = (None, None)
OPENS = (GrantBasis.PERMISSION, GrantBasis.STATUTORY)  # what is shared for a time without permission carries no agreement


@dataclass(frozen=True, slots=True)
class Stated:
    """A version with what was said to it, the oldest first."""

    version: AgreementVersion
    said: tuple[AgreementAnswer, ...]

    @property
    def answers(self) -> dict[Key, AgreementAnswer]:
        """The latest answer of each; the person's under `PERSON`."""
        return {(each.contact_id, each.staff_id): each for each in self.said}

    @property
    def own(self) -> AgreementAnswer | None:
        """The person's answer, as it was judged."""
        return self.answers.get(PERSON)

    @property
    def carries(self) -> bool:
        """Whether the latest answer of the person, or what it cites, carries it."""
        return self.own is not None and _takes_effect(self.own)

    @property
    def ever_carried(self) -> bool:
        """Whether it was ever what was agreed."""
        return any(each.is_persons and (_takes_effect(each) or _was_withdrawn(each)) for each in self.said)

    @property
    def is_proposal(self) -> bool:
        """Whether it only waits for the person's answer."""
        return self.own is None or self.own.answer == Agreed.NOT_ASKED


def _takes_effect(answer: AgreementAnswer) -> bool:
    return answer.standing == Standing.VALID and not answer.lost


def _was_withdrawn(answer: AgreementAnswer) -> bool:
    """The person did say it, and takes it back: unlike words that were never theirs, it ended what came before."""
    return answer.standing == Standing.VALID and answer.withdrawn


class _Withdrawn(TakenBack):
    """Whether the person took a voice back themself."""

    tells = f"({TakenBack.tells} AND {{name}}.amendment = '{Amendment.WITHDRAWN.value}')"


def stated(sight: Sight, as_at: datetime | None = None) -> list[Stated]:
    """Every version with what was said to it, the newest first. Six queries."""
    rows = _versions().visible_to(sight).current(as_at).order_by("-number")
    return with_answers(list(rows), as_at)


def version(sight: Sight, version_id: UUID) -> Stated:
    """One version with what was said to it."""
    return with_answers([only(_versions().visible_to(sight), version_id)])[0]


def with_answers(versions: Sequence[AgreementVersion], as_at: datetime | None = None) -> list[Stated]:
    """Versions with what was said to them. One query."""
    rows = AgreementAnswer.objects.current(as_at).filter(version__in=[each.pk for each in versions]).order_by("sequence")
    decision = Exists(Decision.objects.gone(as_at).filter(pk=OuterRef("decision")))
    unsaid = {"lost": _is(Q(decision) | Q(TakenBack("voice", Voice, as_at))), "withdrawn": _Withdrawn("voice", Voice, as_at)}
    said = list(rows.select_related("contact", "staff", "voice", "author", "decision").annotate(**unsaid))
    return [Stated(each, tuple(row for row in said if row.version_id == each.pk)) for each in versions]


def _is(condition: Q) -> ExpressionWrapper:
    return ExpressionWrapper(condition, BooleanField())


def _versions():  # type: ignore[no-untyped-def]
    parties = Prefetch("parties", AgreementParty.objects.select_related("contact", "staff").order_by("position"))
    shared = Prefetch("shared", SharedThing.objects.select_related("contact").order_by("contact__name", "about"))
    rules = Prefetch("rules", MeetingRule.objects.order_by("position"))
    steps = Prefetch("steps", EscalationStep.objects.order_by("position"))
    return AgreementVersion.objects.select_related("person", "author", "agreement").prefetch_related(parties, shared, rules, steps)


def in_force(every: Sequence[Stated]) -> Stated | None:
    """What is agreed: the newest version that the person's answer carries. What was agreed later and taken back ends what came before."""
    for each in every:
        if each.carries:
            return each
        if each.ever_carried:
            return None
    return None


# --- for those who take part ---


@dataclass(frozen=True, slots=True)
class AgreedWith:
    """A version in which somebody takes part, for them alone: their part, what is shared with them, their answer; nothing of anybody else.

    person_agreed: whether the person's answer, or what it cites, carries it. Their words are not theirs to read here.
    """

    version: AgreementVersion
    party: AgreementParty
    shared: tuple[SharedThing, ...]
    own: AgreementAnswer | None
    person_agreed: bool


def agreed_with(sight: Sight) -> tuple[AgreedWith | None, AgreedWith | None]:
    """What is agreed with the circle member whose sight it is, and a newer proposal to them. Six queries.

    It is theirs as a party, whatever topics are shared with them; unless they are not to be told about plans.
    """
    contacts = [link.contact for link in circle.links(sight.actor, sight.person_id)]
    if any(circle.is_shut_to(each, [Topic.PLANS]) for each in contacts):
        return None, None
    rows = _versions().filter(person=sight.person_id, audience__in=sight.audiences).current().order_by("-number")
    every, ids = with_answers(list(rows)), frozenset(each.pk for each in contacts)
    stands = in_force(every)
    newest = every[0] if every and every[0] is not stands and every[0].is_proposal else None
    return _mine(stands, ids), _mine(newest, ids)


def _mine(stated: Stated | None, contacts: frozenset[UUID]) -> AgreedWith | None:
    parties = [each for each in stated.version.parties.all() if each.contact_id in contacts] if stated else []
    if stated is None or not parties:
        return None
    party = parties[0]
    shared = tuple(each for each in stated.version.shared.all() if each.contact_id == party.contact_id)
    return AgreedWith(stated.version, party, shared, stated.answers.get((party.contact_id, None)), stated.carries)


# --- what it may not go beyond ---


def open_levels(contacts: Collection[Contact]) -> dict[tuple[UUID, str], str]:
    """How much of each topic a permission or the law opens to each contact now; what is missing is not open. Three queries."""
    opened = circle.open_to(contacts)
    ids = [each.pk for each in contacts]
    grants = Grant.objects.live(clock.now()).filter(contact__in=ids, basis__in=OPENS).values_list("contact_id", "topic", "level")
    found: dict[tuple[UUID, str], str] = {}
    for contact_id, topic, level in grants:
        if opened[contact_id].level(topic) != Level.NO and found.get((contact_id, topic)) != Level.MAY_SEE:
            found[contact_id, topic] = level
    return found


def areas_by_law(contact: Contact | None, on: date) -> frozenset[str]:
    """Every part of life in which an authority lets a contact decide on a day."""
    return decided_by_law(contact, Area.values, on)


@dataclass(frozen=True, slots=True)
class Beyond:
    """What of an agreement goes beyond authority and permissions now, as positions in its lists."""

    parties: frozenset[int]
    shared: frozenset[int]


def deciding_of(parties: Sequence[AgreementParty], on: date) -> list[law.Deciding | None]:
    """Of each party, what it says that they decide and what the law lets them; None for those who decide nothing."""
    return [
        law.Deciding(frozenset(each.areas), decided_by_law(each.contact, each.areas, on)) if each.in_decisions == Involved.DECIDES else None
        for each in parties
    ]


def sharing_of(shared: Sequence[SharedThing]) -> list[law.Sharing]:
    """Of each thing that is shared, when and how much of it is open now."""
    levels = open_levels(list({each.contact_id: each.contact for each in shared}.values())) if shared else {}
    return [law.Sharing(each.rhythm, levels.get((each.contact_id, each.about), Level.NO)) for each in shared]


def beyond(parties: Sequence[AgreementParty], shared: Sequence[SharedThing], on: date) -> Beyond:
    """Which parties and things go beyond what is open and lawful today."""
    return Beyond(
        frozenset(n for n, each in enumerate(deciding_of(parties, on)) if each is not None and law.decides_beyond(each)),
        frozenset(n for n, each in enumerate(sharing_of(shared)) if law.shares_beyond(each)),
    )


person_of_version = partial(owner, AgreementVersion)
