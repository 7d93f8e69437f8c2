"""Versions, cards, the profile and the papers as at the end of a past day; links go on reading that day."""

import re

import pytest
from django.urls import reverse

from throughline.base import clock
from throughline.conversations import actions as conversations
from throughline.plan import actions
from throughline.plan.parts import Line

MOST = 21  # an empty signed-in page is 5; a version and its parts 16 more
BANNER = "You are reading the record as it stood at the end of"
BEFORE, EARLIER, LATER = "2026-02-20", "2026-03-04", "2026-03-12"


@pytest.fixture
def walk(cast, at):
    """A walk, followed since 4 March; another way of it written on 10 March, followed since 11 March."""
    with at("2026-03-04 10:00"):
        first = actions.begin(person=cast.jo, kind="routine", title="A walk", lines=[Line(part="do", text="Go by the park")], by=cast.ruth)
        actions.publish(version=first, message="From today", by=cast.ruth)
    with at("2026-03-10 10:00"):
        second = actions.write(item=first.item, title="A long walk", lines=[Line(part="do", text="Go by the river")], by=cast.ruth)
    with at("2026-03-11 10:00"):
        actions.publish(version=second, message="Jo likes the river", by=cast.ruth)
    return first, second


def read(client, path, day=""):
    response = client.get(path + (("&" if "?" in path else "?") + f"as_at={day}" if day else ""))
    assert response.status_code == 200, path
    return response.content.decode()


def card(version):
    return reverse("plan:card", args=[version.item_id])


def test_a_card_is_what_staff_followed_then(walk, ruth):
    first, _second = walk
    page = read(ruth, card(first), EARLIER)
    assert BANNER in page and "Go by the park" in page and "river" not in page and "Version 1" in page
    assert "As it stood at the end of 4 March, and not for use now." in page
    now = read(ruth, card(first))
    assert "Go by the river" in now and BANNER not in now and "not for use now" not in now
    assert "Go by the river" in read(ruth, card(first), LATER)


def test_a_version_does_not_know_what_came_later(walk, ruth):
    first, _second = walk
    page = read(ruth, reverse("plan:version", args=[first.pk]), EARLIER)
    assert BANNER in page and "Staff follow this version since 4 March." in page and "Version 2" not in page
    assert "button-main" not in page and "Write a new version" not in page
    later = read(ruth, reverse("plan:version", args=[first.pk]), LATER)
    assert "Staff followed this version from 4 March to 11 March." in later and "Jo likes the river" in later


def test_a_version_that_was_written_and_not_yet_followed(walk, ruth):
    _first, second = walk
    page = read(ruth, reverse("plan:version", args=[second.pk]), "2026-03-10")
    assert "Not published yet. Staff do not follow it." in page


@pytest.mark.parametrize("day", [BEFORE, "2026-03-03"])
def test_what_was_not_there_by_then_is_not_there(cast, walk, ruth, day):
    first, second = walk
    paths = [card(first), reverse("plan:version", args=[first.pk]), reverse("plan:version", args=[second.pk])]
    paths.append(reverse("plan:cards", args=[cast.jo.pk]) + f"?item={first.item_id}")
    for path in paths:
        assert ruth.get(path + ("&" if "?" in path else "?") + f"as_at={day}").status_code == 404, path
    nobody = ruth.get(card(first).replace(str(first.item_id), str(cast.jo.pk)))
    assert ruth.get(card(first) + f"?as_at={day}").content.decode().count("<h1") == nobody.content.decode().count("<h1") == 1


def test_a_card_of_an_item_that_had_ended_says_so(cast, walk, ruth, at):
    first, _second = walk
    with at("2026-03-20 10:00"):
        actions.end(item=first.item, message="Jo moved on", by=cast.ruth)
    assert "Staff follow no card here." in read(ruth, card(first), "2026-03-21")
    assert "Go by the river" in read(ruth, card(first), "2026-03-19")


