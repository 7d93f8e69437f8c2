"""A pass: made in a minute, used once with its code, for these people and hours, ended by itself or by hand."""

from datetime import timedelta
from typing import Any

import pytest
from tests.web import arrange

from throughline.access import keys, scope
from throughline.access import queries as access
from throughline.access.models import Assignment
from throughline.access.roles import Act
from throughline.base import clock
from throughline.base.errors import Invalid, NotFound, Refused
from throughline.base.models import Event
from throughline.practice import actions as practice
from throughline.workforce import actions, on_shift, queries
from throughline.workforce.models import AgencyPass


def hours(begins: int = 0, ends: int = 8) -> dict[str, Any]:
    return {"from_at": clock.now() + timedelta(hours=begins), "until_at": clock.now() + timedelta(hours=ends)}


def made(home: arrange.House, by: Any, *people: Any, **more: Any) -> Any:
    return actions.make_pass(people=people or [home.jo], by=by, **({"name": "Kim", "agency": "Valley Care"} | hours() | more))


def use(given: Any, code: str = "") -> Any:
    return actions.use_pass(given=queries.by_link(given.link), code=code or given.code)


def sees(user: Any) -> list[str]:
    return [person.name for person in scope.people_visible_to(user)]


def test_it_opens_its_people_from_when_it_is_used_until_its_hours_are_over(home: arrange.House, leader: Any, at: Any) -> None:
    given = made(home, leader)
    user = given.given.user
    assert sees(user) == []
    assert use(given).user == user
    assert sees(user) == ["Jo"] == [person.name for person in on_shift.people(user)]
    assert keys.acts_found(user, home.jo.pk) == keys.of(user).acts_for(home.jo.pk, frozenset()) >= {Act.KEEP_PRACTICE}
    practice.write_note(person=home.jo, text="Jo sang.", by=user)
    with at("2026-05-19 22:00"):
        assert sees(user) == [] and keys.acts_found(user, home.jo.pk) == frozenset()
        with pytest.raises(Refused):
            practice.write_note(person=home.jo, text="Jo slept.", by=user)


def test_it_works_once(home: arrange.House, leader: Any) -> None:
    given = made(home, leader)
    use(given)
    with pytest.raises(Refused, match="no longer works"):
        use(given)


def test_five_wrong_codes_and_it_is_over(home: arrange.House, leader: Any) -> None:
    given = made(home, leader)
    for _ in range(5):
        assert use(given, code="not it") is None
    with pytest.raises(Refused, match="no longer works"):
        use(given)
    assert sees(given.given.user) == []


def test_it_works_from_half_an_hour_before_until_the_end(home: arrange.House, leader: Any, at: Any) -> None:
    early, late = made(home, leader, **hours(2, 10)), made(home, leader, name="Lin", **hours(0, 2))
    with pytest.raises(Refused, match="does not work yet"):
        use(early)
    with at("2026-05-19 15:30"):
        assert use(early) and sees(early.given.user) == ["Jo"]
    with at("2026-05-19 16:00"), pytest.raises(Refused, match="no longer works"):
        use(late)


def test_taken_back_it_opens_nothing_from_the_next_page_on(home: arrange.House, leader: Any) -> None:
    used, waiting = made(home, leader), made(home, leader, name="Lin", **hours(1, 9))
    use(used)
    for each in (used, waiting):
        actions.end_pass(given=queries.agency_pass(leader, each.given.pk), by=leader)
        assert sees(each.given.user) == []
    with pytest.raises(Refused):
        use(waiting)
    with pytest.raises(Invalid, match="over already"):
        actions.end_pass(given=AgencyPass.objects.get(pk=used.given.pk), by=leader)


def test_who_makes_and_takes_back_a_pass(home: arrange.House, leader: Any) -> None:
    for by, people in ((home.amina, [home.jo]), (home.tom, [home.jo]), (leader, [home.jo, home.lee]), (home.neighbour, [home.lee])):
        with pytest.raises(Refused):
            made(home, by, *people)
    given = made(home, home.ruth, home.lee)
    assert queries.passes(leader) == [] and queries.passes(home.ruth) == [given.given]
    with pytest.raises(NotFound):
        queries.agency_pass(leader, given.given.pk)
    with pytest.raises(Refused):
        actions.end_pass(given=given.given, by=leader)


@pytest.mark.parametrize(
    ("begins", "ends", "name", "field"),
    [
        (0, 8, " ", "name"),
        (0, 17, "Kim", "until_at"),
        (2, 1, "Kim", "until_at"),
        (-9, -1, "Kim", "from_at"),
        (24 * 8, 24 * 8 + 8, "Kim", "from_at"),
    ],
)
def test_what_a_pass_needs(home: arrange.House, leader: Any, begins: int, ends: int, name: str, field: str) -> None:
    with pytest.raises(Invalid) as wrong:
        made(home, leader, name=name, **hours(begins, ends))
    assert list(wrong.value.faults) == [field]


def test_nothing_of_it_can_be_read_back(home: arrange.House, leader: Any) -> None:
    given = made(home, leader)
    kept = [str(list(AgencyPass.objects.values())), *(str(event.detail) for event in Event.objects.all())]
    assert not any(secret in text for secret in (given.link, given.code) for text in kept)
    with pytest.raises(NotFound):
        queries.by_link("made-up")


def test_whoever_comes_again_keeps_what_they_read(home: arrange.House, leader: Any, at: Any) -> None:
    version = arrange.routine(home)
    first = made(home, leader)
    use(first)
    actions.read_card(version=version, by=first.given.user)
    with at("2026-05-26 14:00"):
        (before,) = queries.earlier_workers(leader)
        again = made(home, leader, worker=before.user, name="")
        use(again)
        assert again.given.user == first.given.user and queries.unread(again.given.user, [home.jo.pk], queries.TEAM) == []


def test_nobody_elses_sign_in_is_taken_over(home: arrange.House, leader: Any) -> None:
    with pytest.raises(Invalid, match="no agency worker who came with a pass"):
        made(home, leader, worker=home.tom, name="")
    Assignment.objects.create(user=made(home, leader).given.user, role="support_worker", service=home.elm, from_on=clock.today())
    assert queries.earlier_workers(leader) == []


def test_a_pass_is_no_way_to_a_password(home: arrange.House, leader: Any) -> None:
    user = made(home, leader).given.user
    assert not user.has_usable_password() and "Kim" in {each.name for each in access.staff(home.ruth)}
