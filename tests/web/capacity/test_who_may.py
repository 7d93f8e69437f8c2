"""Law 3, who may decide for Jo, by the page: the same states, the same marks."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.urls import reverse
from tests.authority import papers
from tests.decisions.test_for_somebody import checklist
from tests.decisions.test_who_may import UNLAWFUL
from tests.web import arrange

from throughline.decisions import actions
from throughline.decisions.models import Decision
from throughline.web.capacity.for_them import CHECKLIST
from throughline.web.said.who import Somebody

pytestmark = pytest.mark.django_db

# The page does not offer whoever has no part in Jo's support.
OFFERED = {name: state for name, state in UNLAWFUL.items() if state[0] != "decider-stranger"}


@pytest.mark.parametrize("name", OFFERED)
def test_law_3_what_the_action_marks_the_page_marks_alike(home: arrange.House, monkeypatch: Any, name: str) -> None:
    code, decide = UNLAWFUL[name]
    monkeypatch.setattr(arrange, "decisions", SimpleNamespace(ask=actions.ask, decide=by_page))  # the same story, sent by the page
    decision = decide(home)
    assert (decision.standing, decision.faults[0]) == ("not_valid", code)


def by_page(*, question: Any, by: Any, considered: Any, consultees: Any, best_interests: Any, **told: Any) -> Decision:
    """What the action is given, as the page sends it."""
    sent: dict[str, Any] = {name: value for name, value in told.items() if isinstance(value, str)}
    sent |= {name: str(told[name].pk) for name in ("assessment", "authority", "option") if told.get(name)}
    sent |= {"acting": [str(each.pk) for each in told.get("acting", ())]}
    for each in considered:
        sent |= {f"effect-voice-{each.voice.pk}": each.effect, f"because-voice-{each.voice.pk}": each.because}
    points = best_interests or checklist()
    sent |= {name: getattr(points, name) for name in CHECKLIST if getattr(points, name)}
    for n, each in enumerate(consultees, 1):
        sent |= {f"asked_{n}": Somebody(each.contact, each.staff).key, f"asked_{n}_as": each.kind, f"asked_{n}_words": each.words}
    sent["decided_by"] = Somebody(told.get("decided_by_contact"), told.get("decided_by_staff")).key
    answer = arrange.signed_in(by).post(reverse("capacity:for_them", args=[question.pk]), sent)
    assert answer.status_code == 302, answer.content.decode()
    return Decision.objects.get(question=question)


def test_what_was_refused_beforehand_is_said_where_it_may_matter(home: arrange.House) -> None:
    papers.refusal(home)
    ruth = arrange.signed_in(home.ruth)
    for area, said in (("treatment", True), ("medication", True), ("care", True), ("money", False)):
        asked = arrange.decisions.ask(person=home.jo, text="What now?", area=area, impact="high", by=home.ruth)
        for page in ("capacity:for_them", "decisions:decide"):
            shown = ruth.get(reverse(page, args=[asked.pk])).content.decode()
            assert ("Jo said beforehand to which treatments they say no" in shown) is said
