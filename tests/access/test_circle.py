"""Family and advocates see what a live grant opens, by topic, and nothing by any other way."""

from datetime import timedelta

import pytest

from throughline.access import actions, circle, scope
from throughline.access.models import CircleMember, Invitation
from throughline.base import clock
from throughline.base.errors import Invalid, NotFound, Refused
from throughline.conversations.models import Voice

from ..web import arrange

NOTHING: frozenset[str] = frozenset()


def test_a_relationship_opens_nothing(life) -> None:
    with pytest.raises(NotFound):
        circle.sight(life.home.neighbour, life.jo.pk)


def test_a_link_opens_a_page_and_no_topic(life) -> None:
    priya = life.joins(life.priya).user
    seen = circle.sight(priya, life.jo.pk)
    assert (seen.person, seen.topics, seen.review_topics) == (life.jo, NOTHING, NOTHING)
    assert sorted(seen.may) == ["have their say before a meeting or decision", "see what was shared with them"]


def test_a_link_is_no_way_into_the_pages_of_staff(life) -> None:
    priya = life.joins(life.priya).user
    life.opens(life.priya, "daily_life")
    with pytest.raises(NotFound):
        scope.sight(priya, life.jo.pk)


def test_no_role_of_staff_is_a_link(life) -> None:
    with pytest.raises(NotFound):
        circle.sight(life.ruth, life.jo.pk)


def test_a_grant_opens_one_topic_of_one_person_to_one_contact(life) -> None:
    priya, dan = life.joins(life.priya).user, life.joins(life.dan).user
    life.opens(life.priya, "money")
    assert circle.sight(priya, life.jo.pk).topics == {"money"}
    assert circle.sight(dan, life.jo.pk).topics == NOTHING
    with pytest.raises(NotFound):
        circle.sight(priya, life.home.sam.pk)


def test_at_reviews_is_less_than_may_see(life) -> None:
    priya = life.joins(life.priya).user
    life.opens(life.priya, "money", "at_reviews")
    life.opens(life.priya, "health")
    seen = circle.sight(priya, life.jo.pk)
    assert (seen.topics, seen.review_topics) == ({"health"}, {"health", "money"})


def test_a_grant_opens_from_its_first_moment_until_its_last(life) -> None:
    priya, begins = life.joins(life.priya).user, clock.now() + timedelta(days=1)
    ends, just = begins + timedelta(days=1), timedelta(seconds=1)
    life.opens(life.priya, "money", from_at=begins, until_at=ends)
    for moment, topics in [(begins - just, set()), (begins, {"money"}), (ends - just, {"money"}), (ends, set())]:
        with clock.at(moment):
            assert circle.sight(priya, life.jo.pk).topics == topics


def test_what_is_closed_is_closed_on_the_next_request(life) -> None:
    priya = life.joins(life.priya).user
    opened = life.opens(life.priya, "money")
    actions.end_grant(grant=opened, by=life.ruth)
    assert circle.sight(priya, life.jo.pk).topics == NOTHING


def test_a_link_that_ended_opens_nothing(life) -> None:
    member = life.joins(life.priya)
    life.opens(life.priya, "money")
    actions.end_membership(member=member, by=life.ruth)
    with pytest.raises(NotFound):
        circle.sight(member.user, life.jo.pk)


def test_somebody_who_is_in_the_life_no_more_sees_nothing(life) -> None:
    priya = life.joins(life.priya).user
    life.opens(life.priya, "money")
    actions.change_contact(contact=life.priya, ended_on=clock.today(), by=life.ruth)
    with pytest.raises(NotFound):
        circle.sight(priya, life.jo.pk)


def test_somebody_who_signs_in_no_more_sees_nothing(life) -> None:
    priya = life.joins(life.priya).user
    life.opens(life.priya, "money")
    priya = actions.stop_signing_in(user=priya, by=life.ruth)
    with pytest.raises(NotFound):
        circle.sight(priya, life.jo.pk)


def test_not_to_be_told_about_one_topic_shuts_that_topic(life) -> None:
    priya = life.joins(life.priya).user
    life.opens(life.priya, "money")
    life.opens(life.priya, "health")
    actions.exclude(person=life.jo, contact=life.priya, topics=["money"], by=life.ruth)
    assert circle.sight(priya, life.jo.pk).topics == {"health"}


def test_not_to_be_told_anything_looks_like_no_link(life) -> None:
    priya = life.joins(life.priya).user
    life.opens(life.priya, "money", basis="statutory")
    assert [link.person for link in circle.people(priya)] == [life.jo]
    shut = actions.exclude(person=life.jo, contact=life.priya, by=life.ruth)
    with pytest.raises(NotFound):
        circle.sight(priya, life.jo.pk)
    assert circle.people(priya) == []
    actions.end_exclusion(exclusion=shut, by=life.ruth)
    assert circle.sight(priya, life.jo.pk).topics == {"money"}


def test_what_a_court_asks_for_reaches_even_somebody_who_is_not_to_be_told(life) -> None:
    priya = life.joins(life.priya).user
    actions.exclude(person=life.jo, contact=life.priya, by=life.ruth)
    life.opens(life.priya, "health", basis="override", despite_exclusion=True)
    life.opens(life.priya, "money", basis="override")
    assert circle.sight(priya, life.jo.pk).topics == {"health"}


