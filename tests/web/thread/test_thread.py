"""The page of a thread, on the demo's stories."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.stories import NOW

from throughline.access import scope
from throughline.base import clock
from throughline.thread import load

pytestmark = pytest.mark.django_db


@pytest.fixture
def ruth(cast, client):
    with clock.at(NOW):
        client.force_login(cast.ruth)
        yield client


def item_of(cast, title: str):
    rows = load.load_plan(scope.sight(cast.ruth, cast.jo.pk))
    return next(row.item_id for row in rows if row.title == title)


def test_it_works(cast, ruth) -> None:
    page = ruth.get(f"/t/{item_of(cast, 'Quiet afternoon')}/").content.decode()
    assert page.index("It gets too loud.") < page.index("Jo decided, with support") < page.index("Shift card, version 2")
    assert "Whole thread. All six are in date" in page


def test_from_a_line_to_the_voice_behind_it_in_one_click(cast, ruth) -> None:
    item = item_of(cast, "Quiet afternoon")
    voice = load.load_item(scope.sight(cast.ruth, cast.jo.pk), item).voices[0]
    assert f'href="/v/{voice.id}/"' in ruth.get(f"/t/{item}/").content.decode()


def test_a_gap_stands_in_its_place_with_one_thing_to_do(cast, ruth) -> None:
    page = ruth.get(f"/t/{item_of(cast, 'Seeing the dentist')}/").content.decode()
    assert "knot-gap" in page
    assert page.count("button-main") == 1


def test_as_at_a_past_day_nothing_can_be_done_and_the_banner_says_so(cast, ruth) -> None:
    page = ruth.get(f"/t/{item_of(cast, 'Quiet afternoon')}/?as_at=2026-05-01").content.decode()
    assert "You are reading the record as it stood at the end of Friday 1 May." in page
    assert "button-main" not in page


@pytest.mark.parametrize("given", ["2026-13-01", "yesterday", "2099-01-01"])
def test_a_day_that_cannot_be_read_is_today_and_says_so(cast, ruth, given) -> None:
    response = ruth.get(f"/t/{item_of(cast, 'Quiet afternoon')}/?as_at={given}")
    assert response.status_code == 200
    assert 'role="alert"' in response.content.decode()


def test_somebody_elses_thread_is_not_there(cast, client) -> None:
    with clock.at(NOW):
        client.force_login(cast.amina)  # Elm House; Ann lives in the other home
        rows = load.load_plan(scope.sight(cast.ruth, cast.ann.pk))
        assert client.get(f"/t/{rows[0].item_id}/").status_code == 404


def test_the_page_is_seventeen_statements_at_most(cast, ruth) -> None:
    """Five of an empty page and twelve more, the reading that is kept among them."""
    item = item_of(cast, "Quiet afternoon")
    with CaptureQueriesContext(connection) as queries:
        ruth.get(f"/t/{item}/")
    assert len(queries) + 1 <= 17
