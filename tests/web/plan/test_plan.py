"""The plan of a person: every item by kind with its six ties, what waits, what ended, and the past."""

import pytest

from throughline.access import actions as access
from throughline.plan import actions

MOST = 17  # an empty signed-in page is 5, and at most 12 more


def get(client, person, query=""):
    return client.get(f"/p/{person.pk}/plan/{query}")


def test_it_works(cast, amina):
    page = get(amina, cast.jo).content.decode()
    assert "<title>Plan - Jo - Throughline</title>" in page
    assert page.index("What Jo wants") < page.index("Routines") < page.index("Quiet afternoon") < page.index("How Jo communicates</th>")
    assert page.count("button-main") == 1


def test_each_row_has_six_ties_and_says_where_it_stands(cast, amina):
    page = get(amina, cast.jo).content.decode()
    row = page[page.index(">Quiet afternoon</a>") :].split("</tr>")[0]
    assert row.count('class="tie') == 6
    assert row.count('data-voice="person"') >= 2
    assert "Whole. Look again" in row


def test_what_staff_started_says_so(cast, amina, begun):
    version = begun("routine", "Windows open at 8")
    actions.publish(version=version, message="We start with this", by=cast.ruth)
    row = get(amina, cast.jo).content.decode().split(">Windows open at 8</a>")[1].split("</tr>")[0]
    assert "Started by staff" in row


def test_what_is_not_published_waits_apart(cast, amina, begun):
    version = begun("routine", "A walk before breakfast")
    page = get(amina, cast.jo).content.decode()
    waiting = page[page.index("Not published yet</h2>") :]
    assert "A walk before breakfast" in waiting
    assert f'href="/version/{version.pk}/"' in waiting


def test_what_ended_is_folded_away_with_its_reason(cast, amina, begun):
    version = begun("routine", "Bath at 7")
    actions.publish(version=version, message="New", by=cast.ruth)
    actions.end(item=version.item, message="Jo showers now", by=cast.ruth)
    page = get(amina, cast.jo).content.decode()
    ended = page[page.index("<details>") :]
    assert "Bath at 7" in ended
    assert "Jo showers now" in ended
    assert ">Bath at 7</a>" not in page


def test_a_draft_of_yours_is_listed_for_you_alone(cast, amina, tom):
    access.keep_draft(person=cast.jo, form="plan.routine", content={"title": ["A walk"]}, by=cast.amina)
    page = get(amina, cast.jo).content.decode()
    assert "Only you see it." in page
    assert "/plan/new/?kind=routine" in page
    assert "A walk" not in get(tom, cast.jo).content.decode()


def test_as_it_was_on_a_past_day(cast, amina):
    page = get(amina, cast.jo, "?as_at=2026-02-20").content.decode()
    assert "You are reading the record as it stood at the end of Friday 20 February." in page
    assert ">Quiet afternoon</a>" not in page
    assert "button-main" not in page
    assert ">Quiet afternoon</a>" in get(amina, cast.jo, "?as_at=2026-03-06").content.decode()


def test_who_writes_no_plan_sees_no_button_to_it(cast, tom):
    page = get(tom, cast.jo).content.decode()
    assert "Add to Jo’s plan" not in page


def test_somebody_in_another_home_is_not_there(cast, amina):
    assert get(amina, cast.ann).status_code == 404


@pytest.mark.parametrize("more", [0, 12])
def test_the_number_of_statements_is_fixed(cast, amina, begun, more, django_assert_max_num_queries):
    for n in range(more):
        actions.publish(version=begun("routine", f"Routine {n}"), message="New", by=cast.ruth)
    get(amina, cast.jo)
    with django_assert_max_num_queries(MOST):
        get(amina, cast.jo)
