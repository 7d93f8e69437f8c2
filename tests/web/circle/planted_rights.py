"""What stands in addresses about who decides: an assessment, freedom, a disagreement, a part, an agreement. Never shared."""

from datetime import timedelta
from typing import Any

from throughline.access import actions as access
from throughline.agreements import actions as agreements
from throughline.agreements.actions import Answered
from throughline.agreements.parts import AgreementParty
from throughline.base import clock
from throughline.decisions import actions as decisions
from throughline.decisions.models import CapacityAssessment, Question
from throughline.decisions.parts import InformationGiven
from throughline.people.models import Contact
from throughline.practice import actions as practice

from . import living
from .planted_more import AGREED, VIEW, name_of


def of_rights(life: living.Life, word: str, question_id: Any, decision: Any) -> dict[str, Any]:
    """One of everything that an address of these names. What of it is for one of them alone is planted with the others."""
    return _of_question(life, word, question_id) | _of_freedom(life, word) | _of_dispute(life, word, decision) | _of_parts(life, word)


def _of_question(life: living.Life, word: str, question_id: Any) -> dict[str, Any]:
    row = decisions.assess(
        question=Question.objects.get(pk=question_id),
        doubted_because=word,
        assessor_staff=life.ruth,
        information=[InformationGiven(text=word)],
        conclusion="not_concluded",
        reasons=word,
        by=life.ruth,
    )
    return {
        "assessment_id": row.pk,
        "capacity:mistake": {"table": "assessment", "row_id": row.pk},
        "decisions:mistake": {"table": "question", "row_id": question_id},
    }


def of_an_attorney(life: living.Life) -> dict[str, Any]:
    """The question that is an attorney's to decide, with what an aunt wrote about it for whoever decides it."""
    question = CapacityAssessment.objects.get(conclusion="lacks").question
    aunt = access.add_contact(person=life.jo, name="Nia", kind="circle", relationship="aunt", by=life.ruth)
    decisions.have_say_on(question=question, contact=aunt, said={"working": VIEW}, by=life.joins(aunt))
    return {"circle:decided": {"question_id": question.pk}}


def unfinished(life: living.Life, word: str, when: Any) -> dict[str, Any]:
    """What Amina kept short on the shift on which everybody comes to the door."""
    with clock.at(when):
        upset = practice.keep_upset(person=life.jo, seen=word, by=life.home.amina)
    return {"upsets:finish": {"upset_id": upset.pk}}


def _of_freedom(life: living.Life, word: str) -> dict[str, Any]:
    told = ("arrangements", "purpose", "normality", "freedom_to_leave", "reasons", "no_wishes_because")
    again = clock.today() + timedelta(days=90)
    found: dict[str, Any] = dict.fromkeys(told, word)
    review = decisions.review_liberty(
        person=life.jo, conclusion="no_deprivation", grounds=["free"], look_again_by=again, by=life.ruth, **found
    )
    today = clock.today()
    allowed = decisions.keep_authorisation(
        person=life.jo,
        kind="court",
        reference=word,
        from_on=today,
        until_on=today + timedelta(days=30),
        conditions=[word],
        by=life.ruth,
    )
    return {
        "review_id": review.pk,
        "condition_id": allowed.conditions.get().pk,
        "authorisation_id": allowed.pk,
        "liberty:mistake": {"table": "review", "row_id": review.pk},
    }


def _of_dispute(life: living.Life, word: str, decision: Any) -> dict[str, Any]:
    row = decisions.open_disagreement(person=life.jo, subject=word, decision=decision, by=life.ruth)
    concern = decisions.raise_concern(person=life.jo, concern=word, safe_now=word, wants_because=word, by=life.home.tom)
    return {
        "disagreement_id": row.pk,
        "concern_id": concern.pk,
        "disagreements:mistake": {"table": "disagreement", "row_id": row.pk},
        "safeguarding:mistake": {"table": "concern", "row_id": concern.pk},
    }


def _of_parts(life: living.Life, word: str) -> dict[str, Any]:
    about = {"contact": life.priya, "because": word, "needs_then": word, "since_on": clock.today()}
    part = agreements.keep_part(person=life.jo, area="daily_care", part="consulted", by=life.ruth, **about)
    there = agreements.keep_support(person=life.jo, how=word, contact=life.priya, since_on=clock.today(), by=life.ruth)
    change = practice.keep_need_change(person=life.jo, area="home", words=word, by=life.ruth)
    party = Contact.objects.get(name=name_of("circle", "override"))
    parties = [AgreementParty(contact=each) for each in (life.priya, party)]
    version = agreements.write_version(person=life.jo, purpose=AGREED, parties=parties, answers=[Answered("not_asked")], by=life.ruth)
    return {
        "part_id": part.pk,
        "support_id": there.pk,
        "change_id": change.pk,
        "circle:answer": {"version_id": version.pk},
        "agreements:version": {"version_id": version.pk},
        "agreements:answer": {"version_id": version.pk},
        "agreements:answer_of": {"version_id": version.pk, "who": f"contact-{life.priya.pk}"},
        "agreements:mistake": {"table": "part", "row_id": part.pk},
    }
