from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.accounts.models import User
from throughline.base import clock
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.models import Topic
from throughline.base.records import keep, once
from throughline.base.sent import already
from throughline.base.written import NOW, Written
from throughline.conversations.models import Voice
from throughline.decisions.choices import Standing
from throughline.decisions.models import Decision
from throughline.people.models import Contact, Person

from .. import checking, law, policy, queries
from ..choices import Agreed, Rhythm
from ..models import (
    AgreementAnswer,
    AgreementParty,
    AgreementVersion,
    EscalationStep,
    InvolvementAgreement,
    MeetingRule,
    SharedThing,
)
from ..said import JustSaid
from .said import hear


@dataclass(frozen=True, slots=True)
class Answered:
    """What somebody says to a version. For the person: `said`, in their words or as they showed it, and `decision`, when that carries it
    instead. For anybody else: contact or staff, and their words."""

    answer: str
    contact: Contact | None = None
    staff: User | None = None
    words: str = ""
    said: JustSaid | Voice | None = None
    decision: Decision | None = None


NOT_ASKED = Answered(Agreed.NOT_ASKED)


@once
@transaction.atomic
def write_version(
    *,
    person: Person,
    purpose: str,
    parties: Sequence[AgreementParty],
    shared: Sequence[SharedThing] = (),
    rules: Sequence[MeetingRule] = (),
    steps: Sequence[EscalationStep] = (),
    answers: Sequence[Answered] = (NOT_ASKED,),
    after: AgreementVersion | None = None,
    by: Any,
    written: Written = NOW,
    **told: Any,
) -> AgreementVersion:
    """Keep a version of the person's involvement agreement, with what each says to it as far as they were asked.

    parties, shared, rules, steps: unsaved rows. after: the version that it follows, None for the first. told: the other fields.
    It is a proposal until the person agrees, or a decision that the law knows carries it. What goes beyond anybody's authority or
    permission is kept, and takes no effect.
    """
    require(policy.may_keep(by, person))
    if there := already(AgreementVersion, by=by, written=written):
        return there
    told["look_again_on"] = law.look_again(told.get("look_again_on"), clock.today())
    agreement = _agreement(person, by)
    version = AgreementVersion(
        person=person, agreement=agreement, number=_next(agreement, after), purpose=purpose, topic=Topic.PLANS, **told
    )
    parts: list[Any] = [*parties, *shared, *rules, *steps]
    for each in parts:
        each.person, each.version = person, version
    _check(version, parties, shared)
    keep("agreements.version-written", version, *parts, by=by, written=written)
    _answers(version, answers, by, Written(occurred_at=written.occurred_at, recorded_at=written.recorded_at))
    return version


def _agreement(person: Person, by: Any) -> InvolvementAgreement:
    """The person's one agreement; begun with its first version."""
    there: InvolvementAgreement | None = InvolvementAgreement.objects.filter(person=person, amends=None).first()
    return there or keep("agreements.agreement-begun", InvolvementAgreement(person=person, topic=Topic.PLANS), by=by)


def _next(agreement: InvolvementAgreement, after: AgreementVersion | None) -> int:
    """The next number. Of two who write at once the second is told."""
    latest = AgreementVersion.objects.filter(agreement=agreement).order_by("-number").first()
    if latest is not None and (after is None or after.pk != latest.pk):
        raise Invalid({"version": _("Somebody wrote a new version meanwhile. Open it and write yours from there.")})
    return latest.number + 1 if latest else 1


def _check(version: AgreementVersion, parties: Sequence[AgreementParty], shared: Sequence[SharedThing]) -> None:
    """Raise Invalid when it says too little, or names somebody else's people."""
    named_contacts = [each.contact for each in parties if each.contact is not None] + [each.contact for each in shared]
    for contact in named_contacts:
        checking.is_theirs(contact, version.person)
    named = {f"event-{each.contact_id}": bool(each.event.strip()) for each in shared if each.rhythm == Rhythm.WHEN_IT_HAPPENS}
    missing = law.agreement_incomplete(purpose=version.purpose, parties=len(parties), events=named)
    if version.look_again_on <= clock.today():
        missing["look_again_on"] = _("Choose a day that is still to come.")
    if missing:
        raise Invalid.by_law(missing)


