"""What we did about what was said: answered means told, closed means checked; and all of it or nothing."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from tests.web import arrange

from throughline.access import scope
from throughline.base import events
from throughline.base.errors import Invalid, Refused
from throughline.base.ids import new_id
from throughline.base.models import Event
from throughline.base.written import Written
from throughline.conversations import actions as conversations
from throughline.conversations.models import Voice
from throughline.reviews import actions, law, queries
from throughline.reviews.models import Check, Perspective, Response, Review, Told


@pytest.fixture
def voice(home: arrange.House) -> Any:
    return arrange.said(home, "Too loud at dinner.", wish="change")


def respond(home: arrange.House, voice: Any, state: str = "done", what: str = "Dinner is in the small room now.", **more: Any) -> Response:
    return actions.respond(voice=voice, state=state, what=what, **({"by": home.ruth} | more))


def rows(home: arrange.House) -> list[tuple[Any, Any]]:
    return queries.said_and_did(scope.sight(home.ruth, home.jo.pk))


def test_it_works(home: arrange.House, voice: Any) -> None:
    response = respond(home, voice, item=arrange.routine(home).item)
    actions.tell(response=response, how="with photos", by=home.amina)
    actions.check(response=response, right="yes", by=home.amina)
    [(said, answered)] = rows(home)
    assert (said, answered.response.state) == (voice, "done")
    assert answered.told[0].author == home.amina and answered.checks[0].right == "yes"


def test_a_later_answer_takes_the_place_of_the_earlier_and_both_stay(home: arrange.House, voice: Any) -> None:
    respond(home, voice, "waiting", "We ask the others first.", by_day=date(2026, 5, 26))
    respond(home, voice)
    assert [answered.response.state for _said, answered in rows(home)] == ["done"]
    assert Response.objects.count() == 2


def test_an_answer_to_words_that_were_written_down_better_since_is_an_answer_to_them(home: arrange.House, voice: Any) -> None:
    respond(home, voice, "doing", "We try the small room.")
    better = conversations.correct_voice(voice=voice, words="It is too loud at dinner.", reason="I misheard", by=home.amina)
    [(said, answered)] = rows(home)
    assert (said, answered.response.state) == (better, "doing")
    respond(home, better)
    [(said, answered)] = rows(home)
    assert (answered.response.state, Response.objects.current().count()) == ("done", 1)


def test_what_waits_longest_comes_first(home: arrange.House, voice: Any, at: Any) -> None:
    with at("2026-05-19 14:01"):
        newer = arrange.said(home, "I want a cat.", wish="request")
        respond(home, arrange.said(home, "Swimming, please.", wish="request"))
    arrange.said(home, "I like tea.", wish="preference")
    assert [said.words for said, _ in rows(home)] == ["Too loud at dinner.", "I want a cat.", "Swimming, please."]
    assert newer.occurred_at > voice.occurred_at


@pytest.mark.parametrize("what", ["noted", "Noted.", "will be considered", "N/A"])
def test_noted_is_no_answer(home: arrange.House, voice: Any, what: str) -> None:
    with pytest.raises(Invalid) as refused:
        respond(home, voice, what=what)
    assert set(refused.value.faults) == {"what"}


def test_waiting_says_until_when(home: arrange.House, voice: Any) -> None:
    with pytest.raises(Invalid) as refused:
        respond(home, voice, "waiting", "We ask the others first.")
    assert set(refused.value.faults) == {"by_day"}


def test_a_support_worker_tells_and_does_not_answer(home: arrange.House, voice: Any) -> None:
    with pytest.raises(Refused):
        respond(home, voice, by=home.amina)
    actions.tell(response=respond(home, voice), how="at tea", by=home.amina)
    with pytest.raises(Refused):
        actions.tell(response=Response.objects.get(), how="at tea", by=home.neighbour)


def test_what_the_person_said_to_it_becomes_a_voice_of_theirs_once(home: arrange.House, voice: Any) -> None:
    response, written = respond(home, voice), Written(id=new_id())
    for _ in range(2):
        actions.check(response=response, right="yes", words="Better.", how_told="said", by=home.amina, written=written)
    said = Check.objects.get().voice
    assert said is not None and (said.words, said.person, said.author) == ("Better.", home.jo, home.amina)
    assert Voice.objects.count() == 2


def test_answers_and_tellings_sent_twice_are_kept_once(home: arrange.House, voice: Any) -> None:
    written, told = Written(id=new_id()), Written(id=new_id())
    response = respond(home, voice, written=written)
    assert respond(home, voice, written=written).pk == response.pk
    for _ in range(2):
        actions.tell(response=response, how="with photos", by=home.amina, written=told)
    assert (Response.objects.count(), Told.objects.count()) == (1, 1)
    with pytest.raises(Invalid, match="Something else was saved"):
        respond(home, voice, what="Dinner is at 6.", written=written)


def test_somebody_elses_words_are_not_the_persons(home: arrange.House, voice: Any) -> None:
    other = conversations.keep_voice(person=home.sam, how_told="said", words="Fine.", by=home.amina)
    with pytest.raises(Invalid):
        actions.check(response=respond(home, voice), right="yes", voice=other, by=home.amina)


@pytest.mark.parametrize(("wish", "due"), [("change", date(2026, 6, 3)), ("request", date(2026, 6, 3)), ("concern", date(2026, 5, 27))])
def test_working_days_to_an_answer_leave_out_bank_holidays(wish: str, due: date) -> None:
    """25 May 2026 is the spring bank holiday."""
    assert law.answer_due(date(2026, 5, 19), wish) == due


def look(home: arrange.House, item: Any, **more: Any) -> Review:
    found = {"kind": "planned", "took_part": "present", "verdict": "keep", "because": "It helps."}
    return actions.look_again(item=item, **({"by": home.ruth} | found | more))


def test_looking_again_puts_the_person_first(home: arrange.House, voice: Any) -> None:
    item, priya = arrange.routine(home).item, arrange.mum(home)
    others = [Perspective(party="circle", contact=priya, works="works", text="Calmer on the phone.")]
    cited = [Perspective(party="person", voice=voice, works="works_not", text=voice.words)]
    review = look(home, item, perspectives=[*others, *cited], said=[actions.JustSaid("Better.", "said", "works")])
    assert [(each.party, each.text) for each in review.perspectives.all()] == [
        ("person", "Better."),
        ("person", "Too loud at dinner."),
        ("circle", "Calmer on the phone."),
    ]
    assert Voice.objects.filter(words="Better.", person=home.jo, author=home.ruth).count() == 1


def test_a_review_sent_twice_is_one_review_and_one_voice(home: arrange.House) -> None:
    item, written = arrange.routine(home).item, Written(id=new_id())
    for _ in range(2):
        look(home, item, said=[actions.JustSaid("Better.", "said", "works")], written=written)
    assert (Review.objects.count(), Perspective.objects.get().review_id, Voice.objects.count()) == (1, written.id, 1)


def test_without_the_persons_view_it_says_why_and_how_it_came_in(home: arrange.House) -> None:
    item = arrange.routine(home).item
    with pytest.raises(Invalid) as refused:
        look(home, item)
    assert set(refused.value.faults) == {"no_part_because"}
    assert look(home, item, took_part="chose_not", no_part_because="Jo went out; Jo’s picture from Monday was shown.")


def test_a_review_that_cannot_be_kept_keeps_no_words_either(home: arrange.House) -> None:
    with pytest.raises(Invalid):
        look(home, arrange.routine(home).item, said=[actions.JustSaid("Better.", "said", "works")], because=" ")
    assert not Voice.objects.exists() and not Review.objects.exists()


def test_a_support_worker_does_not_hold_reviews(home: arrange.House) -> None:
    with pytest.raises(Refused):
        look(home, arrange.routine(home).item, by=home.amina, no_part_because="x")


ACTIONS: dict[str, Callable[..., Any]] = {
    "respond": lambda home, voice, response, item: respond(home, voice, "doing", "We try it."),
    "tell": lambda home, voice, response, item: actions.tell(response=response, how="with photos", by=home.amina),
    "check": lambda home, voice, response, item: actions.check(response=response, right="no", words="No.", how_told="said", by=home.amina),
    "look again": lambda home, voice, response, item: look(home, item, said=[actions.JustSaid("Better.", "said", "works")]),
}


@pytest.mark.parametrize("act", ACTIONS.values(), ids=ACTIONS.keys())
def test_without_its_event_nothing_changes(home: arrange.House, voice: Any, act: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    response, item = respond(home, voice), arrange.routine(home).item
    before = everything()

    def broken(*_: Any, **__: Any) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(events, "record", broken)
    with pytest.raises(OSError, match="disk"):
        act(home, voice, response, item)
    assert everything() == before


def everything() -> list[Any]:
    return [list(model._base_manager.order_by("pk").values()) for model in (Response, Told, Check, Review, Perspective, Voice, Event)]
