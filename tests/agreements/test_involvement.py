"""What was agreed with the people in Jo's life: Jo's answer carries it, and it goes no further than authority and permission."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from tests.agreements.circle import Circle, around_jo, attorney, permitted, said, thing, version
from tests.web import arrange

from throughline.access import actions as access
from throughline.access import circle, scope
from throughline.agreements import actions, law, queries
from throughline.agreements.actions import Answered
from throughline.agreements.models import AgreementAnswer, AgreementVersion
from throughline.agreements.parts import AgreementParty
from throughline.agreements.queries import cited
from throughline.base import clock
from throughline.base.errors import Invalid, Refused
from throughline.conversations import actions as conversations
from throughline.decisions import actions as decisions


@pytest.fixture
def people(home: arrange.House) -> Circle:
    return around_jo(home)


def stated(home: arrange.House) -> list[Any]:
    return queries.stated(scope.sight(home.ruth, home.jo.pk))


def agreed(home: arrange.House) -> Any:
    """The version that is in force."""
    found = queries.in_force(stated(home))
    return found and found.version


def faults(home: arrange.House) -> list[str]:
    """What keeps Jo's latest answer from carrying the newest version."""
    return stated(home)[0].own.faults


def answer(home: arrange.House, to: Any, kind: str = "agreed", **more: Any) -> AgreementAnswer:
    return actions.answer(version=to, answered=Answered(kind, **more), by=home.ruth)


# --- the person's answer ---


def test_what_jo_agreed_to_is_in_force(home: arrange.House, people: Circle) -> None:
    first = version(home, people.priya)
    assert agreed(home) == first
    assert (stated(home)[0].own.voice.words, stated(home)[0].own.faults) == ("Yes, I like that.", [])
    assert first.look_again_on == clock.today() + timedelta(days=182)


def test_before_jo_is_asked_it_is_a_proposal(home: arrange.House, people: Circle) -> None:
    first = version(home, people.priya, agreed=Answered("not_asked"))
    assert (agreed(home), stated(home)[0].is_proposal, faults(home)) == (None, True, ["agreement-person-not-asked"])
    answer(home, first, said=said())
    assert agreed(home) == first


def test_when_nobody_says_what_jo_said_jo_was_not_asked(home: arrange.House, people: Circle) -> None:
    party = AgreementParty(contact=people.priya)
    actions.write_version(person=home.jo, purpose="x", parties=[party], answers=[], by=home.ruth)
    assert faults(home) == ["agreement-person-not-asked"]


def test_what_jo_refused_is_not_agreed_whatever_priya_says(home: arrange.House, people: Circle) -> None:
    first = version(home, people.priya, agreed=Answered("refused", said=said("No.")))
    answer(home, first, contact=people.priya, words="Fine with me.")
    assert (agreed(home), faults(home)) == (None, ["agreement-person-said-no"])


def test_that_jo_agreed_has_to_show(home: arrange.House, people: Circle) -> None:
    version(home, people.priya, agreed=Answered("agreed"))
    assert (agreed(home), faults(home)) == (None, ["agreement-no-view"])


def test_what_was_only_seen_carries_it_once_a_second_person_saw_the_same(home: arrange.House, people: Circle) -> None:
    smiled = arrange.showed(home, "Smiled at Priya’s photo.", "Jo wants her there.")
    first = version(home, people.priya, agreed=Answered("agreed", said=smiled))
    assert faults(home) == ["agreement-not-own-view"]
    conversations.second_voice(voice=smiled, seen="Smiled again.", agrees=True, by=home.ruth)
    answer(home, first, said=smiled)
    assert agreed(home) == first


def test_jo_can_take_it_back_at_any_time_and_nothing_older_comes_back(home: arrange.House, people: Circle) -> None:
    first = version(home, people.priya)
    second = version(home, people.priya, people.gwen, after=first)
    assert agreed(home) == second
    answer(home, second, "refused", said=said("I do not want that any more."))
    assert agreed(home) is None


