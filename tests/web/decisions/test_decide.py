"""Writing down a decision: weighed with the person's voices first, signed, or kept as a draft."""

from typing import Any

import pytest
from django.urls import reverse
from tests.web import arrange

from throughline.decisions.models import Consideration, Decision
from throughline.people.models import Draft

GIVEN = {"outcome": "A quieter afternoon", "basis": "own"}


def decide(home: arrange.House, asked: Any, by: str = "ruth", **given: Any) -> Any:
    return arrange.signed_in(getattr(home, by)).post(reverse("decisions:decide", args=[asked.pk]), GIVEN | given)


def open_it(home: arrange.House, asked: Any, by: str = "ruth") -> str:
    return arrange.signed_in(getattr(home, by)).get(reverse("decisions:decide", args=[asked.pk])).content.decode()


def read(home: arrange.House, decision: Any, by: str = "ruth") -> str:
    return arrange.signed_in(getattr(home, by)).get(reverse("decisions:decision", args=[decision.pk])).content.decode()


def test_it_works(home: arrange.House) -> None:
    voice, asked = arrange.said(home), arrange.question(home)
    response = decide(home, asked, **{f"effect-voice-{voice.pk}": "shaped"})
    decision = Decision.objects.get()
    assert response.url == reverse("decisions:decision", args=[decision.pk])
    assert (decision.standing, decision.faults) == ("valid", [])
    assert Consideration.objects.get().voice == voice


def test_the_persons_words_come_first(home: arrange.House) -> None:
    arrange.said(home)
    priya = arrange.mum(home)
    arrange.conversations.keep_contribution(person=home.jo, contact=priya, words="She is tired.", by=home.amina)
    page = open_it(home, arrange.question(home))
    assert page.index("It gets too loud.") < page.index("She is tired.") < page.index("What was decided, in a sentence?")


def test_each_basis_says_what_it_means_here(home: arrange.House) -> None:
    page = open_it(home, arrange.question(home))
    assert "It takes effect when it is signed." in page
    assert page.count("It takes no effect: this gives nobody the right to decide for an adult.") == 3
    assert page.count("It takes no effect here yet.") == 3


@pytest.mark.parametrize("basis", ["best_interests", "attorney", "court", "relative", "staff", "custom"])
def test_what_is_not_the_persons_own_is_kept_and_takes_no_effect(home: arrange.House, basis: str) -> None:
    voice, asked = arrange.said(home), arrange.question(home)
    decide(home, asked, basis=basis, **{f"effect-voice-{voice.pk}": "shaped"})
    decision = Decision.objects.get()
    assert decision.standing == "not_valid"
    page = read(home, decision)
    assert "Not valid: this decision takes no effect" in page
    assert "It is kept as what happened, and nothing can rest on it." in page
    assert "What to do:" in page


def test_without_a_view_of_the_person_it_takes_no_effect(home: arrange.House) -> None:
    decide(home, arrange.question(home))
    assert Decision.objects.get().faults == ["no-view"]


def test_a_view_not_followed_says_why(home: arrange.House) -> None:
    voice, asked = arrange.said(home), arrange.question(home)
    page = decide(home, asked, outcome="Kept as written", **{f"effect-voice-{voice.pk}": "not_followed"}).content.decode()
    assert "Say why it was not followed." in page and "Kept as written" in page
    assert not Decision.objects.exists()


def test_above_low_impact_there_are_two_options_or_a_reason(home: arrange.House) -> None:
    asked = arrange.question(home, impact="moderate")
    assert "Write at least two options" in decide(home, asked).content.decode()
    decide(home, asked, only_one_because="The bus has one stop")
    assert Decision.objects.get().only_one_because == "The bus has one stop"


def test_with_support_says_which(home: arrange.House) -> None:
    page = decide(home, arrange.question(home), basis="own_with_support").content.decode()
    assert "Write what support the person had to decide." in page


def test_a_draft_keeps_everything_and_decides_nothing(home: arrange.House) -> None:
    voice, asked = arrange.said(home), arrange.question(home)
    half = {"outcome": "Half a thought", "basis": "", "look_again_on_day": "3", f"because-voice-{voice.pk}": "because of dinner"}
    decide(home, asked, draft="1", **{f"effect-voice-{voice.pk}": "partly"}, **half)
    assert not Decision.objects.exists()
    page = open_it(home, asked)
    assert "Half a thought" in page and "because of dinner" in page and 'value="partly" selected' in page and 'value="3"' in page
    assert "Please put this right" not in page
    assert "Half a thought" not in open_it(home, asked, by="amina")
    assert "A decision is begun" in arrange.signed_in(home.ruth).get(reverse("decisions:question", args=[asked.pk])).content.decode()


def test_signing_ends_the_draft(home: arrange.House) -> None:
    asked = arrange.question(home)
    decide(home, asked, draft="1")
    decide(home, asked, no_voice_because="Jo told Dan, who told us")
    assert Decision.objects.get().standing == "valid"
    assert not Draft.objects.exists()


def test_pressed_twice_it_is_one_decision(home: arrange.House) -> None:
    asked, once = arrange.question(home), "01a203e3-fc2f-7663-94b3-c779a404239d"
    first, second = decide(home, asked, id=once), decide(home, asked, id=once)
    assert first.url == second.url and Decision.objects.count() == 1


def test_what_is_for_the_manager_alone_is_not_offered(home: arrange.House) -> None:
    arrange.said(home, "Tom shouts.", audience="manager")
    assert "Tom shouts." not in open_it(home, arrange.question(home))


def test_old_words_are_folded(home: arrange.House) -> None:
    for n in range(7):
        arrange.said(home, f"Words {n}")
    page = open_it(home, arrange.question(home))
    assert "Said earlier" in page and "(3)" in page


@pytest.mark.parametrize(("who", "low", "high"), [("ruth", 200, 200), ("amina", 200, 403), ("tom", 403, 403), ("neighbour", 404, 404)])
def test_who_may(home: arrange.House, who: str, low: int, high: int) -> None:
    for impact, status in (("low", low), ("high", high)):
        address = reverse("decisions:decide", args=[arrange.question(home, impact=impact).pk])
        assert arrange.signed_in(getattr(home, who)).get(address).status_code == status


@pytest.mark.parametrize("times", [2, 30])
def test_few_questions_to_the_database(home: arrange.House, times: int, django_assert_max_num_queries: Any) -> None:
    for n in range(times):
        arrange.said(home, f"Words {n}")
    client, asked = arrange.signed_in(home.ruth), arrange.question(home)
    with django_assert_max_num_queries(17):
        client.get(reverse("decisions:decide", args=[asked.pk]))
