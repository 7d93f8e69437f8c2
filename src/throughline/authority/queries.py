"""Questions about who can decide by law, advance refusals and advocates."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from throughline.base.clock import day_of
from throughline.base.errors import NotFound
from throughline.base.lives import is_taken_back
from throughline.base.models import Amendment
from throughline.people.models import PersonRow
from throughline.people.queries import only, owner
from throughline.people.sight import Sight

from . import law
from .choices import AdvocateKind, StepKind
from .models import AdvanceRefusal, Advocacy, AdvocacyStep, Authority, AuthorityEnded, Holder, Proof, RefusalAnswer, RefusalSent


@dataclass(frozen=True, slots=True)
class Papers:
    """An authority with what was seen of it, the oldest first, and how it ended."""

    authority: Authority
    proofs: tuple[Proof, ...]
    ended: AuthorityEnded | None
    mistaken: bool = False

    def held(self, on: date) -> law.Held:
        """As the law asks about it, on a day."""
        row = self.authority
        return law.Held(
            kind=row.kind,
            areas=frozenset(row.areas),
            registered=row.registered_on is not None and self._shows(row.registered_on, on),
            proven=any(self._shows(proof.seen_on, on) for proof in self.proofs),
            starts_on=row.starts_on,
            expires_on=row.expires_on,
            ended_on=self.ended.on if self.ended else None,
            how_act=row.how_act,
            holders=len(originals(row)),
            usable_while_able=row.usable_while_able,
            mistaken=self.mistaken,
            life_sustaining=row.life_sustaining,
            made_on=row.made_on,
        )

    def _shows(self, day: date, on: date) -> bool:
        return day <= on and law.is_of_papers(day, self.authority.made_on)

    def is_over(self, on: date) -> bool:
        """Whether it has ended or run out by a day."""
        last = self.authority.expires_on
        return (self.ended is not None and self.ended.on <= on) or (last is not None and last < on)


def originals(authority: Authority) -> list[Holder]:
    """The holders who act now; replacements wait."""
    return [holder for holder in authority.holders.all() if not holder.replacement]


# --- who can decide by law ---


def _authorities(sight: Sight) -> Any:
    holders = Prefetch("holders", Holder.objects.select_related("contact").order_by("replacement", "contact__name"))
    return Authority.objects.visible_to(sight).select_related("person", "author").prefetch_related(holders)


def authorities(sight: Sight, as_at: datetime | None = None) -> list[Authority]:
    """What is written down of authorities, ended ones too, the newest first."""
    return list(_authorities(sight).current(as_at).order_by("-sequence"))


def authority(sight: Sight, authority_id: UUID) -> Authority:
    """One authority, as it was written down in that row."""
    return only(_authorities(sight), authority_id)


def papers(sight: Sight, as_at: datetime | None = None) -> list[Papers]:
    """Every authority with what was seen of it and how it ended."""
    return _with_papers(authorities(sight, as_at), as_at)


def papers_about(person_id: UUID, as_at: datetime | None = None) -> list[Papers]:
    """Every authority about a person, for what is worked out from them and shown to whoever may see that. Four queries."""
    rows = Authority.objects.current(as_at).filter(person=person_id).prefetch_related(Prefetch("holders", Holder.objects.order_by("pk")))
    return _with_papers(list(rows.order_by("-sequence")), as_at)


def papers_of(row: Authority) -> Papers:
    """One authority with what was seen of it and how it ended."""
    return _with_papers([row], None)[0]


def _with_papers(rows: Collection[Authority], as_at: datetime | None) -> list[Papers]:
    ids = [row.pk for row in rows]
    seen = _grouped(Proof.objects.current(as_at).filter(authority__in=ids).select_related("author", "file"), "authority_id")
    ended = _grouped(AuthorityEnded.objects.current(as_at).filter(authority__in=ids).select_related("author"), "authority_id")
    return [Papers(row, tuple(seen[row.pk]), next(iter(ended[row.pk]), None)) for row in rows]


def _grouped(rows: "QuerySet[Any]", key: str) -> dict[UUID, list[Any]]:
    """Rows by what they are of, in their order."""
    grouped = defaultdict(list)
    for row in rows.order_by("sequence"):
        grouped[getattr(row, key)].append(row)
    return grouped


def as_held(row: Authority | None, on: date, written_by: datetime | None = None) -> law.Held | None:
    """An authority as the law asks about it on a day: what was registered, seen and ended by then. None for none.

    written_by: as it was written down by a moment of the authors' clocks, for what is judged later; None for as it stands.
    """
    if row is None:
        return None
    seen, ended = (Model.objects.written_by(written_by).filter(authority=row).order_by("sequence") for Model in (Proof, AuthorityEnded))
    return Papers(row, tuple(seen), ended.first(), is_taken_back(row, written_by)).held(on)


def attorneys_for(sight: Sight, area: str, on: date) -> list[Authority]:
    """Whose authority reaches a part of life on a day, if the person cannot decide the question and all who have to act do."""
    return [each.authority for each in papers(sight) if carries(each, area, on)]


def carries(each: Papers, area: str, on: date, *, person_is_able: bool = False) -> bool:
    """Whether an authority would carry a decision about a part of life on a day, made by all who hold it."""
    return _carried_by_all(each.held(on), area, on, person_is_able)


def _carried_by_all(held: law.Held, area: str, on: date, person_is_able: bool = False) -> bool:
    return not law.faults(held, area=area, on=on, acting=held.holders, person_is_able=person_is_able)


def others_decide(person_id: UUID, area: str, on: date, *, kinds: Collection[str], written_by: datetime | None = None) -> bool:
    """Whether somebody's papers of these kinds cover a part of life on a day, so that it is theirs. written_by: as in `as_held`."""
    rows = Authority.objects.written_by(written_by).filter(person=person_id, kind__in=kinds).prefetch_related("holders")
    held = (as_held(row, on, written_by) for row in rows)
    return any(each is not None and _carried_by_all(each, area, on) for each in held)


