"""What has no lawful footing is kept as what happened, and opens nothing. Each state by its code."""

from datetime import timedelta

import pytest
from tests.decisions.test_for_somebody import ABLE, LACKS, checklist
from tests.web import lacking

from throughline.access.models import Grant
from throughline.agreements import actions, law
from throughline.agreements.models import Opening
from throughline.agreements.said import JustSaid
from throughline.authority import actions as authority
from throughline.authority.parts import Holder
from throughline.base import clock
from throughline.conversations import actions as conversations
from throughline.decisions import actions as decisions
from throughline.decisions.models import Decision
from throughline.decisions.parts import Consultee, InformationGiven, SupportTried
from throughline.decisions.proposing import lasts_until

SHARING = {"text": "May they know about this part of Jo’s life?", "area": "sharing", "impact": "moderate"}


def opens_nothing(row, *codes) -> None:
    """It was kept, it is not valid, and there is no grant."""
    assert (row.standing, tuple(row.faults)) == ("not_valid", codes)
    assert not Opening.objects.exists() and not Grant.objects.exists()
    assert all(law.FAULTS[code].wrong and law.FAULTS[code].do for code in codes)


def decided(life, area="sharing", basis="own", person=None, contact=None, shares=("money",), **more):
    """A decision of Jo's about what one contact may know about: Priya about money, if not said otherwise."""
    whose, who = person or life.jo, contact or life.priya
    asked = decisions.ask(person=whose, contact=who, shares=list(shares), by=life.ruth, **SHARING | {"area": area})
    told = {"outcome": "Yes", "basis": basis, "no_voice_because": "Asked by phone.", "only_one_because": "Yes or no."} | more
    return decisions.decide(question=asked, by=life.ruth, **told)


def taken_as_valid(decision, basis, authority=None):
    """As it would come back from the database once the law lets this basis take effect."""
    decision.basis, decision.standing, decision.faults, decision.authority = basis, "valid", [], authority
    return decision


def by_power(life, held, contact=None, shares=("health",)):
    """A decision by a power that Dan may know about Jo's health, if not said otherwise."""
    return taken_as_valid(decided(life, contact=contact or life.dan, shares=shares), "attorney", held)


# --- permission ---


@pytest.mark.parametrize("who", ["relative", "staff"])
def test_given_by_a_relative_or_by_staff(life, who) -> None:
    opens_nothing(life.asks(life.priya, given_by=who, said=None), f"permission-{who}")


def test_a_relatives_no_changes_nothing_either(life) -> None:
    life.asks(life.dan, "health")
    refused = life.asks(life.dan, {"health": "no"}, given_by="relative", said=None)
    assert refused.faults == ["permission-relative"]
    assert life.sees(life.dan) == {"health"}


def test_nothing_shows_that_jo_said_so(life) -> None:
    opens_nothing(life.asks(life.priya, said=None), "permission-no-view")


@pytest.mark.parametrize(
    "said",
    [JustSaid("showed", seen="Smiled at the photo of Priya."), JustSaid("told_by_someone", "Yes.")],
    ids=["showed", "told by someone"],
)
def test_what_somebody_thinks_jo_meant(life, said) -> None:
    if said.how_told == "told_by_someone":
        said = conversations.keep_voice(person=life.jo, how_told=said.how_told, words=said.words, told_by_contact=life.priya, by=life.ruth)
    opens_nothing(life.asks(life.priya, said=said), "permission-not-own-view")


def test_what_two_people_saw_alike_counts(life) -> None:
    voice = conversations.keep_voice(person=life.jo, how_told="showed", seen="Gave Priya the letter.", thought="Yes", by=life.ruth)
    conversations.second_voice(voice=voice, seen="Gave her the letter again.", agrees=True, by=life.home.amina)
    assert life.asks(life.priya, said=voice).standing == "valid"


def test_a_no_counts_however_jo_showed_it(life) -> None:
    life.asks(life.priya, "health")
    life.asks(life.priya, {"health": "no"}, said=JustSaid("showed", seen="Pushed the photo away."))
    assert life.sees(life.priya) == set()


def test_best_interests_without_a_decision(life) -> None:
    opens_nothing(life.asks(life.priya, given_by="best_interests", said=None), "permission-no-decision")


def test_a_decision_that_is_not_valid(life) -> None:
    unlawful = decided(life, basis="relative", decided_by_contact=life.priya)
    opens_nothing(life.asks(life.priya, given_by="best_interests", said=None, decision=unlawful), "permission-decision-not-valid")


