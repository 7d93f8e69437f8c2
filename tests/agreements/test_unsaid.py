"""What lacks a lawful basis takes no effect: words that were taken back, or that were never Jo's, carry nothing of what rested on them."""

from datetime import timedelta
from typing import Any

import pytest
from tests.agreements.circle import around_jo, version
from tests.web import arrange

from throughline.access import scope
from throughline.agreements import actions, queries
from throughline.agreements.actions import Answered
from throughline.base import clock
from throughline.conversations import actions as conversations
from throughline.decisions import actions as decisions
from throughline.decisions.carrying import is_valid_still
from throughline.decisions.models import Decision
from throughline.decisions.parts import Consideration
from throughline.plan import actions as plan
from throughline.plan.models import Publication
from throughline.plan.parts import Line

ENDINGS = [("withdrawn", ""), ("mistake", "It was Sam."), ("undone", "")]
ENDED = pytest.mark.parametrize(("kind", "reason"), ENDINGS)


def said(home: arrange.House, words: str = "Mum can see my money.") -> Any:
    return arrange.said(home, words, topic="plans")


def takes_back(voice: Any, kind: str = "mistake", reason: str = "It was Sam.") -> None:
    actions.take_back_voice(voice=voice, kind=kind, reason=reason, by=voice.author)


def corrected(home: arrange.House, voice: Any) -> Any:
    return conversations.correct_voice(voice=voice, words="Mum may see my money.", reason="Heard it again.", by=home.ruth)


# --- what Jo said that somebody may see ---


@ENDED
def test_a_permission_closes_when_the_words_it_rests_on_are_taken_back(life: Any, kind: str, reason: str) -> None:
    voice = said(life.home)
    life.asks(life.priya, said=voice)
    life.asks(life.dan)
    assert life.sees(life.priya) == {"money"}
    takes_back(voice, kind, reason)
    assert (life.sees(life.priya), life.sees(life.dan)) == (set(), {"money"})
    assert [each.is_open for each in queries.standing(life.sight) if each.permission.contact == life.priya] == [False]


def test_a_permission_closes_when_the_words_it_rests_on_are_moved_to_another_record(life: Any) -> None:
    voice = said(life.home)
    life.asks(life.priya, said=voice)
    actions.move_voice(voice=voice, to=life.home.sam, reason="Sam said it.", by=life.ruth)
    assert life.sees(life.priya) == set()


def test_words_put_right_are_jos_still_and_close_only_when_those_are_taken_back(life: Any) -> None:
    voice = said(life.home)
    life.asks(life.priya, said=voice)
    later = corrected(life.home, voice)
    assert life.sees(life.priya) == {"money"}
    actions.take_back_voice(voice=later, kind="mistake", reason="It was Sam.", by=life.ruth)
    assert life.sees(life.priya) == set()


# --- what Jo agreed to ---


def in_force(home: arrange.House) -> Any:
    found = queries.in_force(queries.stated(scope.sight(home.ruth, home.jo.pk)))
    return found and found.version


@ENDED
def test_an_agreement_is_in_force_no_more_when_the_words_with_which_jo_agreed_are_taken_back(
    home: arrange.House, kind: str, reason: str
) -> None:
    voice = said(home, "Mum can come.")
    first = version(home, around_jo(home).priya, agreed=Answered("agreed", said=voice))
    assert in_force(home) == first
    takes_back(voice, kind, reason)
    assert in_force(home) is None


def test_an_agreement_is_in_force_no_more_when_somebody_else_said_the_words(home: arrange.House) -> None:
    voice = said(home, "Mum can come.")
    version(home, around_jo(home).priya, agreed=Answered("agreed", said=voice))
    actions.move_voice(voice=voice, to=home.sam, reason="Sam said it.", by=home.ruth)
    assert in_force(home) is None


def test_words_put_right_carry_an_agreement_still(home: arrange.House) -> None:
    voice = said(home, "Mum can come.")
    first = version(home, around_jo(home).priya, agreed=Answered("agreed", said=voice))
    corrected(home, voice)
    assert in_force(home) == first


@pytest.mark.parametrize(("kind", "comes_back"), [("mistake", True), ("withdrawn", False)])
def test_what_jo_agreed_before_stands_if_jo_never_said_the_later_words_and_ends_if_jo_took_them_back(
    home: arrange.House, kind: str, comes_back: bool
) -> None:
    people, voice = around_jo(home), said(home, "Gwen too.")
    first = version(home, people.priya)
    version(home, people.priya, people.gwen, after=first, agreed=Answered("agreed", said=voice))
    takes_back(voice, kind)
    assert in_force(home) == (first if comes_back else None)


