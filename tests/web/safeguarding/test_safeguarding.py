"""Raising a safeguarding concern: anybody on shift, read by the manager alone, told of nowhere else."""

from typing import Any

import pytest
from django.urls import reverse
from tests.web import arrange

from throughline.decisions.models import SafeguardingConcern, SafeguardingStep

CONCERN = {
    "concern": "Jo’s purse was empty again.",
    "safe_now": "The visitor has gone.",
    "wants": "I want my money back.",
    "telling": "told",
}


def read(home: arrange.House, address: str, *args: Any, by: str = "ruth", status: int = 200) -> str:
    response = arrange.signed_in(getattr(home, by)).get(reverse(address, args=args))
    assert response.status_code == status
    return response.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def post(home: arrange.House, page: str, *args: Any, by: str = "ruth", **given: Any) -> Any:
    return arrange.signed_in(getattr(home, by)).post(reverse(f"safeguarding:{page}", args=args), given)


def raised(home: arrange.House, by: str = "tom", **more: Any) -> SafeguardingConcern:
    post(home, "new", home.jo.pk, by=by, **(CONCERN | more))
    return SafeguardingConcern.objects.get()


def test_it_works(home: arrange.House) -> None:
    """Tom raises it and reads back that he did; Ruth reads it, refers it, and closes it."""
    row = raised(home)
    toms = read(home, "safeguarding:list", home.jo.pk, by="tom")
    assert "You raised a concern on" in toms and "purse" not in toms
    assert "purse was empty again" in read(home, "safeguarding:list", home.jo.pk)
    page = read(home, "safeguarding:one", row.pk)
    assert page.index("I want my money back.") < page.index("purse was empty again")
    assert "Care Act 2014, section 42" in page and "check" in page
    post(home, "step", row.pk, kind="referred", to="Elm council", consent="agreed")
    post(home, "step", row.pk, kind="outcome", words="Jo has her money back, and feels safe.")
    post(home, "step", row.pk, kind="closed", rationale="Jo is safe.")
    page = read(home, "safeguarding:one", row.pk)
    assert "Referred, to Elm council (Ruth)" in page and "Closed" in page


@pytest.mark.parametrize("who", ["amina", "tom"])
def test_nobody_else_reads_it(home: arrange.House, who: str) -> None:
    row = raised(home)
    for page in ("one", "step"):
        read(home, f"safeguarding:{page}", row.pk, by=who, status=404)


def test_it_is_on_no_other_page(home: arrange.House) -> None:
    """Not on Jo's own page, her timeline, her decisions, what is said and done, nor among who looked."""
    raised(home)
    for address in ("people:page", "people:timeline", "people:circle", "decisions:list", "reviews:said_did", "said:conversations"):
        for who in ("amina", "ruth"):
            assert "purse" not in read(home, address, home.jo.pk, by=who)
    owner = arrange.worker("Gwen", home.ruth, role="owner")
    read(home, "safeguarding:list", home.jo.pk)
    readings = arrange.signed_in(owner).get(reverse("people:readings", args=[home.jo.pk])).content.decode()
    assert "a page of Jo’s record" in readings and "Keeping Jo safe" not in readings


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"wants": ""}, "Write what the person wants, or why they could not be asked yet."),
        ({"telling": "not_told"}, "Telling them is the rule."),
        ({"safe_now": ""}, "Write who is safe now."),
    ],
)
def test_what_is_still_to_be_written(home: arrange.House, change: dict[str, str], said: str) -> None:
    assert said in post(home, "new", home.jo.pk, by="tom", **(CONCERN | change)).content.decode()
    assert not SafeguardingConcern.objects.exists()


def test_the_duty_does_not_wait_for_an_agreement(home: arrange.House) -> None:
    row = raised(home)
    without = {"kind": "referred", "to": "Elm council", "consent": "said_no"}
    assert "without the person’s agreement" in post(home, "step", row.pk, **without).content.decode()
    assert post(home, "step", row.pk, **without, rationale="Others may lose money too.").status_code == 302
    assert SafeguardingStep.objects.get().audience == "manager"


def test_in_wales_the_law_of_wales_is_said(home: arrange.House) -> None:
    page = read(home, "safeguarding:list", home.lee.pk)
    assert "Wales) Act 2014" in page and "section 42" not in page


def test_a_worker_of_another_home_finds_nothing(home: arrange.House) -> None:
    read(home, "safeguarding:new", home.jo.pk, by="neighbour", status=404)