def test_a_decision_about_something_else(life) -> None:
    about_days = decided(life, area="daily_care")
    opens_nothing(
        life.asks(life.priya, given_by="best_interests", said=None, decision=about_days), "permission-decision-about-something-else"
    )


def test_a_decision_that_was_decided_again(life) -> None:
    first = decided(life)
    decisions.decide_again(
        decision=first, reason="Jo thought again.", outcome="No", basis="own", no_voice_because="x", only_one_because="x", by=life.ruth
    )
    opens_nothing(life.asks(life.priya, given_by="best_interests", said=None, decision=first), "permission-decision-replaced")


def test_jos_own_decision_is_not_somebody_elses(life) -> None:
    opens_nothing(life.asks(life.priya, given_by="best_interests", said=None, decision=decided(life)), "permission-decision-other-basis")


def test_a_valid_decision_in_jos_best_interests_opens(life) -> None:
    lawful = taken_as_valid(decided(life), "best_interests")
    assert life.asks(life.priya, given_by="best_interests", said=None, decision=lawful).standing == "valid"
    assert life.sees(life.priya) == {"money"}


def test_an_attorney_of_whom_nobody_wrote_anything_down(life) -> None:
    opens_nothing(life.asks(life.dan, given_by="attorney", said=None), "authority-none")


def test_an_attorney_whose_papers_nobody_saw(life) -> None:
    told = {"how_act": "alone", "areas": ["sharing"], "registered_on": clock.today()}
    claimed = authority.write_authority(person=life.jo, kind="lpa_welfare", holders=[Holder(contact=life.priya)], by=life.ruth, **told)
    lawful = by_power(life, claimed)
    asked = life.asks(life.dan, "health", given_by="attorney", said=None, authority=claimed, decision=lawful)
    opens_nothing(asked, "authority-unproven")


def test_an_attorney_while_jo_can_say_it(life) -> None:
    held = life.power(life.priya)
    opens_nothing(life.asks(life.dan, "health", given_by="attorney", said=None, authority=held), "authority-person-able")


def test_an_attorney_for_money_says_nothing_about_health(life) -> None:
    held = life.power(life.priya, "lpa_property", ("sharing", "money"))
    lawful = by_power(life, held)
    asked = life.asks(life.dan, "health", given_by="attorney", said=None, authority=held, decision=lawful)
    opens_nothing(asked, "permission-power-about-money")


def test_an_attorney_in_scope_for_somebody_who_cannot(life) -> None:
    held = life.power(life.priya)
    life.asks(life.dan, "health", given_by="attorney", said=None, authority=held, decision=by_power(life, held))
    assert life.sees(life.dan) == {"health"}


def test_a_decision_opens_what_it_named_to_whom_it_named_and_no_more(life) -> None:
    """Item by item: that Dan may know about money says nothing of health, and nothing to Priya."""
    lawful = taken_as_valid(decided(life, contact=life.dan), "best_interests")
    told = {"given_by": "best_interests", "said": None, "decision": lawful}
    opens_nothing(life.asks(life.priya, "money", **told), "permission-decision-about-others")
    opens_nothing(life.asks(life.dan, "health", **told), "permission-decision-about-others")
    unnamed = decisions.ask(person=life.jo, by=life.ruth, **SHARING)
    lawful.question = unnamed
    opens_nothing(life.asks(life.dan, "money", **told), "permission-decision-about-others")


def test_a_decision_by_one_power_is_none_by_another(life) -> None:
    hers, his = life.power(life.priya), life.power(life.dan)
    asked = life.asks(life.dan, "health", given_by="attorney", said=None, authority=his, decision=by_power(life, hers))
    opens_nothing(asked, "permission-authority-of-another")


def test_an_attorney_is_no_deputy(life) -> None:
    held = life.power(life.priya)
    asked = life.asks(life.dan, "health", given_by="deputy", said=None, authority=held, decision=by_power(life, held))
    opens_nothing(asked, "permission-other-power")


def test_a_power_that_may_be_used_while_jo_can_say_it_gives_no_permission_by_itself(life) -> None:
    held = life.power(life.priya, "lpa_property", ("sharing", "money"), usable_while_able=True)
    opens_nothing(life.asks(life.dan, "money", given_by="attorney", said=None, authority=held), "permission-no-decision")


def assessed(life, asked, conclusion="lacks"):
    """An assessment of a question that can be relied on."""
    told = LACKS if conclusion == "lacks" else ABLE
    tried = [SupportTried(what="Photos", on=clock.today() - timedelta(days=2))]
    information = [InformationGiven(text="What they would know")]
    named = {"doubted_because": "Jo says yes to both", "assessor_staff": life.ruth, "conclusion": conclusion}
    return actions.assess(question=asked, information=information, tried=tried, by=life.ruth, **named | told)


