"""A person's page and timeline, on the demo's stories."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.stories import NOW

from throughline.access import actions, queries
from throughline.base import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def ruth(cast, client):
    with clock.at(NOW):
        client.force_login(cast.ruth)
        yield client


def test_it_works(cast, ruth) -> None:
    page = ruth.get(f"/p/{cast.jo.pk}/").content.decode()
    assert "I like it when people ask me first." in page.replace("\N{NO-BREAK SPACE}", " ")
    assert "How Jo communicates" in page
    assert "Waiting for an answer" in page
    assert "Jo decides, unless a decision says otherwise." in page


def test_as_at_a_past_day_it_shows_what_was_known(cast, ruth) -> None:
    page = ruth.get(f"/p/{cast.jo.pk}/?as_at=2026-02-25").content.decode()
    assert "Too loud at dinner." not in page
    assert "as it stood at the end of" in page


def test_a_person_with_nothing_yet_is_asked_to_begin(cast, ruth) -> None:
    new = actions.add_person(service=queries.services()[0], name="Lee", by=cast.ruth)
    page = ruth.get(f"/p/{new.pk}/").content.decode()
    assert "Nothing from Lee yet." in page
    assert "Begin the plan with Lee" in page


def test_the_page_is_seventeen_statements_at_most(cast, ruth) -> None:
    with CaptureQueriesContext(connection) as queries:
        ruth.get(f"/p/{cast.jo.pk}/")
    assert len(queries) + 1 <= 17


@pytest.mark.parametrize("shown", ["all", "said", "decided", "plan", "days", "nonsense"])
def test_the_timeline_shows_what_is_asked_for(cast, ruth, shown) -> None:
    page = ruth.get(f"/p/{cast.jo.pk}/timeline/?show={shown}").content.decode()
    assert "Jo’s timeline" in page
    assert ("Daily note" in page) == (shown in ("all", "days", "nonsense"))


def test_the_timeline_goes_on_where_it_stopped(cast, ruth) -> None:
    first = ruth.get(f"/p/{cast.jo.pk}/timeline/?show=days").content.decode()
    earlier = re.search(r'href="([^"]*before=[^"]*)"', first)
    assert earlier is not None
    second = ruth.get(earlier.group(1).replace("&amp;", "&")).content.decode()
    assert second != first and "Jo’s timeline" in second
