"""Today: one person at a time, what is now and why, what is written and what is not."""

import re
from collections.abc import Callable
from datetime import time
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.web import arrange
from tests.web.sent import as_it_came

from throughline.access.models import Reading
from throughline.conversations import actions as conversations
from throughline.plan import actions as plan
from throughline.practice.models import RoutineRecord
from throughline.workforce import actions as workforce

TODAY = reverse("today:today")


def without_templates(page: str) -> str:
    """What shows by itself: the phone arranges the rest."""
    return re.sub(r"<template.*?</template>", "", page, flags=re.S)


def read(home: arrange.House, by: str = "amina", query: str = "") -> str:
    response = arrange.signed_in(getattr(home, by)).get(f"{TODAY}{query}")
    assert response.status_code == 200
    return response.content.decode()


def part(page: str, begins: str, ends: str) -> str:
    return page.split(begins, 1)[1].split(ends, 1)[0]


def test_it_works(home: arrange.House) -> None:
    voice = arrange.said(home, "It gets too loud.")
    arrange.how_jo_communicates(home)
    arrange.routine(home, own_words=voice)
    page = read(home)
    assert "Tuesday 19 May" in page and "<title>Today - Jo - Throughline</title>" in page
    assert "Show the photo. Wait 10 seconds." in page
    now = part(page, ">Now<", "</section>")
    assert "Offer Jo a break in the quiet room" in now and "1:45pm to 2:30pm" in now and "“It gets too loud.”" in now
    assert "Tea in the same chair" in part(page, ">Next<", "</section>")
    assert "Water the plants together" in part(page, ">Any time today<", "</section>")
    earlier = part(page, ">Earlier<", "</section>")
    assert "0 of 1 recorded" in earlier and "Lunch with Lee" in earlier and "Nothing written yet" in earlier
    assert without_templates(page).count("button-main") == 1


def test_a_card_is_read_first_until_this_worker_has_read_it(home: arrange.House, at: Any) -> None:
    version = arrange.routine(home)
    assert "1 card. Read it first" in read(home) and "Jo: quiet afternoon." in read(home)
    with at("2026-05-21 14:00"):
        assert "Read it first" in read(home)
        workforce.read_card(version=version, by=home.amina)
        assert "Read it first" not in read(home) and "Read it first" in read(home, "tom")
        plan.publish(version=plan.write(item=version.item, title="Quiet afternoon", by=home.ruth), message="x", by=home.ruth)
        assert "Changed, version 2" in read(home)


def test_what_is_recorded_moves_to_earlier_with_who_and_what(home: arrange.House) -> None:
    version = arrange.routine(home)
    arrange.recorded(home, version, "said_no")
    earlier = part(read(home), ">Earlier<", "</section>")
    assert "1 of 2 recorded" in earlier and "Offered. Jo said no. Amina" in earlier


def test_recorded_twice_is_said(home: arrange.House) -> None:
    version = arrange.routine(home)
    arrange.recorded(home, version)
    arrange.recorded(home, version, by=home.tom)
    assert "Recorded twice, by Amina and Tom. Same one?" in read(home)


def test_a_record_stands_when_the_card_changes_during_the_day(home: arrange.House) -> None:
    version = arrange.routine(home)
    arrange.recorded(home, version)
    from throughline.plan.parts import Step

    step = Step(text=arrange.BREAK[0], from_time=arrange.BREAK[1], to_time=arrange.BREAK[2])
    again = plan.write(item=version.item, title="Quiet afternoon", steps=[step], by=home.ruth)
    plan.publish(version=again, message="Changed", by=home.ruth)
    assert "1 of 1 recorded" in read(home)


def test_words_that_jo_took_back_are_not_shown(home: arrange.House) -> None:
    voice = arrange.said(home, "It gets too loud.")
    arrange.routine(home, own_words=voice)
    conversations.take_back(voice=voice, kind="withdrawn", by=home.amina)
    page = read(home)
    assert "Offer Jo a break" in page and "It gets too loud" not in page


def test_every_tile_says_why_in_jos_words(home: arrange.House) -> None:
    """In full where it is now; on the others as much as one line of a phone holds, and what was seen is not coloured as words."""
    arrange.routine(home, own_words=arrange.said(home, "It gets too loud, I need my headphones and nobody talking."))
    arrange.routine(home, ("Warm the plate", time(18), None), title="Dinner", own_words=arrange.showed(home))
    arrange.routine(home, ("Lock the shed", time(19), None), title="Evening")
    page = without_templates(read(home))
    assert "nobody talking.”" in part(page, ">Now<", "</section>")
    short = '<span class="small words-own">“It gets too loud, I need my…”</span>'
    coming = part(page, ">Next<", "</section>")
    tea, dinner, shed = coming.split("</li>")[:3]
    assert short in tea
    assert '<span class="small">Pushed the plate away.</span>' in dinner
    assert "Lock the shed" in shed and "words-own" not in shed
    assert short in part(page, ">Any time today<", "</section>") and short in part(page, ">Earlier<", "</section>")


