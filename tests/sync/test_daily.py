"""Checklists, activities, answers on the person's own scale and what was spent, from a phone: kept once, or said why not, or held."""

import io
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse
from PIL import Image
from tests.web import arrange
from tests.web.daily_life import checklist, money_plan, scale

from throughline.practice.models import Activity, ChecklistRun, ScaleAnswer, Spending
from throughline.sync.ahead import pages
from throughline.sync.models import Held

from .phone import Phone
from .test_held import loses_access


def records(home: arrange.House, phone: Phone) -> dict[type[Any], dict[str, Any]]:
    """One of each, as the pages' own forms send them."""
    run, wants, money = checklist(home), scale(home), money_plan(home)
    answer = {"answer": str(wants.lines.get(text="Me").pk), "how_told": "picked", "how_helped": "alone"}
    spent = {"amount": "3.20", "what": "Tea", "who_chose": "alone", "allowance": str(money.allowances.first().pk)}
    return {
        ChecklistRun: phone.writes("checklist", item=str(run.item_id), rest="yes", check_1="no", why_1="Forgotten."),
        Activity: phone.writes("activity", what="Swimming", going="went", chosen="own", feeling="good", words="Splash!", how_told="said"),
        ScaleAnswer: phone.writes("scale", item=str(wants.item_id), **answer),
        Spending: phone.writes("spending", **spent),
    }


def test_one_of_each_is_kept_once(phone: Phone, home: arrange.House) -> None:
    sent = records(home, phone)
    assert phone.words(*sent.values()) == ["new"] * 4
    assert phone.words(*sent.values()) == ["identical"] * 4
    for model, record in sent.items():
        row = model.objects.get()
        assert (str(row.pk), row.author, row.device_counter) == (record["id"], home.amina, record["counter"])
    assert [each.done for each in ChecklistRun.objects.get().checks.all()] == ["yes", "no", "yes"]
    assert Spending.objects.get().amount == Decimal("3.20")
    assert Activity.objects.get().voice.words == "Splash!"


@pytest.mark.parametrize(
    ("kind", "fields", "why"),
    [
        ("activity", {"what": "Swimming", "going": "did_not_go", "chosen": "own"}, "Write why"),
        ("activity", {"what": "", "going": "went", "chosen": "own"}, "Write what it was."),
        ("spending", {"amount": "nothing", "what": "Tea", "who_chose": "alone"}, "like 3.20"),
        ("checklist", {"item": "tea", "rest": "yes"}, "not part of this person's plan any more"),
        ("scale", {"item": "", "answer": "x"}, "not part of this person's plan any more"),
    ],
)
def test_what_cannot_be_kept_stays_on_the_phone_and_says_why(phone: Phone, kind: str, fields: dict[str, str], why: str) -> None:
    [(answer, said)] = phone.answers(phone.writes(kind, **fields))
    assert answer == "invalid" and why in said


def test_a_guess_stays_on_the_phone(phone: Phone, home: arrange.House) -> None:
    version = scale(home)
    guess = {"answer": str(version.lines.get(text="Me").pk), "how_told": "guess", "how_helped": "alone"}
    [(answer, why)] = phone.answers(phone.writes("scale", item=str(version.item_id), **guess))
    assert answer == "invalid" and "Nobody answers for Jo." in why


def test_a_receipt_comes_as_a_photo_of_its_own(phone: Phone) -> None:
    photo = io.BytesIO()
    Image.new("RGB", (40, 60), "white").save(photo, "JPEG")
    cited = phone.cites(photo.getvalue(), "image/jpeg")
    phone.sends_piece(cited, photo.getvalue(), 0)
    assert phone.words(phone.writes("spending", files={"receipt": cited}, amount="3", what="Tea", who_chose="alone")) == ["new"]
    kept = Spending.objects.get().receipt
    assert (kept.kind, kept.basis, kept.topic) == ("photo", "paper", "money")


def test_of_somebody_who_lost_access_it_is_held_and_a_manager_reads_what_it_says(phone: Phone, home: arrange.House) -> None:
    sent = records(home, phone)
    loses_access(home, home.amina)
    assert phone.words(*sent.values()) == ["held"] * 4
    ruth = arrange.signed_in(home.ruth)
    says = {ChecklistRun: "Something to eat: No. Forgotten.", Activity: "Splash!", ScaleAnswer: "Me", Spending: "£3.20: Tea"}
    for model, record in sent.items():
        page = ruth.get(reverse("sync:held_one", args=[record["id"]])).content.decode()
        assert says[model] in page
        ruth.post(reverse("sync:held_one", args=[record["id"]]), {"how": "accepted"})
        assert model.objects.get().author == home.amina
    assert Held.objects.count() == 4


def test_a_group_day_waits_whole_when_one_of_them_may_not_be_written_about(phone: Phone, home: arrange.House) -> None:
    jos, lees = checklist(home), checklist(home, person=home.lee)
    [(answer, why)] = phone.answers(phone.writes("checklist", item=str(jos.item_id), rest="yes", also=str(lees.pk)))
    assert answer == "invalid" and "Take them out" in why and not ChecklistRun.objects.exists()


def test_their_pages_are_taken_along(home: arrange.House) -> None:
    run, wants = checklist(home), scale(home)
    along = pages(home.amina)
    for name, args in (("run_new", [run.item_id]), ("answer_new", [wants.item_id]), ("activity_new", []), ("spending_new", [])):
        assert reverse(f"daily:{name}", args=[home.jo.pk, *args]) in along
