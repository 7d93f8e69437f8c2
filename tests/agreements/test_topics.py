"""A record is about what it hangs on: a question about money has decisions about money, a plan item about money has records about money."""

import pytest
from tests.exchange.folders import bring_in, jos_life, row, write
from tests.web import arrange

from throughline.access import circle
from throughline.base import clock
from throughline.base.errors import NotFound
from throughline.base.models import Recorded
from throughline.decisions import actions as decisions
from throughline.decisions.models import Decision, Option, Question, Telling
from throughline.people.choices import Area
from throughline.plan import actions as plan
from throughline.plan import queries as plan_queries
from throughline.plan.choices import Days, ItemKind
from throughline.plan.models import Item, Publication, Version
from throughline.practice import actions as practice
from throughline.practice import queries as practice_queries
from throughline.practice.models import DailyNote, RoutineRecord
from throughline.reviews import actions as reviews
from throughline.reviews import queries as reviews_queries
from throughline.reviews.models import Check, Response, Review, Told
from throughline.thread.load import load_item, load_plan
from throughline.thread.timeline import KINDS, happenings


def of_question(life, area):
    """A question with an option, a decision decided twice and told: the topics of all of them."""
    voice = arrange.said(life.home)
    asked = decisions.ask(person=life.jo, text="How?", area=area, impact="low", by=life.ruth)
    option = decisions.offer(question=asked, title="Like this", by=life.ruth)
    decision = arrange.decided(life.home, asked, voice)
    told = {"outcome": "Again", "basis": "own", "no_voice_because": "By phone.", "by": life.ruth}
    again = decisions.decide_again(decision=decision, reason="Said better.", **told)
    telling = decisions.tell(decision=again, how="A talk", reaction="right", by=life.ruth)
    return {each.topic for each in (asked, option, decision, again, telling)}


@pytest.mark.parametrize(
    ("area", "topic"),
    [("money", "money"), ("treatment", "health"), ("medication", "medication"), ("daily_care", "daily_life"), ("home", "plans")],
)
def test_what_hangs_on_a_question_is_about_its_part_of_life(life, area, topic) -> None:
    assert of_question(life, area) == {topic}


def test_every_part_of_life_has_a_topic() -> None:
    assert {Area(value).topic.value for value in Area.values} >= {"daily_life", "money", "health", "medication", "relationships", "plans"}


def of_item(life, kind, **more):
    """An item with two versions, a publication, a record, a note, a review and an end: the topics of all of them."""
    version = plan.begin(person=life.jo, kind=kind, title="This", by=life.ruth, **more)
    later = plan.write(item=version.item, title="This, again", by=life.ruth)
    rows = [version.item, version, later]
    rows.append(practice.record_routine(person=life.jo, version=later, step=None, result="said_yes", by=life.ruth))
    rows.append(practice.write_note(person=life.jo, text="So it was.", item=version.item, by=life.ruth))
    rows.append(
        reviews.look_again(
            item=version.item,
            kind="planned",
            took_part="chose_not",
            no_part_because="Asleep.",
            verdict="keep",
            because="It helps.",
            by=life.ruth,
        )
    )
    rows.append(plan.end(item=version.item, message="Done", by=life.ruth))
    return {each.topic for each in rows}


@pytest.mark.parametrize(
    ("kind", "topic"),
    [
        ("money_plan", "money"),
        ("what_helps", "behaviour"),
        ("restriction", "behaviour"),
        ("routine", "daily_life"),
        ("communication", "daily_life"),
        ("outcome", "daily_life"),
    ],
)
def test_what_hangs_on_a_plan_item_is_about_what_its_kind_says(life, kind, topic) -> None:
    assert kind in ItemKind.values
    assert of_item(life, kind) == {topic}


def test_or_about_what_was_chosen(life) -> None:
    assert of_item(life, "routine", topic="medication") == {"medication"}


def test_a_published_version_is_about_the_same(life) -> None:
    version = plan.begin(person=life.jo, kind="routine", title="Tablets", topic="medication", by=life.ruth)
    assert plan.publish(version=version, message="From today", by=life.ruth).topic == "medication"


def test_an_answer_is_about_what_was_said(life) -> None:
    voice = arrange.said(life.home, "It hurts.", topic="health")
    answer = reviews.respond(voice=voice, state="done", what="We rang Dr Shah.", by=life.ruth)
    told = reviews.tell(response=answer, how="A talk", by=life.ruth)
    checked = reviews.check(response=answer, right="yes", words="Good.", how_told="said", by=life.ruth)
    assert {answer.topic, told.topic, checked.topic, checked.voice.topic} == {"health"}


def test_somebody_who_may_see_daily_life_reads_no_row_about_money(life) -> None:
    of_question(life, "money")
    of_item(life, "money_plan")
    life.asks(life.priya, "daily_life")
    sight = circle.sight(life.users[life.priya.pk], life.jo.pk)
    tables: tuple[type[Recorded], ...] = (Question, Option, Decision, Telling, Item, Version, Publication, RoutineRecord, DailyNote, Review)
    assert [model.__name__ for model in tables if model.objects.visible_to(sight).exists()] == []  # type: ignore[attr-defined]


@pytest.mark.django_db
def test_a_folder_that_names_no_topics_is_about_what_its_rows_hang_on(tmp_path) -> None:
    told = jos_life()
    row(told, "decisions_question", "when-up")["area"] = "money"
    row(told, "plan_item", "mornings")["kind"] = "what_helps"
    row(told, "conversations_voice", "quiet")["topic"] = "health"
    folder = write(tmp_path / "in", told)
    for _ in range(2):  # the same folder twice changes nothing
        code, said = bring_in(folder)
        assert code == 0, said
    assert {model.objects.get().topic for model in (Question, Option, Decision, Telling)} == {"money"}
    assert {model.objects.get().topic for model in (Item, Version, Publication, RoutineRecord, DailyNote, Review)} == {"behaviour"}
    assert {model.objects.get().topic for model in (Response, Told, Check)} == {"health"}


def test_no_question_of_the_record_goes_beyond_the_topics_of_a_sight(life) -> None:
    """Written statements ask for topics as others do; what is put together of many records is for staff."""
    arrange.how_jo_communicates(life.home)
    arrange.said(life.home, "My money.", topic="money")
    tablets = arrange.routine(life.home, topic="medication")
    arrange.recorded(life.home, tablets)
    life.asks(life.priya, "money")
    sight = circle.sight(life.users[life.priya.pk], life.jo.pk)
    assert [str(each) for each in reviews_queries.lately(sight)] == ["My money."]
    assert list(plan_queries.communication(sight)) == []
    assert plan_queries.steps_on(sight, list(Days.values)) == [] and practice_queries.of_day(sight, clock.today()) == []
    life.asks(life.priya, {"money": "no"})
    nothing = circle.sight(life.users[life.priya.pk], life.jo.pk)
    assert reviews_queries.lately(nothing) == [] and nothing.topics == frozenset()
    for question in (load_plan, lambda each: load_item(each, tablets.item_id), lambda each: happenings(each, KINDS)):
        with pytest.raises(NotFound):
            question(sight)
