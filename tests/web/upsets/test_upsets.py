"""The pages of an upset: a few chips once it is over, Jo's words first to read, finished on the shift; and how often and how long."""

import csv
import io
import re
from datetime import timedelta
from typing import Any

from django.urls import reverse
from tests.practice.test_upset import kept, short, what_helps
from tests.web import arrange

from throughline.access import actions as access
from throughline.base import clock
from throughline.base.ids import new_id
from throughline.conversations.models import Voice
from throughline.plan import actions as plan
from throughline.practice import actions
from throughline.practice.models import Upset
from throughline.practice.queries_upset import Week
from throughline.web.upsets import figures
from throughline.web.upsets.changed import Changed

SENT = {"words": "Too loud.", "how_told": "said", "fast": ["noise"], "seen": "Hummed, and paced by the door.", "intensity": "2"}


def get(home: arrange.House, page: str, *args: Any, by: str = "tom", status: int = 200) -> str:
    response = arrange.signed_in(getattr(home, by)).get(reverse(f"upsets:{page}", args=args))
    assert response.status_code == status
    return response.content.decode()


def post(home: arrange.House, page: str, *args: Any, by: str = "tom", **given: Any) -> Any:
    return arrange.signed_in(getattr(home, by)).post(reverse(f"upsets:{page}", args=args), given)


def ran(minutes: int = 12) -> dict[str, str]:
    """What the clock of the page sends."""
    now = clock.now()
    return {"started_at": (now - timedelta(minutes=minutes)).isoformat(), "ended_at": now.isoformat()}


def test_it_works(home: arrange.House) -> None:
    """From "what do you write down" through the form to its page, and on the timeline."""
    lines = {line.text: str(line.pk) for line in what_helps(home)}
    assert f"{reverse('upsets:new', args=[home.jo.pk])}#now" in arrange.signed_in(home.tom).get(reverse("today:record")).content.decode()
    chosen = {"signs": [lines["Humming"]], "helps": [lines["Give the headphones"]]}
    response = post(home, "new", home.jo.pk, **SENT, **chosen, **ran(), id=str(new_id()))
    row = Upset.objects.get()
    assert response.url == reverse("upsets:one", args=[row.pk])
    assert (row.ended_at - row.occurred_at, row.estimated) == (timedelta(minutes=12), False)
    page = get(home, "one", row.pk, by="amina")
    in_order = [
        "12 minutes",
        "Too loud.",
        "Just before",
        "Noise",
        "What was seen",
        "Humming",
        SENT["seen"],
        "What helped",
        "Give the headphones",
    ]
    places = [page.index(each) for each in in_order]
    assert places == sorted(places)
    assert "Not finished" not in page
    timeline = arrange.signed_in(home.amina).get(reverse("people:timeline", args=[home.jo.pk])).content.decode()
    assert "Jo was upset" in timeline and response.url in timeline


def test_the_providers_own_word_for_it(home: arrange.House) -> None:
    access.change_provider(by=home.ruth, distress_term="worried")
    assert "Jo is worried" in arrange.signed_in(home.tom).get(reverse("today:record")).content.decode()
    assert "Jo was worried," in get(home, "one", kept(home).pk)
    assert "upset" not in re.sub(r'<(?:[^>"]|"[^"]*")*>', "", get(home, "new", home.jo.pk)).lower()


def test_chips_are_shown_and_what_is_rarely_needed_is_folded(home: arrange.House) -> None:
    what_helps(home)
    page = get(home, "new", home.jo.pk).split('data-phase="over"')[1]
    shown = re.sub(r'<details class="fold".*?</details>', "", page, flags=re.DOTALL)
    assert all(f'name="{each}"' in shown for each in ("words", "fast", "slow", "signs", "seen", "helps"))
    folded = ("began_day", "lasted", "intensity", "toward", "injuries", "restriction_used", "told", "place", "who_was_there", "thought")
    assert not [each for each in folded if f'name="{each}"' in shown or f'name="{each}"' not in page]


def test_without_a_clock_the_times_are_about_right_and_say_so(home: arrange.House) -> None:
    post(home, "new", home.jo.pk, **SENT, lasted="20")
    row = Upset.objects.get()
    assert row.estimated and row.ended_at - row.occurred_at == timedelta(minutes=20)
    assert "About 20 minutes" in get(home, "one", row.pk)


