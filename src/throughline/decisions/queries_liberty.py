"""Questions about liberty: what was concluded, what authorises it, what opened it again, what stands on a day."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import Prefetch

from throughline.access import keys
from throughline.access.roles import ROLES, Act
from throughline.base import clock
from throughline.base.lives import TakenBack
from throughline.people.models import Person, Stay
from throughline.people.queries import only, owner
from throughline.people.sight import Sight

from .choices import Standing
from .law import authorisation as authorising
from .law import liberty
from .models import (
    ConditionMet,
    LibertyAuthorisation,
    LibertyAuthorisationEnded,
    LibertyCondition,
    LibertyObjection,
    LibertyReview,
    LibertyWish,
    LookedAt,
)


def concluded(review: LibertyReview, wishes: Collection[LibertyWish], on: date, *, objected_before: bool) -> liberty.Concluded:
    """A review as the law asks about it."""
    role = ROLES.get(review.concluded_as)
    return liberty.Concluded(
        conclusion=review.conclusion,
        reasons=review.reasons,
        grounds=frozenset(review.grounds),
        feelings=frozenset(each.feeling for each in wishes),
        no_wishes_because=review.no_wishes_because,
        consistent=review.consistent,
        role_may=role is not None and Act.LIBERTY in role.acts,
        on=on,
        look_again_by=review.look_again_by,
        test=review.test,
        objected_before=objected_before,
        objection_answer=review.objection_answer,
    )


def objected_since(person_id: UUID, since: datetime | None, written_by: datetime | None = None) -> bool:
    """Whether the person objected since a moment, which is that of the review before; at all, for None."""
    rows = LibertyObjection.objects.written_by(written_by).filter(person=person_id)
    return (rows if since is None else rows.filter(recorded_at__gt=since)).exists()


def last_reviewed(person_id: UUID) -> datetime | None:
    """When the last review that counts was written down."""
    rows = LibertyReview.objects.current().filter(person=person_id, standing=Standing.VALID)
    return rows.order_by("-occurred_at", "-recorded_at").values_list("recorded_at", flat=True).first()


def granted(row: LibertyAuthorisation) -> authorising.Granted:
    """An authorisation as the law asks about it."""
    before = _before(row.extends, row) if row.extends else None
    return authorising.Granted(row.kind, row.from_on, row.until_on, before, homes_on(row.person_id, row.from_on), row.in_hospital)


def homes_on(person_id: UUID, day: date) -> frozenset[str]:
    """The kinds of the services that support a person on a day. One query."""
    return frozenset(Stay.objects.on(day).filter(person=person_id).values_list("service__kind", flat=True))


def _before(extended: LibertyAuthorisation, by: LibertyAuthorisation) -> authorising.Before:
    others = LibertyAuthorisation.objects.current().filter(extends=extended).exclude(pk=by.pk)
    earlier = others.filter(recorded_at__lt=by.recorded_at) if by.recorded_at else others
    return authorising.Before(extended.kind, extended.until_on, extended.extends_id is not None, earlier.exists())


def roles_of(user: Any, person: Person) -> list[str]:
    """The roles that somebody has for a person today and that let them conclude, in the order of the roles."""
    held = keys.roles_found(user, person.pk)
    return [code for code, role in ROLES.items() if code in held and Act.LIBERTY in role.acts]


# --- what stands ---


def liberty_stands(person: Person, on: date, as_at: datetime | None = None) -> liberty.LibertyStanding:
    """What stands about a person's liberty on a day. Five queries; asked by the plan before it lets anything limit the person."""
    reviews = [_reviewed(each) for each in _reviews(person.pk, as_at) if each.standing == Standing.VALID]
    return liberty.standing(reviews, _in_date(person.pk, as_at), _objected_at(person.pk, as_at, on), on)


def _reviews(person_id: UUID, as_at: datetime | None) -> Sequence[LibertyReview]:
    return list(LibertyReview.objects.current(as_at).filter(person=person_id).prefetch_related("looked_at"))


def _reviewed(row: LibertyReview) -> liberty.Reviewed:
    looked_at = frozenset(each.decision_id for each in row.looked_at.all())
    return liberty.Reviewed(row.conclusion, row.test, clock.day_of(row.occurred_at), row.recorded_at, row.look_again_by, looked_at)


