"""Publishing what limits Jo on another's decision: the form asks whether it may take her liberty away."""

from typing import Any

import pytest
from django.urls import reverse
from tests.plan.test_liberty import in_best_interests, leader, locked, reviewed
from tests.web import arrange

from throughline.plan.models import Publication

ASKED = "May it take Jo’s liberty away?"


@pytest.fixture
def home(db: None) -> arrange.House:
    return arrange.house()


def publish(home: arrange.House, version: Any, decision: Any, by: Any = None, **more: Any) -> Any:
    given = {"decision": str(decision.pk), "message": "From tonight", "may_deprive": "yes"}
    return arrange.signed_in(by or home.ruth).post(reverse("plan:publish", args=[version.pk]), given | more)


def test_it_goes_back_until_somebody_concluded(home: arrange.House) -> None:
    version, decision = locked(home), in_best_interests(home)
    page = publish(home, version, decision).content.decode()
    assert "nobody has looked at that and concluded" in page and ASKED in page
    reviewed(home, decision)
    assert publish(home, version, decision).status_code == 302
    assert Publication.objects.get().may_deprive is True


def test_whoever_publishes_says_no_in_so_many_words(home: arrange.House) -> None:
    version, decision = locked(home), in_best_interests(home)
    assert publish(home, version, decision, may_deprive="").status_code == 200
    assert publish(home, version, decision, may_deprive="no").status_code == 302
    assert Publication.objects.get().may_deprive is False


def test_a_team_leader_concludes_nothing_by_a_no(home: arrange.House) -> None:
    version, decision, amina = locked(home), in_best_interests(home), leader(home)
    page = publish(home, version, decision, amina, may_deprive="no").content.decode()
    assert "Ask the registered manager to publish it, or to look at it with this decision and conclude." in page
    assert not Publication.objects.exists()
    reviewed(home, decision)
    assert publish(home, version, decision, amina, may_deprive="no").status_code == 302


def test_where_every_decision_is_her_own_it_is_not_asked(home: arrange.House) -> None:
    version = locked(home)
    arrange.decided(home, arrange.question(home), arrange.said(home))
    page = arrange.signed_in(home.ruth).get(reverse("plan:publish", args=[version.pk])).content.decode()
    assert ASKED not in page
