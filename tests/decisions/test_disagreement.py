"""Somebody sees it otherwise than Jo does: the person first, step by step, and nobody closes what they are a party to."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.web import arrange

from throughline.access import scope
from throughline.base import clock
from throughline.base.errors import Invalid, NotFound, Refused
from throughline.conversations import actions as conversations
from throughline.decisions import actions, queries_disagreement
from throughline.decisions.choices import Rung
from throughline.decisions.law import disagreement as law
from throughline.decisions.models import Disagreement
from throughline.plan import actions as plan

CLOSING = {
    "came_to": "choice_stands",
    "reasons": "Jo can decide this, and has.",
    "told": "Jo, with photos. Priya, on the phone.",
    "staff_now": "Jo goes to the shop alone on Tuesdays.",
}


def opened(home: arrange.House, by: Any = None, **about: Any) -> Disagreement:
    """Priya does not want Jo to go out alone."""
    about = about or {"voice": arrange.said(home, "I want to go to the shop alone.")}
    return actions.open_disagreement(person=home.jo, subject="Going to the shop alone", by=by or home.amina, **about)


def mums(home: arrange.House, row: Disagreement, **more: Any) -> Any:
    told = {"party": "circle", "contact": arrange.mum(home), "words": "She could be run over.", "evidence": "The road has no crossing."}
    return actions.take_position(disagreement=row, by=home.amina, **(told | more))


def stepped(home: arrange.House, row: Disagreement, rung: str, **more: Any) -> Any:
    return actions.take_step(disagreement=row, rung=rung, owner=home.ruth, by=home.ruth, **more)


def closed(home: arrange.House, row: Disagreement, by: Any = None, **more: Any) -> Any:
    again = {"look_again_on": clock.today() + timedelta(days=60)}
    return actions.close_disagreement(disagreement=row, by=by or home.ruth, **(CLOSING | again | more))


def the(home: arrange.House, row: Disagreement) -> queries_disagreement.Dispute:
    return queries_disagreement.disagreement(scope.sight(home.ruth, home.jo.pk), row.pk)


def test_opened_from_jos_words_they_are_her_position(home: arrange.House) -> None:
    row = opened(home)
    mums(home, row)
    dispute = the(home, row)
    assert [each.party for each in dispute.positions] == ["person", "circle"]
    assert (str(dispute.positions[0].voice), dispute.positions[1].evidence) == (
        "I want to go to the shop alone.",
        "The road has no crossing.",
    )


def test_it_is_opened_from_one_thing_and_no_more(home: arrange.House) -> None:
    voice = arrange.said(home)
    for about in ({}, {"voice": voice, "conversation": arrange.meeting(home)}):
        with pytest.raises(Invalid, match="the one thing"):
            actions.open_disagreement(person=home.jo, subject="x", by=home.amina, **about)


def test_it_is_not_opened_from_somebody_elses_record(home: arrange.House) -> None:
    sams = conversations.keep_voice(person=home.sam, how_told="said", words="No.", by=home.amina)
    with pytest.raises(Invalid, match="somebody else"):
        opened(home, voice=sams)


def test_the_person_comes_first(home: arrange.House) -> None:
    row = opened(home, conversation=arrange.meeting(home))
    with pytest.raises(Invalid, match="The person comes first"):
        mums(home, row)
    actions.take_position(disagreement=row, party="person", voice=arrange.said(home, "I can do it."), by=home.amina)
    assert mums(home, row).pk


def test_why_jos_position_cannot_be_had_and_how_her_view_came_in_counts_too(home: arrange.House) -> None:
    row = opened(home, conversation=arrange.meeting(home), no_voice_because="Jo is in hospital. Dan knows what she wants, and says so.")
    assert mums(home, row).pk


@pytest.mark.parametrize(
    "change",
    [
        {"party": "person", "contact": None, "words": "She wants to go."},
        {"party": "person", "voice": None},
    ],
)
def test_jos_position_is_her_voice_and_nobody_writes_it_for_her(home: arrange.House, change: dict[str, Any]) -> None:
    with pytest.raises(Invalid, match="what they said or showed"):
        mums(home, opened(home), **change)


def test_others_do_not_speak_in_jos_voice(home: arrange.House) -> None:
    with pytest.raises(Invalid, match="Only the person"):
        mums(home, opened(home), voice=arrange.said(home, "No."))


def test_everybody_else_is_named_and_has_words(home: arrange.House) -> None:
    row = opened(home)
    with pytest.raises(Invalid, match="whose position"):
        mums(home, row, contact=None)
    with pytest.raises(Invalid, match="own words"):
        actions.take_position(disagreement=row, party="staff", staff=home.ruth, words=" ", by=home.amina)


# --- steps ---


def test_steps_come_in_their_order_and_passing_one_over_says_why(home: arrange.House) -> None:
    row = opened(home)
    with pytest.raises(Invalid, match="passes over"):
        stepped(home, row, "evidence")
    stepped(home, row, "listen")
    stepped(home, row, "check")
    with pytest.raises(Invalid, match="comes before"):
        stepped(home, row, "listen")
    assert stepped(home, row, "court", because="Priya stops Jo at the door. It cannot wait.").pk


def test_the_steps_of_the_law_are_those_of_the_page() -> None:
    assert tuple(Rung.values) == law.LADDER


def test_without_a_day_the_first_step_has_five_working_days_and_the_next_twenty(march: arrange.House, at: Any) -> None:
    with at("2026-03-03 10:00"):
        row = opened(march)
        assert stepped(march, row, "listen").due_on == date(2026, 3, 10)
        assert stepped(march, row, "check").due_on == date(2026, 3, 31)


def test_who_sees_to_it_and_what_keeps_jo_safe_meanwhile(home: arrange.House) -> None:
    row = opened(home, voice=arrange.said(home), interim="Jo goes as she likes, with her phone.")
    stepped(home, row, "listen")
    assert the(home, row).interim == "Jo goes as she likes, with her phone."
    stepped(home, row, "check", interim="Amina waits at the crossing.", tenancy="It is Jo’s own flat; she comes and goes.")
    assert (the(home, row).interim, the(home, row).tenancy) == ("Amina waits at the crossing.", "It is Jo’s own flat; she comes and goes.")


@pytest.mark.parametrize("who", ["amina", "tom"])
def test_leaders_take_the_steps(home: arrange.House, who: str) -> None:
    with pytest.raises(Refused):
        actions.take_step(disagreement=opened(home), rung="listen", owner=home.ruth, by=getattr(home, who))


# --- closing ---


def test_it_is_closed_with_what_it_came_to_by_somebody_who_is_no_party(home: arrange.House) -> None:
    row = opened(home)
    mums(home, row)
    assert closed(home, row, residual="Priya is still afraid.").came_to == "choice_stands"
    with pytest.raises(Invalid, match="closed already"):
        stepped(home, row, "listen")


def test_whoever_took_a_position_does_not_close_it(home: arrange.House) -> None:
    row = opened(home)
    actions.take_position(disagreement=row, party="staff", staff=home.ruth, words="The road is too dangerous.", by=home.amina)
    with pytest.raises(Invalid, match="party to this"):
        closed(home, row)
    leader = arrange.worker("Gwen", home.ruth, role="team_leader", service=home.elm)
    assert closed(home, row, by=leader).pk


def test_whoever_made_the_disputed_decision_does_not_close_it(home: arrange.House) -> None:
    decision = arrange.decided(home, arrange.question(home), arrange.said(home), basis="staff", decided_by_staff=home.ruth)
    row = opened(home, decision=decision, no_voice_because="x")
    with pytest.raises(Invalid, match="party to this"):
        closed(home, row)


def test_nothing_is_closed_over_the_persons_head(home: arrange.House) -> None:
    row = opened(home, conversation=arrange.meeting(home))
    with pytest.raises(Invalid, match="The person’s position"):
        closed(home, row)


@pytest.mark.parametrize("area", ["home", "tenancy"])
def test_what_is_about_a_home_is_closed_when_the_rights_of_a_tenant_were_looked_at(home: arrange.House, area: str) -> None:
    asked = actions.ask(person=home.jo, text="Who has a key to Jo’s flat?", area=area, impact="low", by=home.ruth)
    row = opened(home, decision=arrange.decided(home, asked, arrange.said(home)), no_voice_because="x")
    with pytest.raises(Invalid, match="what the rights of a tenant mean here"):
        closed(home, row)
    stepped(home, row, "listen", tenancy="It is Jo’s flat. Nobody comes in without being asked.")
    assert closed(home, row).pk


def test_what_changed_was_decided_with_the_person(home: arrange.House) -> None:
    row = opened(home)
    with pytest.raises(Invalid, match="has to be decided"):
        closed(home, row, came_to="changed")
    bad = arrange.decided(home, arrange.question(home), arrange.said(home), basis="relative", decided_by_contact=arrange.mum(home))
    with pytest.raises(Invalid, match="takes no effect"):
        closed(home, row, came_to="changed", settled_by=bad)
    good = arrange.decided(home, arrange.question(home), arrange.said(home))
    with pytest.raises(Invalid, match="best interests"):
        closed(home, row, came_to="best_interests", settled_by=good)
    assert closed(home, row, came_to="changed", settled_by=good).settled_by == good


def test_what_jo_chose_stands_meanwhile(home: arrange.House) -> None:
    """A disagreement takes nothing out of force: the plan that rests on the disputed decision is published all the same."""
    decision = arrange.decided(home, arrange.question(home), arrange.said(home))
    opened(home, decision=decision, no_voice_because="x")
    version = plan.begin(person=home.jo, kind="routine", title="To the shop", by=home.ruth)
    assert plan.publish(version=version, message="From today", decision=decision, by=home.ruth).standing == "valid"


# --- who sees it ---


def test_what_was_told_to_the_manager_alone_is_disputed_with_the_manager_alone(home: arrange.House) -> None:
    row = opened(home, by=home.ruth, voice=arrange.said(home, "Tom shouts.", by=home.ruth, audience="manager"))
    assert row.audience == "manager"
    with pytest.raises(NotFound):
        queries_disagreement.disagreement(scope.sight(home.amina, home.jo.pk), row.pk)
    team = opened(home)
    with pytest.raises(Invalid, match="manager alone"):
        actions.take_position(
            disagreement=team, party="person", voice=arrange.said(home, "x", by=home.ruth, audience="manager"), by=home.ruth
        )


def test_leaders_see_those_that_are_stuck(march: arrange.House, at: Any) -> None:
    with at("2026-03-03 10:00"):
        row = opened(march)
    with at("2026-03-10 10:00"):
        assert queries_disagreement.stuck(march.ruth) == []
    with at("2026-03-11 10:00"):
        assert [why for _dispute, why in queries_disagreement.stuck(march.ruth)] == [("past-due", "no-interim", "no-owner")]
        stepped(march, row, "listen", due_on=date(2026, 12, 1), interim="Jo goes as she likes.")
        assert queries_disagreement.stuck(march.ruth) == []
    with at("2026-05-05 10:00"):
        assert [why for _dispute, why in queries_disagreement.stuck(march.ruth)] == [("long",)]
        assert queries_disagreement.stuck(march.amina) == queries_disagreement.stuck(march.neighbour) == []
        closed(march, row)
        assert queries_disagreement.stuck(march.ruth) == []


@pytest.mark.parametrize("role", ["owner", "quality_lead"])
def test_those_who_oversee_and_settle_nothing_see_them_too(march: arrange.House, at: Any, role: str) -> None:
    with at("2026-03-03 10:00"):
        overseer = arrange.worker("Nia", march.ruth, role=role)
        opened(march)
        opened(march, by=march.ruth, voice=arrange.said(march, "Tom shouts.", by=march.ruth, audience="manager"))
    with at("2026-05-20 10:00"):
        assert [dispute.row.audience for dispute, _why in queries_disagreement.stuck(overseer)] == ["team"]
        assert len(queries_disagreement.stuck(march.ruth)) == 2


def test_leaders_see_at_once_what_is_about_safety_or_about_who_can_decide(home: arrange.House) -> None:
    """However well it goes, and whatever day its step is due."""
    for about in ("about_capacity", "about_safety"):
        row = actions.open_disagreement(
            person=home.jo, subject="x", voice=arrange.said(home), interim="Jo goes as she likes.", by=home.amina, **{about: True}
        )
        stepped(home, row, "listen")
    assert [why for _dispute, why in queries_disagreement.stuck(home.ruth)] == [("capacity",), ("safety",)]


def test_what_was_decided_for_jo_is_about_whether_she_can(home: arrange.House) -> None:
    decision = arrange.decided(home, arrange.question(home), arrange.said(home), basis="best_interests")
    opened(home, decision=decision, no_voice_because="x")
    ((_dispute, why),) = queries_disagreement.stuck(home.ruth)
    assert why == ("capacity", "no-interim", "no-owner")


def test_leaders_see_what_goes_on_without_jo(march: arrange.House, at: Any) -> None:
    """In time by every step, and nobody has heard her: after five working days, or once a step beyond listening was taken."""
    ahead = {"due_on": date(2026, 12, 1), "interim": "Jo goes as she likes."}
    with at("2026-03-03 10:00"):
        row, other = (opened(march, conversation=arrange.meeting(march)) for _each in range(2))
        stepped(march, row, "listen", **ahead)
        assert queries_disagreement.stuck(march.ruth) == []
        for rung in ("listen", "check"):
            stepped(march, other, rung, **ahead)
        assert [dispute.row for dispute, _why in queries_disagreement.stuck(march.ruth)] == [other]
    with at("2026-03-11 10:00"):
        assert [why for _dispute, why in queries_disagreement.stuck(march.ruth)] == [("no-person",), ("no-person",)]
        for each in (row, other):
            actions.take_position(disagreement=each, party="person", voice=arrange.said(march, "I can do it."), by=march.amina)
        assert queries_disagreement.stuck(march.ruth) == []


def test_one_that_goes_on_is_found_from_what_it_is_about(home: arrange.House) -> None:
    sight = scope.sight(home.amina, home.jo.pk)
    voice, decision = arrange.said(home), arrange.decided(home, arrange.question(home), arrange.said(home))
    row = opened(home, voice=voice)
    other = opened(home, decision=decision, no_voice_because="x")
    assert queries_disagreement.about(sight, voices=[voice.pk]) == row
    assert queries_disagreement.about(sight, decision=decision) == other
    closed(home, row)
    assert queries_disagreement.about(sight, voices=[voice.pk]) is None
