"""Law 3 by the page: every story that the action marks is marked alike, or the page does not let it be sent."""

import re
from types import SimpleNamespace
from typing import Any

import pytest
from django.urls import reverse
from tests.decisions.test_every_state import LAWFUL, STATES
from tests.decisions.test_for_somebody import IN_PROPORTION, assess, checklist, decide_for
from tests.web import arrange

from throughline.base import clock
from throughline.decisions import actions
from throughline.decisions.models import Decision
from throughline.web.capacity.for_them import CHECKLIST
from throughline.web.said.who import Somebody

pytestmark = pytest.mark.django_db

# What the page asks for before it is kept, or does not offer: it goes back, and nothing is kept.
SENT_BACK = {
    "best-interests-blank": "the points are on the page",
    "wishes-blank": "it asks what Jo wants",
    "staff-do-blank": "it asks what staff do",
    "assessment-other-question": "it offers the assessments of this question alone",
    "assessment-mistaken": "it offers assessments that stand",
    "authority-mistaken": "it offers papers that stand",
    "authority-ended": "it offers papers that are in force",
    "authority-expired": "it offers papers that are in force",
    "decider-stranger": "it offers whoever has a part in Jo's support",
}
FOR_THEM = ("best_interests", "attorney", "court")


class SentBack(Exception):
    """The page came back, with what to put right."""


@pytest.mark.parametrize("name", STATES)
def test_law_3_what_the_action_marks_the_page_marks_alike_or_sends_back(home: arrange.House, monkeypatch: Any, name: str) -> None:
    code, decide = STATES[name]
    monkeypatch.setattr(arrange, "decisions", SimpleNamespace(ask=actions.ask, decide=by_page))  # the same story, sent by the page
    try:
        decision = decide(home)
    except SentBack:
        assert code in SENT_BACK and not Decision.objects.exists()
    else:
        assert decision.standing == "not_valid" and code in decision.faults


def test_the_page_asks_of_each_option_how_much_it_limits_where_nobody_said(home: arrange.House, monkeypatch: Any) -> None:
    """Jo was asked first, and nobody had to say so then. It is chosen and said on one page."""
    monkeypatch.setattr(arrange, "decisions", SimpleNamespace(ask=actions.ask, decide=by_page))
    asked = actions.ask(person=home.jo, text="How is the door at night?", area="restrictions", impact="high", by=home.ruth)
    lock, bell = (actions.offer(question=asked, title=title, by=home.ruth) for title in ("A lock", "A bell"))
    shown = arrange.signed_in(home.ruth).get(reverse("capacity:for_them", args=[asked.pk])).content.decode()
    assert "Needed of each option. Without it the decision takes no effect." in shown
    assert "How much does it limit Jo: A lock?" in shown and "How much does it limit Jo: A bell?" in shown
    said = {f"limits_{lock.pk}": "4", f"limits_{bell.pk}": "1"}
    because = checklist(less_restrictive_because="Jo does not hear a bell.", **IN_PROPORTION)
    decision = decide_for(home, asked, assess(home, asked), option=lock, best_interests=because, **said)
    assert (decision.standing, decision.option.title, decision.option.limits) == ("valid", "A lock", 4)
    page = arrange.signed_in(home.ruth).get(reverse("decisions:decision", args=[decision.pk])).content.decode()
    assert page.index("A bell") < page.index("A lock") and "limits most of what Jo can do" in page


def test_of_a_small_thing_of_every_day_the_page_does_not_ask_that(home: arrange.House) -> None:
    asked = actions.ask(person=home.jo, text="Which cup?", area="daily_care", impact="low", by=home.ruth)
    actions.offer(question=asked, title="The blue cup", by=home.ruth)
    shown = arrange.signed_in(home.ruth).get(reverse("capacity:for_them", args=[asked.pk])).content.decode()
    assert "The blue cup" in shown and "How much does it limit" not in shown