def test_what_was_agreed_goes_on_while_a_new_version_waits(home: arrange.House, people: Circle) -> None:
    first = version(home, people.priya)
    second = version(home, people.priya, people.gwen, after=first, agreed=Answered("not_asked"))
    assert agreed(home) == first
    answer(home, first, "refused", said=said("Stop."))
    assert agreed(home) is None
    answer(home, second, said=said())
    assert agreed(home) == second


def test_who_takes_part_answers_in_their_own_words_and_only_they(home: arrange.House, people: Circle) -> None:
    first = version(home, people.priya)
    answer(home, first, "refused", contact=people.priya, words="I want to come on Sundays too.")
    [found] = stated(home)
    assert found.answers[(people.priya.pk, None)].words == "I want to come on Sundays too."
    assert agreed(home) == first, "the person decides who takes part"
    with pytest.raises(Invalid, match="take no part"):
        answer(home, first, contact=people.gwen)


def test_an_older_version_is_asked_about_no_more(home: arrange.House, people: Circle) -> None:
    first = version(home, people.priya)
    version(home, people.priya, after=first)
    with pytest.raises(Invalid, match="newer version"):
        answer(home, first, said=said())


# --- another basis that the law knows ---


def decided(home: arrange.House, contact: Any = None, area: str = "contact", basis: str = "own", person: Any = None) -> Any:
    whose = person or home.jo
    asked = decisions.ask(person=whose, text="How does Priya take part?", area=area, impact="low", contact=contact, by=home.ruth)
    voice = conversations.keep_voice(person=whose, how_told="said", words="Like that.", by=home.amina)
    return arrange.decided(home, asked, voice, basis=basis)


def test_a_decision_that_stands_carries_it(home: arrange.House, people: Circle) -> None:
    first = version(home, people.priya, agreed=Answered("not_asked", decision=decided(home, people.priya)))
    assert agreed(home) == first


def test_a_decision_that_is_not_valid_carries_nothing(home: arrange.House, people: Circle) -> None:
    version(home, people.priya, agreed=Answered("not_asked", decision=decided(home, people.priya, basis="relative")))
    assert faults(home) == ["agreement-decision-not-valid"]


def test_a_decision_about_something_else_carries_nothing(home: arrange.House, people: Circle) -> None:
    for other in (decided(home, people.priya, area="money"), decided(home, people.dan), decided(home)):
        about_it = law.Agreement(answer="not_asked", decision=cited(other, home.jo.pk), contacts=frozenset({people.priya.pk}))
        assert law.agreement_faults(about_it) == ("agreement-decision-about-something-else",)


def test_a_decision_about_sharing_or_about_one_of_several_carries_no_agreement(home: arrange.House, people: Circle) -> None:
    """What Priya may know says nothing of how Priya takes part, and what is decided about Priya says nothing of Dan."""
    about_sharing = cited(decided(home, people.priya, area="sharing"), home.jo.pk)
    about_priya = cited(decided(home, people.priya), home.jo.pk)
    for decision, contacts in ((about_sharing, {people.priya.pk}), (about_priya, {people.priya.pk, people.dan.pk})):
        given = law.Agreement(answer="not_asked", decision=decision, contacts=frozenset(contacts))
        assert law.agreement_faults(given) == ("agreement-decision-about-something-else",)


@pytest.mark.parametrize("area", ["care", "contact", "sharing"])
def test_no_decision_of_jos_own_goes_before_jos_no(home: arrange.House, people: Circle, area: str) -> None:
    """Neither soup for tea nor what Jo decided about Priya before: a no is what Jo decides now."""
    version(home, people.priya, agreed=Answered("refused", said=said("No! Not mum."), decision=decided(home, people.priya, area=area)))
    assert (agreed(home), faults(home)) == (None, ["agreement-person-said-no"])


