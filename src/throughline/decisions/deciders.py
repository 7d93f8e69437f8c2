"""Who decided for the person, and who could by law, as the law asks about it: rows to plain values. Used by actions and import."""

from collections.abc import Collection, Iterable
from datetime import date, datetime

from throughline.access import keys
from throughline.authority import law as authority_law
from throughline.authority.queries import imca_asked_for, others_decide, refusals_waiting
from throughline.base.clock import day_of

from .assessing import is_family
from .choices import Basis, Consulted
from .law import advocate
from .law.advocate import Heard
from .law.who import Decider
from .models import ActingHolder, Consultee, Decision, Question

CHILD_UNTIL = 16
REFUSABLE = frozenset({"treatment", "medication", "care"})  # where something refused beforehand may be what it is about


def decider(
    decision: Decision,
    decided_at: datetime,
    acting: Collection[ActingHolder],
    *,
    is_stranger: bool = False,
    written_by: datetime | None = None,
) -> Decider:
    """Who decided. is_stranger: asked where it is written down alone, as a folder need not say who worked where.

    written_by: as it was written down by a moment of the authors' clocks, for what is judged later.
    """
    if decision.basis not in (Basis.BEST_INTERESTS, Basis.ATTORNEY):
        return Decider()
    on, contact = day_of(decided_at), decision.decided_by_contact
    return Decider(
        is_family=is_family(contact),
        is_stranger=is_stranger,
        acts=contact is None or not acting or contact.pk in _holders(acting),
        others_decide=_others(decision, on, written_by),
        person_is_child=_is_child(decision.person.born_on, on),
        refusal_waits=_refusal_waits(decision, written_by),
    )


def is_stranger(decision: Decision, decided_at: datetime) -> bool:
    """Whether staff are named as having decided who had no part in the person's support on that day."""
    staff = decision.decided_by_staff
    return staff is not None and not keys.supports(staff, decision.person_id, day_of(decided_at))


def _holders(acting: Iterable[ActingHolder]) -> set[object]:
    return {each.holder.contact_id for each in acting}


def _others(decision: Decision, on: date, written_by: datetime | None) -> bool:
    """Those whose papers go before: everybody's before staff's judgement, an attorney's before a deputy's."""
    kinds = authority_law.DONEES_AND_DEPUTIES
    if decision.basis == Basis.ATTORNEY:
        deputy = decision.authority is not None and decision.authority.kind not in authority_law.ATTORNEYS | {"epa"}
        kinds = authority_law.ATTORNEYS if deputy else frozenset()
    return bool(kinds) and others_decide(decision.person_id, decision.question.area, on, kinds=kinds, written_by=written_by)


def _is_child(born_on: date | None, on: date) -> bool:
    """Whether somebody was under 16 on a day; not where nobody wrote down when they were born."""
    if born_on is None:
        return False
    return on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day)) < CHILD_UNTIL


def _refusal_waits(decision: Decision, written_by: datetime | None) -> bool:
    """Whether something refused beforehand went to no clinician since the question was asked, and nothing says why it is not about this."""
    if decision.question.area not in REFUSABLE or decision.not_refused_because.strip():
        return False
    return bool(refusals_waiting(decision.person_id, decision.question.occurred_at, written_by))


def consulted(decision: Decision, asked: Iterable[Consultee], acting: Iterable[ActingHolder]) -> int:
    """How many were asked besides those who decided: nobody is consulted by asking themselves."""
    return len(_others_asked(decision, asked, acting))


def _others_asked(decision: Decision, asked: Iterable[Consultee], acting: Iterable[ActingHolder]) -> list[Consultee]:
    contacts, staff = _holders(acting) | {decision.decided_by_contact_id}, decision.decided_by_staff_id
    return [each for each in asked if (each.contact_id not in contacts if each.contact_id else each.staff_id != staff)]


def heard(
    decision: Decision,
    decided_at: datetime,
    asked: Iterable[Consultee],
    acting: Iterable[ActingHolder],
    written_by: datetime | None = None,
) -> Heard:
    """Who was heard, as the law asks about it before a move or serious treatment. One query where nobody but those who are paid was.

    written_by: as it was written down by a moment of the authors' clocks, for what is judged later.
    """
    unpaid = sum(1 for each in _others_asked(decision, asked, acting) if _is_unpaid(each))
    if unpaid or decision.basis != Basis.BEST_INTERESTS or decision.question.area not in (advocate.HOME, advocate.TREATMENT):
        return Heard(unpaid)
    return Heard(0, imca_asked_for(decision.person_id, decision.question.area, day_of(decided_at), written_by=written_by))


def _is_unpaid(each: Consultee) -> bool:
    """Whether somebody is not paid to care for the person; whom the person named, or the law does, counts whoever they are (s. 40)."""
    if each.contact is None:
        return each.kind == Consulted.NAMED
    return is_family(each.contact) or each.kind != Consulted.CARES


def originals(acting: Iterable[ActingHolder]) -> int:
    """How many of those who act by themselves decided: a replacement waits until the papers say anew who holds it."""
    return sum(1 for each in acting if not each.holder.replacement)


def excluded_class(question: Question, written_by: datetime | None = None) -> str:
    """The class in which nobody decides for somebody else: of the question, or of one that the person was asked in the same words.

    To ask again without the mark takes nothing away. Other words are for whoever reads it: no program knows what a question means.
    """
    if question.excluded_class:
        return question.excluded_class
    marked = Question.objects.written_by(written_by).filter(person=question.person_id).exclude(excluded_class="")
    words = _plain(question.text)
    return next((kind for text, kind in marked.values_list("text", "excluded_class") if _plain(text) == words), "")


def _plain(text: str) -> str:
    """Words without case, spaces and signs."""
    return "".join(each for each in text.casefold() if each.isalnum())