def test_what_limits_much_says_on_the_decisions_page_why_it_is_in_proportion(home: arrange.House, monkeypatch: Any) -> None:
    monkeypatch.setattr(arrange, "decisions", SimpleNamespace(ask=actions.ask, decide=by_page))
    decision = LAWFUL["Jo is held, and it is shown to be in proportion"](home)
    page = arrange.signed_in(home.ruth).get(reverse("decisions:decision", args=[decision.pk])).content.decode()
    assert decision.standing == "valid" and all(words in page for words in IN_PROPORTION.values())
    again = arrange.signed_in(home.ruth).get(reverse("capacity:again", args=[decision.pk])).content.decode()
    assert all(words in again for words in IN_PROPORTION.values())


def test_the_page_says_beforehand_that_an_advocate_may_be_needed_and_says_it_nowhere_else(home: arrange.House) -> None:
    def shown(**asked: Any) -> str:
        row = actions.ask(person=home.jo, text="What is to be done?", by=home.ruth, **({"area": "home", "impact": "high"} | asked))
        return arrange.signed_in(home.ruth).get(reverse("capacity:for_them", args=[row.pk])).content.decode()

    way = reverse("authority:advocate_new", args=[home.jo.pk])
    assert way in shown() and way in shown(area="treatment")
    assert way not in shown(area="care") and way not in shown(area="treatment", impact="low")
    assert way not in shown(emergency_because="The roof fell in.")


@pytest.mark.parametrize("name", ["a deputy decides how Jo sees Dan", "an advocate was asked for"])
def test_what_is_lawful_by_the_action_is_lawful_by_the_page(home: arrange.House, monkeypatch: Any, name: str) -> None:
    monkeypatch.setattr(arrange, "decisions", SimpleNamespace(ask=actions.ask, decide=by_page))
    assert LAWFUL[name](home).standing == "valid"


def by_page(*, question: Any, by: Any, written: Any = None, **told: Any) -> Decision:
    """What the action is given, as the page sends it."""
    sent: dict[str, Any] = {name: value for name, value in told.items() if isinstance(value, str)}
    sent |= {name: str(told[name].pk) for name in ("assessment", "authority", "option") if told.get(name)}
    sent |= {"acting": [str(each.pk) for each in told.get("acting", ())]}
    named = told.get("decided_by_contact"), told.get("decided_by_staff")
    sent["decided_by"] = Somebody(*named).key if any(named) else ""
    for each in (weighed(told), points(told), consulted(told), when(written)):
        sent |= each
    page = "capacity:for_them" if told["basis"] in FOR_THEM else "decisions:decide"
    answer = arrange.signed_in(by).post(reverse(page, args=[question.pk]), sent)
    if answer.status_code != 302:
        raise SentBack(re.findall(r"<a href=\"#id_[^>]*>[^<]*", answer.content.decode()))
    return Decision.objects.get(question=question)


def weighed(told: dict[str, Any]) -> dict[str, str]:
    found = {}
    for each in told.get("considered", ()):
        found |= {f"effect-voice-{each.voice.pk}": each.effect, f"because-voice-{each.voice.pk}": each.because}
    return found


def points(told: dict[str, Any]) -> dict[str, Any]:
    row = told.get("best_interests")
    if row is None and told["basis"] in ("attorney", "court"):  # not needed for these, and the page asks all the same
        row = checklist()
    if row is None:
        return {}
    return {name: getattr(row, name) for name in CHECKLIST if getattr(row, name)}


def consulted(told: dict[str, Any]) -> dict[str, str]:
    found = {}
    for n, each in enumerate(told.get("consultees", ()), 1):
        found |= {f"asked_{n}": Somebody(each.contact, each.staff).key, f"asked_{n}_as": each.kind, f"asked_{n}_words": each.words}
    return found


def when(written: Any) -> dict[str, str]:
    if written is None:
        return {}
    at = written.occurred_at.astimezone(clock.LONDON)
    day = {"day": at.day, "month": at.month, "year": at.year, "time": f"{at:%H:%M}"}
    return {f"decided_at_{part}": str(value) for part, value in day.items()}
