"""An assessment as the law asks about it: rows to plain values. Used by actions and import."""

from collections.abc import Iterable

from throughline.base import clock
from throughline.base.written import NOW, Written
from throughline.people.choices import ContactKind
from throughline.people.models import Contact

from .choices import Fluctuates
from .law import capacity
from .models import CapacityAssessment, SupportTried


def as_assessed(row: CapacityAssessment, information: int, tried: Iterable[SupportTried], written: Written = NOW) -> capacity.Assessed:
    """An assessment and what belongs to it, as plain values."""
    return capacity.Assessed(
        doubted_because=row.doubted_because,
        abilities={name: (getattr(row, name), getattr(row, f"{name}_seen")) for name in capacity.ABILITIES},
        impairment=row.impairment,
        causal_link=row.causal_link,
        information=information,
        tried=tuple(capacity.Tried(each.on) for each in tried),
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
