"""How days, times and people's words are written."""

from datetime import UTC, date, datetime, time

import pytest
from django.utils import translation

from throughline.web import words

TODAY = date(2026, 5, 19)
NEXT_DAY_IN_LONDON = datetime(2026, 5, 18, 23, 30, tzinfo=UTC)  # half past midnight, summer time


def test_a_day_of_this_year_has_its_weekday_and_no_year():
    assert words.full_day(date(2026, 3, 3), TODAY) == "Tuesday 3 March"
    assert words.short_day(date(2026, 3, 3), TODAY) == "3 March"


def test_a_day_of_another_year_has_the_year_and_no_weekday():
    assert words.full_day(date(2025, 3, 3), TODAY) == "3 March 2025"
    assert words.short_day(date(2025, 3, 3), TODAY) == "3 March 2025"


def test_a_moment_is_read_in_london():
    assert words.full_day(NEXT_DAY_IN_LONDON, TODAY) == "Tuesday 19 May"
    assert words.clock_time(NEXT_DAY_IN_LONDON) == "12:30am"
    assert words.day_and_time(datetime(2026, 3, 3, 14, 30, tzinfo=UTC), TODAY) == "Tuesday 3 March, 2:30pm"


@pytest.mark.parametrize(
    ("at", "written"),
    [
        (time(14, 30), "2:30pm"),
        (time(14, 0), "2pm"),
        (time(9, 5), "9:05am"),
        (time(0, 0), "midnight"),
        (time(12, 0), "midday"),
        (time(12, 30), "12:30pm"),
    ],
)
def test_times(at, written):
    assert words.clock_time(at) == written


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2026, 5, 13), "6 days ago, 13 May"),
        (date(2026, 5, 18), "yesterday, 18 May"),
        (date(2026, 5, 19), "today"),
        (date(2026, 5, 20), "tomorrow, 20 May"),
        (date(2026, 5, 22), "in 3 days, 22 May"),
        (date(2025, 5, 19), "365 days ago, 19 May 2025"),
    ],
)
def test_a_number_of_days_is_followed_by_the_date(day, written):
    assert words.days_ago(day, TODAY) == written


def test_days_are_written_in_the_reader_s_language():
    with translation.override("cy"):
        assert words.full_day(date(2026, 3, 3), TODAY) == "Dydd Mawrth 3 Mawrth"


def test_counted_days_and_sounds():
    assert [words.days_long(1), words.days_long(6)] == ["1 day", "6 days"]
    assert [words.sound_length(11), words.sound_length(65)] == ["0:11", "1:05"]


def test_i_keeps_with_the_next_word():
    assert words.keep_i("It gets too loud. I need it, and I’m tired, said I") == "It gets too loud. I\u00a0need it, and I’m tired, said I"
    assert words.keep_i("HI there") == "HI there"


@pytest.mark.parametrize("typed", ["Too loud at dinner.", '"Too loud at dinner."', "“Too loud at dinner.”", "‘Too loud at dinner.’ "])
def test_words_stand_between_quotation_marks_once(typed):
    assert words.in_quotes(typed) == "“Too loud at dinner.”"


def test_an_apostrophe_inside_is_left_alone():
    assert words.in_quotes("I don't like it, it's loud") == "“I don't like it, it's loud”"


def test_names_fill_their_places_and_nothing_else():
    assert words.fill("What did %(name)s say? 100% of it, %(other)s", {"name": "Jo"}) == "What did Jo say? 100% of it, %(other)s"
