"""A time of being upset: kept short, finished on the same shift, corrected later; what was seen apart from what somebody thinks."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from tests.agreements.circle import said
from tests.web import arrange

from throughline.access import scope
from throughline.base import clock, events
from throughline.base.errors import Invalid, NotFound, Refused
from throughline.base.ids import new_id
from throughline.base.models import Event
from throughline.base.written import Written
from throughline.plan import actions as plan
from throughline.plan.parts import Line
from throughline.practice import actions, queries_upset
from throughline.practice.models import Upset, UpsetLine
from throughline.thread import timeline

SEEN = {"seen": "Hummed, then paced by the door.", "thought": "The hoover was on.", "intensity": 2}


def kept(home: arrange.House, by: Any = None, minutes: int | None = 12, **more: Any) -> Upset:
    """Jo was upset for twelve minutes, and it is over now."""
    began = clock.now() - timedelta(minutes=minutes or 0)
    over = {"ended_at": clock.now()} if minutes is not None else {}
    return actions.keep_upset(person=home.jo, by=by or home.tom, **{"written": Written(occurred_at=began)} | SEEN | over | more)


def short(home: arrange.House, **more: Any) -> Upset:
    """As it is kept in a few seconds: the times, and a chip."""
    return kept(home, seen="", thought="", intensity=None, fast=["noise"], **more)


def what_helps(home: arrange.House, person: Any = None) -> Any:
    """The lines of the card on what helps Jo."""
    told = {"early_sign": ["Humming", "Pacing"], "do": ["Give the headphones"], "do_not": ["Touch Jo without asking"]}
    lines = [Line(part=part, text=text) for part, texts in told.items() for text in texts]
    card = plan.begin(person=person or home.jo, kind="what_helps", title="What helps", lines=lines, by=home.ruth)
    plan.publish(version=card, message="From today", by=home.ruth)
    return list(card.lines.order_by("part", "position"))


def sight(home: arrange.House, by: Any = None) -> Any:
    return scope.sight(by or home.ruth, home.jo.pk)


def life(home: arrange.House, row: Upset) -> list[Upset]:
    return queries_upset.upset_life(sight(home), row)


def texts(row: Upset) -> list[str]:
    return sorted(each.line.text for each in row.lines.all())


def test_it_works(home: arrange.House) -> None:
    """Tom, of an agency, writes down what he saw; Jo's words are Jo's; the sign and what helped are lines of Jo's own card."""
    hands, hums, _paces, _touch = sorted(what_helps(home), key=lambda line: line.text)
    row = kept(home, said=said("Too loud."), lines=[hums, hands], fast=["noise"], slow=["tired"], toward=["nobody"])
    assert (row.author, row.topic, row.audience) == (home.tom, "behaviour", "team")
    assert (row.seen, row.thought) == (SEEN["seen"], SEEN["thought"])
    assert (row.voice.words, row.voice.person, row.voice.topic) == ("Too loud.", home.jo, "behaviour")
    assert row.ended_at - row.occurred_at == timedelta(minutes=12)
    assert texts(row) == ["Give the headphones", "Humming"]
    assert Event.objects.filter(verb="practice.upset-kept", about_id=row.pk, person_id=home.jo.pk).count() == 1


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"restriction_used": True}, "restriction_words"),
        ({"intensity": 6}, "intensity"),
        ({"fast": ["weather"]}, "fast"),
        ({"slow": ["noise"]}, "slow"),
        ({"toward": ["the dog"]}, "toward"),
        ({"minutes": -1}, "ended_at"),
        ({"minutes": 25 * 60}, "ended_at"),
    ],
)
def test_what_cannot_be_kept_is_said_at_its_field(home: arrange.House, told: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as invalid:
        kept(home, **told)
    assert list(invalid.value.faults) == [field]
    assert not Upset.objects.exists()


def test_it_cannot_be_over_in_an_hour_from_now(home: arrange.House) -> None:
    with pytest.raises(Invalid, match="not come yet"):
        kept(home, ended_at=clock.now() + timedelta(hours=1))


def test_only_signs_and_help_of_the_persons_own_cards_can_be_chosen(home: arrange.House) -> None:
    touch = next(line for line in what_helps(home) if line.part == "do_not")
    sams = what_helps(home, home.sam)[0]
    for line in (touch, sams):
        with pytest.raises(Invalid, match="not on a card"):
            kept(home, lines=[line])
    assert not UpsetLine.objects.exists()


def test_somebody_elses_words_say_nothing_about_it(home: arrange.House) -> None:
    sams = arrange.conversations.keep_voice(person=home.sam, how_told="said", words="Go away.", by=home.amina)
    with pytest.raises(Invalid, match="somebody else"):
        kept(home, said=sams)


def test_sent_twice_it_is_one(home: arrange.House) -> None:
    written = Written(id=new_id(), occurred_at=clock.now() - timedelta(minutes=5))
    assert kept(home, written=written, said=said("No.")) == kept(home, written=written, said=said("No."))
    assert Upset.objects.count() == 1


def test_somebody_of_another_home_writes_none_and_reads_none(home: arrange.House) -> None:
    with pytest.raises(Refused):
        kept(home, by=home.neighbour)
    with pytest.raises(NotFound):
        queries_upset.upset(scope.sight(home.neighbour, home.lee.pk), kept(home).pk)


def test_without_its_event_nothing_is_kept_of_it(home: arrange.House, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: Any, **_told: Any) -> None:
        raise RuntimeError("the journal cannot be written")

    line = what_helps(home)[0]
    monkeypatch.setattr(events, "record", broken)
    with pytest.raises(RuntimeError):
        kept(home, said=said("No."), lines=[line])
    assert not Upset.objects.exists() and not UpsetLine.objects.exists()


# --- finished on the same shift ---


def test_finished_on_the_same_shift_it_needs_no_reason_and_what_stood_stays(home: arrange.House, at: Any) -> None:
    hums = next(line for line in what_helps(home) if line.text == "Humming")
    hands = next(line for line in what_helps(home, home.jo) if line.part == "do")
    row = short(home, lines=[hums], helped="The quiet room.")
    with at("2026-05-19 21:30"):
        done = actions.finish_upset(
            upset=row, seen="Hummed.", fast=["crowd"], helped="A walk.", lines=[hums, hands], said=said("Loud."), by=home.tom
        )
    assert (done.fast, done.helped, done.seen) == (["noise", "crowd"], "The quiet room.\nA walk.", "Hummed.")
    assert (done.occurred_at, done.ended_at, done.voice.words) == (row.occurred_at, row.ended_at, "Loud.")
    assert texts(done) == ["Give the headphones", "Humming"]
    assert [each.pk for each in life(home, row)] == [row.pk, done.pk]
    assert queries_upset.upsets(sight(home)) == [done]


def test_what_is_not_said_again_is_not_taken_away(home: arrange.House) -> None:
    done = actions.finish_upset(
        upset=kept(home, told="Ruth."), seen="", thought="", intensity=None, told="", restriction_used=False, by=home.tom
    )
    assert (done.seen, done.thought, done.intensity, done.told) == (*SEEN.values(), "Ruth.")


def test_what_went_on_is_finished_with_its_end(home: arrange.House, at: Any) -> None:
    row = short(home, minutes=None)
    assert row.ended_at is None
    with at("2026-05-19 14:30"):
        done = actions.finish_upset(upset=row, ended_at=row.occurred_at + timedelta(minutes=20), estimated=True, by=home.tom)
    assert done.ended_at - done.occurred_at == timedelta(minutes=20) and done.estimated


def test_only_its_author_finishes_it_and_only_on_the_shift(home: arrange.House, at: Any) -> None:
    row = short(home)
    with pytest.raises(Refused, match="Only the one who wrote it"):
        actions.finish_upset(upset=row, seen="x", by=home.amina)
    with at("2026-05-20 01:59"):
        row = actions.finish_upset(upset=row, seen="Hummed.", by=home.tom)
    with at("2026-05-20 02:01"), pytest.raises(Refused, match="more than 12 hours ago"):  # from the first words on, however often
        actions.finish_upset(upset=row, thought="x", by=home.tom)


def test_finished_twice_from_one_phone_is_finished_once(home: arrange.House) -> None:
    row, written = short(home), Written(id=new_id())
    assert actions.finish_upset(upset=row, seen="Hummed.", by=home.tom, written=written) == actions.finish_upset(
        upset=row, seen="Hummed.", by=home.tom, written=written
    )
    assert Upset.objects.count() == 2


# --- law 1 ---


def test_law_1_a_correction_keeps_the_first_words(home: arrange.House) -> None:
    line = what_helps(home)[0]
    row = kept(home, lines=[line])
    later = actions.correct_upset(upset=row, seen="Sat down.", reason="I had mixed it up with Sunday.", by=home.tom)
    assert [each.seen for each in life(home, later)] == [SEEN["seen"], "Sat down."]
    assert (later.occurred_at, later.ended_at, texts(later)) == (row.occurred_at, row.ended_at, [line.text])
    assert texts(actions.correct_upset(upset=later, lines=[], reason="It was not that.", by=home.ruth)) == []


def test_law_1_what_was_written_down_by_mistake_stays_and_counts_no_more(home: arrange.House) -> None:
    row = kept(home)
    actions.mistake_upset(upset=row, reason="It was Sam.", by=home.ruth)
    assert queries_upset.upsets(sight(home)) == []
    assert Upset.objects.count() == 2


def test_law_1_as_at_an_earlier_day_it_is_as_it_stood(home: arrange.House, at: Any) -> None:
    row = kept(home)
    then = clock.end_of(clock.today())
    with at("2026-05-21 10:00"):
        later = actions.correct_upset(upset=row, seen="Sat down.", reason="Said better.", by=home.ruth)
    assert queries_upset.upsets(sight(home), then) == [row]
    assert queries_upset.upset_life(sight(home), row, then) == [row]
    with pytest.raises(NotFound):
        queries_upset.upset_life(sight(home), later, then)


def test_only_its_author_and_who_answers_for_the_record_amend_it(home: arrange.House) -> None:
    row = kept(home)
    for amend in (
        lambda: actions.correct_upset(upset=row, seen="x", reason="x", by=home.amina),
        lambda: actions.mistake_upset(upset=row, reason="x", by=home.amina),
    ):
        with pytest.raises(Refused):
            amend()
    actions.mistake_upset(upset=row, reason="Twice.", by=home.tom)
    with pytest.raises(Invalid, match="meanwhile"):
        actions.correct_upset(upset=row, seen="x", reason="x", by=home.tom)


# --- where it is read ---


def test_it_has_its_place_on_the_timeline(home: arrange.House) -> None:
    row = kept(home)
    [entry] = timeline.happenings(sight(home), ("upset",))
    assert (entry.row_id, entry.text, entry.author, entry.at) == (row.pk, SEEN["seen"], "Tom", row.occurred_at)


def test_chips_come_from_what_helps_and_from_routines_that_name_early_signs(home: arrange.House) -> None:
    arrange.routine(home, lines=[Line(part="do", text="Jo’s own cup")])
    arrange.routine(
        home, title="Quiet afternoon", lines=[Line(part="early_sign", text="humming"), Line(part="do", text="One person talks")]
    )
    what_helps(home)
    cards = queries_upset.cards(sight(home))
    assert [each.text for each in queries_upset.lines_of(cards, "early_sign")] == ["Humming", "Pacing"]
    assert [each.text for each in queries_upset.lines_of(cards, "do")] == ["Give the headphones", "One person talks"]


def test_a_draft_is_no_card_to_choose_from(home: arrange.House) -> None:
    draft = plan.begin(person=home.jo, kind="what_helps", title="x", lines=[Line(part="do", text="Wait")], by=home.ruth)
    ids = [line.pk for line in draft.lines.all()]
    assert queries_upset.cards(sight(home)) == [] and queries_upset.chosen(sight(home), ids) == []


def test_it_happened_is_when_it_began(home: arrange.House) -> None:
    row = kept(home)
    assert isinstance(row.occurred_at, datetime) and row.occurred_at == clock.now() - timedelta(minutes=12)
