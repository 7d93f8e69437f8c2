"""Questions about who may see what. They are for staff; what a circle member may know of it is `shared_with`."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from throughline.access import circle, scope
from throughline.access.choices import GrantBasis, Level
from throughline.access.law import Opened as OpenTo
from throughline.access.models import Exclusion, Grant
from throughline.access.roles import Act
from throughline.authority.choices import StepKind
from throughline.authority.models import Advocacy, AdvocacyStep
from throughline.base import clock
from throughline.base.errors import NotFound
from throughline.conversations.choices import HowTold
from throughline.conversations.models import SecondObservation, Voice
from throughline.decisions import able
from throughline.decisions.able import found_able
from throughline.decisions.carrying import carries_nothing_new, is_valid_still
from throughline.decisions.choices import Standing
from throughline.decisions.models import CapacityAssessment, Decision
from throughline.people.models import Contact, PersonRowQuerySet
from throughline.people.queries import only, owner
from throughline.people.sight import Sight

from .. import law
from ..choices import GivenBy
from ..models import Disclosure, NotToBeTold, Opening, Override, SharingPermission, StatutoryAccess, Withdrawal


def _rows(model: Any, sight: Sight) -> PersonRowQuerySet:
    """Rows of a table for staff. Who else may see something is nobody's business in the circle."""
    if sight.topics is not None:
        raise NotFound
    rows: PersonRowQuerySet = model.objects.visible_to(sight)
    return rows


# --- permissions ---


@dataclass(frozen=True, slots=True)
class Shared:
    """One contact and one topic: the permission that counts, and whether its grant is open now."""

    permission: SharingPermission
    is_open: bool

    @property
    def ask_again_on(self) -> date:
        """When it is asked again."""
        return law.ask_again_on(clock.day_of(self.permission.occurred_at), self.permission.until)


def permissions(sight: Sight, as_at: datetime | None = None) -> list[SharingPermission]:
    """Every permission that was not amended, the newest first; those that open nothing too."""
    rows = _rows(SharingPermission, sight).current(as_at).select_related("contact", "author", "voice", "authority", "decision")
    return list(rows.order_by("-sequence"))


def standing(sight: Sight) -> list[Shared]:
    """The permission that counts for each contact and topic: the latest valid one, when it was not taken back. Three queries."""
    back = Withdrawal.objects.current().filter(permission=OuterRef("pk"))
    rows = _rows(SharingPermission, sight).current().filter(standing=Standing.VALID).annotate(taken_back=Exists(back))
    latest = {(row.contact_id, row.about): row for row in rows.select_related("contact", "author", "voice").order_by("sequence")}
    counting = [row for row in latest.values() if not row.taken_back]
    live = _live(row.pk for row in counting)
    return [Shared(row, row.pk in live) for row in counting]


def _live(permissions: Any) -> set[UUID]:
    """Permissions whose grant runs now."""
    running = Grant.objects.live(clock.now()).values("pk")
    return set(Opening.objects.filter(permission__in=list(permissions), grant__in=running).values_list("permission_id", flat=True))


def permission(sight: Sight, permission_id: UUID) -> SharingPermission:
    """One permission."""
    return only(
        _rows(SharingPermission, sight).select_related(
            "person", "contact", "voice__author", "voice__person", "author", "authority", "decision"
        ),
        permission_id,
    )


def open_permissions(sight: Sight, contact: Contact) -> list[SharingPermission]:
    """What one contact may see on somebody's word, now."""
    return [each.permission for each in standing(sight) if each.is_open and each.permission.contact_id == contact.pk]


def withdrawals(sight: Sight) -> list[Withdrawal]:
    """Permissions that were taken back, the latest first."""
    return list(_rows(Withdrawal, sight).current().select_related("permission__contact", "voice", "author").order_by("-sequence"))


