"""What crosses a threshold says on the page what to do and who to call; the manager finds it until a review has looked at it."""

from typing import Any

from django.urls import reverse
from tests.practice.watching import BY_TEXT, FALLS, NOES, TABLETS, fell, followed, missed
from tests.web import arrange
from tests.web.sent import as_it_came

from throughline.access.models import Reading
from throughline.base.ids import new_id
from throughline.practice.models import CheckIn, Crossing, MissedMedicine
from throughline.reviews.models import CrossingCited, Review

MEDICINE = {"what": "The evening tablet.", "words": "It was in my other bag.", "why": "forgotten", "told": "The pharmacist, at nine."}
NOW = "Now: Ring the GP the same day."


def get(user: Any, name: str, *args: Any, query: str = "") -> str:
    response = arrange.signed_in(user).get(reverse(name, args=args) + query)
    assert response.status_code == 200, response
    return response.content.decode()


def sent(home: arrange.House, **more: str) -> Any:
    return arrange.signed_in(home.tom).post(
        reverse("medicine:new", args=[home.jo.pk]), MEDICINE | {"id": str(new_id())} | more, follow=True
    )


def test_it_works(home: arrange.House) -> None:
    """The second tablet in a week: Tom reads at once what to do and who to call, and Ruth finds it on her first page."""
    followed(home, TABLETS)
    assert NOW not in sent(home).content.decode()
    page = sent(home).content.decode()
    assert NOW in page and "Call: Ruth, then on call." in page
    assert page.index("It was in my other bag.") < page.index("The evening tablet.")
    people = get(home.ruth, "people:list")
    assert "A threshold is crossed, or a check-in is missed" in people and reverse("watch:list") in people
    assert reverse("watch:list") not in get(home.amina, "people:list")
    listed = get(home.ruth, "watch:list")
    assert Reading.objects.filter(user_id=home.ruth.pk, person_id=home.jo.pk, page="watch:list").exists()
    assert "Missed medicine: 2 times within 7 days." in listed
    assert reverse("watch:one", args=[Crossing.objects.get().pk]) in listed


def test_it_says_that_giving_medicine_is_recorded_elsewhere(home: arrange.House) -> None:
    assert "What is given is recorded on the medicine chart, not here." in get(home.tom, "medicine:new", home.jo.pk)


def test_the_review_cites_it_and_closes_it(home: arrange.House) -> None:
    version = followed(home, TABLETS)
    missed(home), missed(home)
    crossing = Crossing.objects.get()
    one = get(home.ruth, "watch:one", crossing.pk)
    assert "Nobody has looked again at this yet." in one
    address = reverse("reviews:review_new", args=[version.item_id])
    assert address in one
    browser = arrange.signed_in(home.ruth)
    asked = browser.get(address).content.decode()
    assert "Which thresholds do you look at with this?" in asked
    given = as_it_came(asked) | {"took_part": "present", "no_part_because": "Jo was out.", "verdict": "keep", "because": "A second box."}
    assert browser.post(address, given).status_code == 302
    assert CrossingCited.objects.get().crossing == crossing and Review.objects.get().kind == "triggered"
    assert "People have looked again at this." in get(home.ruth, "watch:one", crossing.pk)
    assert "No threshold is crossed." in get(home.ruth, "watch:list")
    assert reverse("watch:list") not in get(home.ruth, "people:list")


def test_without_an_open_crossing_the_review_asks_for_none(home: arrange.House) -> None:
    version = followed(home, TABLETS)
    assert "Which thresholds" not in get(home.ruth, "reviews:review_new", version.item_id)


def test_what_was_taken_back_is_no_more_to_do(home: arrange.House) -> None:
    followed(home, TABLETS)
    missed(home), missed(home)
    row = MissedMedicine.objects.order_by("sequence")[1]
    arrange.signed_in(home.amina).post(reverse("medicine:mistake", args=[row.pk]), {"reason": "It was Sam’s."})
    assert "No threshold is crossed." in get(home.ruth, "watch:list")
    assert "What crossed it was taken back since." in get(home.ruth, "watch:one", Crossing.objects.get().pk)


def test_a_step_and_an_incident_say_so_too(home: arrange.House) -> None:
    version = followed(home, NOES | {"at_least": 1}, FALLS | {"at_least": 1})
    record = arrange.recorded(home, version, "said_no")
    assert "Now: Ask Jo what has changed." in get(home.amina, "today:recorded", record.pk)
    assert "Now: Ask for a falls check." in get(home.amina, "incidents:one", fell(home).pk)


def test_the_card_says_it_in_words(home: arrange.House) -> None:
    version = followed(home, TABLETS, check_ins=[BY_TEXT])
    card = get(home.tom, "plan:card", version.item_id)
    assert "Missed medicine: 2 times within 7 days. Ring the GP the same day. Call: Ruth, then on call." in card
    assert "By text at 6pm. If nothing comes within 30 minutes: Ring Jo." in card


