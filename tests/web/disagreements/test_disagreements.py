"""Somebody sees it differently: from the page on which it stands to how it was settled, Jo first."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from tests.web import arrange

from throughline.access.models import Reading
from throughline.agreements import actions as agreements
from throughline.agreements.said import JustSaid
from throughline.base import clock
from throughline.decisions.models import Disagreement, DisagreementClosed


def day(name: str, when: date) -> dict[str, str]:
    return {f"{name}_day": str(when.day), f"{name}_month": str(when.month), f"{name}_year": str(when.year)}


def read(home: arrange.House, address: str, *args: Any, by: str = "ruth", status: int = 200) -> str:
    response = arrange.signed_in(getattr(home, by)).get(reverse(address, args=args))
    assert response.status_code == status
    return response.content.decode()


def post(home: arrange.House, page: str, *args: Any, by: str = "ruth", query: str = "", **given: Any) -> Any:
    return arrange.signed_in(getattr(home, by)).post(reverse(f"disagreements:{page}", args=args) + query, given)


def opened(home: arrange.House, query: str, **given: Any) -> Disagreement:
    post(home, "new", home.jo.pk, by="amina", query=query, **({"subject": "Going to the shop alone"} | given))
    return Disagreement.objects.latest("sequence")


def test_it_works(home: arrange.House) -> None:
    """From Jo's words: Priya sees it differently, Ruth settles it, and Jo's choice stands."""
    priya, voice = arrange.mum(home), arrange.said(home, "I want to go to the shop alone.")
    page = read(home, "said:voice", voice.pk)
    assert page.count("Somebody sees it differently") == 1
    row = opened(home, f"?voice={voice.pk}")
    assert "This is disputed" in read(home, "said:voice", voice.pk)
    words = {"who": f"contact-{priya.pk}", "words": "She could be run over.", "evidence": "There is no crossing."}
    post(home, "others", row.pk, by="amina", **words)
    post(home, "step", row.pk, rung="listen", owner=str(home.ruth.pk), interim="Jo goes as she likes, with her phone.")
    page = read(home, "disagreements:one", row.pk)
    assert page.index("I want to go to the shop alone.") < page.index("She could be run over.")
    for each in ("There is no crossing.", "Jo goes as she likes, with her phone.", "Ruth sees to it", "stands until this is settled"):
        assert each in page
    ending = {"came_to": "choice_stands", "reasons": "Jo can decide this.", "told": "Jo and Priya", "staff_now": "Jo goes on Tuesdays."}
    post(home, "close", row.pk, **ending, residual="Priya is afraid.", **day("look_again_on", clock.today() + timedelta(days=60)))
    page = read(home, "disagreements:one", row.pk)
    for each in ("The person’s choice stands", "Jo goes on Tuesdays.", "Priya is afraid.", "Settled"):
        assert each in page
    assert "This is disputed" not in read(home, "said:voice", voice.pk)


@pytest.mark.parametrize("name", ["decision", "conversation"])
def test_it_is_opened_from_a_decision_or_a_meeting_and_found_there(home: arrange.House, name: str) -> None:
    decision = arrange.decided(home, arrange.question(home), arrange.said(home))
    row = {"decision": decision, "conversation": arrange.meeting(home)}[name]
    address = "decisions:decision" if name == "decision" else "said:conversation"
    assert read(home, address, row.pk).count("Somebody sees it differently") == 1
    dispute = opened(home, f"?{name}={row.pk}")
    page = read(home, address, row.pk)
    assert "This is disputed" in page and reverse("disagreements:one", args=[dispute.pk]) in page
    assert "Ask Jo first" in read(home, "disagreements:one", dispute.pk)
    assert "Going to the shop alone" in read(home, "disagreements:list", home.jo.pk)


@pytest.mark.parametrize("query", ["", "?voice=nonsense", "?decision=01920000-0000-7000-8000-000000000000"])
def test_out_of_nothing_none_is_opened(home: arrange.House, query: str) -> None:
    assert post(home, "new", home.jo.pk, query=query, subject="x").status_code == 404


def test_the_person_comes_first(home: arrange.House) -> None:
    row = opened(home, f"?conversation={arrange.meeting(home).pk}")
    mine = {"who": f"staff-{home.amina.pk}", "words": "Too dangerous."}
    assert "The person comes first" in post(home, "others", row.pk, **mine).content.decode()
    post(home, "persons", row.pk, voice=str(arrange.said(home, "I can do it.").pk))
    assert post(home, "others", row.pk, **mine).status_code == 302


def test_passing_over_a_step_says_why(home: arrange.House) -> None:
    row = opened(home, f"?voice={arrange.said(home).pk}")
    step = {"rung": "court", "owner": str(home.ruth.pk)}
    assert "passes over a step" in post(home, "step", row.pk, **step).content.decode()
    assert post(home, "step", row.pk, **step, because="It cannot wait.").status_code == 302


def test_somebody_who_is_not_to_be_told_is_pointed_out_among_those_who_were(home: arrange.House) -> None:
    """It is kept as it was written; nobody can miss it, and the way to write it down as told is there."""
    agreements.keep_from_being_told(person=home.jo, contact=arrange.mum(home), said=JustSaid("said", "Not mum."), by=home.amina)
    row = opened(home, f"?voice={arrange.said(home).pk}")
    ending = {"came_to": "choice_stands", "reasons": "x", "staff_now": "x", **day("look_again_on", clock.today())}
    assert post(home, "close", row.pk, told="Jo, and Priya on the phone", **ending).status_code == 302
    page = read(home, "disagreements:one", row.pk)
    assert "Priya stands among those who were told, and Jo does not want them told about this." in page
    assert reverse("sharing:told", args=[home.jo.pk]) in page


@pytest.mark.parametrize("told", ["Jo alone", "Jo, and Priyanka"])
def test_nobody_else_is_pointed_out(home: arrange.House, told: str) -> None:
    agreements.keep_from_being_told(person=home.jo, contact=arrange.mum(home), said=JustSaid("said", "Not mum."), by=home.amina)
    row = opened(home, f"?voice={arrange.said(home).pk}")
    ending = {"came_to": "choice_stands", "reasons": "x", "staff_now": "x", **day("look_again_on", clock.today())}
    post(home, "close", row.pk, told=told, **ending)
    assert "Not to be told" not in read(home, "disagreements:one", row.pk)


def test_a_party_does_not_close_it(home: arrange.House) -> None:
    row = opened(home, f"?voice={arrange.said(home).pk}")
    post(home, "others", row.pk, who=f"staff-{home.ruth.pk}", words="Too dangerous.")
    ending = {"came_to": "choice_stands", "reasons": "x", "told": "x", "staff_now": "x", **day("look_again_on", clock.today())}
    assert "You are a party to this" in post(home, "close", row.pk, **ending).content.decode()
    assert not DisagreementClosed.objects.exists()


def test_what_changed_rests_on_a_decision(home: arrange.House) -> None:
    row = opened(home, f"?voice={arrange.said(home).pk}")
    ending = {"came_to": "changed", "reasons": "x", "told": "x", "staff_now": "x", **day("look_again_on", clock.today())}
    assert "has to be decided with the person" in post(home, "close", row.pk, **ending).content.decode()
    good = arrange.decided(home, arrange.question(home), arrange.said(home))
    assert post(home, "close", row.pk, **ending, settled_by=str(good.pk)).status_code == 302


@pytest.mark.parametrize("page", ["step", "close"])
def test_leaders_settle_it(home: arrange.House, page: str) -> None:
    row = opened(home, f"?voice={arrange.said(home).pk}")
    read(home, f"disagreements:{page}", row.pk, by="amina", status=403)


def test_leaders_see_what_is_stuck_and_that_the_days_are_our_own(march: arrange.House, at: Any) -> None:
    with at("2026-03-03 10:00"):
        opened(march, f"?voice={arrange.said(march).pk}")
    with at("2026-05-20 10:00"):
        page = read(march, "disagreements:stuck")
        assert "Jo: Going to the shop alone" in page and "our own convention" in page
        assert "Going to the shop alone" not in read(march, "disagreements:stuck", by="amina", status=403)


def test_leaders_see_at_once_what_is_ticked_as_about_safety(home: arrange.House) -> None:
    opened(home, f"?voice={arrange.said(home).pk}", about_safety="on")
    page = read(home, "disagreements:stuck")
    assert Reading.objects.filter(user_id=home.ruth.pk, person_id=home.jo.pk, page="disagreements:stuck").count() == 1
    assert "Jo: Going to the shop alone" in page and "Somebody may come to harm" in page
    assert "Those who lead look at it" in read(home, "disagreements:one", Disagreement.objects.get().pk)


def test_one_for_the_manager_alone_is_not_there_for_the_team(home: arrange.House) -> None:
    voice = arrange.said(home, "Tom shouts.", by=home.ruth, audience="manager")
    post(home, "new", home.jo.pk, query=f"?voice={voice.pk}", subject="What Tom does")
    row = Disagreement.objects.get()
    read(home, "disagreements:one", row.pk, by="amina", status=404)
    assert "What Tom does" not in read(home, "disagreements:list", home.jo.pk, by="amina")
