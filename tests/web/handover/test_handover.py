"""The handover of a shift: one person after another, their words first, in as many statements for one person as for many."""

from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.practice.test_upset import kept
from tests.practice.watching import fell, missed
from tests.web import arrange
from tests.web.sent import as_it_came

from throughline.access import actions as access
from throughline.access.models import Reading
from throughline.decisions import actions as decisions
from throughline.plan.parts import Line
from throughline.practice import actions
from throughline.practice.models import HandoverReading

PLACE = reverse("handover:handover")
READ = "I have read this"


def page_of(user: Any) -> str:
    response = arrange.signed_in(user).get(PLACE)
    assert response.status_code == 200
    return response.content.decode()


def flagged(home: arrange.House, text: str = "The lift is broken until Friday.", by: Any = None, **more: Any) -> Any:
    return actions.write_note(person=home.jo, text=text, for_handover=True, by=by or home.amina, **more)


def press(user: Any, page: str) -> Any:
    return arrange.signed_in(user).post(PLACE, as_it_came(page))


def test_it_works(home: arrange.House) -> None:
    """Their words, what was kept for the next shift, what waits, what to read, what to avoid, what comes."""
    version = arrange.routine(home, own_words=arrange.said(home), lines=[Line(part="do_not", text="Do not hurry Jo")])
    arrange.recorded(home, version, step=version.steps.get(text=arrange.LUNCH[0]))
    arrange.said(home, "I want to go to the sea.", wish="request")
    decisions.ask(person=home.jo, text="Where does Jo go on holiday?", area="community", impact="low", by=home.ruth)
    flagged(home)
    actions.write_note(person=home.jo, text="Only for the record.", by=home.amina)
    page = page_of(home.tom)
    for words in (
        "It gets too loud.",
        "I want to go to the sea.",
        "The lift is broken until Friday.",
        "Where does Jo go on holiday?",
        "Quiet afternoon",
        "Do not hurry Jo",
        "1 of 1 recorded today",
        "Tea in the same chair",
        READ,
    ):
        assert words in page, words
    assert "Only for the record." not in page and "Lee" not in page.replace("Lunch with Lee", "")
    assert page.index("It gets too loud.") < page.index("The lift is broken") < page.index("Do not hurry")


def test_what_went_otherwise_is_handed_over_in_its_order(home: arrange.House) -> None:
    """Medicine not taken, a fall, and a time when Jo was upset, with how long it was; each leads to its page."""
    kept(home)
    fell(home, hours=2)
    missed(home, hours=5)
    told = page_of(home.tom)
    places = [told.index(each) for each in ("The evening tablet.", "On the stairs.", "Jo was upset, 12 minutes.")]
    assert places == sorted(places)
    for area in ("missed-medicine", "incident", "upset"):
        assert f'href="/{area}/' in told
    press(home.tom, told)
    assert READ not in page_of(home.tom)


def test_what_is_for_the_manager_alone_is_handed_over_to_nobody(home: arrange.House) -> None:
    arrange.said(home, "Tom shouts at me.", audience="manager")
    assert "shouts" not in page_of(home.amina) and "shouts" not in page_of(home.ruth)


def test_i_have_read_this(home: arrange.House, at: Any) -> None:
    """It says so, until something comes since; then it asks again."""
    flagged(home)
    page = page_of(home.tom)
    assert press(home.tom, page).url == PLACE
    assert HandoverReading.objects.filter(author=home.tom).count() == 2  # Jo and Sam
    again = page_of(home.tom)
    assert READ not in again and "You have read this, as it was Tuesday 19 May, 2pm." in again
    with at("2026-05-19 15:00"):
        flagged(home, "Jo’s mum comes at six.")
        assert READ in page_of(home.tom)


def test_read_from_a_page_that_was_made_before_covers_nothing_that_came_after(home: arrange.House, at: Any) -> None:
    page = page_of(home.tom)
    with at("2026-05-19 15:00"):
        flagged(home)
        press(home.tom, page)
        assert READ in page_of(home.tom)


def test_who_has_read_it_is_for_those_who_lead(home: arrange.House) -> None:
    press(home.tom, page_of(home.tom))
    assert "Who has read it" not in page_of(home.amina)
    told = page_of(home.ruth)
    assert "Tom, Tuesday 19 May, 2pm: Jo and Sam" in told
    assert "Amina" in told.split("Who has not")[1] and "Tom" not in told.split("Who has not")[1]


def test_it_begins_where_the_reader_left_off(home: arrange.House, at: Any) -> None:
    flagged(home)
    press(home.tom, page_of(home.tom))
    with at("2026-05-21 14:00"):
        assert "The lift is broken" not in page_of(home.amina)  # for the first time: a day
        flagged(home, "The lift works again.")
        page = page_of(home.tom)
    assert "The lift works again." in page and "Since Tuesday 19 May, 2pm" in page and "The lift is broken" not in page


def test_each_opening_is_a_reading_of_everybody_on_it(home: arrange.House) -> None:
    page_of(home.amina)
    rows = Reading.objects.filter(page="handover:handover", user_id=home.amina.pk)
    assert {row.person_id for row in rows} == {home.jo.pk, home.sam.pk}


def test_statements_do_not_grow_with_people_or_history(home: arrange.House) -> None:
    client = arrange.signed_in(home.amina)
    client.get(PLACE)
    with CaptureQueriesContext(connection) as few:
        client.get(PLACE)
    for person in (home.jo, home.sam):
        arrange.routine(home, person=person, title=f"{person.name}’s day")
        for n in range(5):
            actions.write_note(person=person, text=f"Note {n}", for_handover=True, by=home.tom)
    with CaptureQueriesContext(connection) as many:
        client.get(PLACE)
    assert len(many) <= len(few) + 1  # Django looks at a session more seldom than at a page


def test_a_note_for_the_next_shift_is_ticked_on_its_form(home: arrange.House) -> None:
    client, place = arrange.signed_in(home.amina), reverse("today:note_new", args=[home.jo.pk])
    came = as_it_came(client.get(place).content.decode())
    client.post(place, came | {"text": "The lift is broken.", "for_handover": "on"})
    assert "The lift is broken." in page_of(home.tom)
    days = client.get(reverse("today:notes", args=[home.jo.pk])).content.decode()
    assert "Kept for the handover" in days


def test_a_shift_of_more_people_than_one_page_holds_says_whom_it_leaves_out(home: arrange.House) -> None:
    assert "Not on this page" not in page_of(home.amina)
    for n in range(16):
        access.add_person(service=home.elm, name=f"Abi {n:02}", by=home.ruth)
    assert "Not on this page: Jo and Sam." in page_of(home.amina)
