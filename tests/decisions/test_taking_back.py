"""Law 1 of what was decided, assessed, disputed and raised: a mistake is a row of its own. And law 3: what rested on it carries no more."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from tests.agreements.circle import attorney
from tests.decisions.test_disagreement import closed, mums, opened, stepped
from tests.decisions.test_for_somebody import assess, checklist, decide_for
from tests.decisions.test_liberty import reviewed
from tests.decisions.test_safeguarding import raised, referred
from tests.plan.test_liberty import leader
from tests.web import arrange

from throughline.access import scope
from throughline.agreements import actions as agreements
from throughline.authority import actions as authority
from throughline.authority.models import Proof
from throughline.base import clock, events
from throughline.base.errors import Invalid, NotFound, Refused
from throughline.base.models import Amendment, Event
from throughline.decisions import actions, queries, queries_amended, queries_liberty, queries_safeguarding
from throughline.decisions.models import CapacityAssessment, Decision, LibertyAuthorisationEnded, LibertyReview
from throughline.decisions.parts import InformationGiven, SupportTried
from throughline.plan import actions as plan
from throughline.plan import queries as planned
from throughline.plan.models import Publication

ALONE = {"not_consulted_because": "Nobody could be reached."}
WHY = "It was written on the wrong page."


def authorised(home: arrange.House, **more: Any) -> Any:
    days = {"from_on": clock.today(), "until_on": clock.today() + timedelta(days=100)}
    told = {"kind": "standard", "reference": "DoLS 12", "conditions": ["A walk each day"]} | days | more
    return actions.keep_authorisation(person=arrange.as_a_care_home(home).jo, by=home.ruth, **told)


def objected(home: arrange.House) -> Any:
    return actions.keep_objection(person=home.jo, feeling="objects_behaviour", seen="Pulled at the gate.", by=home.tom)


def told(home: arrange.House) -> Any:
    decision = arrange.decided(home, arrange.question(home), arrange.said(home))
    return actions.tell(decision=decision, how="Photos", reaction="right", by=home.amina)


def asked(home: arrange.House) -> Any:
    return arrange.question(home)


def told_of_assessment(home: arrange.House) -> Any:
    return actions.tell_of_assessment(assessment=assess(home, asked(home)), how="A talk", by=home.amina)


@dataclass(frozen=True)
class Way:
    """How a row of a table comes about, and who may take it back."""

    make: Callable[[arrange.House], Any]
    may: frozenset[str]
    may_not: frozenset[str]


OWN = frozenset({"ruth", "amina"})
MANAGER = frozenset({"ruth"})
NOBODY_ELSE = frozenset({"amina", "tom", "neighbour"})
NOT_THEIRS = frozenset({"tom", "neighbour"})

WAYS = {
    "question": Way(asked, MANAGER, NOBODY_ELSE),
    "option": Way(lambda home: actions.offer(question=asked(home), title="A bath", by=home.amina), OWN, NOT_THEIRS),
    "decision": Way(lambda home: arrange.decided(home, asked(home), arrange.said(home)), MANAGER, NOBODY_ELSE),
    "told": Way(told, OWN, NOT_THEIRS),
    "assessment": Way(lambda home: assess(home, asked(home)), MANAGER, NOBODY_ELSE),
    "assessment told": Way(told_of_assessment, OWN, NOT_THEIRS),
    "review": Way(reviewed, MANAGER, NOBODY_ELSE),
    "objection": Way(objected, frozenset({"ruth", "tom"}), frozenset({"amina", "neighbour"})),
    "authorisation": Way(authorised, MANAGER, NOBODY_ELSE),
    "condition met": Way(
        lambda home: actions.meet_condition(condition=authorised(home).conditions.get(), evidence="A walk", by=home.ruth),
        MANAGER,
        NOBODY_ELSE,
    ),
    "authorisation ended": Way(
        lambda home: actions.end_authorisation(authorisation=authorised(home), on=clock.today(), why="x", by=home.ruth),
        MANAGER,
        NOBODY_ELSE,
    ),
    "disagreement": Way(opened, OWN, NOT_THEIRS),
    "position": Way(lambda home: mums(home, opened(home)), OWN, NOT_THEIRS),
    "step": Way(lambda home: stepped(home, opened(home), "listen"), MANAGER, NOBODY_ELSE),
    "closed": Way(lambda home: closed(home, opened(home)), MANAGER, NOBODY_ELSE),
    "concern": Way(raised, MANAGER, frozenset({"tom", "amina", "neighbour"})),
    "concern step": Way(lambda home: referred(home, raised(home)), MANAGER, frozenset({"tom", "amina", "neighbour"})),
}
WHAT = pytest.mark.parametrize("what", WAYS)


@WHAT
def test_law_1_what_was_entered_by_mistake_stays_and_counts_no_more(home: arrange.House, what: str) -> None:
    row = WAYS[what].make(home)
    mistake = actions.take_back(row=row, reason=WHY, by=home.ruth)
    assert (mistake.amends_id, mistake.amendment, mistake.reason) == (row.pk, Amendment.MISTAKE, WHY)
    assert (mistake.author, mistake.occurred_at, mistake.audience) == (home.ruth, row.occurred_at, row.audience)
    assert not type(row).objects.current().filter(pk__in=[row.pk, mistake.pk]).exists()
    assert type(row).objects.filter(pk=row.pk).exists()
    assert Event.objects.latest("pk").verb == "decisions.taken-back"


@WHAT
def test_it_is_taken_back_by_its_author_or_who_answers_for_the_record(home: arrange.House, what: str) -> None:
    row = WAYS[what].make(home)
    for who in WAYS[what].may_not:
        with pytest.raises(Refused):
            actions.take_back(row=row, reason=WHY, by=getattr(home, who))
    by = next(iter(WAYS[what].may - MANAGER), "ruth")
    assert actions.take_back(row=row, reason=WHY, by=getattr(home, by))


@WHAT
def test_without_its_event_nothing_is_taken_back(home: arrange.House, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    row = WAYS[what].make(home)

    def broken(*_args: Any, **_told: Any) -> None:
        raise RuntimeError("the journal cannot be written")

    monkeypatch.setattr(events, "record", broken)
    with pytest.raises(RuntimeError):
        actions.take_back(row=row, reason=WHY, by=home.ruth)
    assert type(row).objects.current().filter(pk=row.pk).exists()
    assert type(row).objects.filter(amends=row).count() == 0


@pytest.mark.parametrize("what", ["review", "position", "concern"])
def test_nothing_is_taken_back_without_a_reason_or_twice(home: arrange.House, what: str) -> None:
    row = WAYS[what].make(home)
    with pytest.raises(Invalid) as invalid:
        actions.take_back(row=row, reason=" ", by=home.ruth)
    assert set(invalid.value.faults) == {"reason"}
    actions.take_back(row=row, reason=WHY, by=home.ruth)
    with pytest.raises(Invalid, match="meanwhile"):
        actions.take_back(row=row, reason=WHY, by=home.ruth)


# --- law 3: what rests on an assessment or an authority ---


@pytest.fixture
def question(home: arrange.House) -> Any:
    return arrange.question(home, impact="high")


def sight(home: arrange.House) -> Any:
    return scope.sight(home.ruth, home.jo.pk)


def lost(home: arrange.House, decision: Decision, as_at: Any = None) -> str:
    found = queries.decision(sight(home), decision.pk, as_at)
    assert found.takes_effect is (not found.lost)
    return found.lost


def publish(home: arrange.House, decision: Decision, by: Any = None, **more: Any) -> Publication:
    version = plan.begin(person=home.jo, title="The dentist", by=by or home.ruth, **({"kind": "routine"} | more))
    return plan.publish(version=version, message="From today", decision=decision, by=home.ruth)


def test_law_3_a_decision_carries_nothing_once_its_assessment_is_taken_back(home: arrange.House, question: Any) -> None:
    assessment = assess(home, question)
    decision = decide_for(home, question, assessment)
    agreements.take_back_decided(row=assessment, reason="It was Sam’s.", by=home.ruth)
    assert lost(home, decision) == "assessment-mistaken"
    assert Decision.objects.get(pk=decision.pk).standing == "valid"  # derived, and not rewritten
    assert queries.standing_of(sight(home), question) is None
    assert [each.pk for each in queries.undecided(sight(home))] == [question.pk]
    with pytest.raises(Refused, match="not valid"):
        publish(home, decision)


def test_it_does_so_too_when_the_assessment_was_corrected_in_between(home: arrange.House, question: Any) -> None:
    assessment = assess(home, question)
    decision = decide_for(home, question, assessment)
    tried = [SupportTried(what="Photos", on=clock.today() - timedelta(days=2))]
    found = {"information": [InformationGiven(text="What the dentist does")], "tried": tried, "place": "The kitchen"}
    corrected = actions.correct_assessment(assessment=assessment, reason="It was the kitchen.", by=home.ruth, **found)
    assert lost(home, decision) == ""
    actions.take_back(row=corrected, reason="It was Sam’s.", by=home.ruth)
    assert lost(home, decision) == "assessment-mistaken"


def test_as_at_a_day_before_it_says_what_could_be_known_then(march: arrange.House, at: Any) -> None:
    with at("2026-03-03 10:00"):
        question = arrange.question(march, impact="high")
        assessment = assess(march, question)
        decision = decide_for(march, question, assessment)
    with at("2026-03-05 10:00"):
        actions.take_back(row=assessment, reason="It was Sam’s.", by=march.ruth)
        assert lost(march, decision) == "assessment-mistaken"
        assert lost(march, decision, clock.end_of(date(2026, 3, 4))) == ""
        assert [each.takes_effect for each in queries.decisions(sight(march), clock.end_of(date(2026, 3, 4)))] == [True]


def test_nothing_new_rests_on_an_assessment_that_was_taken_back(home: arrange.House, question: Any) -> None:
    assessment = assess(home, question)
    actions.take_back(row=assessment, reason="It was Sam’s.", by=home.ruth)
    assert decide_for(home, question, assessment).faults == ["assessment-mistaken"]


def test_it_is_decided_anew_and_what_was_lost_is_no_bar(home: arrange.House, question: Any) -> None:
    first = assess(home, question)
    decide_for(home, question, first)
    actions.take_back(row=first, reason="It was Sam’s.", by=home.ruth)
    own = arrange.decided(home, question, arrange.said(home), only_one_because="one dentist")
    assert queries.standing_of(sight(home), question) == own


def by_attorney(home: arrange.House, **more: Any) -> tuple[Any, Decision]:
    """Priya decides about medication by her registered power, whose papers Ruth has seen."""
    priya = arrange.mum(home)
    power = attorney(home, priya)
    question = arrange.decisions.ask(person=home.jo, text="Shall Jo have the new tablet?", area="medication", impact="low", by=home.ruth)
    told = {
        "assessment": assess(home, question),
        "authority": power,
        "acting": list(power.holders.all()),
        "best_interests": checklist(**ALONE),
    }
    return power, arrange.decided(home, question, arrange.said(home), basis="attorney", decided_by_contact=priya, **told | more)


def test_law_3_a_decision_carries_nothing_once_its_authority_is_taken_back(home: arrange.House) -> None:
    power, decision = by_attorney(home)
    assert (decision.standing, lost(home, decision)) == ("valid", "")
    agreements.take_back_papers(row=power, reason="It is Sam’s mum’s.", by=home.ruth)
    assert lost(home, decision) == "authority-mistaken"


def test_law_3_a_paper_that_nobody_saw_carries_nothing_and_another_that_was_seen_does(home: arrange.House) -> None:
    power, decision = by_attorney(home)
    authority.see_papers(authority=power, what="The same, on screen", seen_on=clock.today(), by=home.ruth)
    first, second = Proof.objects.current().order_by("sequence")
    agreements.take_back_papers(row=first, reason="It was a copy.", by=home.ruth)
    assert lost(home, decision) == ""
    agreements.take_back_papers(row=second, reason="It was somebody else’s.", by=home.ruth)
    assert lost(home, decision) == "authority-unproven"


def test_what_was_decided_before_an_authority_ended_stands(home: arrange.House) -> None:
    power, decision = by_attorney(home)
    agreements.end_authority(authority=power, on=clock.today(), why="revoked", by=home.ruth)
    assert lost(home, decision) == ""


def test_nothing_new_rests_on_an_authority_that_was_taken_back(home: arrange.House) -> None:
    priya = arrange.mum(home)
    power = attorney(home, priya)
    authority.take_back(row=power, reason="It is Sam’s mum’s.", by=home.ruth)
    question = arrange.decisions.ask(person=home.jo, text="Shall Jo have it?", area="medication", impact="low", by=home.ruth)
    told = {
        "assessment": assess(home, question),
        "authority": power,
        "acting": list(power.holders.all()),
        "best_interests": checklist(**ALONE),
    }
    decision = arrange.decided(home, question, arrange.said(home), basis="attorney", decided_by_contact=priya, **told)
    assert decision.faults == ["authority-mistaken"]


# --- what staff follow ---


def restricting(home: arrange.House) -> tuple[CapacityAssessment, Publication]:
    """The kitchen is locked at night, decided in Jo's best interests."""
    about = {"text": "Is the kitchen locked at night?", "area": "restrictions", "impact": "high"}
    question = arrange.decisions.ask(person=home.jo, by=home.ruth, **about)
    assessment = assess(home, question)
    decision = decide_for(home, question, assessment)
    reviewed(home, looked_at=[decision])
    soon = clock.today() + timedelta(days=60)
    return assessment, publish(home, decision, leader(home), kind="restriction", look_again_on=soon)