def test_the_page_that_a_phone_takes_along_knows_what_counted(home: arrange.House) -> None:
    """Only what is near enough to count with something that may still be written, each with when it happened."""
    version = followed(home, TABLETS, NOES)
    missed(home, days=3), missed(home, days=9), missed(home, days=15)
    page = get(home.tom, "medicine:new", home.jo.pk)
    assert page.count("data-watch=") == 1 and 'data-least="2"' in page
    near = MissedMedicine.objects.order_by("occurred_at")[1:]
    times = " ".join(f"{int(each.occurred_at.timestamp() * 1000)},1" for each in near)
    assert f'data-times="{times}"' in page
    sheet = get(home.tom, "today:outcome", home.jo.pk, version.steps.get().pk)
    assert sheet.count("data-watch=") == 1 and "said_no" in sheet


# --- check-ins ---


def test_a_check_in_is_on_today_and_two_presses_write_it_down(home: arrange.House, at: Any) -> None:
    agreed = followed(home, check_ins=[BY_TEXT]).check_ins.get()
    assert "Expected at 6pm" in get(home.amina, "today:today")
    address = reverse("check_ins:new", args=[home.jo.pk, agreed.pk])
    with at("2026-05-19 18:10"):
        today = get(home.amina, "today:today")
        assert "No check-in yet, expected at 6pm" in today and address in today
        browser = arrange.signed_in(home.amina)
        given = as_it_came(browser.get(address).content.decode()) | {"answer": "answered", "words": "All good."}
        page = browser.post(address, given, follow=True).content.decode()
        assert "All good." in page
        assert CheckIn.objects.get().voice.how_told == "wrote"
        assert "Answered at 6:10pm" in get(home.amina, "today:today")


def test_a_missed_one_is_on_today_and_with_the_manager_without_anything_running(home: arrange.House, at: Any) -> None:
    followed(home, check_ins=[BY_TEXT])
    with at("2026-05-19 18:31"):
        assert "No check-in since 6pm. Ring Jo." in get(home.amina, "today:today")
        assert "It was expected on Tuesday 19 May, 6pm" in get(home.ruth, "watch:list")
        assert "check-in is missed" in get(home.ruth, "people:list")


def test_on_another_day_than_agreed_there_is_no_page(home: arrange.House) -> None:
    agreed = followed(home, check_ins=[BY_TEXT | {"days": "thu"}]).check_ins.get()
    for query, status in (("", 404), ("?day=2026-05-21", 200), ("?day=soon", 404)):
        response = arrange.signed_in(home.amina).get(reverse("check_ins:new", args=[home.jo.pk, agreed.pk]) + query)
        assert response.status_code == status


# --- writing them ---

WRITTEN = {
    "title": "Days out",
    "own_words": "",
    "part_check": "Bag",
    "go": "keep",
    "thresholds-0-counts": "missed_medicine",
    "thresholds-0-at_least": "2",
    "thresholds-0-within_days": "7",
    "thresholds-0-do": "Ring the GP.",
    "thresholds-0-call": "Ruth",
    "check_ins-0-method": "text",
    "check_ins-0-at": "6pm",
    "check_ins-0-days": "every",
    "check_ins-0-grace": "20",
    "check_ins-0-if_missed": "Ring Jo.",
}


def written(home: arrange.House, **more: str) -> Any:
    return arrange.signed_in(home.ruth).post(f"/p/{home.jo.pk}/plan/new/?kind=checklist", WRITTEN | more, follow=True)


def test_both_are_written_folded_in_the_form_of_a_plan_item(home: arrange.House) -> None:
    empty = get(home.ruth, "plan:item_new", home.jo.pk, query="?kind=checklist")
    assert "When do staff step in more?" in empty.split('<details class="fold"')[1]
    page = written(home).content.decode()
    assert "Missed medicine: 2 times within 7 days. Ring the GP. Call: Ruth." in page
    assert "By text at 6pm. If nothing comes within 20 minutes: Ring Jo." in page


def test_a_new_version_begins_with_what_the_last_one_says(home: arrange.House) -> None:
    version = followed(home, TABLETS, check_ins=[BY_TEXT])
    form = get(home.ruth, "plan:write", version.item_id)
    assert "Ring the GP the same day." in form and "Ring Jo. After 15 minutes ring Ruth." in form


def test_a_row_that_is_half_filled_in_comes_back(home: arrange.House) -> None:
    page = written(home, **{"thresholds-0-do": "", "thresholds-0-within_days": "400"}).content.decode()
    assert "Fill this in too, or take the row away." in page and "Write a number from 1 to 92." in page
    assert '<details class="fold" open' in page


def test_a_draft_keeps_them(home: arrange.House) -> None:
    written(home, go="draft")
    assert "Ring the GP." in get(home.ruth, "plan:item_new", home.jo.pk, query="?kind=checklist")