def held_by(person_id: UUID, contacts: Collection[UUID], on: date) -> list[Papers]:
    """The papers that some contacts hold and that reach something on a day, for themselves: of nobody else's anything is answered."""
    holders = Prefetch("holders", Holder.objects.select_related("contact"))
    mine = Authority.objects.current().filter(person=person_id, holders__contact__in=contacts, holders__replacement=False).distinct()
    found = _with_papers(list(mine.prefetch_related(holders)), None)
    return [each for each in found if reached(each, on)]


def reached(each: Papers, on: date) -> frozenset[str]:
    """The parts of life about which an authority would carry a decision on a day."""
    return frozenset(area for area in each.authority.areas if carries(each, area, on))


person_of_authority = partial(owner, Authority)


# --- advance refusals ---


@dataclass(frozen=True, slots=True)
class Sending:
    """That a refusal was sent, and what was answered, the oldest first."""

    sent: RefusalSent
    answers: tuple[RefusalAnswer, ...]


def refusals(sight: Sight, as_at: datetime | None = None) -> list[AdvanceRefusal]:
    """What the person said beforehand that they refuse, the newest first. Never judged here."""
    return list(AdvanceRefusal.objects.visible_to(sight).current(as_at).select_related("author").order_by("-sequence"))


def refusals_waiting(person_id: UUID, since: datetime, written_by: datetime | None = None) -> list[AdvanceRefusal]:
    """What the person refused beforehand and was sent to no clinician since a moment. written_by: as in `as_held`."""
    sent = RefusalSent.objects.written_by(written_by).filter(person=person_id, occurred_at__gte=since)
    rows = AdvanceRefusal.objects.written_by(written_by).filter(person=person_id)
    return list(rows.exclude(pk__in=sent.values("refusal")))


def withdrawn_refusals(sight: Sight, as_at: datetime | None = None) -> list[AdvanceRefusal]:
    """Refusals that the person took back, as the rows that say so."""
    rows = AdvanceRefusal.objects.visible_to(sight).had_by(as_at).filter(amendment=Amendment.WITHDRAWN)
    return list(rows.select_related("author").order_by("-sequence"))


def refusal(sight: Sight, refusal_id: UUID) -> AdvanceRefusal:
    """One advance refusal."""
    return only(AdvanceRefusal.objects.visible_to(sight).select_related("person", "author"), refusal_id)


