"""Looking again: the person first, then keep, change or end."""

from typing import Any

import pytest
from django.urls import reverse
from tests.web import arrange

from throughline.base.ids import new_id
from throughline.conversations.models import Voice
from throughline.reviews.models import Perspective, Review

GIVEN = {"took_part": "present", "kind": "planned", "verdict": "keep", "because": "It helps.", "how_told": "said"}


@pytest.fixture
def item(home: arrange.House) -> Any:
    return arrange.routine(home).item


def look(home: arrange.House, item: Any, by: str = "ruth", **given: Any) -> Any:
    return arrange.signed_in(getattr(home, by)).post(reverse("reviews:review_new", args=[item.pk]), GIVEN | given)


def said(party: str) -> list[tuple[str, str]]:
    return [(each.works, each.text) for each in Perspective.objects.filter(party=party).order_by("position")]


def test_it_works(home: arrange.House, item: Any) -> None:
    voice, priya = arrange.said(home, "Too loud at dinner."), arrange.mum(home)
    page = arrange.signed_in(home.ruth).get(reverse("reviews:review_new", args=[item.pk])).content.decode()
    assert "Look again: Quiet afternoon" in page and page.index("Jo first") < page.index("Others, in their words")
    assert "Too loud at dinner." in page and "Priya, mum" in page
    given = {"works_words": "The quiet room.", "not_voices": [str(voice.pk)], f"works_{priya.pk}": "Calmer.", "staff_not": "Busy at 2."}
    response = look(home, item, **given)
    assert response.url == reverse("thread:thread", args=[item.pk])
    assert said("person") == [("works", "The quiet room."), ("works_not", "Too loud at dinner.")]
    assert said("circle") == [("works", "Calmer.")] and said("staff") == [("works_not", "Busy at 2.")]
    assert Voice.objects.get(words="The quiet room.").author == home.ruth


@pytest.mark.parametrize(("verdict", "name"), [("keep", "thread:thread"), ("change", "plan:write"), ("end", "plan:end")])
def test_what_comes_of_it_leads_on(home: arrange.House, item: Any, verdict: str, name: str) -> None:
    response = look(home, item, works_words="It is good.", verdict=verdict)
    assert response.url == reverse(name, args=[item.pk])


def test_without_a_view_of_theirs_it_says_why_and_keeps_what_was_written(home: arrange.House, item: Any) -> None:
    page = look(home, item, because="Kept as written.").content.decode()
    assert "write why not and how their view came in" in page and "Kept as written." in page
    assert not Review.objects.exists()


def test_words_are_not_kept_when_the_review_is_not(home: arrange.House, item: Any) -> None:
    page = look(home, item, works_words="It is good.", because="").content.decode()
    assert "Write why it stays, changes or ends." in page and "It is good." in page
    assert not Voice.objects.exists()


def test_sent_twice_it_is_one_review(home: arrange.House, item: Any) -> None:
    sent = {"id": str(new_id()), "works_words": "It is good."}
    assert look(home, item, **sent).url == look(home, item, **sent).url
    assert (Review.objects.count(), Voice.objects.count()) == (1, 1)


def test_a_support_worker_does_not_hold_reviews(home: arrange.House, item: Any) -> None:
    assert look(home, item, by="amina").status_code == 403