def _answers(version: AgreementVersion, answers: Sequence[Answered], by: Any, written: Written) -> None:
    """What each says to it; that the person was not asked yet, when nothing is said of them."""
    persons = [each for each in answers if each.contact is None and each.staff is None]
    for each in (*answers, *([] if persons else [NOT_ASKED])):
        _keep_answer(version, each, by, written)


@once
@transaction.atomic
def answer(*, version: AgreementVersion, answered: Answered, by: Any, written: Written = NOW) -> AgreementAnswer:
    """Keep what the person, or somebody who takes part, says to the newest version. The person's answer is judged; it carries it or not.

    Somebody can change their mind at any time; nobody can make it carry again what goes beyond.
    """
    require(policy.may_keep(by, version.person))
    return _answer(version, answered, by, written)


@once
@transaction.atomic
def answer_own(
    *, version: AgreementVersion, contact: Contact, answer: str, words: str = "", by: Any, written: Written = NOW
) -> AgreementAnswer:
    """Keep what somebody who takes part says to it themself, on pages of their own: theirs alone, never the person's, never a judgement."""
    require(policy.may_answer(by, contact))
    checking.same_person("answer", version, contact.person)
    if answer not in (Agreed.AGREED, Agreed.REFUSED):
        raise Invalid({"answer": _("Say whether you agree.")})
    if answer == Agreed.REFUSED and not words.strip():
        raise Invalid({"words": _("Write what would have to be different.")})
    return _answer(version, Answered(answer, contact=contact, words=words.strip()), by, written)


def _answer(version: AgreementVersion, answered: Answered, by: Any, written: Written) -> AgreementAnswer:
    if there := already(AgreementAnswer, by=by, written=written):
        return there
    if AgreementVersion.objects.filter(agreement=version.agreement_id, number__gt=version.number).exists() and not _is_in_force(version):
        raise Invalid({"answer": _("There is a newer version. Ask about that one.")})
    return _keep_answer(version, answered, by, written)


def _is_in_force(version: AgreementVersion) -> bool:
    newest = AgreementVersion.objects.current().filter(agreement=version.agreement_id).order_by("-number")
    stands = queries.in_force(queries.with_answers(list(newest)))
    return stands is not None and stands.version.pk == version.pk


def _keep_answer(version: AgreementVersion, given: Answered, by: Any, written: Written) -> AgreementAnswer:
    row = AgreementAnswer(person=version.person, version=version, contact=given.contact, staff=given.staff, topic=Topic.PLANS)
    row.answer, row.words, row.decision = given.answer, given.words, given.decision
    checking.same_person("decision", row.decision, version.person)
    if row.is_persons:
        row.voice = hear(person=version.person, said=given.said, topic=Topic.PLANS, by=by, written=written)
        checking.same_person("said", row.voice, version.person)
        row.faults = list(_faults_of(row))
        row.standing = Standing.NOT_VALID if row.faults else Standing.VALID
    else:
        _of_a_party(row)
    return keep("agreements.answered", row, by=by, written=written)


def _of_a_party(row: AgreementAnswer) -> None:
    """Only those who take part are asked."""
    parties = {(each.contact_id, each.staff_id) for each in row.version.parties.all()}
    if (row.contact_id, row.staff_id) not in parties:
        raise Invalid({"who": _("They take no part in this agreement. Write a new version with them first.")})


def _faults_of(row: AgreementAnswer) -> tuple[str, ...]:
    """The codes of what keeps the person's answer from carrying the version, today."""
    parties, shared = list(row.version.parties.select_related("contact")), list(row.version.shared.select_related("contact"))
    return law.agreement_faults(
        law.Agreement(
            answer=row.answer,
            has_voice=row.voice is not None,
            has_view=queries.is_view(row.voice),
            decision=queries.cited(row.decision, row.person_id),
            deciding=tuple(each for each in queries.deciding_of(parties, clock.today()) if each is not None),
            shared=tuple(queries.sharing_of(shared)),
            contacts=frozenset(each.contact_id for each in parties if each.contact_id),
        )
    )