def _in_date(person_id: UUID, as_at: datetime | None) -> list[liberty.InDate]:
    rows = LibertyAuthorisation.objects.current(as_at).filter(person=person_id, standing=Standing.VALID, in_hospital=False)
    rows = rows.exclude(TakenBack("extends", LibertyAuthorisation, as_at))  # nothing is made longer that never was
    ended = dict(LibertyAuthorisationEnded.objects.current(as_at).filter(person=person_id).values_list("authorisation_id", "on"))
    return [liberty.InDate(row.from_on, row.until_on, ended.get(row.pk)) for row in rows]


def _objected_at(person_id: UUID, as_at: datetime | None, on: date) -> list[datetime]:
    rows = LibertyObjection.objects.current(as_at).filter(person=person_id, recorded_at__lte=clock.end_of(on))
    return list(rows.values_list("recorded_at", flat=True))


def liberty_open(sight: Sight, as_at: datetime | None = None, on: date | None = None) -> liberty.LibertyStanding | None:
    """What stands, when somebody has to look at it: never looked at and objected to, opened again, out of time, or superseded."""
    stands = liberty_stands(sight.person, on or (clock.day_of(as_at) if as_at else clock.today()), as_at)
    return stands if stands.state in ("open", "superseded") or stands.objects else None


# --- for pages ---


def reviews(sight: Sight, as_at: datetime | None = None) -> list[LibertyReview]:
    """Liberty reviews of the person, the newest first; those that do not count too."""
    rows = LibertyReview.objects.visible_to(sight).current(as_at).select_related("author", "concluded_by")
    return list(rows.prefetch_related(_wishes(), _looked_at()).order_by("-occurred_at", "-sequence"))


def _wishes() -> Any:
    return Prefetch("wishes", LibertyWish.objects.select_related("voice", "voice__author"))


def _looked_at() -> Any:
    return Prefetch("looked_at", LookedAt.objects.select_related("decision"))


def review(sight: Sight, review_id: UUID, as_at: datetime | None = None) -> LibertyReview:
    """One liberty review."""
    rows = LibertyReview.objects.visible_to(sight).had_by(as_at).select_related("person", "author", "concluded_by")
    return only(rows.prefetch_related(_wishes(), _looked_at()), review_id)


def objections(sight: Sight, as_at: datetime | None = None) -> list[LibertyObjection]:
    """Objections of the person, the newest first."""
    rows = LibertyObjection.objects.visible_to(sight).current(as_at).select_related("author", "voice")
    return list(rows.order_by("-recorded_at"))


def authorisations(sight: Sight, as_at: datetime | None = None) -> list[LibertyAuthorisation]:
    """What authorised that the person's liberty is taken away, the newest first."""
    rows = LibertyAuthorisation.objects.visible_to(sight).current(as_at).select_related("author").prefetch_related("conditions")
    return list(rows.order_by("-from_on", "-sequence"))


def authorisation(sight: Sight, authorisation_id: UUID) -> LibertyAuthorisation:
    """One authorisation."""
    return only(LibertyAuthorisation.objects.visible_to(sight).select_related("person"), authorisation_id)


def condition(sight: Sight, condition_id: UUID) -> LibertyCondition:
    """One condition of an authorisation that may be seen."""
    seen = LibertyAuthorisation.objects.visible_to(sight)
    return only(LibertyCondition.objects.filter(authorisation__in=seen).select_related("person"), condition_id)


def met(sight: Sight, as_at: datetime | None = None) -> dict[UUID, list[ConditionMet]]:
    """What shows that conditions are met, by condition, the oldest first."""
    found = defaultdict(list)
    for row in ConditionMet.objects.visible_to(sight).current(as_at).select_related("author").order_by("sequence"):
        found[row.condition_id].append(row)
    return found


def ended(sight: Sight, as_at: datetime | None = None) -> dict[UUID, LibertyAuthorisationEnded]:
    """Which authorisations ended early."""
    rows = LibertyAuthorisationEnded.objects.visible_to(sight).current(as_at)
    return {row.authorisation_id: row for row in rows}


person_of_review = partial(owner, LibertyReview)
person_of_authorisation = partial(owner, LibertyAuthorisation)
person_of_condition = partial(owner, LibertyCondition)
