"""What Priya, Dan and Gwen read of the stories on pages of their own: nothing that Jo took back, and nothing twice."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from tests.web import arrange

from throughline.decisions.models import Decision
from throughline.demo.build import Cast
from throughline.people.models import Person


def read(client: Client, place: str, person: Person) -> str:
    answer = client.get(reverse(place, args=[person.pk]))
    assert answer.status_code == 200
    return answer.content.decode().replace("\xa0", " ")


@pytest.mark.parametrize("who", ["priya_signs_in", "dan_signs_in"])
@pytest.mark.parametrize("place", ["home", "agreed", "said", "access"])
def test_nobody_reads_of_jo_being_upset_whom_jo_did_not_let(cast: Cast, who: str, place: str) -> None:
    """Jo took it back from Dan: "My plan, yes. Not when I was upset." Priya never had it."""
    page = read(arrange.signed_in(getattr(cast, who)), f"circle:{place}", cast.jo)
    page = re.sub("Not when I was upset|[Ff]eeling upset", "", page)  # Jo's own words, and the name of the topic that is shut
    assert not re.search(r"(?i)upset|hits out|humming, pacing|10 minutes, or", page)
    assert cast.jo.name in page


def test_each_step_says_on_which_day_it_comes(cast: Cast) -> None:
    steps = re.findall(r"<li[^>]*>([^<]*To the shop with Jo)</li>", read(arrange.signed_in(cast.priya_signs_in), "circle:agreed", cast.jo))
    assert len(steps) == len(set(steps)) == 3, steps


def test_words_stand_between_one_pair_of_marks(cast: Cast) -> None:
    decision = Decision.objects.current().get(person=cast.lee, outcome__contains="scan")
    page = arrange.signed_in(cast.ruth).get(reverse("decisions:decision", args=[decision.pk])).content.decode()
    assert "“Dan too?”" in page.replace("\xa0", " ") and "““" not in page and "””" not in page


def test_who_decides_by_law_reads_what_ann_wanted_before(cast: Cast) -> None:
    """Wishes of the past are weighed too (Mental Capacity Act 2005, s. 4(6))."""
    page = read(arrange.signed_in(cast.gwen_signs_in), "circle:decide", cast.ann)
    assert "If I am ill, ask me first." in page and "Hot. My bed. Not the ward." in page