def open_to(sight: Sight, contacts: Collection[Contact]) -> dict[UUID, OpenTo]:
    """What is open to each contact now, whatever it rests on. Two queries."""
    if sight.topics is not None:
        raise NotFound
    return circle.open_to(contacts)


def is_view(voice: Voice | None) -> bool:
    """Whether a voice counts as the person's own: their words or choice, or what two people saw alike."""
    if voice is None:
        return False
    seconds = SecondObservation.objects.current().filter(voice=voice, agrees=True).exclude(author=voice.author_id)
    return voice.how_told in HowTold.own_words() or seconds.exists()


def cited(decision: Decision | None, person_id: UUID) -> law.Cited | None:
    """What the law asks about a decision on which a permission rests."""
    if decision is None:
        return None
    return law.Cited(
        is_of_person=decision.person_id == person_id,
        is_valid=is_valid_still(decision) and not carries_nothing_new(decision, clock.now()),
        stands=Decision.objects.current().filter(pk=decision.pk).exists(),
        area=decision.question.area,
        basis=decision.basis,
        contact=decision.question.contact_id,
        topics=frozenset(decision.question.shares),
        authority=decision.authority_id,
        able_since=found_able(decision.question_id, clock.now()),
    )


# --- not to be told, the law, without permission, told ---


def not_to_be_told(sight: Sight) -> list[NotToBeTold]:
    """Who is not to be told, the latest first."""
    return list(_rows(NotToBeTold, sight).current().select_related("contact", "voice", "author", "person").order_by("-sequence"))


def closed(sight: Sight, row_id: UUID) -> NotToBeTold:
    """One who is not to be told."""
    return only(_rows(NotToBeTold, sight).current().select_related("contact", "voice", "person"), row_id)


@dataclass(frozen=True, slots=True)
class Opened:
    """Sight that rests on no permission, and whether its grants are open now."""

    row: StatutoryAccess | Override
    is_open: bool


def statutory(sight: Sight) -> list[Opened]:
    """Sight that the law gives, the latest first; what has ended too. Two queries."""
    return _opened(_rows(StatutoryAccess, sight).current().select_related("contact", "author").order_by("-sequence"), "statutory")


def statutory_access(sight: Sight, row_id: UUID) -> StatutoryAccess:
    """One sight that the law gives."""
    return only(_rows(StatutoryAccess, sight).current().select_related("contact", "person"), row_id)


def overrides(sight: Sight) -> list[Opened]:
    """What was shared without permission, the latest first. Two queries."""
    return _opened(_rows(Override, sight).current().select_related("contact", "author").order_by("-sequence"), "override")


def override(sight: Sight, row_id: UUID) -> Override:
    """One sharing without permission."""
    return only(_rows(Override, sight).current().select_related("contact", "person"), row_id)


def overrides_everywhere(actor: Any) -> list[Opened]:
    """What was shared without permission, of everybody whose readings the actor may see; the latest first. Three queries."""
    people = scope.people_visible_to(actor, Act.SEE_READINGS)
    rows = Override.objects.current().filter(person__in=people).select_related("person", "contact", "author")
    return _opened(rows.order_by("-sequence"), "override")


def _opened(rows: QuerySet[Any], name: str) -> list[Opened]:
    listed = list(rows)
    running = Grant.objects.live(clock.now()).values("pk")
    openings = Opening.objects.filter(grant__in=running, **{f"{name}__in": [row.pk for row in listed]})
    live = set(openings.values_list(f"{name}_id", flat=True))
    return [Opened(row, row.pk in live) for row in listed]


def kind_of_advocate(advocacy: Advocacy | None, contact: Contact, written_by: datetime | None = None) -> str:
    """The legal kind of an advocate's work that goes on and is done by a contact; empty when it is none. As was written by a moment."""
    if advocacy is None:
        return ""
    steps = list(AdvocacyStep.objects.current().filter(advocacy=advocacy).order_by("sequence"))
    if written_by is not None:
        steps = [step for step in steps if step.recorded_at <= written_by]
    who = [step.contact_id for step in steps if step.contact_id] or [advocacy.contact_id]
    over = any(step.kind == StepKind.ENDED for step in steps)
    return "" if over or who[-1] != contact.pk else advocacy.kind


