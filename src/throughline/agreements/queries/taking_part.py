"""Questions about who takes part in what, and who is there for the person."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import Model, QuerySet

from throughline.authority.law import Held
from throughline.authority.models import Authority
from throughline.authority.models.lost import first_of, lost_authority
from throughline.authority.queries import Papers, as_held, originals, papers_about
from throughline.base import clock
from throughline.base.errors import NotFound
from throughline.decisions.choices import Standing
from throughline.people.models import Contact, PersonRow
from throughline.people.queries import only, owner
from throughline.people.sight import Sight

from .. import law
from ..choices import PartVerdict
from ..models import AreaPart, Disclosure, EmotionalSupport, PartEnded, PartReview

WITH_PART = ("person", "author", "contact", "staff", "voice", "authority")


@dataclass(frozen=True, slots=True)
class Taking:
    """A part with what came of looking at it again, the oldest first, and how it ended.

    no_longer: the codes of why no authority lets them decide any more, for one that was valid when it was written.
    """

    part: AreaPart
    reviews: tuple[PartReview, ...]
    ended: PartEnded | None
    no_longer: tuple[str, ...] = ()

    @property
    def runs(self) -> bool:
        """Whether somebody has this part now."""
        return self.ended is None and self.is_valid

    @property
    def is_valid(self) -> bool:
        """Whether it takes effect; who decides does so for as long as an authority lets them, and no longer."""
        return self.part.standing == Standing.VALID and not self.part.lost and not self.no_longer

    @property
    def has_lapsed(self) -> bool:
        """Whether what let them decide is gone, and nobody has said yet who does it from then on."""
        return self.ended is None and self.part.standing == Standing.VALID and not self.is_valid

    @property
    def why_not(self) -> list[str]:
        """The codes of why it takes no effect."""
        return [*self.part.faults, *([self.part.lost] if self.part.lost else self.no_longer)]

    @property
    def looked_at(self) -> int:
        """The number of the event at which somebody last looked whether it is right."""
        return self.reviews[-1].sequence if self.reviews else self.part.sequence

    @property
    def look_again_on(self) -> date:
        """When it is looked at again."""
        return self.reviews[-1].look_again_on if self.reviews else self.part.look_again_on

    @property
    def is_to_change(self) -> bool:
        """Whether somebody said that it has to change, and it has not yet."""
        return bool(self.reviews) and self.reviews[-1].verdict == PartVerdict.CHANGE


def parts(sight: Sight, as_at: datetime | None = None) -> list[Taking]:
    """Every part that was not amended, the newest first; ended ones and those that are not valid too.

    Three queries, and four more where somebody decides.
    """
    rows = _with_lost(AreaPart.objects.visible_to(sight).current(as_at), as_at).select_related(*WITH_PART).order_by("-sequence")
    return _taking(list(rows), as_at)


def _with_lost(rows: "QuerySet[Any]", as_at: datetime | None) -> "QuerySet[Any]":
    """Each with why the authority on which it rests carries it no more."""
    return rows.annotate(lost=first_of(*lost_authority("recorded_at", as_at)))


def part(sight: Sight, part_id: UUID) -> Taking:
    """One part."""
    return _taking([only(_with_lost(AreaPart.objects.visible_to(sight), None).select_related(*WITH_PART), part_id)], None)[0]


def _taking(rows: list[AreaPart], as_at: datetime | None) -> list[Taking]:
    ids = [row.pk for row in rows]
    reviews = _by(PartReview.objects.current(as_at).filter(part__in=ids).select_related("author", "voice"), "part_id")
    ended = _by(PartEnded.objects.current(as_at).filter(part__in=ids).select_related("author", *_REPLACED), "part_id")
    gone = _no_longer(rows, as_at)
    return [Taking(row, tuple(reviews[row.pk]), next(iter(ended[row.pk]), None), gone.get(row.pk, ())) for row in rows]


def _no_longer(rows: list[AreaPart], as_at: datetime | None) -> dict[UUID, tuple[str, ...]]:
    """By part in which somebody decides, why nothing lets them on that day. Four queries, where there is such a part."""
    deciding = [row for row in rows if row.part == law.DECIDES and row.standing == Standing.VALID]
    if not deciding:
        return {}
    on, papers = clock.day_of(as_at) if as_at else clock.today(), papers_about(deciding[0].person_id, as_at)
    return {row.pk: _of_papers(row, [each for each in papers if _holds(row, each)], on) for row in deciding}


def _holds(row: AreaPart, papers: Papers) -> bool:
    return any(holder.contact_id == row.contact_id for holder in originals(papers.authority))


def _of_papers(row: AreaPart, held: list[Papers], on: date) -> tuple[str, ...]:
    """Empty when one of them carries it; else what is wrong with the latest."""
    found = [law.part_faults(part=row.part, area=row.area, held=each.held(on), is_holder=True, on=on) for each in held]
    nothing = law.part_faults(part=row.part, area=row.area, held=None, is_holder=False, on=on)
    return () if () in found else next(iter(found), nothing)


_REPLACED = ("replaced_by__contact", "replaced_by__staff")


def _by(rows: "QuerySet[Any]", key: str) -> dict[UUID, list[Any]]:
    grouped = defaultdict(list)
    for row in rows.order_by("sequence"):
        grouped[getattr(row, key)].append(row)
    return grouped


@dataclass(frozen=True, slots=True)
class Support:
    """That somebody is there for the person, and how that ended."""

    row: EmotionalSupport
    ended: PartEnded | None


def supports(sight: Sight, as_at: datetime | None = None) -> list[Support]:
    """Who is there for the person, ended too, the newest first. Two queries."""
    rows = list(
        EmotionalSupport.objects.visible_to(sight).current(as_at).select_related("contact", "staff", "author").order_by("-sequence")
    )
    ended = _by(PartEnded.objects.current(as_at).filter(support__in=[row.pk for row in rows]).select_related("author"), "support_id")
    return [Support(row, next(iter(ended[row.pk]), None)) for row in rows]


def support(sight: Sight, support_id: UUID) -> EmotionalSupport:
    """That one of them is there for the person."""
    return only(EmotionalSupport.objects.visible_to(sight).select_related("person", "contact", "staff"), support_id)


@dataclass(frozen=True, slots=True)
class ByLaw:
    """The authority that lets a contact decide about a part of life; what is wrong with it, when it does not."""

    authority: Authority | None
    held: Held | None
    faults: tuple[str, ...]


def by_law(contact: Contact | None, area: str, on: date) -> ByLaw:
    """On what a contact's deciding about a part of life rests on a day: an authority that carries it, else the latest that does not."""
    found = [_by_law(row, area, on) for row in _held_by(contact)] if contact is not None else []
    nothing = ByLaw(None, None, law.part_faults(part=law.DECIDES, area=area, held=None, is_holder=False, on=on))
    return next((each for each in found if not each.faults), found[0] if found else nothing)