def test_only_what_was_decided_for_somebody_who_cannot_goes_before_a_no() -> None:
    made = law.Cited(is_of_person=True, is_valid=True, stands=True, area="contact", basis="best_interests", contact=1)
    given = law.Agreement(answer="refused", has_voice=True, has_view=True, decision=made, contacts=frozenset({1}))
    assert law.agreement_faults(given) == ()
    assert law.agreement_faults(replace(given, decision=replace(made, able_since=True))) == ("agreement-person-able",)
    for basis in ("own", "own_with_support"):
        assert law.agreement_faults(replace(given, decision=replace(made, basis=basis))) == ("agreement-person-said-no",)


def test_a_decision_that_was_decided_again_carries_nothing(home: arrange.House, people: Circle) -> None:
    first = decided(home, people.priya)
    weighed = [arrange.Consideration(voice=arrange.said(home), effect="shaped")]
    decisions.decide_again(decision=first, reason="x", considered=weighed, outcome="No", basis="own", by=home.ruth)
    version(home, people.priya, agreed=Answered("not_asked", decision=first))
    assert faults(home) == ["agreement-decision-replaced"]


def test_a_decision_about_somebody_else_is_refused(home: arrange.House, people: Circle) -> None:
    with pytest.raises(Invalid):
        version(home, people.priya, agreed=Answered("not_asked", decision=decided(home, person=home.sam)))
    assert not AgreementVersion.objects.exists()


# --- it cannot go beyond authority or permission ---


def deciding(contact: Any, *areas: str) -> AgreementParty:
    return AgreementParty(contact=contact, in_decisions="decides", areas=list(areas))


def with_parties(home: arrange.House, *parties: AgreementParty) -> Any:
    told = {"purpose": "x", "answers": [Answered("agreed", said=said())]}
    return actions.write_version(person=home.jo, parties=parties, by=home.ruth, **told)


def test_it_gives_no_right_to_decide_even_when_jo_agrees(home: arrange.House, people: Circle) -> None:
    with_parties(home, deciding(people.priya, "medication"))
    assert (agreed(home), faults(home)) == (None, ["agreement-decides-beyond"])


def test_to_decide_without_saying_in_what_is_beyond_any_authority(home: arrange.House, people: Circle) -> None:
    attorney(home, people.priya)
    with_parties(home, deciding(people.priya))
    assert faults(home) == ["agreement-decides-beyond"]


def test_an_attorney_decides_what_the_papers_say_and_no_more(home: arrange.House, people: Circle) -> None:
    attorney(home, people.priya)
    first = with_parties(home, deciding(people.priya, "medication"))
    assert agreed(home) == first
    actions.write_version(
        person=home.jo,
        purpose="x",
        parties=[deciding(people.priya, "medication", "home")],
        after=first,
        answers=[Answered("agreed", said=said())],
        by=home.ruth,
    )
    assert (faults(home), agreed(home)) == (["agreement-decides-beyond"], first)


def test_it_shares_nothing_that_jo_did_not_open(home: arrange.House, people: Circle) -> None:
    version(home, people.priya, shared=[thing(people.priya)])
    assert (agreed(home), faults(home)) == (None, ["agreement-shares-beyond"])


def test_what_jo_opened_is_shared_at_its_time(home: arrange.House, people: Circle) -> None:
    permitted(home, people.priya)
    first = version(home, people.priya, shared=[thing(people.priya)])
    assert agreed(home) == first


def test_a_permission_for_one_is_none_for_another_and_one_topic_is_no_other(home: arrange.House, people: Circle) -> None:
    permitted(home, people.priya)
    first = version(home, people.gwen, shared=[thing(people.gwen)])
    assert faults(home) == ["agreement-shares-beyond"]
    version(home, people.priya, shared=[thing(people.priya, "money")], after=first)
    assert faults(home) == ["agreement-shares-beyond"]


