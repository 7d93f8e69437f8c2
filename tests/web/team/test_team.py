"""The team's pages: a rota that is looked at before it is kept, a card that is read, a sign-off, a pass, a token."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.web import arrange
from tests.web.sent import as_it_came

from throughline.api.models import Integration
from throughline.plan import actions as plan
from throughline.workforce import actions, law, queries
from throughline.workforce.models import AgencyPass, CardReading, NewSignOff, Shift, SignOff

HEAD = "email,home,day,from,to\n"
LATE = HEAD + "amina@example.org,Elm House,2026-05-19,14:00,22:00\n"


def text(response: Any) -> str:
    assert response.status_code == 200
    return response.content.decode()


def brought(client: Client, rota: str) -> str:
    return text(client.post(reverse("team:rota"), {"file": SimpleUploadedFile("rota.csv", rota.encode())}))


def key(home: arrange.House) -> Any:
    version = arrange.routine(home)
    actions.keep_key_routine(item=version.item, subject="communication", criteria="One voice\nWaits", by=home.ruth)
    return version


def test_a_rota_is_looked_at_before_it_is_kept(home: arrange.House) -> None:
    client = arrange.signed_in(home.ruth)
    page = brought(client, LATE)
    assert "One shift is new." in page and "Amina, Elm House: Tuesday 19 May, 2pm to 10pm" in page and not Shift.objects.exists()
    assert client.post(reverse("team:rota"), as_it_came(page)).url == reverse("team:shift")
    assert Shift.objects.count() == 1
    assert "One stays as it is." in brought(client, LATE)


def test_a_rota_with_mistakes_names_each_and_keeps_nothing(home: arrange.House) -> None:
    client = arrange.signed_in(home.ruth)
    page = brought(client, HEAD + "x@example.org,Elm House,2026-05-19,two,22:00\n")
    assert "Line 2, column from: found “two”. Expected: a time like 14:00." in page
    assert not as_it_came(page).get("keep")
    client.post(reverse("team:rota"), {"text": HEAD + "x,Elm House,2026-05-19,two,22:00\n", "keep": "on"})
    assert "Choose the file." in text(client.post(reverse("team:rota"), {"keep": ""})) and not Shift.objects.exists()


def test_before_the_shift_one_sees_what_is_missing(home: arrange.House, leader: Any) -> None:
    version = key(home)
    client = arrange.signed_in(leader)
    assert "Nobody’s shift is known." in text(client.get(reverse("team:shift")))
    actions.bring_shifts(rota=queries.resolve(home.ruth, *law.read(LATE)), by=home.ruth)
    page = text(client.get(reverse("team:shift")))
    assert "Today and tomorrow, one thing to put right first." in page and "Nobody signed them off." in page
    assert "One card to read first: Jo: Quiet afternoon." in page and reverse("team:signed", args=[version.item_id]) in page
    assert "Amina, Tuesday 19 May, 2pm to 10pm. Nobody signed them off." in text(client.get(reverse("plan:card", args=[version.item_id])))


def test_i_have_read_this(home: arrange.House, leader: Any) -> None:
    version = arrange.routine(home)
    client, card = arrange.signed_in(home.amina), reverse("plan:card", args=[version.item_id])
    page = text(client.get(card))
    assert "I have read this" in page and "Who has read it" not in page
    assert client.post(reverse("team:read", args=[version.item_id]), as_it_came(page)).url == card
    page = text(client.get(card))
    assert "You read this card: Tuesday 19 May, 2pm." in page and "I have read this" not in page
    seen = text(arrange.signed_in(leader).get(card))
    assert "Amina, Tuesday 19 May, 2pm" in seen and "Who has not" in seen and "Tom" in seen


def test_from_today_one_goes_from_card_to_card_and_back(home: arrange.House) -> None:
    first, second = arrange.routine(home), arrange.routine(home, title="Morning")
    client, today = arrange.signed_in(home.amina), reverse("today:today")
    for version in (first, second):
        card = f"{reverse('plan:card', args=[version.item_id])}?then=today"
        assert card in text(client.get(today)) or version is second
        last = client.post(reverse("team:read", args=[version.item_id]), as_it_came(text(client.get(card)))).url
    assert last == today and CardReading.objects.filter(author=home.amina).count() == 2
    assert "Read" not in text(client.get(today)).split("People on this shift")[0]


def test_a_sign_off_from_the_form_to_its_page(home: arrange.House, leader: Any) -> None:
    version = key(home)
    client, place = arrange.signed_in(leader), reverse("team:sign_off", args=[version.item_id])
    came = as_it_came(text(client.get(place)))
    told = {"worker": str(home.amina.pk), "method": "observed", "result": "competent", "seen": ["0", "1"]}
    assert "Write how the person said or showed" in text(client.post(place, came | told))
    assert client.post(place, came | told | {"agreed_words": "Jo nodded.", "feedback": "Good."}).status_code == 302
    row = SignOff.objects.get()
    page = text(client.get(reverse("team:sign_off_one", args=[row.pk])))
    assert "What Jo made of it" in page and "Seen: One voice" in page and "It was fine for Jo: Jo nodded." in page
    assert "Amina" in text(client.get(reverse("team:signed", args=[version.item_id])))
    assert "Jo: Quiet afternoon" in text(client.get(reverse("team:competency")))
    assert "You are signed off." in text(arrange.signed_in(home.amina).get(reverse("plan:card", args=[version.item_id])))
    correct = reverse("team:sign_off_correct", args=[row.pk])
    again = as_it_came(text(client.get(correct))) | {"seen": ["0", "1"], "reason": "Where", "place": "The lounge"}
    assert client.post(correct, again).status_code == 302 and SignOff.objects.current().get().place == "The lounge"


def test_publishing_a_key_routine_asks_whether_it_needs_a_new_sign_off(home: arrange.House) -> None:
    version = key(home)
    later = plan.write(item=version.item, title="Quiet afternoon", by=home.ruth)
    client, place = arrange.signed_in(home.ruth), reverse("plan:publish", args=[later.pk])
    came = as_it_came(text(client.get(place))) | {"limits": "no", "decision": "none", "message": "Better said"}
    assert "Say whether staff need to be signed off anew." in text(client.post(place, came))
    assert client.post(place, came | {"sign_off": "no"}).status_code == 302
    assert not NewSignOff.objects.get().needed


def test_a_pass_from_the_form_to_today(home: arrange.House, leader: Any) -> None:
    """Made, handed over, used: and nothing of anybody stands in its address or before its code."""
    arrange.routine(home)
    client, place = arrange.signed_in(leader), reverse("team:pass_new")
    came = as_it_came(text(client.get(place))) | {"name": "Kim", "agency": "Valley Care", "people": [str(home.jo.pk)]}
    shown = text(client.post(place, came))
    link = re.search(r"/pass/[\w-]+/", shown)
    code = re.search(r'class="codes">([\d ]+)<', shown)
    assert link and code and "2pm to 10pm" in shown
    kim = Client()
    door = re.sub(r"[\w-]{20,}", "", text(kim.get(link[0])))  # what is drawn by lot may hold any two letters
    assert "Jo" not in door and "Kim" not in door and "Kim" not in link[0]
    assert "This is not the code." in text(kim.post(link[0], {"code": "000 000" if code[1] != "000 000" else "111 111"}))
    assert kim.post(link[0], {"code": code[1]}).url == reverse("today:today")
    today = text(kim.get(reverse("today:today")))
    assert "1 card. Read it first" in today and "Sam" not in today
    assert 0 < kim.session.get_expiry_age() <= 8 * 3600
    assert kim.get(reverse("people:page", args=[home.sam.pk])).status_code == 404
    given = AgencyPass.objects.get()
    assert "Arrived." in text(client.get(reverse("team:passes")))
    assert client.post(reverse("team:pass_end", args=[given.pk])).status_code == 302
    assert kim.get(reverse("people:page", args=[home.jo.pk])).status_code == 404


def test_a_token_is_shown_once_and_works_until_it_is_ended(home: arrange.House) -> None:
    client, place = arrange.signed_in(home.ruth), reverse("team:system_new")
    came = as_it_came(text(client.get(place))) | {"name": "Rota system", "scopes": ["people:read"], "where": str(home.elm.pk)}
    shown = text(client.post(place, came))
    token = re.search(r"tl_[\w-]+", shown)
    assert token and token[0] not in text(client.get(reverse("team:systems")))
    system = Client(headers={"authorization": f"Bearer {token[0]}"})
    assert [each["name"] for each in system.get(reverse("api:people")).json()] == ["Jo", "Sam"]
    assert client.post(reverse("team:system_end", args=[Integration.objects.get().pk])).status_code == 302
    assert system.get(reverse("api:people")).status_code == 401
    assert "Its token works no more." in text(client.get(reverse("team:systems")))


@pytest.mark.parametrize("who", ["amina", "tom", "neighbour"])
def test_workers_have_no_place_in_the_bar_for_it(home: arrange.House, who: str) -> None:
    page = text(arrange.signed_in(getattr(home, who)).get(reverse("help")))
    assert reverse("team:shift") not in page
