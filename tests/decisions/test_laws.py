"""Law 3: the person decides, unless the law says otherwise. What happened is kept, and without a lawful basis it carries nothing."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from tests.web import arrange

from throughline.base.errors import Invalid, Refused
from throughline.base.written import Written
from throughline.conversations import actions as conversations
from throughline.decisions import actions, policy
from throughline.decisions.choices import Basis
from throughline.decisions.models import Consideration, Decision
from throughline.plan import actions as plan

UNLAWFUL = [value for value in Basis.values if value not in ("own", "own_with_support")]


def by_form(home: arrange.House, asked: Any, voice: Any, basis: str) -> Any:
    given = {"outcome": "A quieter afternoon", "basis": basis, f"effect-voice-{voice.pk}": "shaped"} | arrange.who_decided_sent(home, basis)
    arrange.signed_in(home.ruth).post(reverse("decisions:decide", args=[asked.pk]), given)
    return Decision.objects.get()


def by_action(home: arrange.House, asked: Any, voice: Any, basis: str) -> Any:
    return arrange.decided(home, asked, voice, basis=basis)


DOORS = [(basis, by_action) for basis in UNLAWFUL] + [(basis, by_form) for basis in ("relative", "staff", "custom")]


@pytest.mark.parametrize(("basis", "door"), DOORS)
def test_law_3_what_is_not_the_persons_own_is_kept_not_valid_and_nothing_can_cite_it(home: arrange.House, basis: str, door: Any) -> None:
    decision = door(home, arrange.question(home), arrange.said(home), basis)
    assert (decision.standing, bool(decision.faults)) == ("not_valid", True)
    version = plan.begin(person=home.jo, kind="routine", title="Quiet afternoon", by=home.ruth)
    with pytest.raises(Refused, match="not valid"):
        plan.publish(version=version, message="x", decision=decision, by=home.ruth)


@pytest.mark.parametrize("basis", ["own", "own_with_support"])
def test_law_3_the_persons_own_decision_takes_effect(home: arrange.House, basis: str) -> None:
    decision = arrange.decided(home, arrange.question(home), arrange.said(home), basis=basis, support_given="photos")
    assert (decision.standing, decision.faults) == ("valid", [])


def test_law_3_deciding_again_on_a_bad_basis_takes_no_effect_either(home: arrange.House) -> None:
    voice = arrange.said(home)
    first = arrange.decided(home, arrange.question(home), voice)
    weighed = [Consideration(voice=voice, effect="shaped")]
    told = {"considered": weighed, "outcome": "No", "basis": "relative", "decided_by_contact": arrange.mum(home)}
    later = actions.decide_again(decision=first, reason="Mum says", by=home.ruth, **told)
    assert (later.standing, later.amends, later.reason) == ("not_valid", None, "Mum says")
    assert later.number != first.number


def test_law_3_who_decided_instead_of_the_person_is_named(home: arrange.House) -> None:
    voice, asked, priya = arrange.said(home), arrange.question(home), arrange.mum(home)
    nobody: dict[str, Any] = {"decided_by_contact": None, "decided_by_staff": None}
    for basis, unfit in (("relative", {"decided_by_staff": home.ruth}), ("staff", {"decided_by_contact": priya}), ("best_interests", {})):
        with pytest.raises(Invalid) as invalid:
            arrange.decided(home, asked, voice, basis=basis, **nobody | unfit)
        assert list(invalid.value.faults) == ["decided_by"]
    assert arrange.decided(home, asked, voice, basis="court").standing == "not_valid"


def test_law_3_somebody_elses_relative_is_not_named(home: arrange.House) -> None:
    ann = arrange.actions.add_contact(person=home.sam, name="Ann", kind="circle", relationship="neighbour", by=home.ruth)
    with pytest.raises(Invalid, match="contact of somebody else"):
        arrange.decided(home, arrange.question(home), arrange.said(home), basis="relative", decided_by_contact=ann)


def test_a_question_is_decided_once_and_then_again_under_its_number(home: arrange.House) -> None:
    voice, asked = arrange.said(home), arrange.question(home)
    first = arrange.decided(home, asked, voice)
    with pytest.raises(Invalid, match=f"decided already: {first}"):
        arrange.decided(home, asked, voice)
    assert list(Decision.objects.all()) == [first]


def test_what_takes_no_effect_is_no_bar_and_keeps_its_own_number(home: arrange.House) -> None:
    voice, asked = arrange.said(home), arrange.question(home)
    mums = arrange.decided(home, asked, voice, basis="relative")
    jos = arrange.decided(home, asked, voice)
    assert (mums.standing, jos.standing) == ("not_valid", "valid") and mums.number != jos.number


def test_what_took_no_effect_is_not_decided_again_beside_what_stands(home: arrange.House) -> None:
    voice, asked = arrange.said(home), arrange.question(home)
    mums = arrange.decided(home, asked, voice, basis="relative")
    jos = arrange.decided(home, asked, voice)
    weighed = [Consideration(voice=voice, effect="shaped")]
    with pytest.raises(Invalid, match=f"decided already: {jos}"):
        actions.decide_again(decision=mums, reason="Jo now says so", considered=weighed, outcome="Yes", basis="own", by=home.ruth)


def test_law_3_somebody_elses_words_decide_nothing(home: arrange.House) -> None:
    sams = conversations.keep_voice(person=home.sam, how_told="said", words="Yes.", by=home.amina)
    with pytest.raises(Invalid):
        arrange.decided(home, arrange.question(home), sams)


def test_law_3_an_option_of_another_question_is_not_chosen(home: arrange.House) -> None:
    other = actions.offer(question=arrange.question(home), title="x", by=home.ruth)
    with pytest.raises(Invalid):
        arrange.decided(home, arrange.question(home), arrange.said(home), option=other)


def test_law_2_what_was_only_seen_needs_a_second_observer_to_count(home: arrange.House) -> None:
    voice = arrange.showed(home)
    assert arrange.decided(home, arrange.question(home), voice).faults == ["no-view"]
    conversations.second_voice(voice=voice, seen="On Sunday too.", agrees=False, by=home.tom)
    assert arrange.decided(home, arrange.question(home), voice).faults == ["no-view"]
    conversations.second_voice(voice=voice, seen="On Monday too.", agrees=True, by=home.ruth)
    assert arrange.decided(home, arrange.question(home), voice).standing == "valid"


def test_law_5_a_voice_that_came_later_repairs_nothing(march: arrange.House, at: Any) -> None:
    with at("2026-03-03 10:00"):
        asked = arrange.question(march)
    with at("2026-03-05 10:00"):
        voice = arrange.said(march)
        early = Written(occurred_at=asked.occurred_at)
        assert arrange.decided(march, asked, voice, written=early).faults == ["view-after"]


def test_numbers_can_be_said_aloud_and_are_given_once(home: arrange.House) -> None:
    voice = arrange.said(home)
    decisions = [arrange.decided(home, arrange.question(home), voice) for _ in range(3)]
    assert [str(each) for each in decisions] == [f"D-{each.number}" for each in decisions]
    assert len({each.number for each in decisions}) == 3


def test_not_followed_says_why_in_the_table_too(home: arrange.House) -> None:
    voice = arrange.said(home)
    decision = arrange.decided(home, arrange.question(home), voice)
    with pytest.raises(IntegrityError), transaction.atomic():
        Consideration.objects.create(person=home.jo, decision=decision, voice=voice, effect="not_followed")


@pytest.mark.parametrize(("who", "may"), [("ruth", {"low", "moderate", "high"}), ("amina", {"low"}), ("tom", set()), ("neighbour", set())])
def test_weight_follows_impact_in_who_may(home: arrange.House, who: str, may: set[str]) -> None:
    user = getattr(home, who)
    assert {impact for impact in ("low", "moderate", "high") if policy.may_decide(user, home.jo, impact)} == may
    assert bool(policy.may_tell(user, home.jo)) is (who != "neighbour")
