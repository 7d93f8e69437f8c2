"""An assessment as the law asks about it: rows to plain values. Used by actions and import."""

from collections.abc import Collection, Iterable

from throughline.base import clock
from throughline.base.written import NOW, Written
from throughline.people.choices import ContactKind
from throughline.people.models import Contact

from .choices import Fluctuates
from .law import capacity, weak
from .models import CapacityAssessment, SupportTried


def as_assessed(row: CapacityAssessment, information: int, tried: Iterable[SupportTried], written: Written = NOW) -> capacity.Assessed:
    """An assessment and what belongs to it, as plain values."""
    return capacity.Assessed(
        doubted_because=row.doubted_because,
        abilities={name: (getattr(row, name), getattr(row, f"{name}_seen")) for name in capacity.ABILITIES},
        impairment=row.impairment,
        causal_link=row.causal_link,
        information=information,
        tried=tuple(capacity.Tried(each.on, each.came_of_it) for each in tried),
        conclusion=row.conclusion,
        assessed_at=written.occurred_at or row.occurred_at or written.recorded_at or clock.now(),
        assessor_named=bool(row.assessor_contact_id or row.assessor_staff_id),
        fluctuates=row.fluctuates != Fluctuates.NO,
        best_times=row.best_times,
        review_by=row.review_by,
        assessor_is_family=is_family(row.assessor_contact),
    )


def is_family(contact: Contact | None) -> bool:
    """Whether somebody is in the person's life, and not there by profession."""
    return contact is not None and contact.kind != ContactKind.PROFESSIONAL


def warnings(row: CapacityAssessment, before: Collection[CapacityAssessment]) -> tuple[str, ...]:
    """Why an assessment is worth a second look. before: those of other questions, as `queries.assessed_before` finds them."""
    mine = as_assessed(row, row.information.count(), row.tried.all())
    at_once = sum(1 for each in before if _minute(each) == _minute(row))
    return weak.warnings(mine, earlier=[weak.evidence(as_assessed(each, 0, ())) for each in before], at_once=at_once)


def _minute(row: CapacityAssessment) -> object:
    return row.occurred_at.replace(second=0, microsecond=0)
