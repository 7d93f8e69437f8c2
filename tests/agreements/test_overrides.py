"""Shared without permission, for a reason and a time; and what was told outside these pages, held against what was open."""

from datetime import timedelta

import pytest
from tests.web import arrange

from throughline.agreements import actions, queries
from throughline.agreements.said import JustSaid
from throughline.base import clock
from throughline.base.errors import Invalid, Refused
from throughline.base.written import Written


def shares(life, contact, kind="safeguarding", topics=("money",), because="Dan may be taking money.", days=7, **more):
    until = clock.today() + timedelta(days=days)
    return actions.open_without_permission(
        contact=contact, kind=kind, topics=topics, because=because, until=until, **{"by": life.ruth} | more
    )


def closes(life, contact, *topics):
    return actions.keep_from_being_told(
        person=life.jo, contact=contact, topics=topics, said=JustSaid("said", "Not him."), by=life.home.amina
    )


def test_it_opens_for_a_time_and_closes_by_itself(life) -> None:
    row = shares(life, life.priya)
    assert life.sees(life.priya) == {"money"}
    with clock.at(clock.start_of(row.until + timedelta(days=1))):
        assert life.sees(life.priya) == set()


@pytest.mark.parametrize(
    ("more", "field"), [({"because": " "}, "because"), ({"days": 29}, "until"), ({"days": -1}, "until"), ({"topics": ()}, "topics")]
)
def test_it_has_a_reason_an_end_within_four_weeks_and_something_it_is_about(life, more, field) -> None:
    with pytest.raises(Invalid) as invalid:
        shares(life, life.priya, **more)
    assert list(invalid.value.faults) == [field]


@pytest.mark.parametrize(("kind", "opens"), [("safeguarding", False), ("vital_interests", False), ("court", True), ("legal_duty", True)])
def test_for_somebody_not_to_be_told_only_a_court_or_another_law_goes_before(life, kind, opens) -> None:
    closes(life, life.dan)
    row = shares(life, life.dan, kind)
    assert row.faults == ([] if opens else ["override-not-to-be-told"])
    assert life.sees(life.dan) == ({"money"} if opens else set())


def test_not_to_be_told_shuts_an_override_that_was_there_before(life) -> None:
    shares(life, life.dan)
    closes(life, life.dan, "money")
    assert life.sees(life.dan) == set()


def test_only_a_manager_shares_without_permission(life) -> None:
    leader = arrange.worker("Gwen", life.ruth, role="team_leader", service=life.home.elm, email="leader@example.org")
    for who in (life.home.amina, leader):
        with pytest.raises(Refused):
            shares(life, life.priya, by=who)


def test_a_permission_taken_back_leaves_the_override(life) -> None:
    given = life.asks(life.priya)
    shares(life, life.priya)
    actions.withdraw(permissions=[given], said=JustSaid("said", "Stop."), by=life.ruth)
    assert life.sees(life.priya) == {"money"}


def test_needed_no_longer_it_closes_at_once(life) -> None:
    row = shares(life, life.priya)
    actions.end_override(row=row, reason="The bank has stopped the card.", by=life.ruth)
    assert life.sees(life.priya) == set()
    assert [each.is_open for each in queries.overrides(life.sight)] == [False]


def test_managers_see_all_of_them_and_those_of_another_home_do_not(life) -> None:
    row = shares(life, life.priya)
    elsewhere = arrange.worker("Dr Shah", life.ruth, role="registered_manager", service=life.home.oak, email="oak2@example.org")
    assert [each.row for each in queries.overrides_everywhere(life.ruth)] == [row]
    assert queries.overrides_everywhere(elsewhere) == []
    assert queries.overrides_everywhere(life.home.amina) == []


@pytest.mark.parametrize("role", ["owner", "quality_lead"])
def test_those_who_oversee_and_share_nothing_read_of_it_too(life, role) -> None:
    overseer = arrange.worker("Nia", life.ruth, role=role, email=f"{role}@example.org")
    row = shares(life, life.priya)
    assert [each.row for each in queries.overrides_everywhere(overseer)] == [row]
    with pytest.raises(Refused):
        shares(life, life.dan, by=overseer)


# --- not to be told ---


def test_whoever_hears_it_writes_it_down_and_jo_can_change_their_mind(life) -> None:
    life.asks(life.dan)
    row = closes(life, life.dan)
    assert life.sees(life.dan) == set()
    actions.may_be_told_again(row=row, reason="Jo: we made up.", by=life.ruth)
    assert life.sees(life.dan) == {"money"}
    assert queries.not_to_be_told(life.sight) == []


def test_it_takes_somebody_and_words(life) -> None:
    with pytest.raises(Invalid):
        actions.keep_from_being_told(person=life.jo, said=JustSaid("said", "Not him."), by=life.ruth)
    with pytest.raises(Invalid):
        actions.keep_from_being_told(person=life.jo, contact=life.dan, by=life.ruth)


# --- told outside these pages ---


def tells(life, contact=None, topics=("money",), **more):
    told = {"what": "That Jo has a bank card now.", "purpose": "He asked.", "by": life.home.amina} | more
    return actions.disclose(person=life.jo, contact=contact, topics=topics, **told)


def test_covered_by_a_permission(life) -> None:
    life.asks(life.priya)
    row = tells(life, life.priya)
    assert (row.matches, row.basis) == (True, "permission")


def test_covered_by_nothing_is_kept_with_what_is_wrong(life) -> None:
    life.asks(life.priya)
    assert tells(life, life.priya, ["money", "health"]).faults == ["disclosure-not-covered"]
    assert tells(life, life.dan).faults == ["disclosure-not-covered"]
    assert tells(life, to_whom="A neighbour").faults == ["disclosure-not-covered"]


def test_told_between_times_to_one_who_may_know_at_reviews(life) -> None:
    life.asks(life.priya, {"money": "at_reviews"})
    assert tells(life, life.priya).faults == ["disclosure-at-review"]
    assert tells(life, life.priya, at_review=True).matches


def test_told_to_somebody_who_is_not_to_be_told(life) -> None:
    closes(life, life.dan)
    assert tells(life, life.dan).faults == ["disclosure-not-to-be-told"]
    assert tells(life, to_whom=" dan ").faults == ["disclosure-not-to-be-told"]


def test_what_was_open_then_counts_not_what_is_open_now(life) -> None:
    given = life.asks(life.priya)
    told_at = clock.now()
    actions.withdraw(permissions=[given], said=JustSaid("said", "Stop."), by=life.ruth)
    assert tells(life, life.priya, written=Written(occurred_at=told_at)).matches
    assert tells(life, life.priya).faults == ["disclosure-not-covered"]


def test_an_override_and_the_law_cover_too(life) -> None:
    shares(life, life.priya)
    assert tells(life, life.priya).basis == "override"