def followed(home: arrange.House, as_at: Any = None) -> list[Any]:
    return [each.pk for each in planned.followed(sight(home), as_at)]


def test_law_3_staff_follow_no_limit_whose_decision_carries_no_more(march: arrange.House, at: Any) -> None:
    with at("2026-03-03 10:00"):
        assessment, publication = restricting(march)
        assert followed(march) == [publication.pk]
    with at("2026-03-05 10:00"):
        actions.take_back(row=assessment, reason="It was Sam’s.", by=march.ruth)
        assert followed(march) == []
        assert followed(march, clock.end_of(date(2026, 3, 4))) == [publication.pk]


def test_what_needs_no_decision_goes_on_without_one(home: arrange.House, question: Any) -> None:
    assessment = assess(home, question)
    publication = publish(home, decide_for(home, question, assessment))
    actions.take_back(row=assessment, reason="It was Sam’s.", by=home.ruth)
    assert followed(home) == [publication.pk]
    [found] = planned.publications(sight(home), publication.item)
    assert (found.lost, found.needs_decision) == (True, False)


def test_a_decision_that_was_taken_back_leaves_its_question_open_and_its_limit_unfollowed(home: arrange.House) -> None:
    _assessment, publication = restricting(home)
    agreements.take_back_decided(row=publication.decision, reason="It was Sam’s kitchen.", by=home.ruth)
    assert followed(home) == []
    assert [each.pk for each in queries.undecided(sight(home))] == [publication.decision.question_id]


