"""Amina works at Elm House and is Jo's cousin too. What Jo does not want her told, she reads on no page, as family or as staff."""

from typing import Any

import pytest

from throughline.access import actions, circle, roster, scope
from throughline.access.roles import Act
from throughline.agreements import actions as agreements
from throughline.agreements import queries
from throughline.agreements.models import NotToBeTold
from throughline.base.errors import NotFound, Refused
from throughline.conversations import actions as conversations

from ..web import arrange


@pytest.fixture
def cousin(life: Any) -> Any:
    """Amina among Jo's people, with pages of her own that she took up as who she is at work."""
    contact = actions.add_contact(person=life.jo, name="Amina", kind="circle", relationship="cousin", by=life.ruth)
    life.joins(contact, user=life.home.amina)
    return contact


def shut(life: Any, contact: Any = None, *topics: str, name: str = "") -> NotToBeTold:
    told = {"contact": contact, "name": name, "topics": topics, "words": "Jo, on Sunday."}
    return agreements.keep_from_being_told(person=life.jo, by=life.ruth, **told)


def test_before_that_she_works_as_anybody(life: Any, cousin: Any) -> None:
    assert scope.sight(life.home.amina, life.jo.pk).topics is None


@pytest.mark.parametrize("how", ["herself", "by name", "about money"])
def test_not_to_be_told_she_sees_and_does_nothing_of_jo(life: Any, cousin: Any, how: str) -> None:
    """About one topic too: what staff read of Jo is put together of all of them."""
    amina = life.home.amina
    row = shut(life, name="amina") if how == "by name" else shut(life, cousin, *(["money"] if how == "about money" else []))
    with pytest.raises(NotFound):
        scope.sight(amina, life.jo.pk)
    assert scope.acts_for(amina, life.jo.pk) == frozenset()
    assert list(roster.people(amina)) == [life.home.sam]
    assert life.jo not in scope.people_visible_to(amina, Act.KEEP_PRACTICE)
    with pytest.raises(Refused):
        conversations.keep_voice(person=life.jo, how_told="said", words="Hello.", by=amina)
    page = arrange.signed_in(amina)
    assert [page.get(f"/p/{life.jo.pk}/{each}").status_code for each in ("", "sharing/", "today/")] == [404, 404, 404]
    agreements.may_be_told_again(row=row, reason="Jo: we made up.", by=life.ruth)
    assert scope.sight(amina, life.jo.pk).topics is None and Act.KEEP_VOICE in scope.acts_for(amina, life.jo.pk)


def test_a_link_that_ended_makes_her_nobody_else(life: Any, cousin: Any) -> None:
    shut(life, cousin)
    (member,) = circle.links(life.home.amina)
    actions.end_membership(member=member, by=life.ruth)
    with pytest.raises(NotFound):
        scope.sight(life.home.amina, life.jo.pk)


def test_the_manager_is_told_whom_it_takes_off_the_team(life: Any, cousin: Any) -> None:
    sight = scope.sight(life.ruth, life.jo.pk)
    rows = [shut(life, cousin), shut(life, life.priya)]
    assert queries.staff_shut(sight, rows) == {rows[0].pk: ["Amina"], rows[1].pk: []}
    page = arrange.signed_in(life.ruth).get(f"/p/{life.jo.pk}/sharing/").content.decode()
    assert "Amina works here too, and sees nothing of Jo here while that is so." in page


def test_others_of_the_team_are_as_they_were(life: Any, cousin: Any, django_assert_num_queries: Any) -> None:
    shut(life, cousin)
    assert scope.sight(life.home.tom, life.jo.pk).topics is None
    with django_assert_num_queries(2):
        scope.sight(life.home.tom, life.jo.pk)


# --- written down twice ---


@pytest.mark.parametrize(
    ("known", "same"),
    [
        ({"name": "Priya Shah", "relationship": "visitor"}, True),
        ({"name": "Mrs Shah", "relationship": "Mum"}, True),
        ({"name": "Mrs Shah", "relationship": "visitor", "phone": "01632 960050"}, True),
        ({"name": "Mrs Shah", "relationship": "visitor", "email": "PRIYA@example.org"}, True),
        ({"name": "Mrs Shah", "relationship": "visitor"}, False),
    ],
)
def test_a_second_entry_that_may_be_the_one_who_is_not_to_be_told_is_shown_to_whoever_shares(life: Any, known: Any, same: bool) -> None:
    actions.change_contact(contact=life.priya, phone="01632 960 050", email="priya@example.org", by=life.ruth)
    other = actions.add_contact(person=life.jo, kind="circle", by=life.ruth, **known)
    row = shut(life, life.priya)
    assert queries.perhaps_shut(scope.sight(life.ruth, life.jo.pk), [row]) == {row.pk: [other] if same else []}
    page = arrange.signed_in(life.ruth).get(f"/p/{life.jo.pk}/sharing/").content.decode()
    assert (f"{other} may be the same person." in page) is same