def test_words_that_were_taken_back_later_still_stood(cast, ruth, at, begun):
    with at("2026-03-04 10:00"):
        voice = conversations.keep_voice(person=cast.jo, how_told="said", words="I like the park.", by=cast.ruth)
        version = begun("routine", "A walk", own_words=voice, lines=[Line(part="do", text="Go by the park", voice=voice)])
        actions.publish(version=version, message="From today", by=cast.ruth)
    with at("2026-03-10 10:00"):
        conversations.take_back(voice=voice, kind="withdrawn", by=cast.ruth)
    for path in (card(version), reverse("plan:version", args=[version.pk])):
        assert "like the park." in read(ruth, path, EARLIER)
        assert "like the park." not in read(ruth, path)


def test_the_profile_is_what_was_published_then(cast, ruth, at, begun):
    with at("2026-03-04 10:00"):
        version = begun("profile", "Sam", person=cast.sam, lines=[Line(part="admire", text="Funny")])
        actions.publish(version=version, message="New", by=cast.ruth)
    with at("2026-03-10 10:00"):
        later = actions.write(item=version.item, title="Sam", lines=[Line(part="admire", text="Kind")], by=cast.ruth)
        actions.publish(version=later, message="Sam put it like this", by=cast.ruth)
    path = reverse("plan:profile", args=[cast.sam.pk])
    for address in (path, f"{path}?paper=a4"):
        page = read(ruth, address, EARLIER)
        assert BANNER in page and "Funny" in page and "Kind" not in page
        assert "Kind" in read(ruth, address)
    assert "As it stood at the end of 4 March, and not for use now. Printed 19 May." in read(ruth, f"{path}?paper=a4", EARLIER)
    assert f"{path}?paper=a4&amp;as_at={EARLIER}" in read(ruth, path, EARLIER)
    assert "Make it with Sam" not in read(ruth, path, EARLIER)


def test_a_profile_of_nothing_is_not_there(cast, ruth):
    path = reverse("plan:profile", args=[cast.sam.pk])
    for address in (f"{path}?as_at=2020-01-01", f"{path}?paper=a4&as_at=2020-01-01"):
        assert ruth.get(address).status_code == 404


def test_papers_of_a_past_day_say_so_themselves(cast, walk, ruth):
    path = reverse("plan:cards", args=[cast.jo.pk]) + f"?item={walk[0].item_id}"
    page = read(ruth, path, EARLIER)
    assert BANNER in page and "Go by the park" in page and "not for use now" in page.split('<article class="a6')[1]
    assert "not for use now" not in read(ruth, path)
    assert ruth.get(reverse("plan:cards", args=[cast.jo.pk]) + "?as_at=2020-01-01").status_code == 404


def test_links_go_on_reading_the_same_day(cast, walk, ruth):
    """Plan, thread, version and card lead to each other; each link keeps the day, and the banner alone leads back to today."""
    first, second = walk
    thread, plan = reverse("thread:thread", args=[first.item_id]), reverse("plan:plan", args=[cast.jo.pk])
    version = reverse("plan:version", args=[first.pk])
    leads = {plan: {thread}, thread: {plan, version, card(first)}, version: {thread}, card(first): {plan, thread}}
    for path, found in leads.items():
        page = read(ruth, path, EARLIER)
        for each in found:
            assert f'href="{each}?as_at={EARLIER}"' in page, (path, each)
            assert f'href="{each}"' not in page, (path, each)
        assert f'href="{path}">Read it as it is today</a>' in page, path
    both = read(ruth, version, LATER)
    assert f'href="{reverse("plan:version", args=[second.pk])}?as_at={LATER}"' in both


TABS = ("people:page", "plan:plan", "reviews:said_did", "said:conversations", "decisions:list", "people:timeline")


@pytest.mark.parametrize("name", TABS)
def test_tabs_and_voices_go_on_reading_the_same_day_and_every_page_offers_another(cast, ruth, name):
    page = read(ruth, reverse(name, args=[cast.jo.pk]), LATER)
    for each in TABS:
        address = reverse(each, args=[cast.jo.pk])
        assert f'href="{address}?as_at={LATER}"' in page, each
    assert not re.search(r'href="/v/[0-9a-f-]+/"', page)
    assert f'name="as_at" value="{LATER}"' in page and "You are reading Thursday 12 March." in page
    today = read(ruth, reverse(name, args=[cast.jo.pk]))
    assert 'name="as_at"' in today and "?as_at=" not in today


