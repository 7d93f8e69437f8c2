"""Assessing one question, and deciding for somebody, through the pages."""

from typing import Any

import pytest
from django.urls import reverse
from tests.decisions.test_for_somebody import assess
from tests.web import arrange

from throughline.base import clock
from throughline.decisions.models import CapacityAssessment, Decision

pytestmark = pytest.mark.django_db


def sent(home: arrange.House, **more: str) -> dict[str, str]:
    today = clock.today()
    given = {
        "doubted_because": "Jo says yes to both",
        "assessor": f"staff-{home.ruth.pk}",
        "information": "What the dentist does\nWhat happens without",
        "tried_1": "Photos, in the morning",
        "tried_1_on_day": str(today.day),
        "tried_1_on_month": str(today.month),
        "tried_1_on_year": str(today.year),
        "impairment": "yes",
        "causal_link": "Jo's learning disability",
        "conclusion": "lacks",
        "fluctuates": "no",
    }
    for name in ("understands", "retains", "weighs", "communicates"):
        given |= {name: "able", f"{name}_seen": "Jo said it back"}
    return given | {"weighs": "unable", "weighs_seen": "Jo could not set one beside the other"} | more


@pytest.fixture
def asked(home: arrange.House) -> Any:
    return arrange.question(home, impact="high")


def test_a_question_is_assessed_in_the_order_of_the_test(home: arrange.House, asked: Any) -> None:
    ruth, address = arrange.signed_in(home.ruth), reverse("capacity:assess", args=[asked.pk])
    page = ruth.get(address).content.decode()
    order = [
        "Why is it in doubt",
        "What was Jo told about it",
        "Does Jo understand",
        "Only when one of the four is missing",
        "What does it come to?",
    ]
    assert [page.index(each) for each in order] == sorted(page.index(each) for each in order)
    answer = ruth.post(address, sent(home))
    row = CapacityAssessment.objects.get()
    assert answer.url == reverse("capacity:assessment", args=[row.pk])
    assert (row.standing, row.information.count(), row.tried.count()) == ("valid", 2, 1)
    shown = ruth.get(answer.url).content.decode()
    assert "Jo could not decide this, at that time" in shown
    assert "Jo was not told yet what it came to." in shown


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"causal_link": ""}, "Write the link, in a sentence that is about this question."),
        ({"tried_1": ""}, "Try what could help the person decide"),
        ({"weighs": "able"}, "Conclude that the person can decide it"),
        ({"impairment": "unsure"}, "Without one the person is not lacking capacity in law."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_lost(home: arrange.House, asked: Any, change: dict[str, str], sentence: str) -> None:
    page = arrange.signed_in(home.ruth).post(reverse("capacity:assess", args=[asked.pk]), sent(home, **change))
    assert page.status_code == 200
    assert sentence in page.content.decode()
    assert "Jo says yes to both" in page.content.decode()
    assert not CapacityAssessment.objects.exists()


def test_an_assessment_is_put_right_with_a_reason_and_the_first_words_stay(home: arrange.House, asked: Any) -> None:
    row = assess(home, asked)
    ruth = arrange.signed_in(home.ruth)
    assert "Jo named the pain" in ruth.get(reverse("capacity:correct", args=[row.pk])).content.decode()
    ruth.post(reverse("capacity:correct", args=[row.pk]), sent(home, reason="Heard the clip again."))
    later = CapacityAssessment.objects.get(amends=row)
    assert "It was put right since" in ruth.get(reverse("capacity:assessment", args=[row.pk])).content.decode()
    assert later.weighs_seen == "Jo could not set one beside the other"


def test_jo_is_told_and_sees_it_otherwise(home: arrange.House, asked: Any) -> None:
    row = assess(home, asked)
    ruth = arrange.signed_in(home.ruth)
    ruth.post(reverse("capacity:told", args=[row.pk]), {"how": "A talk", "disagrees": "on", "words": "I can so."})
    assert "To it: I can so." in ruth.get(reverse("capacity:assessment", args=[row.pk])).content.decode()


def for_them(home: arrange.House, asked: Any, **more: str) -> dict[str, str]:
    voice = arrange.said(home)
    given = {
        f"effect-voice-{voice.pk}": "partly",
        "outcome": "Jo goes with Amina, and stops when Jo says stop",
        "only_one_because": "one dentist",
        "basis": "best_interests",
        "decided_by": f"staff-{home.ruth.pk}",
        "present_wishes": "Jo pushed the picture away",
        "took_part": "Jo chose the photos",
        "may_regain": "no",
        "staff_do": "Amina goes with Jo",
        "asked_1": f"contact-{arrange.mum(home).pk}",
        "asked_1_as": "cares",
        "asked_1_words": "Jo has always been afraid there.",
    }
    return given | more


def test_a_decision_for_jo_takes_effect_when_each_point_is_there(home: arrange.House, asked: Any) -> None:
    row = assess(home, asked)
    ruth, address = arrange.signed_in(home.ruth), reverse("capacity:for_them", args=[asked.pk])
    page = ruth.get(address).content.decode()
    assert page.index("What Jo said") < page.index("What others said" if "What others said" in page else "Who was asked")
    answer = ruth.post(address, for_them(home, asked, assessment=str(row.pk)))
    decision = Decision.objects.get()
    assert (decision.standing, decision.faults) == ("valid", [])
    shown = ruth.get(answer.url).content.decode()
    assert "in Jo’s best interests" in shown
    assert "Jo pushed the picture away" in shown
    assert "Priya was asked" in shown


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"assessment": ""}, "Capacity is presumed."),
        ({"took_part": ""}, "Nothing says how the person was helped to take part."),
        ({"asked_1": ""}, "Nobody who knows the person was asked"),
        ({"may_regain": "yes"}, "nothing says why it could not wait"),
        ({"basis": "attorney", "decided_by": ""}, "No authority is named."),
        ({"basis": "court", "decided_by": ""}, "No authority is named."),
        ({"decided_by": "mum"}, "A relative or friend decided it"),
        ({"asked_1": "ruth"}, "Nobody who knows the person was asked"),
    ],
)
def test_law_3_what_lacks_a_point_is_kept_takes_no_effect_and_says_why(
    home: arrange.House, asked: Any, change: dict[str, str], sentence: str
) -> None:
    row = assess(home, asked)
    given = for_them(home, asked, assessment=str(row.pk))
    somebody = {"mum": given["asked_1"], "ruth": given["decided_by"]}
    given |= {field: somebody.get(value, value) for field, value in change.items()}
    if change.get("basis") == "attorney":
        given["decided_by"] = somebody["mum"]
    ruth = arrange.signed_in(home.ruth)
    answer = ruth.post(reverse("capacity:for_them", args=[asked.pk]), given)
    assert answer.status_code == 302, answer.content.decode()[:3000]
    decision = Decision.objects.get()
    assert decision.standing == "not_valid"
    assert sentence in ruth.get(answer.url).content.decode()


def test_without_an_assessment_the_page_says_first_that_jo_is_presumed_able(home: arrange.House, asked: Any) -> None:
    page = arrange.signed_in(home.ruth).get(reverse("capacity:for_them", args=[asked.pk])).content.decode()
    assert "Nothing shows that Jo cannot decide this" in page


def test_a_worker_assesses_what_is_small_and_no_more(home: arrange.House, asked: Any) -> None:
    amina = arrange.signed_in(home.amina)
    assert amina.get(reverse("capacity:assess", args=[asked.pk])).status_code == 403
    assert amina.get(reverse("capacity:assess", args=[arrange.question(home).pk])).status_code == 200