def test_a_question_that_is_decided_is_not_taken_back_before_its_decision(home: arrange.House) -> None:
    question = asked(home)
    decision = arrange.decided(home, question, arrange.said(home))
    with pytest.raises(Invalid, match="Take that back first"):
        actions.take_back(row=question, reason=WHY, by=home.ruth)
    actions.take_back(row=decision, reason=WHY, by=home.ruth)
    actions.take_back(row=question, reason=WHY, by=home.ruth)
    assert queries.questions(sight(home)) == []


def test_the_option_that_was_chosen_is_not_taken_back(home: arrange.House) -> None:
    question = asked(home)
    option = actions.offer(question=question, title="A bath", by=home.ruth)
    arrange.decided(home, question, arrange.said(home), option=option)
    with pytest.raises(Invalid, match="the option that was chosen"):
        actions.take_back(row=option, reason=WHY, by=home.ruth)


# --- liberty: the door closes again ---


def test_a_review_that_was_taken_back_closes_the_door_again(home: arrange.House, question: Any) -> None:
    decision = decide_for(home, question, assess(home, question))
    review = reviewed(home, looked_at=[decision])
    version = plan.begin(person=home.jo, kind="routine", title="The gate is locked", by=home.ruth)
    told = {"version": version, "message": "From tonight", "decision": decision, "limits": True, "by": home.ruth}
    actions.take_back(row=review, reason="I looked at Sam’s.", by=home.ruth)
    assert queries_liberty.liberty_stands(home.jo, clock.today()).state == "none"
    with pytest.raises(Refused):
        plan.publish(**told)
    assert LibertyReview.objects.count() == 2