def test_nothing_unpublished_is_on_a_shift(home: arrange.House) -> None:
    arrange.routine(home, publish=False)
    assert "Nothing is planned for Jo on this day." in read(home)


def test_people_are_tabs_and_the_reading_is_of_the_one_on_the_page(home: arrange.House) -> None:
    page = read(home, query=f"?p={home.sam.pk}")
    assert f"?p={home.jo.pk}" in page and f"?p={home.lee.pk}" not in page
    assert [(each.person_id, each.page) for each in Reading.objects.all()] == [(home.sam.pk, "today:today")]


@pytest.mark.parametrize("by", ["amina", "neighbour"])
def test_somebody_elses_person_and_nobody_look_the_same(home: arrange.House, by: str) -> None:
    client = arrange.signed_in(getattr(home, by))
    other = home.lee if by == "amina" else home.jo
    for asked in (other.pk, "0190b3f0-0000-7000-8000-000000000000", "nobody"):
        assert client.get(f"{TODAY}?p={asked}").status_code == 404


def test_whoever_supports_nobody_is_told_so(home: arrange.House) -> None:
    arrange.worker("Gwen", home.ruth, role="administrator")
    from throughline.accounts.models import User

    response = arrange.signed_in(User.objects.get(name="Gwen")).get(TODAY)
    assert "Nobody is on your shift." in response.content.decode()


def test_whoever_comes_off_a_night_writes_for_yesterday(home: arrange.House, at: Any) -> None:
    version = arrange.routine(home)
    with at("2026-05-20 07:00"):
        page = read(home, query="?day=2026-05-19")
        assert "Tuesday 19 May" in page and "0 of 4 recorded" in page and f"/practice/{version.steps.first().pk}/?day=2026-05-19" in page
        assert "Wednesday 20 May" in read(home, query="?day=2026-05-01")


def test_the_bar_has_four_places_and_the_others_stand_at_the_foot(home: arrange.House) -> None:
    page = read(home, by="ruth")
    bar, others = part(page, 'class="bottombar"', "</nav>"), part(page, 'aria-label="Other places"', "</nav>")
    assert [place in bar for place in ("Today", "People", "Record", "Handover", "Shift")] == [True] * 4 + [False]
    assert "Team and homes" in others
    assert "Other places" not in read(home)


def statements(home: arrange.House, query: str = "") -> int:
    client = arrange.signed_in(home.amina)
    with CaptureQueriesContext(connection) as seen:
        assert client.get(f"{TODAY}{query}").status_code == 200
    return len(seen)


def test_statements_do_not_grow_with_the_day(home: arrange.House, django_assert_max_num_queries: Callable[..., Any]) -> None:
    version = arrange.routine(home, own_words=arrange.said(home))
    arrange.how_jo_communicates(home)
    few = statements(home)
    for step in version.steps.all():
        for _ in range(3):
            arrange.recorded(home, version, step=step)
    for title in ("Morning", "Evening", "Night"):
        arrange.routine(home, title=title, own_words=arrange.said(home))
        arrange.ladder(home, f"{title} walk", ("To the shop with Jo", time(9), time(10)))
    assert statements(home) == few <= 5 + 12


def test_the_chooser_offers_three_things_for_one_person(home: arrange.House) -> None:
    page = arrange.signed_in(home.amina).get(reverse("today:record"), {"p": home.jo.pk}).content.decode()
    for name in ("said:voice_new", "today:note_new"):
        assert reverse(name, args=[home.jo.pk]) in page
    assert f"{TODAY}?p={home.jo.pk}" in page and not Reading.objects.exists()


def test_at_ten_past_midnight_the_night_is_now_and_is_recorded_for_the_day_it_began(home: arrange.House, at: Any) -> None:
    """Two taps: the button on Today, and the answer."""
    version = arrange.routine(home, ("Look in on Jo", time(22), time(2)))
    with at("2026-05-20 00:10"):
        client, page = arrange.signed_in(home.amina), read(home)
        now = part(page, ">Now<", "</section>")
        assert "Look in on Jo" in now and "10pm to 2am" in now
        sheet = as_it_came(client.get(part(now, 'href="', '"')).content.decode())
        client.post(reverse("today:outcome", args=[home.jo.pk, version.steps.get().pk]), sheet | {"result": "said_yes"})
        assert str(RoutineRecord.objects.get().day) == "2026-05-19"
        assert ">Now<" not in without_templates(read(home))
    with at("2026-05-20 02:00"):
        assert ">Now<" not in without_templates(read(home))