def test_what_cannot_be_kept_comes_back_with_what_was_written(home: arrange.House) -> None:
    page = post(home, "new", home.jo.pk, **SENT, restriction_used="on", lasted="a while").content.decode()
    assert "Write the minutes as a number" in page and SENT["seen"] in page
    page = post(home, "new", home.jo.pk, **SENT, restriction_used="on").content.decode()
    assert "Write what was held, locked or taken" in page
    assert not Upset.objects.exists() and not Voice.objects.exists()


def test_a_chip_of_a_card_that_was_changed_meanwhile_still_counts(home: arrange.House) -> None:
    old = what_helps(home)[0]
    plan.end(item=old.version.item, message="A new card.", by=home.ruth)
    name = "signs" if old.part == "early_sign" else "helps"
    assert post(home, "new", home.jo.pk, **SENT, **{name: [str(old.pk)]}).status_code == 302
    assert [each.line for each in Upset.objects.get().lines.all()] == [old]


def test_kept_short_it_says_what_is_still_to_be_written_and_is_finished_without_a_reason(home: arrange.House) -> None:
    row = short(home)
    page = get(home, "one", row.pk)
    assert all(each in page for each in ("Not finished", "What you saw, in words.", "How strong it was.", "Finish the words"))
    response = post(home, "finish", row.pk, seen="Hummed.", intensity="1", how_told="said")
    page = get(home, "one", response.url.rstrip("/").rpartition("/")[2])
    assert "Not finished" not in page and "Finished on the same shift." in page


def test_only_its_author_is_asked_to_finish_it(home: arrange.House) -> None:
    row = short(home)
    assert reverse("upsets:finish", args=[row.pk]) not in get(home, "one", row.pk, by="amina")
    assert get(home, "finish", row.pk, by="amina", status=403)


def test_what_somebody_thinks_stands_apart_from_what_was_seen(home: arrange.House) -> None:
    page = get(home, "one", kept(home).pk)
    assert page.index("What was seen") < page.index("What Tom thinks") < page.index("The hoover was on.")


def test_written_late_it_says_so(home: arrange.House) -> None:
    late = "More than a day after it was over."
    assert late not in get(home, "one", kept(home).pk)
    with clock.at(clock.now() - timedelta(days=3)):
        began = clock.now()
    post(home, "new", home.jo.pk, **SENT, started_at=began.isoformat(), ended_at=(began + timedelta(minutes=5)).isoformat())
    assert late in get(home, "one", Upset.objects.latest("sequence").pk)


def test_put_right_the_first_words_stay(home: arrange.House) -> None:
    line = what_helps(home)[0]
    row = kept(home, lines=[line])
    name = "signs" if line.part == "early_sign" else "helps"
    form = get(home, "correct", row.pk)
    assert re.search(rf'value="{line.pk}"[^>]*checked', form)
    response = post(home, "correct", row.pk, seen="Sat down.", lasted="12", reason="Mixed up.", **{name: [str(line.pk)]})
    page = arrange.signed_in(home.tom).get(response.url).content.decode()
    assert "Sat down." in page and row.seen in page and "Mixed up." in page
    later = Upset.objects.latest("sequence")
    assert (later.occurred_at, later.ended_at, later.estimated) == (row.occurred_at, row.ended_at, False)
    assert get(home, "correct", later.pk, by="amina", status=403)


def test_taken_back_it_says_so(home: arrange.House) -> None:
    row = kept(home)
    post(home, "mistake", row.pk, reason="It was Sam.")
    page = get(home, "one", row.pk)
    assert "Entered by mistake. Taken back by Tom" in page and "Finish the words" not in page
    assert post(home, "mistake", kept(home).pk, by="amina", reason="x").status_code == 403


# --- how often, and how long ---


def some_weeks(home: arrange.House, *counts: int) -> None:
    """So many a week, up to the last whole week."""
    monday = clock.today() - timedelta(days=clock.today().weekday() + 7 * len(counts))
    for week, count in enumerate(counts):
        for n in range(count):
            with clock.at(clock.moment(monday + timedelta(days=week * 7 + n), 15)):
                actions.keep_upset(person=home.jo, by=home.amina, ended_at=clock.now() + timedelta(minutes=4))