def sendings(rows: Iterable[AdvanceRefusal], as_at: datetime | None = None) -> dict[UUID, list[Sending]]:
    """To whom refusals were sent, with what they answered."""
    sent = RefusalSent.objects.current(as_at).filter(refusal__in=[row.pk for row in rows]).select_related("author", "contact")
    by_refusal = _grouped(sent, "refusal_id")
    ids = [each.pk for group in by_refusal.values() for each in group]
    answers = _grouped(RefusalAnswer.objects.current(as_at).filter(sent__in=ids).select_related("author"), "sent_id")
    return {key: [Sending(each, tuple(answers[each.pk])) for each in group] for key, group in by_refusal.items()}


def sending(sight: Sight, sent_id: UUID) -> RefusalSent:
    """One sending of a refusal."""
    return only(RefusalSent.objects.visible_to(sight).select_related("person", "refusal"), sent_id)


person_of_refusal = partial(owner, AdvanceRefusal)

person_of_sending = partial(owner, RefusalSent)


# --- advocates ---


@dataclass(frozen=True, slots=True)
class Advocate:
    """An advocate's work with the person and what came of it, the oldest step first."""

    advocacy: Advocacy
    steps: tuple[AdvocacyStep, ...]

    @property
    def contact(self) -> Any:
        """Who it is: the last who said yes; None while nobody is found."""
        named = [step.contact for step in self.steps if step.contact]
        return named[-1] if named else self.advocacy.contact

    @property
    def ended(self) -> AdvocacyStep | None:
        """The step by which the work ended; None while it goes on."""
        return next((step for step in self.steps if step.kind == StepKind.ENDED), None)


def advocates(sight: Sight, as_at: datetime | None = None) -> list[Advocate]:
    """Advocates of the person, asked for, at work or ended; the newest first."""
    rows = Advocacy.objects.visible_to(sight).current(as_at).select_related("person", "author", "contact").order_by("-sequence")
    return _with_steps(list(rows), as_at)


def advocate(sight: Sight, advocacy_id: UUID) -> Advocate:
    """One advocate's work with the person."""
    row = only(Advocacy.objects.visible_to(sight).select_related("person", "author", "contact"), advocacy_id)
    return _with_steps([row], None)[0]


def imca_asked_for(person_id: UUID, area: str, on: date, *, written_by: datetime | None = None) -> bool:
    """Whether an independent mental capacity advocate was asked for by a day, for a part of life or for all, and still works then.

    written_by: as in `as_held`. Two queries at most.
    """
    rows = Advocacy.objects.written_by(written_by).filter(person=person_id, kind=AdvocateKind.IMCA, area__in=("", area))
    asked = [row.pk for row in rows if (row.referred_on or day_of(row.occurred_at)) <= on]
    ended = AdvocacyStep.objects.written_by(written_by).filter(advocacy__in=asked, kind=StepKind.ENDED, on__lt=on)
    return len(asked) > ended.values("advocacy").distinct().count() if asked else False


def _with_steps(rows: Collection[Advocacy], as_at: datetime | None) -> list[Advocate]:
    found = AdvocacyStep.objects.current(as_at).filter(advocacy__in=[row.pk for row in rows]).select_related("author", "contact")
    steps = _grouped(found, "advocacy_id")
    return [Advocate(row, tuple(steps[row.pk])) for row in rows]


person_of_advocacy = partial(owner, Advocacy)


# --- any row here ---

TABLES: dict[str, Any] = {
    "authority": Authority,
    "seen": Proof,
    "ended": AuthorityEnded,
    "refusal": AdvanceRefusal,
    "sent": RefusalSent,
    "answer": RefusalAnswer,
    "advocate": Advocacy,
    "step": AdvocacyStep,
}


def row(sight: Sight, table: str, row_id: UUID) -> PersonRow:
    """One row of a table by the table's short name; NotFound when there is none."""
    if table not in TABLES:
        raise NotFound
    return only(TABLES[table].objects.visible_to(sight).select_related("person"), row_id)


def later(sight: Sight, of: PersonRow) -> Any:
    """The row that amended a row; None while it stands."""
    return type(of).objects.visible_to(sight).filter(amends=of.pk).first()


def has_ended(of: PersonRow) -> bool:
    """Whether a row says itself that what it amends counts no more."""
    return of.amendment in Amendment.ends()
