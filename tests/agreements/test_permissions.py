"""Jo says who may see what. It works at once, for one contact and one topic, until it ends or Jo takes it back."""

from datetime import timedelta

import pytest
from tests.web import arrange

from throughline.access.models import Grant
from throughline.agreements import actions, queries
from throughline.agreements.models import SharingPermission, Withdrawal
from throughline.agreements.said import JustSaid
from throughline.base import clock
from throughline.base.errors import Invalid, NotFound, Refused
from throughline.base.ids import new_id
from throughline.base.written import Written
from throughline.conversations.models import Voice

from .conftest import YES


def test_what_jo_says_opens_that_topic_to_that_contact(life) -> None:
    given = life.asks(life.priya, "health")
    assert (given.standing, given.faults) == ("valid", [])
    assert (life.sees(life.priya), life.sees(life.dan)) == ({"health"}, set())


def test_jos_words_are_kept_as_jos(life) -> None:
    given = life.asks(life.priya)
    assert (given.voice.words, given.voice.person, given.voice.author) == (YES.words, life.jo, life.ruth)


def test_several_topics_at_once_are_a_row_each_and_one_voice(life) -> None:
    life.asks(life.priya, {"health": "may_see", "money": "no", "plans": "at_reviews"})
    assert SharingPermission.objects.count() == 3
    assert Voice.objects.count() == 1
    assert life.sees(life.priya) == {"health"}


def test_the_same_form_sent_twice_is_one(life) -> None:
    once = Written(id=new_id())
    first = life.asks(life.priya, {"health": "may_see", "money": "may_see"}, written=once)
    again = life.asks(life.priya, {"health": "may_see", "money": "may_see"}, written=once)
    assert first == again and SharingPermission.objects.count() == 2


def test_without_a_day_it_runs_a_year_and_is_looked_at_after_half(life) -> None:
    given = life.asks(life.priya)
    assert given.until == clock.today() + timedelta(days=365)
    assert queries.standing(life.sight)[0].ask_again_on == clock.today() + timedelta(days=182)


def test_it_holds_through_its_last_day_and_no_longer(life) -> None:
    until = clock.today() + timedelta(days=3)
    life.asks(life.priya, until=until)
    with clock.at(clock.end_of(until)):
        assert life.sees(life.priya) == {"money"}
    with clock.at(clock.start_of(until + timedelta(days=1))):
        assert life.sees(life.priya) == set()
        assert not queries.standing(life.sight)[0].is_open


@pytest.mark.parametrize("days", [-1, 366])
def test_no_day_gone_by_and_none_beyond_a_year(life, days) -> None:
    with pytest.raises(Invalid) as invalid:
        life.asks(life.priya, until=clock.today() + timedelta(days=days))
    assert list(invalid.value.faults) == ["until"]


def test_what_jo_says_later_takes_the_place_of_what_jo_said(life) -> None:
    life.asks(life.priya, "health")
    life.asks(life.priya, {"health": "at_reviews"})
    assert life.sees(life.priya) == set()
    life.asks(life.priya, {"health": "no"})
    assert [each.permission.level for each in queries.standing(life.sight)] == ["no"]
    assert Grant.objects.live(clock.now()).count() == 0


def test_taken_back_in_jos_words_it_closes_on_the_next_request_whoever_hears_it(life) -> None:
    given = life.asks(life.priya)
    actions.withdraw(permissions=[given], said=JustSaid("said", "Stop. Not mum."), by=life.home.tom)
    assert life.sees(life.priya) == set()
    assert queries.standing(life.sight) == []
    assert Withdrawal.objects.get().voice.words == "Stop. Not mum."


def test_taking_back_takes_words(life) -> None:
    with pytest.raises(Invalid, match="Write what Jo said or showed"):
        actions.withdraw(permissions=[life.asks(life.priya)], by=life.ruth)


def test_taking_back_leaves_what_jo_said_about_others(life) -> None:
    given = life.asks(life.priya, {"health": "may_see", "money": "may_see"})
    life.asks(life.dan)
    actions.withdraw(permissions=[given], said=YES, by=life.ruth)
    assert (given.about, life.sees(life.priya), life.sees(life.dan)) == ("health", {"money"}, {"money"})


def test_taken_back_twice_is_taken_back(life) -> None:
    given = life.asks(life.priya)
    for _ in range(2):
        actions.withdraw(permissions=[given], said=YES, by=life.ruth)
    assert Withdrawal.objects.count() == 1


def test_what_was_written_down_by_mistake_closes_and_stays(life) -> None:
    given = life.asks(life.priya)
    actions.take_back_mistake(permission=given, reason="It was Dan.", by=life.ruth)
    assert life.sees(life.priya) == set()
    assert SharingPermission.objects.filter(pk=given.pk).exists()


def test_a_support_worker_opens_nothing(life) -> None:
    with pytest.raises(Refused, match="write down who may see what"):
        life.asks(life.priya, by=life.home.amina)


def test_nothing_is_opened_to_somebody_elses_contact_or_on_somebody_elses_word(life) -> None:
    with pytest.raises(Invalid, match="somebody else"):
        sams = arrange.conversations.keep_voice(person=life.home.sam, how_told="said", words="Yes.", by=life.ruth)
        life.asks(life.priya, said=sams)


def test_somebody_in_the_circle_learns_what_is_open_to_them_and_nothing_of_others(life) -> None:
    from throughline.access import circle

    life.asks(life.priya, {"health": "may_see", "money": "at_reviews"})
    life.asks(life.dan, "plans")
    seen = circle.sight(life.users[life.priya.pk], life.jo.pk)
    told = queries.shared_with(seen)
    assert [(each.topic, each.level, each.given_by) for each in told] == [
        ("health", "may_see", "person"),
        ("money", "at_reviews", "person"),
    ]
    for question in (
        queries.permissions,
        queries.standing,
        queries.not_to_be_told,
        queries.overrides,
        queries.disclosures,
        queries.statutory,
    ):
        with pytest.raises(NotFound):
            question(seen)