def _by_law(row: Authority, area: str, on: date) -> ByLaw:
    held = as_held(row, on)
    return ByLaw(row, held, law.part_faults(part=law.DECIDES, area=area, held=held, is_holder=True, on=on))


def _held_by(contact: Contact) -> list[Authority]:
    """Authorities that a contact holds and that stand; replacements hold nothing yet. The newest first."""
    rows = Authority.objects.current().filter(person=contact.person_id, holders__contact=contact, holders__replacement=False)
    return list(rows.order_by("-sequence"))


def decided_by_law(contact: Contact | None, areas: Iterable[str], on: date) -> frozenset[str]:
    """The parts of life, among some, in which an authority lets a contact decide on a day."""
    return frozenset(area for area in areas if not by_law(contact, area, on).faults)


def stands(row: PersonRow) -> bool:
    """Whether a row was not amended by a later one, and is no ending itself."""
    return type(row).objects.current().filter(pk=row.pk).exists()


TABLES: dict[str, type[PersonRow]] = {
    "part": AreaPart,
    "support": EmotionalSupport,
    "review": PartReview,
    "ended": PartEnded,
    "told": Disclosure,
}


def of_table(sight: Sight, table: str, row_id: UUID) -> Any:
    """One row by its table's short name; NotFound when there is none."""
    if table not in TABLES:
        raise NotFound
    rows: QuerySet[Model] = TABLES[table].objects.visible_to(sight).select_related("person")
    return only(rows, row_id)


person_of_part = partial(owner, AreaPart)

person_of_support = partial(owner, EmotionalSupport)