def test_the_page_answers_its_question_without_the_drawing(march: arrange.House, at: Any) -> None:
    with at("2026-05-19 14:00"):
        some_weeks(march, *[4] * 10)
        page = get(march, "trend", march.jo.pk, by="amina")
    without = re.sub(r"<svg.*?</svg>", "", page, flags=re.DOTALL)
    assert "Jo was upset 4 times a week" in without and "Every number, by week" in without
    assert without.index("Jo was upset 4 times a week") < page.index('<svg class="chart-l"')
    assert page.count('role="img"') == 2 and page.count("viewBox") >= 2


def test_what_changed_is_named_on_the_drawing_and_in_words_and_in_the_file(march: arrange.House, at: Any) -> None:
    """Another version of the card breaks the line; a step that was agreed stands there too. The file says no more than the page."""
    with at("2026-04-22 09:00"):
        what_helps(march)
    with at("2026-04-29 09:00"):
        ladder = arrange.ladder(march)
        on = arrange.said(march, "I am ready.")
        arrange.moves(march, ladder.item, 2, voice=on)
    with at("2026-05-19 14:00"):
        some_weeks(march, 3, 2, 2, 0, 1, 1)
        page = get(march, "trend", march.jo.pk, by="amina")
        told = get(march, "figures", march.jo.pk, by="amina")
    for words in ("22 April: What helps changed", "29 April: a step on, To the shop on my own"):
        assert page.count(words) >= 2  # wide and in words; narrow, as much of it as there is room for
    assert page.index("Every number, by week") < page.index("What changed in these weeks")
    rows = list(csv.DictReader(io.StringIO(told)))
    assert [row["Times upset"] for row in rows] == ["3", "2", "2", "", "1", "1"]
    assert [row["What changed in this week"] for row in rows if row["What changed in this week"]] == [
        "22 April: What helps changed",
        "29 April: a step on, To the shop on my own",
    ]
    assert rows[0]["Week from"] == "2026-04-06" and rows[0]["Middle length, minutes"] == "4"


def test_the_answer_by_month_is_one_easy_sentence(march: arrange.House, at: Any) -> None:
    """Whole months alone: this one is not over, and the first is drawn from its end on. Of a month without words nothing is said."""
    with at("2026-06-04 14:00"):
        some_weeks(march, 1, 3, 2, 0, 0, 0, 0, 1, 1)
        page = get(march, "trend", march.jo.pk, by="amina")
    assert "Jo was upset 5 times in April, and 2 times in May." in page
    with at("2026-05-19 14:00"):
        assert "Jo was upset 5 times in April." in get(march, "trend", march.jo.pk, by="amina")


def test_words_in_the_file_are_never_worked_out_by_a_spreadsheet(march: arrange.House, at: Any) -> None:
    with at("2026-05-19 14:00"):
        some_weeks(march, 1, 1)
    row = figures._row(Week(clock.today(), 1), [Changed(clock.today(), "=1+1", "change")])
    assert row[3] == "'=1+1"


def test_with_nothing_written_there_is_no_drawing(home: arrange.House) -> None:
    page = get(home, "trend", home.jo.pk)
    assert "Nothing is written down for any whole week yet." in page and 'role="img"' not in page


def test_weeks_without_an_upset_are_drawn_as_none(march: arrange.House) -> None:
    for _day in range(2):
        actions.write_note(person=march.jo, text="A quiet day.", by=march.amina)
    with clock.at(clock.now() + timedelta(days=15)):
        page = arrange.signed_in(march.amina).get(reverse("upsets:trend", args=[march.jo.pk])).content.decode()
    assert 'role="img"' in page and "<table" in page


def test_as_at_a_past_day_it_knows_nothing_of_what_came_later(march: arrange.House, at: Any) -> None:
    with at("2026-05-19 14:00"):
        some_weeks(march, 1, 1, 1, 1)
        page = arrange.signed_in(march.amina).get(f"{reverse('upsets:trend', args=[march.jo.pk])}?as_at=2026-05-04").content.decode()
    assert "There is 1 week with something written" in page or "There are 2 weeks with something written" in page


def test_the_page_of_the_person_leads_there(home: arrange.House) -> None:
    assert (
        reverse("upsets:trend", args=[home.jo.pk])
        in arrange.signed_in(home.tom).get(reverse("people:page", args=[home.jo.pk])).content.decode()
    )
