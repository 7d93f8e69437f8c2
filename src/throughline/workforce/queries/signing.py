"""Key routines, and who is signed off for them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from throughline.access import scope
from throughline.access.queries import team_of
from throughline.access.roles import Act
from throughline.accounts.models import User
from throughline.decisions.choices import Standing as PublicationStanding
from throughline.people.queries import only, owner
from throughline.people.sight import Sight
from throughline.plan.choices import Course
from throughline.plan.models import Item, Publication

from .. import law
from ..models import KeyRoutine, NewSignOff, SignOff
from .cards import TEAM, in_force


def key_routines(people: Collection[UUID], audiences: Collection[str]) -> dict[UUID, KeyRoutine]:
    """The key routines of some people, by item. One query."""
    rows = KeyRoutine.objects.current().filter(person__in=people, audience__in=audiences, is_key=True)
    return {row.item_id: row for row in rows.order_by("sequence")}


def key_of(sight: Sight, item: Item) -> KeyRoutine | None:
    """What makes a card a key routine, if it is one. One query."""
    return (
        KeyRoutine.objects.visible_to(sight)
        .current()
        .filter(item=item, is_key=True)
        .select_related("item", "person")
        .order_by("-sequence")
        .first()
    )


def publications(sight: Sight, item: Item) -> list[Publication]:
    """The log of a card's publications, the newest first; each has `is_key`, whether the card is a key routine. One query."""
    key = KeyRoutine.objects.current().filter(item=OuterRef("item"), is_key=True)
    rows = Publication.objects.visible_to(sight).current().filter(item=item).select_related("version", "decision", "author")
    return list(rows.annotate(is_key=Exists(key)).order_by("-sequence", "-received_at"))


@dataclass(frozen=True, slots=True)
class Signing:
    """Who is signed off for some items: the latest sign-off by item and worker, and the versions that need a new one."""

    latest: dict[tuple[UUID, UUID], SignOff]
    needing: dict[UUID, frozenset[int]]

    def standing(self, worker_id: UUID, publication: Publication, day: date) -> law.Standing:
        """Whether a worker is signed off, on a day, for a card in force. The card comes with its version."""
        version: Any = publication.version
        row = self.latest.get((publication.item_id, worker_id))
        counts = row is not None and not row.historic and row.author_id != row.worker_id  # nor what came in that nobody should have signed
        signed = law.Signed(row.version.number, row.result, row.until_on) if row is not None and counts else None
        return law.standing(signed, version.number, self.needing.get(publication.item_id, frozenset()), day)


def signing(items: Iterable[UUID], audiences: Collection[str]) -> Signing:
    """Two queries, and one for what publishers said."""
    asked = set(items)
    rows = SignOff.objects.current().filter(item__in=asked, audience__in=audiences).select_related("version", "worker", "author")
    latest = {(row.item_id, row.worker_id): row for row in rows.order_by("seen_on", "sequence")}
    return Signing(latest, _needing(asked))


def _needing(items: Collection[UUID]) -> dict[UUID, frozenset[int]]:
    """By item, the versions whose publication needs a new sign-off: all of which nobody said that it does not."""
    followed = Publication.objects.current().filter(item__in=items, course=Course.FOLLOWED, standing=PublicationStanding.VALID)
    fine = set(NewSignOff.objects.current().filter(publication__item__in=items, needed=False).values_list("publication_id", flat=True))
    found: dict[UUID, set[int]] = defaultdict(set)
    for publication, item, number in followed.values_list("pk", "item_id", "version__number"):
        if publication not in fine:
            found[item].add(number)
    return {item: frozenset(numbers) for item, numbers in found.items()}


def sign_offs(sight: Sight, item: Item) -> list[SignOff]:
    """Every sign-off that stands for a card, the newest first; earlier ones of the same worker too."""
    rows = SignOff.objects.visible_to(sight).current().filter(item=item).select_related("worker", "author", "version")
    return list(rows.order_by("-seen_on", "-sequence"))


def sign_off(sight: Sight, row_id: UUID) -> SignOff:
    """One sign-off, amended or not, with what was to be seen."""
    rows = SignOff.objects.visible_to(sight).select_related("worker", "author", "version", "item", "person", "voice__sound")
    return only(rows.prefetch_related("criteria"), row_id)


def as_seen(row: SignOff, met: Sequence[bool], author_id: UUID, today: date) -> law.Seen:
    """A sign-off as plain values, for the law."""
    return law.Seen(
        is_own=row.worker_id == author_id,
        method=row.method,
        result=row.result,
        seen_on=row.seen_on,
        until_on=row.until_on,
        today=today,
        has_agreement=bool(row.agreed_words.strip()),
        all_met=bool(met) and all(met),
        has_conditions=bool(row.conditions.strip()),
    )


def is_standing(row: SignOff) -> bool:
    """Whether a sign-off was neither amended nor taken back. One query."""
    return SignOff.objects.current().filter(pk=row.pk).exists()


def workers(sight: Sight) -> list[User]:
    """Whom the actor could sign off: the person's team, without the actor. One query."""
    return [user for user in team_of(sight) if user.pk != sight.actor.pk]


def overview(actor: Any) -> tuple[list[Publication], dict[UUID, KeyRoutine], Signing]:
    """The key routines in force of everybody for whom an actor may sign somebody off, and who is signed off. Five queries."""
    people = list(scope.people_visible_to(actor, Act.SIGN_OFF).values_list("pk", flat=True))
    keys = key_routines(people, TEAM)
    cards = in_force({key.person_id for key in keys.values()}, TEAM).filter(item__in=keys).order_by("person__name", "item__number")
    return list(cards), keys, signing(keys, TEAM)


person_of_sign_off = partial(owner, SignOff)