def test_an_authorisation_that_was_taken_back_authorises_nothing_nor_what_made_it_longer(home: arrange.House) -> None:
    week = clock.today() + timedelta(days=6)
    urgent = authorised(home, kind="urgent", reference="U 1", until_on=week, conditions=[])
    authorised(home, kind="urgent", reference="U 2", until_on=week + timedelta(days=7), extends=urgent, conditions=[])
    assert queries_liberty.liberty_stands(home.jo, clock.today()).state == "authorised"
    actions.take_back(row=urgent, reason="It is Sam’s.", by=home.ruth)
    assert queries_liberty.liberty_stands(home.jo, clock.today()).state == "none"


def test_an_ending_that_was_taken_back_ends_nothing(home: arrange.House) -> None:
    row = authorised(home)
    actions.end_authorisation(authorisation=row, on=clock.today(), why="x", by=home.ruth)
    actions.take_back(row=LibertyAuthorisationEnded.objects.get(), reason="It goes on.", by=home.ruth)
    assert queries_liberty.liberty_stands(home.jo, clock.today()).state == "authorised"


def test_an_objection_that_was_taken_back_leaves_the_review_as_it_was(home: arrange.House) -> None:
    reviewed(home)
    row = objected(home)
    assert queries_liberty.liberty_stands(home.jo, clock.today()).state == "open"
    actions.take_back(row=row, reason="It was Sam at the gate.", by=home.tom)
    assert queries_liberty.liberty_stands(home.jo, clock.today()).state == "no_deprivation"