# --- what Jo decided ---


def lost(decision: Decision) -> str:
    return Decision.objects.with_lost().get(pk=decision.pk).lost


def lock_it(home: arrange.House) -> tuple[Any, Decision]:
    asked = decisions.ask(person=home.jo, text="Is the front door locked?", area="restrictions", impact="high", by=home.ruth)
    voice = arrange.said(home, "Lock it.")
    return voice, arrange.decided(home, asked, voice, only_one_because="x")


@ENDED
def test_an_own_decision_without_standing_words_takes_no_effect(home: arrange.House, kind: str, reason: str) -> None:
    voice, decision = lock_it(home)
    assert (decision.faults, lost(decision), is_valid_still(decision)) == ([], "", True)
    before = clock.now()
    takes_back(voice, kind, reason)
    assert (lost(decision), is_valid_still(decision)) == ("no-view", False)
    assert Decision.objects.with_lost(before).get(pk=decision.pk).lost == ""


def test_an_own_decision_whose_words_were_somebody_elses_takes_no_effect(home: arrange.House) -> None:
    voice, decision = lock_it(home)
    actions.move_voice(voice=voice, to=home.sam, reason="Sam said it.", by=home.ruth)
    assert lost(decision) == "no-view"


def test_words_put_right_carry_an_own_decision_until_those_are_taken_back(home: arrange.House) -> None:
    voice, decision = lock_it(home)
    later = corrected(home, voice)
    assert lost(decision) == ""
    actions.take_back_voice(voice=later, kind="mistake", reason="It was Sam.", by=home.ruth)
    assert lost(decision) == "no-view"


def decides(home: arrange.House, *weighed: tuple[Any, str], **told: Any) -> Decision:
    """What Jo decides of an evening, and what it did with each view of hers."""
    considered = [Consideration(voice=voice, effect=effect, because="Jo changed her mind.") for voice, effect in weighed]
    made: Decision = arrange.decided(home, arrange.question(home), considered=considered, **told)
    assert made.faults == []
    return made


def test_other_words_of_jos_that_it_followed_carry_it_on(home: arrange.House) -> None:
    mistaken = arrange.said(home)
    decision = decides(home, (mistaken, "shaped"), (arrange.said(home, "Yes, quieter."), "shaped"))
    takes_back(mistaken)
    assert lost(decision) == ""


@pytest.mark.parametrize(("how", "effect"), [("said", "not_followed"), ("watched", "shaped")])
def test_what_it_did_not_follow_or_one_person_only_saw_carries_it_no_further(home: arrange.House, how: str, effect: str) -> None:
    mistaken = arrange.said(home)
    other = arrange.said(home, "Louder.") if how == "said" else arrange.showed(home)
    decision = decides(home, (mistaken, "shaped"), (other, effect))
    takes_back(mistaken)
    assert lost(decision) == "no-view"


def test_what_two_people_saw_alike_is_jos_own_and_carries_it(home: arrange.House) -> None:
    mistaken, shown = arrange.said(home), arrange.showed(home)
    decision = decides(home, (mistaken, "shaped"), (shown, "shaped"))
    conversations.second_voice(voice=shown, seen="Pushed it away again.", agrees=True, by=home.ruth)
    takes_back(mistaken)
    assert lost(decision) == ""


def test_a_decision_that_says_why_nothing_of_jos_was_weighed_rests_on_no_words(home: arrange.House) -> None:
    mistaken = arrange.said(home)
    decision = decides(home, (mistaken, "shaped"), no_voice_because="Jo pointed at the quiet room, and nobody wrote it down.")
    takes_back(mistaken)
    assert lost(decision) == ""


def test_what_jo_is_limited_in_by_her_own_decision_is_followed_no_more(home: arrange.House) -> None:
    voice, decision = lock_it(home)
    lead, soon = arrange.worker("Lead", home.ruth, role="team_leader", service=home.elm), clock.today() + timedelta(days=30)
    told = {"kind": "restriction", "title": "Front door", "lines": [Line(part="limit", text="Locked")], "look_again_on": soon}
    version = plan.begin(person=home.jo, by=lead, **told)
    published = plan.publish(version=version, message="From today", decision=decision, limits=True, by=home.ruth)
    assert published in Publication.objects.in_effect()
    takes_back(voice)
    assert published not in Publication.objects.in_effect()