def test_somebody_named_before_they_were_a_contact_is_not_told_either(life) -> None:
    actions.exclude(person=life.jo, name=" priya ", by=life.ruth)
    priya = life.joins(life.priya).user
    life.opens(life.priya, "money")
    with pytest.raises(NotFound):
        circle.sight(priya, life.jo.pk)


def test_two_links_of_one_user_are_one_somebody(life) -> None:
    """Written down twice, as Priya and as Mum: that one of the two is not to be told shuts both."""
    mum = actions.add_contact(person=life.jo, name="Mum", kind="circle", relationship="mum", by=life.ruth)
    priya = life.joins(life.priya).user
    life.joins(mum, user=priya)
    life.opens(life.priya, "money")
    life.opens(mum, "health")
    assert circle.sight(priya, life.jo.pk).topics == {"money", "health"}
    assert len(circle.people(priya)) == 1
    actions.exclude(person=life.jo, contact=mum, topics=["money"], by=life.ruth)
    assert circle.sight(priya, life.jo.pk).topics == {"health"}


def test_no_row_of_another_topic_and_none_for_the_manager_alone(life) -> None:
    priya = life.joins(life.priya).user
    shared = arrange.said(life.home, "I like the bus.")
    arrange.said(life.home, "Do not tell.", audience="manager")
    assert list(Voice.objects.visible_to(circle.sight(priya, life.jo.pk))) == []
    life.opens(life.priya, "daily_life")
    assert list(Voice.objects.visible_to(circle.sight(priya, life.jo.pk))) == [shared]
    assert list(Voice.objects.visible_to(scope.sight(life.ruth, life.jo.pk)).order_by("sequence"))[0] == shared


def test_three_statements_whatever_is_shared(life, django_assert_num_queries) -> None:
    priya = life.joins(life.priya).user
    for topic in ("money", "health", "daily_life"):
        life.opens(life.priya, topic)
    with django_assert_num_queries(3):
        circle.sight(priya, life.jo.pk)


# --- invitations -------------------------------------------------------------------------------------


def invited(life, contact=None):
    said = {"basis": "invited", "basis_words": "Jo: ask Priya.", "handed_over": "printed"}
    return actions.invite(contact=contact or life.priya, **said, by=life.ruth)


def test_neither_link_nor_code_can_be_read_back(life) -> None:
    made = invited(life)
    kept = Invitation.objects.values().get()
    assert not [value for value in kept.values() if made.link in str(value) or str(value).endswith(made.code)]


def test_a_wrong_code_counts_and_five_are_the_end(life) -> None:
    made = invited(life)
    wrong = "000000" if made.code != "000000" else "111111"
    for _ in range(5):
        assert actions.accept_invitation(invitation=made.invitation, code=wrong, email="priya@example.org") is None
    with pytest.raises(Refused, match="no longer works"):
        actions.accept_invitation(invitation=made.invitation, code=made.code, email="priya@example.org")
    assert not CircleMember.objects.exists()


def test_an_invitation_works_once(life) -> None:
    made = invited(life)
    assert actions.accept_invitation(invitation=made.invitation, code=f" {made.code[:3]} {made.code[3:]}", email="priya@example.org")
    with pytest.raises(Refused):
        actions.accept_invitation(invitation=made.invitation, code=made.code, email="dan@example.org")


def test_an_invitation_ends_after_two_weeks_and_with_the_next_one(life) -> None:
    first, second = invited(life), invited(life)
    with pytest.raises(Refused):
        actions.accept_invitation(invitation=first.invitation, code=first.code, email="priya@example.org")
    with clock.at(clock.now() + timedelta(days=15)), pytest.raises(Refused):
        actions.accept_invitation(invitation=second.invitation, code=second.code, email="priya@example.org")


def test_a_code_is_no_way_into_the_account_of_somebody_who_works_here(life) -> None:
    made = invited(life)
    with pytest.raises(Invalid, match="sign in first"):
        actions.accept_invitation(invitation=made.invitation, code=made.code, email="RUTH@example.org")


def test_nobody_sets_the_password_of_somebody_who_was_invited(life) -> None:
    """It would be a way to see what was shared with them, for an administrator who sees no care record."""
    office = arrange.worker("Gwen", life.ruth, role="administrator")
    priya = life.joins(life.priya).user
    with pytest.raises(Refused, match="pages of their own"):
        actions.set_password(user=priya, password="a quiet chair by the window", by=office)


def test_who_may_invite_open_and_close(life) -> None:
    """Whoever hears a "stop" writes it down; opening is for those who answer for it."""
    for who in (life.home.amina, life.home.neighbour, life.joins(life.priya).user):
        with pytest.raises(Refused):
            actions.invite(contact=life.dan, basis="invited", basis_words="x", handed_over="email", by=who)
        with pytest.raises(Refused):
            life.opens(life.dan, "money", by=who)
    for who in (life.home.neighbour, life.joins(life.priya, email="mum@example.org").user):
        with pytest.raises(Refused):
            actions.exclude(person=life.jo, contact=life.dan, by=who)
    assert actions.exclude(person=life.jo, contact=life.dan, topics=["health"], by=life.home.amina)
    leader = arrange.worker("Gwen", life.ruth, role="team_leader", service=life.home.elm)
    assert life.opens(life.dan, "money", by=leader)
    with pytest.raises(Refused):
        life.opens(life.dan, "money", basis="override", by=leader)