def in_best_interests(life, contact, about="health"):
    """Ruth decided for Jo, who could not, that a contact may know about a topic."""
    asked = decisions.ask(person=life.jo, contact=contact, shares=[about], by=life.ruth, **SHARING)
    told = {"basis": "best_interests", "assessment": assessed(life, asked), "decided_by_staff": life.ruth, "outcome": "Yes"}
    told |= {"best_interests": checklist(), "consultees": [Consultee(contact=life.gwen, kind="advocate", words="Jo likes that.")]}
    return decisions.decide(question=asked, no_voice_because="By phone.", only_one_because="Yes or no.", by=life.ruth, **told)


def test_what_was_decided_for_jo_opens_until_it_is_decided_again(life) -> None:
    decision = in_best_interests(life, life.dan)
    assert life.asks(life.dan, "health", given_by="best_interests", said=None, decision=decision).standing == "valid"
    assert life.sees(life.dan) == {"health"}
    told = {"basis": "best_interests", "assessment": decision.assessment, "decided_by_staff": life.ruth, "best_interests": checklist()}
    told |= {"consultees": [Consultee(contact=life.gwen, kind="advocate", words="Better not.")], "no_voice_because": "By phone."}
    actions.decide_again(decision=decision, reason="Jo was upset.", outcome="No", only_one_because="Yes or no.", by=life.ruth, **told)
    assert life.sees(life.dan) == set()


def test_what_does_not_count_closes_nothing(life) -> None:
    decision = in_best_interests(life, life.dan)
    life.asks(life.dan, "health", given_by="best_interests", said=None, decision=decision)
    told = {"basis": "relative", "decided_by_contact": life.priya, "no_voice_because": "x", "only_one_because": "x"}
    actions.decide_again(decision=decision, reason="Mum says.", outcome="No", by=life.ruth, **told)
    assert life.sees(life.dan) == {"health"}


def test_once_jo_can_decide_it_nothing_rests_on_what_was_decided_for_jo(life) -> None:
    decision = in_best_interests(life, life.dan)
    life.asks(life.dan, "health", given_by="best_interests", said=None, decision=decision)
    assessed(life, decision.question, "able")
    assert life.sees(life.dan) == set()
    again = life.asks(life.dan, "health", given_by="best_interests", said=None, decision=decision)
    assert again.faults == ["permission-person-able"]
    assert life.sees(life.dan) == set()


def test_what_jo_cannot_decide_jo_does_not_permit_and_a_no_still_counts(life) -> None:
    asked = decisions.ask(person=life.jo, contact=life.dan, shares=["health"], by=life.ruth, **SHARING)
    assessed(life, asked)
    opens_nothing(life.asks(life.dan, "health"), "permission-person-lacks")
    assert life.asks(life.dan, {"health": "no"}).standing == "valid"
    for other in (life.asks(life.dan, "money"), life.asks(life.priya, "health")):
        assert other.standing == "valid"  # the person is presumed able of every other question
    assessed(life, asked, "able")
    assert life.asks(life.dan, "health").standing == "valid"


def test_somebody_who_is_not_to_be_told(life) -> None:
    actions.keep_from_being_told(person=life.jo, contact=life.priya, said=JustSaid("said", "Not mum."), by=life.ruth)
    opens_nothing(life.asks(life.priya), "not-to-be-told")


# --- what the law gives ---


def by_law(life, contact, kind, topics=("health",), **more):
    until = clock.today() + timedelta(days=90)
    return actions.open_by_law(
        contact=contact, kind=kind, topics=topics, because="To decide about treatment.", until=until, by=life.ruth, **more
    )


def test_family_has_no_sight_by_law(life) -> None:
    opens_nothing(by_law(life, life.priya, "council"), "statutory-family")


def test_an_advocate_is_no_office_and_no_sentence_makes_them_one(life) -> None:
    for kind in ("council", "court", "regulator"):
        opens_nothing(by_law(life, life.gwen, kind), "statutory-no-office")


def test_family_can_be_the_representative_whom_the_law_appoints_and_nobody_is_without_being_asked_for(life) -> None:
    """The representative of somebody whose liberty is limited is often family."""
    opens_nothing(by_law(life, life.priya, "rpr"), "statutory-no-advocate")
    asked = authority.ask_for_advocate(person=life.jo, kind="rpr", contact=life.priya, by=life.ruth)
    assert by_law(life, life.priya, "rpr", advocacy=asked).standing == "valid"
    assert life.sees(life.priya) == {"health"}