def asked_about(assessment: CapacityAssessment | None) -> law.Asked | None:
    """The question of an assessment, and whether it shows today that the person cannot decide it."""
    if assessment is None:
        return None
    question, lacks = assessment.question, able.shows_lacking(assessment, clock.now())
    return law.Asked(question.area, lacks, nobody_may=bool(question.excluded_class))


def disclosures(sight: Sight) -> list[Disclosure]:
    """What was told outside these pages, the latest first."""
    return list(_rows(Disclosure, sight).current().select_related("contact", "author").order_by("-occurred_at"))


def disclosure(sight: Sight, row_id: UUID) -> Disclosure:
    """One thing that was told."""
    return only(_rows(Disclosure, sight).select_related("contact", "author", "person"), row_id)


def exclusions_of(row: NotToBeTold) -> list[Exclusion]:
    """The keys by which one is kept from being told, that run."""
    return list(Exclusion.objects.live(clock.now()).filter(pk__in=row.closings.values("exclusion")).select_related("person"))


def grants_of(**by: Any) -> list[Grant]:
    """Grants that a permission, the law or an override opened and that are not over: those still to begin too."""
    ids = Opening.objects.filter(**by).values("grant")
    return list(Grant.objects.filter(pk__in=ids, until_at__gt=clock.now()).select_related("person"))


person_of_permission = partial(owner, SharingPermission)

person_of_disclosure = partial(owner, Disclosure)


# --- for the one with whom it is shared ---


@dataclass(frozen=True, slots=True)
class Mine:
    """One topic that is open to a circle member: how much, on what it rests, who said so, until when, and when it is asked again."""

    topic: str
    level: str
    basis: str
    given_by: str  # of a permission; otherwise empty
    because: str
    until: datetime
    ask_again_on: date | None
    kind: str = ""  # of an override: for what it is shared without permission


def shared_with(sight: Sight) -> list[Mine]:
    """What is open to the circle member whose sight it is, by topic. Nothing about anybody else. Three queries."""
    contacts = [link.contact_id for link in circle.links(sight.actor, sight.person_id)]
    grants = Grant.objects.live(clock.now()).filter(person=sight.person_id, contact__in=contacts)
    grants = grants.filter(topic__in=sight.review_topics or ()).order_by("topic", "basis")
    openings = Opening.objects.filter(grant__in=grants).select_related("permission", "override")
    opened = {opening.grant_id: opening for opening in openings}
    return [_mine(grant, opened.get(grant.pk)) for grant in grants]


def said_no_to(sight: Sight) -> frozenset[str]:
    """Topics of which the person themself said that this circle member sees nothing, and where that is what counts. Two queries."""
    contacts = [link.contact_id for link in circle.links(sight.actor, sight.person_id)]
    back = Withdrawal.objects.current().filter(permission=OuterRef("pk"))
    rows = SharingPermission.objects.current().filter(person=sight.person_id, contact__in=contacts, standing=Standing.VALID)
    latest = {row.about: row for row in rows.annotate(taken_back=Exists(back)).order_by("sequence")}
    by_person = [row for row in latest.values() if row.given_by == GivenBy.PERSON and not row.taken_back]
    return frozenset(row.about for row in by_person if row.level == Level.NO)


def _mine(grant: Grant, opening: Opening | None) -> Mine:
    given, override = (opening.permission, opening.override) if opening else (None, None)
    because = "" if grant.basis == GrantBasis.OVERRIDE else grant.because
    again = Shared(given, is_open=True).ask_again_on if given else None
    return Mine(
        grant.topic,
        grant.level,
        grant.basis,
        given.given_by if given else "",
        because,
        grant.until_at,
        again,
        override.kind if override else "",
    )
