"""Writing down a decision: weighed with the person's voices first, signed, or kept as a draft."""

from typing import Any

import pytest
from django.urls import reverse
from tests.web import arrange
from tests.web.sent import as_it_came

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
    assert (
        page.index("Jo decided, with support") < page.index("Somebody else decided, or it was always so") < page.index("A relative decided")
    )


@pytest.mark.parametrize("basis", ["relative", "staff", "custom"])
def test_what_is_not_the_persons_own_is_kept_and_takes_no_effect(home: arrange.House, basis: str) -> None:
    voice, asked = arrange.said(home), arrange.question(home)
    decide(home, asked, basis=basis, **{f"effect-voice-{voice.pk}": "shaped"}, **arrange.who_decided_sent(home, basis))
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
    assert "What else Jo said" in page and "(3)" in page


def test_words_from_where_it_was_talked_about_come_before_newer_ones(home: arrange.House) -> None:
    held = arrange.meeting(home)
    arrange.said(home, "Said in the meeting.", conversation=held)
    arrange.said(home, "Said since, about something else.")
    page = open_it(home, arrange.question(home, talked_in=[held]))
    assert page.index("Said in the meeting.") < page.index("What else Jo said") < page.index("Said since, about something else.")


def test_what_is_rarely_needed_is_folded_until_it_says_something(home: arrange.House) -> None:
    asked = arrange.question(home)
    assert '<details class="fold"><summary>' in fold_of(open_it(home, asked), "More, when it applies")
    decide(home, asked, draft="1", could_not="Close the lounge")
    assert '<details class="fold" open><summary>' in fold_of(open_it(home, asked), "More, when it applies")
    wrong = decide(home, asked, decided_at_day="3").content.decode()
    assert '<details class="fold" open><summary>' in fold_of(wrong, "More, when it applies")


def fold_of(page: str, heading: str) -> str:
    """From where a folded part begins to its heading."""
    return page[page.rindex("<details", 0, page.index(heading)) : page.index(heading)]


def test_what_the_law_asks_for_says_when_and_is_not_called_optional(home: arrange.House) -> None:
    arrange.said(home)
    page = open_it(home, arrange.question(home))
    for needed in (
        "Needed when Jo decided with support.",
        "Needed when nothing from Jo is weighed.",
        "Needed when there are fewer than two options, unless little hangs on it.",
        "Needed when a relative or staff decided.",
    ):
        before = page[: page.index(needed)]
        assert "if you want" not in before[before.rindex("<label") :], needed


def test_with_fewer_than_two_options_it_asks_at_once_why_and_offers_to_add_one(home: arrange.House) -> None:
    asked = arrange.question(home, impact="moderate")
    page = open_it(home, asked)
    assert page.index("There are not two options, because") < page.index("Who decided?")
    response = decide(home, asked, draft="option", outcome="Half a thought")
    assert response.url == reverse("decisions:option_new", args=[asked.pk])
    assert "Half a thought" in open_it(home, asked)
    for title in ("A quieter afternoon", "As it is"):
        arrange.decisions.offer(question=asked, title=title, by=home.ruth)
    page = open_it(home, asked)
    assert page.index("There are not two options, because") > page.index("More, when it applies")


def test_a_past_day_is_enough_and_counts_as_its_end(march: arrange.House, at: Any) -> None:
    with at("2026-03-03 14:00"):
        voice = arrange.said(march)
    with at("2026-03-05 10:00"):
        day = {"decided_at_day": "3", "decided_at_month": "3", "decided_at_year": "2026"}
        decide(march, arrange.question(march), **{f"effect-voice-{voice.pk}": "shaped"}, **day)
    decision = Decision.objects.get()
    assert f"{decision.occurred_at:%d %H:%M}" == "03 23:59" and decision.standing == "valid"


@pytest.mark.parametrize("basis", ["relative", "staff"])
def test_who_decided_instead_of_jo_is_asked_for_beside_the_box(home: arrange.House, basis: str) -> None:
    page = decide(home, arrange.question(home), basis=basis).content.decode()
    assert 'href="#id_decided_by"' in page and not Decision.objects.exists()
    assert '<details class="fold" open><summary>' in fold_of(page, "Somebody else decided, or it was always so")


def test_a_decided_question_shows_what_was_decided_and_leads_to_deciding_again(home: arrange.House) -> None:
    asked, voice = arrange.question(home), arrange.said(home)
    decision = arrange.decided(home, asked, voice)
    sent = decide(home, asked, outcome="Out at two", **{f"effect-voice-{voice.pk}": "shaped"})
    for page in (open_it(home, asked), sent.content.decode()):
        assert "This question is decided already" in page and f"{decision}: A quieter afternoon" in page
        assert reverse("decisions:again", args=[decision.pk]) in page and "Sign this decision" not in page
    assert "Out at two" in sent.content.decode()
    assert Decision.objects.get() == decision


def test_what_took_no_effect_leads_to_what_stands_since(home: arrange.House) -> None:
    asked, voice = arrange.question(home), arrange.said(home)
    mums, jos = arrange.decided(home, asked, voice, basis="relative"), arrange.decided(home, asked, voice)
    page = arrange.signed_in(home.ruth).get(reverse("decisions:again", args=[mums.pk])).content.decode()
    assert "This question is decided already" in page and reverse("decisions:again", args=[jos.pk]) in page


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
    with django_assert_max_num_queries(21):
        client.get(reverse("decisions:decide", args=[asked.pk]))


def test_what_was_decided_in_another_tab_meanwhile_is_shown_first_and_one_is_asked(home: arrange.House) -> None:
    """Two tabs, two decisions that take no effect, so that neither is a bar to the other."""
    asked = arrange.question(home)
    told = {"basis": "relative", "no_voice_because": "Jo was away."} | arrange.who_decided_sent(home, "relative")
    tabs = [as_it_came(open_it(home, asked)) | told for _ in range(2)]
    decide(home, asked, **tabs[0] | {"outcome": "No bingo"})
    back = decide(home, asked, **tabs[1] | {"outcome": "Bingo on Fridays"}).content.decode()
    first = Decision.objects.get()
    assert f"{first} was written down while this page was open: “No bingo”" in back
    assert reverse("decisions:decision", args=[first.pk]) in back
    sent = as_it_came(back) | told
    assert sent["outcome"] == "Bingo on Fridays"
    decide(home, asked, **sent)
    assert [each.outcome for each in Decision.objects.order_by("sequence")] == ["No bingo", "Bingo on Fridays"]


def test_a_later_version_written_in_another_tab_is_shown_first(home: arrange.House) -> None:
    decision = arrange.decided(home, arrange.question(home), arrange.said(home))
    address, ruth = reverse("decisions:again", args=[decision.pk]), arrange.signed_in(home.ruth)
    tabs = [as_it_came(ruth.get(address).content.decode()) | {"basis": "own"} for _ in range(2)]
    first = ruth.post(address, tabs[0] | {"outcome": "Quiet until three", "reason": "Jo asked"})
    assert first.status_code == 302
    again = ruth.post(address, tabs[0] | {"outcome": "Quiet until three", "reason": "Jo asked"})
    assert again.url == first.url
    back = ruth.post(address, tabs[1] | {"outcome": "Quiet until four", "reason": "Jo asked"}).content.decode()
    assert "was written down while this page was open: “Quiet until three”" in back and "Quiet until four" in back
