"""Publishing what limits Jo on another's decision: the form asks whether it may take her liberty away."""

import re
from typing import Any

import pytest
from django.urls import reverse
from django.utils.html import escape
from tests.plan.test_liberty import in_best_interests, locked, reviewed
from tests.web import arrange
from tests.web.liberty.test_liberty import answers as concluded_answers

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


def test_a_bare_no_leads_to_looking_at_it_with_this_decision(home: arrange.House) -> None:
    """Even the manager's: the no goes to the review, which has the decision ticked, and comes back to publishing it."""
    version, decision = locked(home), in_best_interests(home)
    assert publish(home, version, decision, may_deprive="").status_code == 200
    page = publish(home, version, decision, may_deprive="no").content.decode()
    assert "Saying that it cannot take the person’s liberty away concludes about that" in page
    to_review = f"{reverse('liberty:review_new', args=[home.jo.pk])}?decision={decision.pk}&version={version.pk}"
    assert escape(to_review) in page and not Publication.objects.exists()
    ruth = arrange.signed_in(home.ruth)
    assert re.search(rf'value="{decision.pk}"[^>]* checked', ruth.get(to_review).content.decode())
    signed = ruth.post(to_review, concluded_answers(no_wishes_because="Jo is away.", looked_at=[str(decision.pk)]))
    assert signed.url == f"{reverse('plan:publish', args=[version.pk])}?decision={decision.pk}"
    assert publish(home, version, decision, may_deprive="no").status_code == 302
    assert Publication.objects.get().may_deprive is False


def test_where_every_decision_is_her_own_it_is_not_asked(home: arrange.House) -> None:
    version = locked(home)
    arrange.decided(home, arrange.question(home), arrange.said(home))
    page = arrange.signed_in(home.ruth).get(reverse("plan:publish", args=[version.pk])).content.decode()
    assert ASKED not in page