def test_a_voice_read_as_at_a_day_is_the_voice_of_that_day(cast, ruth):
    page = read(ruth, reverse("people:page", args=[cast.jo.pk]), LATER)
    voices = re.findall(r'href="(/v/[0-9a-f-]+/)\?as_at=2026-03-12"', page)
    assert voices
    assert BANNER in read(ruth, voices[0], LATER) and 'name="as_at"' in read(ruth, voices[0])


OF_TODAY = ("people:list", "people:circle", "sharing:page", "agreements:who_decides", "safeguarding:list")


@pytest.mark.parametrize("name", OF_TODAY)
def test_a_page_that_cannot_be_read_as_at_a_day_says_so(cast, ruth, name):
    address = reverse(name, args=[cast.jo.pk] if name != "people:list" else [])
    assert "This page is of today." in read(ruth, address, LATER)
    assert "This page is of today." not in read(ruth, address)


def test_picking_a_day_asks_again_for_what_was_asked(cast, ruth):
    page = read(ruth, reverse("people:timeline", args=[cast.jo.pk]) + "?show=said", LATER)
    assert '<input type="hidden" name="show" value="said">' in page


def test_the_plan_of_a_past_day_leads_to_the_papers_that_there_were(cast, ruth):
    papers = [reverse(f"plan:{name}", args=[cast.jo.pk]) for name in ("profile", "cards")]
    long_ago, lately = (read(ruth, reverse("plan:plan", args=[cast.jo.pk]), day) for day in ("2020-01-01", "2026-05-18"))
    for path in papers:
        assert path not in long_ago
        assert f'href="{path}?as_at=2026-05-18"' in lately
        read(ruth, path, "2026-05-18")


def test_when_people_look_again_is_read_as_of_that_day(cast, ruth, at, begun):
    with at("2026-03-04 10:00"):
        version = begun("routine", "A walk", look_again_on=clock.today().replace(month=4, day=1), lines=[Line(part="do", text="Go")])
        actions.publish(version=version, message="From today", by=cast.ruth)
    for path in (card(version), reverse("plan:version", args=[version.pk])):
        assert "Look again by 1 April." in read(ruth, path, EARLIER)
        assert "It was to be looked at again by 1 April." in read(ruth, path)


@pytest.mark.parametrize("given", ["2026-13-01", "tomorrow", "2030-01-01"])
def test_a_day_that_cannot_be_read_is_today(walk, ruth, given):
    assert "Go by the river" in read(ruth, card(walk[0]), given)


def test_the_number_of_statements_is_fixed(cast, ruth, walk, django_assert_max_num_queries):
    jo, first = cast.jo.pk, walk[0]
    paths = [card(first), reverse("plan:version", args=[first.pk]), reverse("plan:profile", args=[jo]), reverse("plan:cards", args=[jo])]
    for path in paths:
        read(ruth, path, LATER)
        with django_assert_max_num_queries(MOST):
            read(ruth, path, LATER)


LONG_AGO = "2020-01-01"


def test_what_was_not_there_yet_is_not_shown_as_at_a_day_before_it(cast, ruth):
    """Not a decision either: nobody reads what was signed later under the banner of an earlier day."""
    page = read(ruth, reverse("people:page", args=[cast.jo.pk])) + read(ruth, reverse("decisions:list", args=[cast.jo.pk]))
    links = {each for each in re.findall(r'href="(/[dvct]/[0-9a-f-]+/)"', page)}
    assert {each[:3] for each in links} >= {"/d/", "/v/", "/t/"}
    for path in links:
        assert ruth.get(path).status_code == 200, path
        assert ruth.get(f"{path}?as_at={LONG_AGO}").status_code == 404, path


def test_how_the_person_communicates_is_as_at_the_day_too(cast, ruth):
    timeline = reverse("people:timeline", args=[cast.jo.pk])
    assert "How Jo communicates" in read(ruth, timeline) and "How Jo communicates" not in read(ruth, timeline, LONG_AGO)