# --- concerns ---


def test_a_concern_that_was_taken_back_is_still_one_that_tom_raised(home: arrange.House) -> None:
    row = raised(home)
    actions.take_back(row=row, reason="It was about Sam.", by=home.ruth)
    assert queries_safeguarding.concerns(sight(home)) == []
    assert queries_safeguarding.raised_by(scope.sight(home.tom, home.jo.pk)) == [row.recorded_at]


def test_what_was_taken_back_of_a_concern_is_there_for_nobody_else(home: arrange.House) -> None:
    row = raised(home)
    actions.take_back(row=row, reason="It was about Sam.", by=home.ruth)
    tables = [queries_amended.SAFEGUARDING["concern"]]
    assert [each.amends_id for each in queries_amended.taken_back(sight(home), tables)] == [row.pk]
    assert queries_amended.taken_back(scope.sight(home.tom, home.jo.pk), tables) == []
    with pytest.raises(NotFound):
        queries_amended.row(scope.sight(home.tom, home.jo.pk), queries_amended.SAFEGUARDING, "concern", row.pk)


def test_a_closing_that_was_taken_back_lets_it_go_on(home: arrange.House) -> None:
    row = opened(home)
    actions.take_back(row=closed(home, row), reason="Priya had not been asked.", by=home.ruth)
    assert stepped(home, row, "listen")
