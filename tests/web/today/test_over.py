"""Today as at the end of a past day: what staff had in hand then, and what was written of it by then. Nothing can be written there."""

from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.practice.watching import BY_TEXT, TABLETS, followed
from tests.web import arrange

from throughline.plan import actions as plan
from throughline.plan.parts import Step
from throughline.practice import actions as practice

TODAY = reverse("today:today")
THEN = "2026-05-19"  # the house stands at two in the afternoon of this day


def read(home: arrange.House, day: str = THEN) -> str:
    response = arrange.signed_in(home.amina).get(TODAY, {"p": str(home.jo.pk), "as_at": day})
    assert response.status_code == 200
    return response.content.decode()


def test_it_shows_the_day_as_it_stood_at_its_end(home: arrange.House, at: Any) -> None:
    arrange.how_jo_communicates(home)
    version = arrange.routine(home, own_words=arrange.said(home))
    record = arrange.recorded(home, version)
    with at("2026-05-20 09:00"):
        changed = plan.write(item=version.item, title="Loud afternoon", steps=[Step(text="Go to the drumming")], by=home.ruth)
        plan.publish(version=changed, message="Jo likes drums", by=home.ruth)
        practice.correct_routine(record=record, reason="It was no.", result="said_no", by=home.amina)
        arrange.recorded(home, changed)
        page = read(home)
    assert "Jo’s day, Tuesday 19 May" in page and "You are reading the record as it stood at the end of" in page
    assert "“It gets too loud.”" in page and "Show the photo. Wait 10 seconds." in page
    assert "Offered. Jo said yes. Amina." in page and "Nothing was written by the end of that day" in page
    assert "Loud afternoon" not in page and "Jo said no" not in page
    assert f"{reverse('plan:card', args=[version.item_id])}?as_at={THEN}" in page
    assert "button-main" not in page and "/voice/new/" not in page


def test_a_check_in_that_was_agreed_then(home: arrange.House, at: Any) -> None:
    followed(home, TABLETS, check_ins=[BY_TEXT])
    with at("2026-05-20 09:00"):
        assert "Check-in with Jo, by text. No check-in since 6pm." in read(home)
        assert "Check-in with Jo" not in read(home, "2026-05-18")


def test_a_day_before_anything_was_planned_says_so(home: arrange.House) -> None:
    arrange.routine(home)
    assert "At the end of this day nothing was planned for Jo." in read(home, "2026-05-18")


def test_the_queries_do_not_grow_with_what_was_recorded(home: arrange.House, at: Any) -> None:
    version = arrange.routine(home, own_words=arrange.said(home))
    client, counts = arrange.signed_in(home.amina), []
    for _ in range(3):
        for step in version.steps.all():
            arrange.recorded(home, version, step=step)
        with at("2026-05-20 09:00"), CaptureQueriesContext(connection) as asked:
            assert client.get(TODAY, {"p": str(home.jo.pk), "as_at": THEN}).status_code == 200
        counts.append(len(asked))
    assert counts[1] == counts[2]  # the first request of a session asks more
