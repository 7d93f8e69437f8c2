"""Weeks in phases, and chart 1 drawn of them: gaps, breaks, and a middle value of ten weeks or more alone. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.web.upsets import finding
from throughline.web.upsets.chart import LETTER, NARROW, WIDE, Change, Panel, draw, ticks_to
from throughline.web.upsets.phases import ENOUGH, Phase, in_phases, middle, runs

MONDAY = date(2026, 1, 5)
NAMES = {"name": "Jo", "distress": "upset"}


@dataclass(frozen=True)
class Week:
    begins: date
    times: int | None
    middle: float | None = None


def weeks(*times: int | None, long: float = 20) -> list[Week]:
    return [Week(MONDAY + timedelta(days=7 * n), each, long if each else None) for n, each in enumerate(times)]


def day(n: int, weekday: int = 2) -> date:
    """A day of the n-th week."""
    return MONDAY + timedelta(days=7 * n + weekday)


def found(*phases: Phase) -> str:
    return " ".join(finding.found(phases, NAMES, lambda each: each.isoformat()))


def test_a_week_in_which_the_plan_changed_belongs_to_what_came_after() -> None:
    before, since = in_phases(weeks(5, 6, 5, 2, 1), [(day(3), "Quiet afternoon"), (day(3, 4), "What helps")])
    assert [week.times for week in before.weeks] == [5, 6, 5]
    assert [week.times for week in since.weeks] == [2, 1]
    assert (before.changed, since.changed, since.what) == (None, day(3), "Quiet afternoon")


@pytest.mark.parametrize("when", [day(0), day(-3), day(5)])
def test_a_change_with_no_weeks_on_one_side_breaks_nothing(when: date) -> None:
    [phase] = in_phases(weeks(5, 6, 5, 2, 1), [(when, "Quiet afternoon")])
    assert phase.changed is None and len(phase.weeks) == 5


@given(st.lists(st.none() | st.integers(0, 40), max_size=30))
def test_a_middle_value_is_said_of_ten_known_weeks_or_more_and_is_the_median(values: list[int | None]) -> None:
    known = [value for value in values if value is not None]
    assert middle(values) == (median(known) if len(known) >= ENOUGH else None)


@given(st.lists(st.none() | st.integers(0, 40), max_size=30), st.lists(st.integers(-2, 32), max_size=4))
def test_phases_lose_no_week_and_keep_their_order(values: list[int | None], changes: list[int]) -> None:
    every = weeks(*values)
    phases = in_phases(every, [(day(n), "x") for n in sorted(changes)])
    assert [week for phase in phases for week in phase.weeks] == every
    assert all(phase.weeks for phase in phases) or not every
    assert all(phase.changed for phase in phases[1:])


@given(st.lists(st.none() | st.integers(0, 40), max_size=30))
def test_a_line_never_goes_over_a_gap(values: list[int | None]) -> None:
    found = runs(values)
    assert [pair for run in found for pair in run] == [(n, value) for n, value in enumerate(values) if value is not None]
    assert all(later[0] == earlier[0] + 1 for run in found for earlier, later in zip(run, run[1:], strict=False))


# --- the drawing ---


def drawn(*times: int | None, width: int = WIDE, changes: tuple[int, ...] = ()) -> tuple:
    phases = in_phases(weeks(*times), [(day(n), "x") for n in changes])
    panel = Panel(
        "Times", tuple(tuple(week.times for week in each.weeks) for each in phases), tuple(each.times for each in phases), ("",) * 9, "dot"
    )
    return draw(phases, [panel], width, lambda each: f"{each:%d %b}"), phases


def test_a_week_with_nothing_written_has_no_mark_and_a_week_without_upset_has_one_on_the_floor() -> None:
    drawing, _phases = drawn(3, None, 0, 2)
    assert len(drawing.marks) == 3 and len(drawing.runs) == 2
    floor = max(stroke.y1 for stroke in drawing.strokes if stroke.kind == "grid")
    assert [mark.y for mark in drawing.marks].count(floor) == 1


def test_the_line_is_broken_where_the_plan_changed_and_a_dashed_line_stands_there() -> None:
    drawing, _phases = drawn(5, 5, 2, 2, changes=(2,))
    assert len(drawing.runs) == 2
    [change] = [stroke for stroke in drawing.strokes if stroke.kind == "change"]
    assert drawing.marks[1].x < change.x1 == change.x2 < drawing.marks[2].x


@pytest.mark.parametrize(("n", "middles"), [(9, 0), (10, 1)])
def test_a_middle_line_is_drawn_from_ten_weeks_on(n: int, middles: int) -> None:
    drawing, _phases = drawn(*[4] * n)
    assert sum(stroke.kind == "middle" for stroke in drawing.strokes) == middles


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("n", [1, 2, 26])
def test_everything_is_inside_the_drawing(width: int, n: int) -> None:
    drawing, _phases = drawn(*[n % 7] * n, width=width, changes=(n // 2,))
    assert all(0 <= mark.x <= width and 0 <= mark.y <= drawing.height for mark in drawing.marks)
    assert all(0 <= label.x <= width and 0 < label.y <= drawing.height for label in drawing.labels)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_what_changed_stands_beside_its_line_and_inside_the_drawing(width: int) -> None:
    """The latest five of many, each in a row of its own; long words are cut short rather than run over the edge."""
    phases = in_phases(weeks(*[4] * 26), [])
    told = [Change(n * 4.0, f"{n} March: a title that is as long as titles are now and then, and longer", "step") for n in range(7)]
    drawing = draw(phases, [Panel("Times", ((4,) * 26,), (None,), ("",), "dot")], width, lambda each: f"{each:%d %b}", told)
    words = [label for label in drawing.labels if "March" in label.text]
    assert [label.text[0] for label in words] == ["6", "5", "4", "2", "3"] and len({label.y for label in words}) == 5
    for label, stroke in zip(words, [each for each in drawing.strokes if each.kind == "step"], strict=True):
        long = len(label.text) * LETTER
        assert (label.x + long if label.anchor == "start" else label.x - long) == pytest.approx(width / 2, abs=width / 2 + LETTER)
        assert abs(label.x - stroke.x1) < 7 and stroke.y2 > label.y


@given(st.floats(0, 1440))
def test_the_scale_reaches_the_most_in_even_steps(most: float) -> None:
    ticks = ticks_to(most)
    assert ticks[0] == 0 and ticks[-1] >= most and len(ticks) <= 6
    assert len({later - earlier for earlier, later in zip(ticks, ticks[1:], strict=False)}) <= 1


# --- the finding ---


def phase(times: float, long: float, changed: date | None = None, n: int = ENOUGH) -> Phase:
    return Phase(changed, "", tuple(Week(day(each, 0), int(times), long) for each in range(n)))


def test_the_finding_says_since_and_never_because() -> None:
    told = found(phase(6, 30), phase(2, 12, day(10)))
    assert told.startswith(f"Since the plan changed on {day(10)}, Jo is upset less often: 2 times a week, not 6.")
    assert "for less time: 12 minutes, not 30" in told and "because" not in told.lower()


@pytest.mark.parametrize(
    ("before", "since", "said"),
    [
        ((2, 12), (6, 30), ("more often", "for more time")),
        ((2, 12), (2, 12), ("as often as before", "for as long as before")),
    ],
)
def test_it_says_so_when_nothing_got_better(before: tuple[int, int], since: tuple[int, int], said: tuple[str, str]) -> None:
    told = found(phase(*before), phase(*since, day(10)))
    assert all(each in told for each in said)


def test_too_few_weeks_are_said_to_be_too_few() -> None:
    told = found(phase(6, 30), phase(2, 12, day(10), n=3))
    assert "10 weeks before it and 3 since" in told and "less often" not in told
    assert "There are 3 weeks with something written" in found(phase(6, 30, n=3))


def test_without_a_change_it_says_what_is_in_the_middle() -> None:
    assert "Jo was upset 6 times a week" in found(phase(6, 30))
    assert "Jo was upset once a week" in found(phase(1, 30))