def test_an_attorney_without_a_power(life) -> None:
    opens_nothing(by_law(life, life.priya, "attorney"), "statutory-no-authority")


def test_somebody_elses_power(life) -> None:
    opens_nothing(by_law(life, life.dan, "attorney", authority=life.power(life.priya)), "statutory-no-authority")


def test_beyond_the_power(life) -> None:
    opens_nothing(by_law(life, life.priya, "attorney", ["health", "money"], authority=life.power(life.priya)), "statutory-scope")


def test_a_power_that_ended(life) -> None:
    held = life.power(life.priya)
    authority.end_authority(authority=held, on=clock.today(), why="revoked", by=life.ruth)
    opens_nothing(by_law(life, life.priya, "attorney", authority=held, assessment=life.assessed()), "authority-ended")


def test_an_attorney_sees_what_the_power_is_about_for_a_question_that_jo_cannot_decide(life) -> None:
    rests = {"authority": life.power(life.priya), "assessment": life.assessed()}
    row = by_law(life, life.priya, "attorney", ["health", "plans"], **rests)
    assert life.sees(life.priya) == {"health", "plans"}
    assert row.until <= lasts_until(rests["assessment"])


def test_an_attorney_while_nothing_shows_that_jo_cannot_decide_it(life) -> None:
    """Mental Capacity Act 2005, s. 11(7): no question, one that came to nothing, one that Jo can decide, one of another area."""
    held = life.power(life.priya)
    opens_nothing(by_law(life, life.priya, "attorney", authority=held), "statutory-no-question")
    for conclusion in ("not_concluded", "able"):
        found = life.assessed(conclusion=conclusion)
        opens_nothing(by_law(life, life.priya, "attorney", authority=held, assessment=found), "statutory-person-able")
    opens_nothing(by_law(life, life.priya, "attorney", authority=held, assessment=life.assessed(area="money")), "authority-kind")


def test_an_attorney_on_an_assessment_that_ran_out_or_was_replaced(life) -> None:
    held, found = life.power(life.priya), life.assessed(review_by=clock.today())
    with clock.at(clock.now() + timedelta(days=1)):
        opens_nothing(by_law(life, life.priya, "attorney", authority=held, assessment=found), "statutory-person-able")
    found = life.assessed()
    with clock.at(clock.now() + timedelta(hours=1)):
        life.assessed(conclusion="able", question=found.question)
        opens_nothing(by_law(life, life.priya, "attorney", authority=held, assessment=found), "statutory-person-able")


def test_a_question_that_nobody_decides_for_somebody_else(life) -> None:
    found = life.assessed(excluded_class="sex")
    opens_nothing(by_law(life, life.priya, "attorney", authority=life.power(life.priya), assessment=found), "statutory-excluded")


def test_a_deputy_is_bound_alike_and_an_order_of_the_court_needs_no_assessment(life) -> None:
    deputy, order = life.power(life.priya, "deputy_welfare"), life.power(life.priya, "court_order", allows="Priya may see the plan.")
    opens_nothing(by_law(life, life.priya, "attorney", authority=deputy), "statutory-no-question")
    by_law(life, life.priya, "attorney", authority=order)
    assert life.sees(life.priya) == {"health"}


@pytest.mark.parametrize("conclusion", ["able", "not_concluded"])
def test_what_an_assessment_opens_ends_with_it(life, conclusion) -> None:
    """When Jo can decide it again, or nobody can say any more that Jo cannot, it closes in the same moment."""
    found = life.assessed()
    by_law(life, life.priya, "attorney", authority=life.power(life.priya), assessment=found)
    with clock.at(clock.now() + timedelta(hours=1)):
        life.assessed(conclusion=conclusion, question=found.question)
        assert life.sees(life.priya) == set()


def test_an_assessment_that_is_put_right_closes_what_rested_on_it(life) -> None:
    found = life.assessed()
    by_law(life, life.priya, "attorney", authority=life.power(life.priya), assessment=found)
    actions.correct_assessment(assessment=found, reason="The day was wrong.", by=life.ruth, **lacking.found())
    assert life.sees(life.priya) == set()


def test_it_runs_out_with_the_assessment(life) -> None:
    found = life.assessed(review_by=clock.today() + timedelta(days=3))
    by_law(life, life.priya, "attorney", authority=life.power(life.priya), assessment=found)
    with clock.at(clock.now() + timedelta(days=4)):
        assert life.sees(life.priya) == set()


def test_an_advocate_whom_nobody_asked_for(life) -> None:
    opens_nothing(by_law(life, life.gwen, "imca"), "statutory-no-advocate")


