"""The story of the afternoon as its records tell it: what is said of how often Jo is upset is what was written down."""

from datetime import timedelta
from typing import Any

from throughline.access import scope
from throughline.base import clock
from throughline.conversations.models import Contribution
from throughline.practice.models import Upset
from throughline.web.as_at import today
from throughline.web.upsets.trend import trend_page


def test_the_chart_shows_less_often_and_shorter_since_the_card(cast: Any) -> None:
    page = trend_page(scope.sight(cast.amina, cast.jo.pk), today())
    often, long = page.found
    assert "Jo is upset less often: 2 times a week, not 5.5." in often and "since" in often.lower()
    assert "for less time" in long and "because" not in often + long


def test_what_amina_says_of_the_last_four_weeks_is_what_was_written_down(cast: Any) -> None:
    said = Contribution.objects.get(person=cast.jo, words__contains="upsets in the last four weeks")
    weeks = Upset.objects.current().filter(occurred_at__gte=said.occurred_at - timedelta(weeks=4), occurred_at__lt=said.occurred_at)
    hours = [row.occurred_at.astimezone(clock.LONDON).hour for row in weeks]
    assert said.words.startswith(f"{sum(14 <= hour < 17 for hour in hours)} of Jo’s {len(hours)} upsets")
