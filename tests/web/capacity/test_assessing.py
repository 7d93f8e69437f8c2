"""Assessing one question, and deciding for somebody, through the pages."""

from typing import Any

import pytest
from django.urls import reverse
from tests.decisions.test_for_somebody import assess
from tests.web import arrange, lacking

from throughline.base import clock
from throughline.decisions.models import CapacityAssessment, Decision
from throughline.decisions.parts import SupportTried

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


def test_what_makes_it_weak_stands_on_its_page_and_takes_nothing_from_it(home: arrange.House, asked: Any) -> None:
    """Jo's insight alone, copied from the assessment of another question, with help of which nothing came."""

    def shown(question: Any, **more: Any) -> str:
        row = assess(home, question, weighs_seen="Jo has no insight into the tooth, and none into what happens without the visit.", **more)
        assert row.standing == "valid"
        return arrange.signed_in(home.ruth).get(reverse("capacity:assessment", args=[row.pk])).content.decode()

    first, second = shown(asked), shown(arrange.question(home, impact="high"))
    for page in (first, second):
        assert "insight is none of the four abilities" in page and "nothing says what came of it" in page
        assert "It counts meanwhile." in page
    copied = "The same words stand in an earlier assessment of another question."
    assert copied not in first and copied in second


def test_an_assessment_of_its_own_words_has_no_such_notice(home: arrange.House, asked: Any) -> None:
    tried = [SupportTried(what="Photos, in the morning", on=clock.today(), came_of_it="Jo looked at each, twice")]
    row = lacking.assessed(asked, home.ruth, tried=tried)
    page = arrange.signed_in(home.ruth).get(reverse("capacity:assessment", args=[row.pk])).content.decode()
    assert "Reasons to look at it again" not in page


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


# --- again ---


def in_best_interests(home: arrange.House, asked: Any) -> Decision:
    row = assess(home, asked)
    arrange.signed_in(home.ruth).post(reverse("capacity:for_them", args=[asked.pk]), for_them(home, asked, assessment=str(row.pk)))
    return Decision.objects.get()


def test_a_question_that_is_decided_says_so_there_too_and_offers_to_decide_it_again(home: arrange.House, asked: Any) -> None:
    decision = in_best_interests(home, asked)
    ruth, address = arrange.signed_in(home.ruth), reverse("capacity:for_them", args=[asked.pk])
    page = ruth.get(address).content.decode()
    assert "This question is decided already" in page
    assert reverse("capacity:again", args=[decision.pk]) in page and reverse("decisions:again", args=[decision.pk]) in page
    sent = ruth.post(address, for_them(home, asked, outcome="Jo goes in June", staff_do="Tom goes along")).content.decode()
    assert "What you wrote, which is not signed" in sent
    assert "Jo goes in June" in sent and "Tom goes along" in sent
    assert Decision.objects.count() == 1


def test_decided_again_for_jo_it_keeps_its_number_and_says_why(home: arrange.House, asked: Any) -> None:
    decision = in_best_interests(home, asked)
    ruth, address = arrange.signed_in(home.ruth), reverse("capacity:again", args=[decision.pk])
    assert address in ruth.get(reverse("decisions:decision", args=[decision.pk])).content.decode()
    form = ruth.get(address).content.decode()
    assert all(each in form for each in (decision.outcome, "Jo pushed the picture away", "Jo has always been afraid there."))
    given = for_them(home, asked, assessment=str(decision.assessment_id), outcome="Jo goes in June, with music")
    assert "Say why it is decided again." in ruth.post(address, given).content.decode()
    shown = ruth.get(ruth.post(address, given | {"reason": "Jo asked for music."}).url).content.decode()
    later = Decision.objects.get(amends=decision)
    assert (later.number, later.standing, later.basis) == (decision.number, "valid", "best_interests")
    assert "Jo asked for music." in shown and "Version 2 of 2" in shown


def test_what_the_person_decided_is_decided_again_with_them(home: arrange.House, asked: Any) -> None:
    decision = arrange.decided(home, asked, arrange.said(home), only_one_because="one dentist")
    page = arrange.signed_in(home.ruth).get(reverse("decisions:decision", args=[decision.pk])).content.decode()
    assert "Decide again with Jo" in page and "Decide again for Jo" not in page


def test_a_decision_whose_assessment_was_taken_back_says_so_and_what_to_do(home: arrange.House, asked: Any) -> None:
    decision = in_best_interests(home, asked)
    ruth = arrange.signed_in(home.ruth)
    ruth.post(reverse("capacity:mistake", args=[home.jo.pk, "assessment", decision.assessment_id]), {"reason": "It was Sam’s."})
    page = ruth.get(reverse("decisions:decision", args=[decision.pk])).content.decode()
    assert "Not valid: this decision takes no effect" in page
    assert "The assessment that it cites was entered by mistake, and taken back." in page