def test_what_is_open_at_reviews_is_not_shared_every_week(home: arrange.House, people: Circle) -> None:
    permitted(home, people.priya, level="at_reviews")
    first = version(home, people.priya, shared=[thing(people.priya)])
    assert faults(home) == ["agreement-shares-beyond"]
    second = version(home, people.priya, shared=[thing(people.priya, rhythm="at_reviews")], after=first)
    assert agreed(home) == second


def test_what_is_shared_without_permission_for_a_time_carries_no_agreement(home: arrange.House, people: Circle) -> None:
    told = {"kind": "vital_interests", "topics": ["health"], "because": "Jo is in hospital.", "until": clock.today() + timedelta(days=7)}
    actions.open_without_permission(contact=people.priya, by=home.ruth, **told)
    version(home, people.priya, shared=[thing(people.priya)])
    assert faults(home) == ["agreement-shares-beyond"]


def test_somebody_who_is_not_to_be_told_is_told_nothing_by_an_agreement(home: arrange.House, people: Circle) -> None:
    permitted(home, people.priya)
    actions.keep_from_being_told(person=home.jo, contact=people.priya, topics=["health"], said=said("Not her."), by=home.ruth)
    version(home, people.priya, shared=[thing(people.priya)])
    assert faults(home) == ["agreement-shares-beyond"]


def test_a_permission_that_is_taken_back_shows_beside_what_was_agreed(home: arrange.House, people: Circle) -> None:
    given = permitted(home, people.priya)
    first = version(home, people.priya, shared=[thing(people.priya)])
    parties, shared = list(first.parties.all()), list(first.shared.all())
    assert queries.beyond(parties, shared, clock.today()) == queries.Beyond(frozenset(), frozenset())
    actions.withdraw(permissions=[given], said=said("Stop."), by=home.ruth)
    assert queries.beyond(parties, shared, clock.today()) == queries.Beyond(frozenset(), frozenset({0}))


def test_an_agreement_opens_nothing(home: arrange.House, people: Circle) -> None:
    before = circle.open_to([people.priya])
    version(home, people.priya, shared=[thing(people.priya)])
    assert circle.open_to([people.priya]) == before


# --- one at one address for life ---


def test_versions_are_numbered_and_of_one_agreement(home: arrange.House, people: Circle) -> None:
    first = version(home, people.priya)
    second = version(home, people.priya, after=first, because="Priya comes on Sundays now.")
    assert [each.version.number for each in stated(home)] == [2, 1]
    assert first.agreement == second.agreement


def test_of_two_who_write_at_once_the_second_is_told(home: arrange.House, people: Circle) -> None:
    version(home, people.priya)
    with pytest.raises(Invalid, match="meanwhile"):
        version(home, people.priya)


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"purpose": " "}, "purpose"),
        ({"parties": []}, "parties"),
        ({"look_again_on": date(2020, 1, 1)}, "look_again_on"),
    ],
)
def test_what_is_missing_is_said_at_its_field(home: arrange.House, people: Circle, told: dict[str, Any], field: str) -> None:
    given: dict[str, Any] = {"person": home.jo, "purpose": "x", "parties": [AgreementParty(contact=people.priya)], "by": home.ruth}
    with pytest.raises(Invalid) as invalid:
        actions.write_version(**given | told)
    assert list(invalid.value.faults) == [field]


def test_what_has_to_happen_is_named(home: arrange.House, people: Circle) -> None:
    with pytest.raises(Invalid) as invalid:
        version(home, people.priya, shared=[thing(people.priya, rhythm="when_it_happens")])
    assert list(invalid.value.faults) == [f"event-{people.priya.pk}"]


def test_somebody_elses_people_are_no_party(home: arrange.House) -> None:
    ann = access.add_contact(person=home.sam, name="Ann", kind="circle", relationship="neighbour", by=home.ruth)
    with pytest.raises(Invalid):
        version(home, ann)


def test_a_worker_writes_no_agreement(home: arrange.House, people: Circle) -> None:
    with pytest.raises(Refused):
        actions.write_version(person=home.jo, purpose="x", parties=[AgreementParty(contact=people.priya)], by=home.amina)
