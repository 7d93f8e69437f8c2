"""Publishing what limits Jo on another's decision: the form asks whether it may take her liberty away."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils.html import escape
from tests.plan.test_liberty import her_own, in_best_interests, leader, locked, reviewed
from tests.web import arrange, lacking
from tests.web.liberty.test_liberty import answers as concluded_answers

from throughline.base import clock
from throughline.plan import actions as plan
from throughline.plan.models import Publication
from throughline.plan.parts import Line

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


def test_a_routine_that_says_it_limits_nobody_is_held_to_what_was_decided(home: arrange.House) -> None:
    decision, soon = in_best_interests(home), clock.today() + timedelta(days=60)
    told = {"lines": [Line(part="do", text="Turn the key at ten")], "look_again_on": soon, "by": leader(home)}
    routine = plan.begin(person=home.jo, kind="routine", title="Evenings", **told)
    page = publish(home, routine, decision, limits="no").content.decode()
    assert "nobody has looked at that and concluded" in page and not Publication.objects.exists()
    page = publish(home, routine, decision, limits="no", by=home.amina).content.decode()
    assert "a manager has to let it be followed" in page and not Publication.objects.exists()


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


def test_what_jo_decided_while_able_does_not_carry_once_she_is_not(home: arrange.House) -> None:
    version, decision = locked(home), her_own(home)
    lacking.assessed(decision.question, home.ruth)
    page = publish(home, version, decision, limits="yes").content.decode()
    assert "an assessment since shows that they cannot decide this now" in page and not Publication.objects.exists()
