"""The stories are complete: each thread has the knots that it claims, and what is missing is missing on purpose."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import models
from tests.stories import Told

from throughline.access import scope
from throughline.access.models import Assignment
from throughline.base import clock, storage
from throughline.base.models import Event
from throughline.base.plain_words import lint
from throughline.conversations.models import Attempt, Contribution, Voice
from throughline.decisions.models import Decision
from throughline.demo import build as building
from throughline.demo.build import Cast, build
from throughline.demo.telling import TOLD_ON, Days
from throughline.people.models import File
from throughline.plan.models import Item, Publication
from throughline.practice import queries as practice
from throughline.reviews import queries as answers
from throughline.thread.load_item import load_item
from throughline.thread.trace import Gap, Line, line_of


def line(cast: Cast, name: str) -> Line:
    item: Item = getattr(cast, name)
    return line_of(load_item(scope.sight(cast.ruth, item.person_id), item.pk))


@pytest.mark.parametrize(
    "name", ["quiet_afternoon", "shop_item", "mornings", "washing", "outcome", "what_helps", "bus", "tea", "profile", "communication"]
)
def test_a_whole_thread_has_all_its_knots(cast: Cast, name: str) -> None:
    assert line(cast, name).gaps == ()


@pytest.mark.parametrize(
    ("name", "gaps"),
    [
        ("tidy_room", {Gap.NO_VOICE, Gap.NOT_TALKED, Gap.NO_DECISION, Gap.NO_LOOK_AGAIN}),
        ("key", {Gap.NOT_TOLD}),
        ("money", {Gap.NOTHING_SEEN}),
    ],
)
def test_what_is_missing_is_a_gap(cast: Cast, name: str, gaps: set[Gap]) -> None:
    assert set(line(cast, name).gaps) == gaps


def test_the_dentist_stops_before_a_decision(cast: Cast) -> None:
    assert {Gap.NO_DECISION, Gap.NO_CARD} <= set(line(cast, "dentist").gaps)


def test_numbers_are_those_on_the_walls(cast: Cast) -> None:
    said = {str(each) for each in (cast.quieter, cast.quiet_afternoon, cast.shop_item, cast.bus, cast.mornings)}
    assert said == {"D-118", "T-41", "T-29", "T-33", "T-52"}


def test_150_breaks_were_offered_or_not(cast: Cast) -> None:
    counts = practice.totals(scope.sight(cast.amina, cast.jo.pk))[cast.quiet_afternoon.pk]
    assert counts == {"said_yes": 118, "said_no": 23, "not_offered": 9}


def test_what_the_relative_decided_is_kept_and_takes_no_effect(cast: Cast) -> None:
    assert cast.gwens_decision.standing == "not_valid"
    assert cast.gwens_decision.faults == ["basis-relative", "no-view"]
    assert not Publication.objects.filter(decision=cast.gwens_decision).exists()
    assert [cast.gwens_decision] == list(Decision.objects.exclude(standing="valid"))


def test_ann_is_heard_apart_and_first_and_gwen_still_has_a_say(cast: Cast) -> None:
    assert (cast.review_led_by_gwen.who_spoke_first, cast.joint_meeting.who_spoke_first) == ("circle", "person")
    answered = Contribution.objects.filter(answered_for=True)
    assert [
        answered.filter(conversation=held).count() for held in (cast.review_led_by_gwen, cast.joint_meeting, cast.review_led_by_ann)
    ] == [3, 1, 0]
    assert Attempt.objects.filter(person=cast.ann).count() == 2
    effects = set(cast.anns_decision.considerations.filter(contribution__contact=cast.gwen).values_list("effect", flat=True))
    assert effects == {"shaped", "not_followed"}
    assert Voice.objects.filter(person=cast.ann, conversation__kind="separate").count() == 5


def test_ann_lives_in_wales_and_jo_in_england(cast: Cast) -> None:
    assert (cast.derwen_house.jurisdiction, cast.elm_house.jurisdiction) == ("wales", "england")
    assert scope.services_of(cast.ann.pk) == {cast.derwen_house.pk}
    assert not scope.people_visible_to(cast.amina).filter(pk=cast.ann.pk).exists()


def test_a_voice_waits_another_is_being_done_and_one_could_not_be(cast: Cast) -> None:
    found = answers.answers(scope.sight(cast.ruth, cast.jo.pk))
    states = {name: found[getattr(cast, name).pk].response.state for name in ("dinner", "swimming", "too_loud", "cat")}
    assert states == {"dinner": "waiting", "swimming": "doing", "too_loud": "done", "cat": "could_not"}
    assert [each.right for each in found[cast.too_loud.pk].checks] == ["yes"]
    assert [each.right for each in found[cast.cat.pk].checks] == ["no"]
    assert cast.plate.thought and not cast.plate.words


def test_what_lee_shares_with_the_manager_alone_stays_there(cast: Cast) -> None:
    assert not Voice.objects.visible_to(scope.sight(cast.amina, cast.lee.pk)).filter(pk=cast.not_on_team.pk).exists()
    assert Voice.objects.visible_to(scope.sight(cast.ruth, cast.lee.pk)).filter(pk=cast.not_on_team.pk).exists()


def test_files_are_real(cast: Cast) -> None:
    kept = list(File.objects.all())
    assert {each.media_type for each in kept} >= {"audio/wav"}
    for each in kept:
        with storage.open(each.sha256) as stream:
            assert len(stream.read()) == each.size
        assert "stand-in" in each.shows


def texts() -> Iterator[str]:
    """Everything that was written in the stories."""
    for model in apps.get_models():
        if model.__module__.startswith("throughline.") and model not in (Event, Assignment):
            names = [
                field.attname
                for field in model._meta.concrete_fields
                if isinstance(field, models.CharField | models.TextField) and not field.choices
            ]
            for row in model._base_manager.values_list(*names) if names else []:
                yield from (text for text in row if text)


def test_the_words_are_ours(cast: Cast) -> None:
    found = {text: [each.found for each in lint(text)] for text in texts() if lint(text)}
    assert not found


def test_the_server_had_things_in_the_order_in_which_they_happened(cast: Cast) -> None:
    moments = list(Event.objects.order_by("id").values_list("at", flat=True))
    assert moments == sorted(moments)
    assert moments[-1] <= clock.now()


@pytest.mark.parametrize("later", range(0, 7))
def test_days_end_today_whatever_the_weekday(later: int) -> None:
    days = Days(TOLD_ON + timedelta(days=later))
    assert days.on(3, 3).weekday() == date(2026, 3, 3).weekday()
    assert days.on(5, 13) == days.ago(6)
    assert days.on(6, 2).weekday() == 1 and days.on(6, 2) > days.today >= days.on(5, 19)


def test_the_stories_can_end_on_another_day(db: None) -> None:
    today = date(2027, 2, 21)  # a Sunday
    cast = build(today)
    assert clock.day_of(cast.quieter.occurred_at).weekday() == 1
    assert clock.day_of(cast.dinner.occurred_at) == today - timedelta(days=6)
    assert not Voice.objects.filter(occurred_at__gt=clock.moment(today, *building.AFTERNOON)).exists()
    with clock.at(clock.moment(today, *building.AFTERNOON)):
        assert line(cast, "quiet_afternoon").gaps == ()


def test_told_twice_they_are_the_same(cast: Cast, told_stories: Told) -> None:
    """Whatever was asked of the cast before, each test has the stories as they were told."""
    assert sum(len(rows) for _columns, rows in told_stories.rows.values()) == sum(model._base_manager.count() for model in _ours())


def _ours() -> list[type[models.Model]]:
    return [
        model for model in apps.get_models() if model.__module__.startswith("throughline.") and model._meta.label_lower != "access.reading"
    ]
