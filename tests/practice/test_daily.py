"""A checklist, an activity, an answer on the person's own scale: what each has to hold, and that nothing of it is lost."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from tests.agreements.circle import said
from tests.web import arrange
from tests.web.daily_life import activity, answer, checklist, checks, run, scale, spending

from throughline.access import scope
from throughline.base import clock
from throughline.base.errors import Invalid, NotFound, Refused
from throughline.base.ids import new_id
from throughline.base.models import Event
from throughline.base.written import Written
from throughline.conversations.choices import HowTold
from throughline.conversations.models import Voice
from throughline.practice import actions, law_daily, queries_daily
from throughline.practice.models import Activity, CheckDone, ChecklistRun, ScaleAnswer, Spending
from throughline.thread import timeline

MADE: dict[Any, Callable[..., Any]] = {ChecklistRun: run, Activity: activity, ScaleAnswer: answer, Spending: spending}
every_kind = pytest.mark.parametrize("model", MADE, ids=lambda model: model.__name__)


def sight(home: arrange.House) -> Any:
    return scope.sight(home.ruth, home.jo.pk)


def faults(act: Callable[[], Any]) -> list[str]:
    with pytest.raises(Invalid) as invalid:
        act()
    return list(invalid.value.faults)


# --- every kind ---


@every_kind
def test_it_is_kept_with_its_author_its_day_and_one_event(home: arrange.House, model: Any) -> None:
    row = MADE[model](home, said=said("It was all right."))
    assert (row.author, row.day, row.audience) == (home.amina, clock.today(), "team")
    assert (row.voice.words, row.voice.person, row.voice.topic) == ("It was all right.", home.jo, row.topic)
    assert Event.objects.filter(about_id=row.pk, person_id=home.jo.pk).count() == 1


@every_kind
def test_sent_twice_it_is_one_record(home: arrange.House, model: Any) -> None:
    version = {ChecklistRun: checklist, ScaleAnswer: scale}.get(model, lambda home: None)(home)
    more = {"version": version} if version else {}
    written = Written(id=new_id())
    first, again = (MADE[model](home, written=written, said=said("Yes."), **more) for _time in range(2))
    assert first == again and model.objects.count() == 1
    assert Voice.objects.count() == 1


@every_kind
def test_nobody_of_another_home_writes_or_reads_it(home: arrange.House, model: Any) -> None:
    with pytest.raises(Refused):
        MADE[model](home, by=home.neighbour)
    row = MADE[model](home)
    with pytest.raises(NotFound):
        queries_daily.one(model, scope.sight(home.neighbour, home.lee.pk), row.pk)


@every_kind
def test_somebody_elses_words_say_nothing_about_it(home: arrange.House, model: Any) -> None:
    sams = arrange.conversations.keep_voice(person=home.sam, how_told="said", words="Mine.", by=home.amina)
    assert faults(lambda: MADE[model](home, said=sams)) == ["voice"]


@every_kind
def test_it_has_its_place_on_the_timeline(home: arrange.House, model: Any) -> None:
    row = MADE[model](home)
    kind = {ChecklistRun: "checklist", Activity: "activity", ScaleAnswer: "answer", Spending: "spending"}[model]
    [entry] = timeline.happenings(sight(home), (kind,))
    assert (entry.kind, entry.row_id, entry.author) == (kind, row.pk, "Amina")


# --- a checklist ---


def test_what_was_not_done_says_why(home: arrange.House) -> None:
    version = checklist(home)
    kept = run(home, version, checks=checks(version, "yes", "no", "not_needed", why="The shop was shut."))
    assert [(each.line.text, each.done, each.why) for each in kept.checks.all()] == [
        ("Tablets taken", "yes", ""),
        ("Something to eat", "no", "The shop was shut."),
        ("The way is clear", "not_needed", "The shop was shut."),
    ]
    assert faults(lambda: run(home, version, checks=checks(version, "no"))) == ["checks"]


def test_each_check_has_one_answer(home: arrange.House) -> None:
    version, other = checklist(home), checklist(home)
    for answered in (checks(version)[:2], [*checks(version)[:2], checks(version)[0]], checks(other)):
        assert faults(lambda answered=answered: run(home, version, checks=answered)) == ["checks"]
    routine = arrange.routine(home)
    assert faults(lambda: run(home, routine, checks=[])) == ["checks"]
    assert faults(lambda: actions.run_checklist(person=home.sam, version=version, checks=checks(version), by=home.amina)) == ["checks"]
    assert not CheckDone.objects.exists()


def test_a_group_day_is_one_row_a_person_and_one_group(home: arrange.House) -> None:
    jos, sams = checklist(home), checklist(home, person=home.sam)
    first = run(home, jos, also=[sams], said=said("Sam came too."), note="Jo was first.")
    second = ChecklistRun.objects.get(person=home.sam)
    assert first.group == second.group is not None
    assert (second.voice, second.note) == (None, "")  # what is written of Jo is Jo's
    assert {each.done for each in second.checks.all()} == {"yes"}
    assert run(home, jos).group is None


def test_correcting_one_changes_nobody_elses(home: arrange.House) -> None:
    first = run(home, checklist(home), also=[checklist(home, person=home.sam)])
    better = checks(first.version, "no", why="Left at home.")
    later = actions.correct_run(run=first, checks=better, reason="Looked again.", by=home.amina)
    assert later.group == first.group and [each.done for each in later.checks.all()] == ["no", "yes", "yes"]
    assert ChecklistRun.objects.current().filter(person=home.sam).count() == 1
    assert [each.pk for each in queries_daily.life(sight(home), first)] == [first.pk, later.pk]


def test_nobody_is_written_about_whom_the_worker_does_not_support(home: arrange.House) -> None:
    with pytest.raises(Refused):
        run(home, checklist(home), also=[checklist(home, person=home.lee)])
    assert not ChecklistRun.objects.exists()


# --- an activity ---


@pytest.mark.parametrize("going", ["left_early", "did_not_go"])
def test_why_is_said_in_jos_words_or_in_ours(home: arrange.House, going: str) -> None:
    assert faults(lambda: activity(home, going=going)) == ["why"]
    assert activity(home, going=going, why="The bus did not come.").why
    assert activity(home, going=going, said=said("Too loud.")).voice.words == "Too loud."
    with pytest.raises(Invalid):
        actions.correct_activity(activity=activity(home), going=going, reason="x", by=home.amina)


def test_a_no_and_being_away_need_no_reason(home: arrange.House) -> None:
    assert [activity(home, going=each).going for each in ("said_no", "away")] == ["said_no", "away"]


def test_it_is_about_what_its_plan_item_is_about(home: arrange.House) -> None:
    assert activity(home).topic == "daily_life"
    assert activity(home, item=arrange.routine(home, topic="health").item).topic == "health"
    sams = arrange.routine(home, person=home.sam).item
    assert faults(lambda: activity(home, item=sams)) == ["item"]


# --- the person's own scale ---


def test_nobody_answers_for_the_person(home: arrange.House) -> None:
    version = scale(home)
    for how in ("showed", "told_by_someone", "guess", ""):
        assert faults(lambda how=how: answer(home, version, how_told=how)) == ["how_told"]
    row = answer(home, version)
    with pytest.raises(Invalid, match="Nobody answers for the person"):
        actions.correct_answer(answered=row, how_told="showed", reason="x", by=home.amina)
    with pytest.raises(IntegrityError), transaction.atomic():
        ScaleAnswer.objects.bulk_create([ScaleAnswer(**_columns(row) | {"id": new_id(), "how_told": "showed"})])


def _columns(row: Any) -> dict[str, Any]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def test_the_ways_in_which_somebody_answers_are_their_own_ways() -> None:
    assert HowTold.own_words() == law_daily.OWN_WAYS


def test_an_answer_is_one_of_those_on_that_scale(home: arrange.House) -> None:
    first, second = scale(home), scale(home)
    line = second.lines.get(text="Me")
    told = {"person": home.jo, "version": first, "how_told": "said", "by": home.amina}
    assert faults(lambda: actions.keep_answer(answer=line, **told)) == ["answer"]
    assert faults(lambda: actions.keep_answer(answer=first.lines.get(part="ask"), **told)) == ["answer"]
    assert faults(lambda: actions.keep_answer(answer=first.lines.get(text="Me"), **told | {"person": home.sam})) == ["answer"]


def test_who_helped_is_kept_beside_how_it_was_told(home: arrange.House) -> None:
    row = answer(home, how_helped="pointed", helper_contact=arrange.mum(home))
    assert (row.how_told, row.how_helped, row.helper_contact.name, row.author) == ("picked", "pointed", "Priya", home.amina)


def test_what_stands_of_the_answers_the_newest_first(home: arrange.House) -> None:
    version = scale(home)
    worst, best, wrong = (answer(home, version, nth) for nth in (2, 0, 1))
    actions.mistake_answer(answered=wrong, reason="It was Sam.", by=home.ruth)
    better = actions.correct_answer(answered=worst, answer=version.lines.get(text="Sometimes me"), reason="x", by=home.amina)
    assert queries_daily.answers(sight(home)) == [better, best]
