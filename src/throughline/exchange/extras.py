"""What single tables ask of a row besides their columns: numbers with check digits, checksums, times that must lie behind us."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from django.db import models

from throughline.accounts.models import User
from throughline.agreements import law as agreements_law
from throughline.agreements.models import (
    AgreementAnswer,
    AreaPart,
    Disclosure,
    NotToBeTold,
    Override,
    SharingPermission,
    StatutoryAccess,
)
from throughline.base import checks, clock
from throughline.base.models import Amendment, Recorded, Topic
from throughline.base.storage import NAME
from throughline.decisions import law as decisions_law
from throughline.decisions.choices import Ground
from throughline.decisions.law import authorisation, capacity, liberty
from throughline.decisions.models import CapacityAssessment, Decision, LibertyAuthorisation, LibertyReview, Question
from throughline.people.models import File, Person
from throughline.people.nhs_number import is_nhs_number, plain
from throughline.plan import law as plan_law
from throughline.plan.models import Publication
from throughline.practice.choices_upset import Before, Toward, Trigger
from throughline.practice.models import Upset

from .faults import described

# Worked out when the row is kept, so that a folder may leave them out.
MADE_BY_THE_LAW = frozenset({"standing", "faults"})
DAYS_BEHIND_US = ("day", "born_on", "died_on", "seen_on")
MOMENTS_BEHIND_US = ("recorded_at", "received_at")

Found = Iterator[tuple[str, str]]


def prepare(row: models.Model) -> None:
    """Write a value as we keep it: an NHS number without spaces, an address in small letters, no password."""
    if isinstance(row, Person) and row.nhs_number:
        row.nhs_number = plain(row.nhs_number)
    if isinstance(row, User):
        row.email = (row.email or "").lower()
        row.set_unusable_password()


def faults(row: models.Model, now: datetime) -> dict[str, str]:
    """What is expected instead, by field."""
    found: dict[str, str] = {}
    for kind, check in CHECKS:
        if isinstance(row, kind):
            found |= dict(check(row))
    return found | dict(_behind_us(row, now))


def shown(name: str, value: Any) -> str:
    """A value in a fault; an NHS number only by its length."""
    return f"{len(value)} characters" if name == "nhs_number" and isinstance(value, str) else described(value)


def _behind_us(row: models.Model, now: datetime) -> Found:
    for name in MOMENTS_BEHIND_US:
        if (moment := getattr(row, name, None)) is not None and moment > now + checks.CLOCK_SKEW:
            yield name, "a time that lies behind us"
    for name in DAYS_BEHIND_US:
        if (day := getattr(row, name, None)) is not None and day > clock.day_of(now):
            yield name, "a day that is not still to come"


def _of_recorded(row: Any) -> Found:
    if (row.amends_id is None) != (row.amendment == Amendment.NONE):
        yield "amends", "both amends and amendment, or neither"
    if row.amends_id is not None and row.amends_id == row.pk:
        yield "amends", "another row"
    if row.amendment in Amendment.with_reason() and not (row.reason or "").strip():
        yield "reason", "a reason, which this kind of amendment has"


def _of_person(row: Person) -> Found:
    if row.nhs_number and not is_nhs_number(row.nhs_number):
        yield "nhs_number", "an NHS number, whose last digit fits the others, or nothing"


def _of_file(row: File) -> Found:
    if row.sha256 is not None and not NAME.fullmatch(row.sha256):
        yield "sha256", "a SHA-256 checksum: 64 hexadecimal digits in small letters"


# The codes that each table with a standing may carry.
LAWS: dict[type, Mapping[str, Any]] = {
    CapacityAssessment: capacity.FAULTS,
    Decision: decisions_law.FAULTS,
    LibertyReview: liberty.FAULTS,
    LibertyAuthorisation: authorisation.AUTHORISATION_FAULTS,
    AreaPart: agreements_law.FAULTS,
    AgreementAnswer: agreements_law.FAULTS,
    SharingPermission: agreements_law.FAULTS,
    StatutoryAccess: agreements_law.FAULTS,
    Override: agreements_law.FAULTS,
    Disclosure: agreements_law.FAULTS,
    Publication: plan_law.FAULTS,
}


def _of_law(row: Any) -> Found:
    if not set(row.faults or ()) <= LAWS[type(row)].keys():
        yield "faults", "codes of the law"


def _of_topics(row: Any) -> Found:
    if not set(row.topics or ()) <= set(Topic.values):
        yield "topics", f"a list of topics: {', '.join(Topic.values)}"


def _of_question(row: Question) -> Found:
    if not set(row.shares or ()) <= set(Topic.values):
        yield "shares", f"a list of topics: {', '.join(Topic.values)}"


def _of_review(row: LibertyReview) -> Found:
    if not set(row.grounds or ()) <= set(Ground.values):
        yield "grounds", f"some of: {', '.join(Ground.values)}"


def _of_upset(row: Upset) -> Found:
    for name, known in (("slow", Before), ("fast", Trigger), ("toward", Toward)):
        if not set(getattr(row, name) or ()) <= set(known.values):
            yield name, f"some of: {', '.join(known.values)}"


CHECKS: tuple[tuple[type, Callable[[Any], Found]], ...] = (
    (Recorded, _of_recorded),
    (Person, _of_person),
    (File, _of_file),
    (NotToBeTold, _of_topics),
    (StatutoryAccess, _of_topics),
    (Override, _of_topics),
    (Disclosure, _of_topics),
    *((table, _of_law) for table in LAWS),
    (LibertyReview, _of_review),
    (Upset, _of_upset),
    (Question, _of_question),
)