def test_an_advocate_of_another_kind_or_whose_work_ended(life) -> None:
    chosen = authority.ask_for_advocate(person=life.jo, kind="independent", contact=life.gwen, by=life.ruth)
    opens_nothing(by_law(life, life.gwen, "imca", advocacy=chosen), "statutory-no-advocate")
    ended = authority.ask_for_advocate(person=life.jo, kind="imca", contact=life.gwen, by=life.ruth)
    authority.keep_step(advocacy=ended, kind="ended", on=clock.today(), by=life.ruth)
    opens_nothing(by_law(life, life.gwen, "imca", advocacy=ended), "statutory-no-advocate")


def test_an_advocate_asked_for_by_law_sees_until_the_day_or_until_it_ends(life) -> None:
    asked = authority.ask_for_advocate(person=life.jo, kind="imca", contact=life.gwen, by=life.ruth)
    row = by_law(life, life.gwen, "imca", advocacy=asked)
    assert life.sees(life.gwen) == {"health"}
    actions.end_statutory(row=row, reason="Her report is in.", by=life.ruth)
    assert life.sees(life.gwen) == set()


def test_what_an_authority_opens_ends_with_it(life) -> None:
    """Whether it is ended, its papers were another's, it runs out by itself, or it has to be seen anew."""
    held, found = life.power(life.priya), life.assessed()
    by_law(life, life.priya, "attorney", authority=held, assessment=found)
    actions.end_authority(authority=held, on=clock.today(), why="revoked", by=life.ruth)
    assert life.sees(life.priya) == set()
    again = life.power(life.priya, expires_on=clock.today() + timedelta(days=5))
    row = by_law(life, life.priya, "attorney", authority=again, assessment=found)
    assert row.until == again.expires_on and life.sees(life.priya) == {"health"}
    corrected = actions.correct_authority(authority=again, reason="It covers less.", areas=["treatment"], by=life.ruth)
    assert life.sees(life.priya) == set()
    proof = authority.see_papers(authority=corrected, what="registered", seen_on=clock.today(), by=life.ruth)
    by_law(life, life.priya, "attorney", authority=corrected, assessment=found)
    assert life.sees(life.priya) == {"health"}
    actions.take_back_papers(row=proof, reason="They were somebody else's.", by=life.ruth)
    assert life.sees(life.priya) == set()


def test_what_an_advocates_work_opens_ends_with_it(life) -> None:
    asked = authority.ask_for_advocate(person=life.jo, kind="imca", contact=life.gwen, by=life.ruth)
    by_law(life, life.gwen, "imca", advocacy=asked)
    assert life.sees(life.gwen) == {"health"}
    actions.keep_step(advocacy=asked, kind="ended", on=clock.today(), by=life.ruth)
    assert life.sees(life.gwen) == set()


def test_what_the_law_gives_needs_no_permission_and_stops_before_one_not_to_be_told(life) -> None:
    life.asks(life.gwen, {"health": "no"})
    asked = authority.ask_for_advocate(person=life.jo, kind="imca", contact=life.gwen, by=life.ruth)
    by_law(life, life.gwen, "imca", advocacy=asked)
    assert life.sees(life.gwen) == {"health"}
    actions.keep_from_being_told(person=life.jo, contact=life.gwen, topics=["health"], said=JustSaid("said", "Not her."), by=life.ruth)
    assert life.sees(life.gwen) == set()
    assert by_law(life, life.gwen, "imca", advocacy=asked).faults == ["not-to-be-told"]


# --- import and rule ask the same law ---


def test_every_code_says_what_is_wrong_and_what_to_do() -> None:
    assert all(code == fault.code and fault.wrong.endswith(".") and fault.do.endswith(".") for code, fault in law.FAULTS.items())


def test_a_decision_of_another_person(life) -> None:
    about_sam = Decision(person=life.home.sam)
    cited = law.Cited(is_of_person=about_sam.person_id == life.jo.pk, is_valid=True, stands=True, area="sharing", basis="best_interests")
    given = law.Given(given_by="best_interests", about="money", level="may_see", on=clock.today(), decision=cited)
    assert law.permission_faults(given) == ("permission-decision-of-another",)


def test_longer_than_a_year_or_than_four_weeks() -> None:
    today = clock.today()
    given = law.Given(
        given_by="person", about="money", level="may_see", on=today, until=today + timedelta(days=366), has_voice=True, has_view=True
    )
    assert law.permission_faults(given) == ("permission-too-long",)
    codes = law.override_faults(kind="court", on=today, until=today + timedelta(days=29), is_excluded=False)
    assert codes == ("override-too-long",)
