"""The pages of Jo's freedom: what stands, what she shows first, who concluded, what opened it again."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from tests.web import arrange

from throughline.base import clock
from throughline.decisions import actions
from throughline.decisions.models import LibertyAuthorisation, LibertyObjection, LibertyReview


def day(name: str, when: date) -> dict[str, str]:
    return {f"{name}_day": str(when.day), f"{name}_month": str(when.month), f"{name}_year": str(when.year)}


def answers(**more: Any) -> dict[str, Any]:
    told = {
        "arrangements": "Jo has her own flat. Staff are there day and night.",
        "freedom_to_leave": "Jo goes out when she says so.",
        "purpose": "Somebody is there when Jo calls.",
        "normality": "Others who need the same support live like this.",
        "consistent": "yes",
        "conclusion": "no_deprivation",
        "grounds": ["free"],
        "reasons": "Nothing is locked.",
        **day("look_again_by", clock.today() + timedelta(days=90)),
    }
    return told | more


def get(home: arrange.House, page: str, *args: Any, by: str = "ruth", status: int = 200) -> str:
    response = arrange.signed_in(getattr(home, by)).get(reverse(f"liberty:{page}", args=args))
    assert response.status_code == status
    return response.content.decode()


def post(home: arrange.House, page: str, *args: Any, by: str = "ruth", **given: Any) -> Any:
    return arrange.signed_in(getattr(home, by)).post(reverse(f"liberty:{page}", args=args), given)


def test_it_works(home: arrange.House) -> None:
    """From the people in Jo's life: nobody looked, Ruth concludes, Tom sees an objection, somebody has to look again."""
    circle = arrange.signed_in(home.amina).get(reverse("people:circle", args=[home.jo.pk])).content.decode()
    assert circle.count(reverse("liberty:list", args=[home.jo.pk])) == 1
    assert "Nobody has looked at it yet" in get(home, "list", home.jo.pk)
    voice, decision = arrange.said(home, "I like my flat."), arrange.decided(home, arrange.question(home), arrange.said(home))
    given = answers(wants=[str(voice.pk)], looked_at=[str(decision.pk)], seen="Hummed at the window.", seen_feeling="goes_along")
    response = post(home, "review_new", home.jo.pk, **given, seen_by="Amina", **day("seen_on", clock.today()))
    review = LibertyReview.objects.get()
    assert response.url == reverse("liberty:review", args=[review.pk])
    page = get(home, "review", review.pk, by="amina")
    for each in (
        "I like my flat.",
        "Hummed at the window. (goes along with it)",
        "Ruth, Registered manager",
        "Nothing is locked.",
        str(decision),
    ):
        assert each in page
    assert page.index("I like my flat.") < page.index("Jo has her own flat.") < page.index("Nothing is locked.")
    assert "Jo’s liberty is not taken away" in get(home, "list", home.jo.pk)
    post(home, "objection_new", home.jo.pk, by="tom", seen="Pulled at the gate.", feeling="objects_behaviour")
    listed = get(home, "list", home.jo.pk)
    assert "Jo objects. Somebody has to look again" in listed and "Pulled at the gate." in listed


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"grounds": []}, "and not on what that rests"),
        ({"grounds": ["calm"]}, "calm"),
        ({"grounds": ["said_yes"]}, "said_yes"),
        ({"reasons": ""}, "Write the reasons."),
        ({"no_wishes_because": ""}, "Nothing says what the person says, shows or feels"),
        ({"seen": "Smiled."}, "Say this of what was seen."),
    ],
)
def test_what_does_not_count_goes_back_with_what_to_do(home: arrange.House, change: dict[str, Any], said: str) -> None:
    given = {"no_wishes_because": "Jo is away."} | change
    response = post(home, "review_new", home.jo.pk, **answers(**given))
    assert response.status_code == 200 and said in response.content.decode()
    assert not LibertyReview.objects.exists()


@pytest.mark.parametrize("page", ["review_new", "authorisation_new"])
@pytest.mark.parametrize("who", ["amina", "tom"])
def test_only_the_manager_concludes(home: arrange.House, page: str, who: str) -> None:
    get(home, page, home.jo.pk, by=who, status=403)
    assert reverse(f"liberty:{page}", args=[home.jo.pk]) not in get(home, "list", home.jo.pk, by=who)
    assert reverse("liberty:objection_new", args=[home.jo.pk]) in get(home, "list", home.jo.pk, by=who)


def test_an_authorisation_with_its_conditions(home: arrange.House) -> None:
    given = {"kind": "standard", "reference": "DoLS 12", "granted_by": "Elm council", "conditions": "A walk every day\n\n"}
    days = day("from_on", clock.today()) | day("until_on", clock.today() + timedelta(days=100))
    assert "only the Court of Protection can authorise it" in post(home, "authorisation_new", home.jo.pk, **given, **days).content.decode()
    arrange.as_a_care_home(home)
    post(home, "authorisation_new", home.jo.pk, **given, **days)
    row = LibertyAuthorisation.objects.get()
    page = get(home, "list", home.jo.pk)
    assert "Authorised until" in page and "A walk every day. Nothing shows yet that it is met." in page
    post(home, "met", row.conditions.get().pk, evidence="30 walks in May")
    assert "30 walks in May" in get(home, "list", home.jo.pk)
    post(home, "ended", row.pk, why="The council ended it", **day("on", clock.today()))
    assert "The council ended it" in get(home, "list", home.jo.pk)


def test_an_urgent_one_of_eight_days_goes_back(home: arrange.House) -> None:
    arrange.as_a_care_home(home)
    days = day("from_on", clock.today()) | day("until_on", clock.today() + timedelta(days=7))
    response = post(home, "authorisation_new", home.jo.pk, kind="urgent", reference="U 1", **days)
    assert "lasts 7 days at most" in response.content.decode()
    assert not LibertyAuthorisation.objects.exists()


def test_what_was_concluded_by_the_earlier_test_says_so(march: arrange.House, at: Any) -> None:
    with at("2026-03-03 10:00"):
        post(march, "review_new", march.jo.pk, **answers(no_wishes_because="Jo is away."))
    with at("2026-06-01 10:00"):
        assert "superseded" not in get(march, "list", march.jo.pk)
    with at("2026-06-02 10:00"):
        listed, page = get(march, "list", march.jo.pk), get(march, "review", LibertyReview.objects.get().pk)
    assert all("Made under a superseded test, review needed" in each for each in (listed, page))
    assert "check." in listed


def test_what_was_told_to_the_manager_alone_is_not_shown_to_the_team(home: arrange.House) -> None:
    secret = arrange.said(home, "I want to leave.", by=home.ruth, audience="manager")
    assert "I want to leave." not in get(home, "review_new", home.jo.pk)
    actions.keep_objection(person=home.jo, feeling="objects_words", voice=secret, by=home.ruth)
    assert LibertyObjection.objects.get().audience == "manager"
    assert "I want to leave." in get(home, "list", home.jo.pk)
    assert "I want to leave." not in get(home, "list", home.jo.pk, by="amina")


def test_whoever_saw_the_objection_is_named_also_where_somebody_else_wrote_it(home: arrange.House) -> None:
    seen = {"feeling": "objects_behaviour", "seen": "Shook the gate."}
    post(home, "objection_new", home.jo.pk, **seen)
    assert "Ruth saw it" in get(home, "list", home.jo.pk)
    post(home, "objection_new", home.jo.pk, **seen, seen_by="Gwen")
    assert "Gwen saw it" in get(home, "list", home.jo.pk)
