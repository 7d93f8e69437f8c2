"""Law 3, where the person could not decide it: each unlawful state by name. What happened is kept, and takes no effect."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from tests.web import arrange

from throughline.authority import actions as authority
from throughline.authority.parts import Holder
from throughline.base import clock
from throughline.base.errors import Invalid, Refused
from throughline.base.written import Written
from throughline.decisions import actions
from throughline.decisions.choices import ExcludedClass
from throughline.decisions.models import CapacityAssessment, Decision
from throughline.decisions.parts import BestInterests, Consultee, InformationGiven, SupportTried
from throughline.plan import actions as plan

ABLE = {name: "able" for name in ("understands", "retains", "weighs", "communicates")} | {
    f"{name}_seen": "Jo said it back in Jo's own words" for name in ("understands", "retains", "weighs", "communicates")
}
LACKS = ABLE | {
    "weighs": "unable",
    "weighs_seen": "Jo named the pain, and could not set it beside the visit",
    "impairment": "yes",
    "causal_link": "Jo's learning disability keeps Jo from setting one beside the other",
}


def assess(home: arrange.House, question: Any, **more: Any) -> CapacityAssessment:
    """Ruth assesses one question, with help that was tried first."""
    told = LACKS | {"doubted_because": "Jo says yes to both", "conclusion": "lacks", "assessor_staff": home.ruth} | more
    tried = [SupportTried(what="Photos, in the morning", on=clock.today() - timedelta(days=2))]
    return actions.assess(
        question=question, information=[InformationGiven(text="What the dentist does")], tried=tried, by=home.ruth, **told
    )


IN_PROPORTION = {
    "harm": "Jo comes to grave harm.",
    "harm_likely": "Likely; it could kill Jo.",
    "proportionate_because": "No longer than it has to be.",
}


def checklist(**more: Any) -> BestInterests:
    told = {
        "took_part": "Jo chose the photos",
        "present_wishes": "Jo pushed the picture away",
        "may_regain": "no",
        "weight": "Most",
        "staff_do": "Amina goes with Jo",
    }
    return BestInterests(**(told | more))


def decide_for(home: arrange.House, question: Any, assessment: Any, **more: Any) -> Decision:
    """Ruth decides for Jo, having asked Priya."""
    asked = [Consultee(contact=arrange.mum(home), kind="cares", words="Jo has always been afraid there.")]
    told = {"basis": "best_interests", "decided_by_staff": home.ruth, "best_interests": checklist(), "consultees": asked} | more
    return arrange.decided(home, question, arrange.said(home), assessment=assessment, only_one_because="one dentist", **told)


@pytest.fixture
def asked(home: arrange.House) -> Any:
    return arrange.question(home, impact="high")


def test_a_decision_in_jos_best_interests_takes_effect_and_staff_can_follow_it(home: arrange.House, asked: Any) -> None:
    decision = decide_for(home, asked, assess(home, asked))
    assert (decision.standing, decision.faults) == ("valid", [])
    version = plan.begin(person=home.jo, kind="routine", title="The dentist", by=home.ruth)
    assert plan.publish(version=version, message="With Amina.", decision=decision, by=home.ruth).decision == decision


@dataclass(frozen=True)
class Unlawful:
    """A way in which it goes wrong, and the code that says so."""

    code: str
    decide: Callable[[arrange.House, Any], Decision]


def able(home: arrange.House, question: Any) -> CapacityAssessment:
    return assess(home, question, conclusion="able", weighs="able", weighs_seen="Jo weighed both")


def later(home: arrange.House, question: Any) -> Decision:
    before = Written(occurred_at=clock.now() - timedelta(hours=2))
    return decide_for(home, question, assess(home, question), written=before)


def old(home: arrange.House, question: Any) -> Decision:
    long_ago = Written(occurred_at=clock.now() - timedelta(days=400))
    tried = [SupportTried(what="Photos", on=clock.today() - timedelta(days=401))]
    told = LACKS | {"doubted_because": "Jo says yes to both", "conclusion": "lacks", "assessor_staff": home.ruth}
    information = [InformationGiven(text="What the dentist does")]
    assessed = actions.assess(question=question, information=information, tried=tried, by=home.ruth, written=long_ago, **told)
    return decide_for(home, question, assessed)


def of_the_dentists_own_paper(home: arrange.House, question: Any) -> Decision:
    """Came from outside as it was: nothing was tried to help Jo decide."""
    told = LACKS | {"doubted_because": "Jo has Down's syndrome", "conclusion": "lacks", "assessor_contact": arrange.mum(home)}
    return decide_for(home, question, actions.assess(question=question, information=[InformationGiven(text="x")], by=home.ruth, **told))


def replaced(home: arrange.House, question: Any) -> Decision:
    first = assess(home, question, written=Written(occurred_at=clock.now() - timedelta(hours=3)))
    able(home, question)
    return decide_for(home, question, first)


UNLAWFUL = {
    "nobody assessed whether Jo can decide it": Unlawful("no-assessment", lambda home, q: decide_for(home, q, None)),
    "another question was assessed": Unlawful(
        "assessment-other-question", lambda home, q: decide_for(home, q, assess(home, arrange.question(home, impact="high")))
    ),
    "the assessment says that Jo can decide it": Unlawful("assessment-able", lambda home, q: decide_for(home, q, able(home, q))),
    "the assessment came to no conclusion": Unlawful(
        "assessment-not-concluded", lambda home, q: decide_for(home, q, assess(home, q, conclusion="not_concluded"))
    ),
    "the assessment came after the decision": Unlawful("assessment-after", later),
    "the assessment is too old": Unlawful("assessment-expired", old),
    "the assessment cannot be relied on": Unlawful("assessment-not-valid", of_the_dentists_own_paper),
    "a later assessment said that Jo can": Unlawful("assessment-replaced", replaced),
    "nobody went through the checklist": Unlawful(
        "best-interests-blank", lambda home, q: decide_for(home, q, assess(home, q), best_interests=None, consultees=[])
    ),
    "what Jo wants is not written down": Unlawful(
        "wishes-blank", lambda home, q: decide_for(home, q, assess(home, q), best_interests=checklist(present_wishes=""))
    ),
    "Jo was not helped to take part": Unlawful(
        "no-part", lambda home, q: decide_for(home, q, assess(home, q), best_interests=checklist(took_part=""))
    ),
    "nobody was asked and nothing says why": Unlawful("not-consulted", lambda home, q: decide_for(home, q, assess(home, q), consultees=[])),
    "Jo may be able to later and nothing says why it could not wait": Unlawful(
        "could-wait", lambda home, q: decide_for(home, q, assess(home, q), best_interests=checklist(may_regain="yes"))
    ),
    "treatment that keeps Jo alive": Unlawful(
        "life-sustaining", lambda home, q: decide_for(home, q, assess(home, q), best_interests=checklist(life_sustaining=True))
    ),
}


@pytest.mark.parametrize("name", UNLAWFUL)
def test_law_3_what_is_not_lawful_is_kept_takes_no_effect_and_says_why(home: arrange.House, asked: Any, name: str) -> None:
    unlawful = UNLAWFUL[name]
    decision = unlawful.decide(home, asked)
    assert decision.standing == "not_valid"
    assert unlawful.code in decision.faults
    version = plan.begin(person=home.jo, kind="routine", title="The dentist", by=home.ruth)
    with pytest.raises(Refused, match="not valid"):
        plan.publish(version=version, message="x", decision=decision, by=home.ruth)


@pytest.mark.parametrize("excluded", ExcludedClass.values[1:])
def test_law_3_what_the_law_lets_nobody_decide_for_somebody_else(home: arrange.House, excluded: str) -> None:
    question = arrange.question(home, impact="high", excluded_class=excluded)
    decision = decide_for(home, question, assess(home, question))
    assert (decision.standing, decision.faults) == ("not_valid", ["excluded"])


def test_something_that_limits_jo_less_was_there(home: arrange.House, asked: Any) -> None:
    actions.offer(question=asked, title="The dentist comes home", limits=0, by=home.ruth)
    held = actions.offer(question=asked, title="Held by the hand", limits=2, by=home.ruth)
    decision = decide_for(home, asked, assess(home, asked), option=held)
    assert decision.faults == ["less-restrictive"]


def test_jos_own_decision_does_not_stand_while_an_assessment_says_that_jo_could_not_make_it(home: arrange.House, asked: Any) -> None:
    voice = arrange.said(home)
    assess(home, asked)
    decision = arrange.decided(home, asked, voice, only_one_because="one dentist")
    assert (decision.standing, decision.faults) == ("not_valid", ["assessment-lacks"])


def test_an_assessment_of_one_question_says_nothing_about_another(home: arrange.House, asked: Any) -> None:
    assess(home, asked)
    decision = arrange.decided(home, arrange.question(home), arrange.said(home))
    assert decision.standing == "valid"


def test_staff_finish_an_assessment_before_it_is_kept(home: arrange.House, asked: Any) -> None:
    with pytest.raises(Invalid) as refused:
        assess(home, asked, causal_link="")
    assert set(refused.value.faults) == {"causal_link"}
    with pytest.raises(Invalid):
        assess(home, asked, weighs="able", weighs_seen="Jo weighed both")  # all four, and still "lacks"


def test_what_comes_again_and_again_says_when_people_look_at_it_again(home: arrange.House) -> None:
    question = arrange.question(home, repeated=True)
    with pytest.raises(Invalid, match="within a year"):
        arrange.decided(home, question, arrange.said(home))
    assert arrange.decided(home, question, arrange.said(home), look_again_on=clock.today() + timedelta(days=90)).standing == "valid"


# --- an attorney, a deputy, a court ---


def power(home: arrange.House, kind: str = "lpa_welfare", *, proven: bool = True, **more: Any) -> Any:
    """Priya holds a power, and Ruth saw the papers a month ago."""
    told = {"areas": ["daily_care", "treatment"], "registered_on": date(2024, 1, 8)} | more
    if kind == "court_order":
        told |= {"allows": "The dentist, with sedation"}
    holders = [] if kind == "court_order" else [Holder(contact=arrange.mum(home))]
    row = authority.write_authority(person=home.jo, kind=kind, holders=holders, by=home.ruth, **told)
    if proven:
        authority.see_papers(authority=row, what="registered, stamped", seen_on=clock.today() - timedelta(days=30), by=home.ruth)
    return row


def by_power(home: arrange.House, question: Any, row: Any, assessment: Any = None, **more: Any) -> Decision:
    acting = more.pop("acting", None) or list(row.holders.all())
    told = {"decided_by_staff": None, "decided_by_contact": acting[0].contact} | more
    return decide_for(home, question, assessment, basis="attorney", authority=row, acting=acting, **told)


def test_an_attorney_decides_within_the_papers_while_jo_cannot(home: arrange.House, asked: Any) -> None:
    decision = by_power(home, asked, power(home), assess(home, asked))
    assert (decision.standing, decision.faults) == ("valid", [])
    assert decision.decided_by_contact.name == "Priya"


POWERLESS = {
    "the papers were never seen": ("authority-unproven", {"proven": False}),
    "it covers another part of life": ("authority-scope", {"areas": ["home"]}),
    "it had run out": ("authority-expired", {"expires_on": date(2025, 1, 1)}),
    "it was never registered": ("authority-unregistered", {"registered_on": None}),
    "it is about money": ("authority-kind", {"kind": "lpa_property"}),
    "next of kin": ("authority-kind", {"kind": "nearest_relative"}),
    "an appointee for benefits": ("authority-kind", {"kind": "appointee"}),
}


@pytest.mark.parametrize("name", POWERLESS)
def test_law_3_papers_that_do_not_carry_the_decision(home: arrange.House, asked: Any, name: str) -> None:
    code, change = POWERLESS[name]
    decision = by_power(home, asked, power(home, **change), assess(home, asked))
    assert decision.standing == "not_valid"
    assert code in decision.faults


def test_law_3_an_attorney_decides_nothing_that_jo_can_decide(home: arrange.House, asked: Any) -> None:
    decision = by_power(home, asked, power(home))
    assert decision.faults == ["no-assessment"]


def test_an_attorney_is_bound_by_the_same_duty(home: arrange.House, asked: Any) -> None:
    decision = by_power(home, asked, power(home), assess(home, asked), best_interests=checklist(present_wishes=""))
    assert decision.faults == ["wishes-blank"]


def test_an_order_of_the_court_needs_no_assessment_of_ours(home: arrange.House, asked: Any) -> None:
    row = power(home, "court_order")
    decision = decide_for(home, asked, None, basis="court", authority=row, best_interests=None, consultees=[], decided_by_staff=None)
    assert (decision.standing, decision.faults) == ("valid", [])


def test_law_3_an_order_that_nobody_saw_carries_nothing(home: arrange.House, asked: Any) -> None:
    row = power(home, "court_order", proven=False)
    decision = decide_for(home, asked, None, basis="court", authority=row, best_interests=None, consultees=[], decided_by_staff=None)
    assert decision.faults == ["authority-unproven"]
