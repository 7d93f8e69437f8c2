"""The laws of the record (`design.md` 2), each shown by a test that bears its number and name.

More of each stands with its package: `tests/conversations`, `tests/decisions`, `tests/plan`, `tests/practice`, `tests/web`.
Law 6 (a finding is never a verdict) binds the gaps of a thread, until rules find more.
"""

import os
import signal
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from tests.web.arrange import House, house

from throughline.access import actions as access
from throughline.access import readings, scope
from throughline.base import clock
from throughline.base.errors import Invalid, NotFound, Refused
from throughline.base.ids import new_id
from throughline.base.written import Written
from throughline.conversations import actions as conversations
from throughline.conversations import queries as said
from throughline.conversations.models import Voice
from throughline.decisions import actions as decisions
from throughline.decisions.parts import Consideration
from throughline.plan import actions as plan
from throughline.plan.models import Publication
from throughline.practice import actions as practice
from throughline.practice import queries as happened
from throughline.thread import load, trace
from throughline.web.thread import gaps

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> House:
    return house()


def test_law_1_nothing_is_lost(home: House) -> None:
    """A note is corrected: the first words stay, what stands is the correction."""
    note = practice.write_note(person=home.jo, text="Jo had a bath.", by=home.amina)
    corrected = practice.correct_note(note=note, text="Sam had a bath, not Jo.", reason="Wrong name.", by=home.amina)
    sight = scope.sight(home.ruth, home.jo.pk)
    assert [each.text for each in happened.latest_notes(sight)] == ["Sam had a bath, not Jo."]
    assert happened.note(sight, note.pk).text == "Jo had a bath."
    assert (corrected.amends_id, corrected.reason) == (note.pk, "Wrong name.")


def test_law_1_a_record_on_the_wrong_persons_page_is_moved_with_a_trace(home: House) -> None:
    voice = conversations.keep_voice(person=home.jo, how_told="said", words="I want to go out.", by=home.amina)
    moved = conversations.move_voice(voice=voice, to=home.sam, reason="Sam said it.", by=home.amina)
    assert said.voices(scope.sight(home.ruth, home.jo.pk)) == []
    assert [each.words for each in said.voices(scope.sight(home.ruth, home.sam.pk))] == ["I want to go out."]
    assert Voice.objects.get(amends=voice).reason == "Sam said it."
    assert moved.group == voice.pk


def test_law_1_everything_can_be_read_as_at_the_end_of_a_past_day(home: House, at) -> None:
    """By the time the server had it: what was written today about last week was not there last week."""
    a_week_ago = clock.now() - timedelta(days=7)
    conversations.keep_voice(
        person=home.jo,
        how_told="said",
        words="Too loud.",
        late_because="Found in the diary.",
        by=home.amina,
        written=Written(occurred_at=a_week_ago),
    )
    sight = scope.sight(home.ruth, home.jo.pk)
    assert said.voices(sight, clock.end_of(clock.day_of(a_week_ago))) == []
    assert len(said.voices(sight, clock.end_of(clock.today()))) == 1


def test_law_2_speaker_subject_helper_and_recorder_are_four_fields(home: House) -> None:
    """Jo says something about Sam, Tom holds the photos, Amina writes it down."""
    voice = conversations.keep_voice(
        person=home.jo,
        how_told="picked",
        words="Sam's music, not mine",
        subject="Sam",
        how_helped="aided",
        helper_staff=home.tom,
        by=home.amina,
    )
    assert (voice.person, voice.subject, voice.helper_staff, voice.author) == (home.jo, "Sam", home.tom, home.amina)


def test_law_2_seen_and_thought_never_share_a_field(home: House) -> None:
    with pytest.raises(Invalid) as refused:
        conversations.keep_voice(person=home.jo, how_told="showed", thought="Too hot?", by=home.amina)
    assert "apart from what you think" in refused.value.faults["seen"] or "Write what you saw first" in refused.value.faults["seen"]


def test_law_2_an_inferred_view_needs_a_second_observer(home: House) -> None:
    voice = conversations.keep_voice(person=home.jo, how_told="showed", seen="Pushed the plate away", by=home.amina)
    with pytest.raises(Refused, match="somebody else"):
        conversations.second_voice(voice=voice, seen="Pushed it away again", agrees=True, by=home.amina)
    conversations.second_voice(voice=voice, seen="Pushed it away again", agrees=True, by=home.tom)


def test_law_3_the_person_decides_and_what_lacks_a_basis_takes_no_effect(home: House) -> None:
    """What happened is kept, marked not valid, and nothing can rest on it."""
    voice = conversations.keep_voice(person=home.jo, how_told="said", words="I want to see Lee.", by=home.amina)
    question = decisions.ask(person=home.jo, text="Shall Lee visit?", area="contact", impact="low", by=home.ruth)
    weighed = [Consideration(voice=voice, effect="not_followed", because="Mum said no.")]
    priya = access.add_contact(person=home.jo, name="Priya", kind="circle", relationship="mum", by=home.ruth)
    told = {"outcome": "No visits.", "basis": "relative", "decided_by_contact": priya, "considered": weighed}
    decision = decisions.decide(question=question, by=home.ruth, **told)
    version = plan.begin(person=home.jo, kind="routine", title="No visits", by=home.ruth)
    assert (decision.standing, decision.faults) == ("not_valid", ["basis-relative"])
    with pytest.raises(Refused, match="not valid"):
        plan.publish(version=version, message="As Mum said.", decision=decision, by=home.ruth)
    assert not Publication.objects.exists()


def test_law_4_nobody_sees_without_a_key_and_a_key_taken_away_opens_nothing_on_the_next_request(home: House, client) -> None:
    client.force_login(home.tom)
    assert client.get(f"/p/{home.jo.pk}/").status_code == 200
    from throughline.access.models import Assignment

    access.end_assignment(assignment=Assignment.objects.get(user=home.tom), by=home.ruth)
    assert client.get(f"/p/{home.jo.pk}/").status_code == 404


def test_law_4_not_yours_and_does_not_exist_look_the_same(home: House, client) -> None:
    client.force_login(home.amina)
    not_hers, nobodys = client.get(f"/p/{home.lee.pk}/"), client.get(f"/p/{new_id()}/")
    assert not_hers.status_code == nobodys.status_code == 404
    assert not_hers.content == nobodys.content
    with pytest.raises(NotFound):
        scope.sight(home.amina, home.lee.pk)


def test_law_4_every_reading_is_kept(home: House, client) -> None:
    client.force_login(home.amina)
    client.get(f"/p/{home.jo.pk}/")
    kept = list(readings.of_person(scope.sight(home.ruth, home.jo.pk)))
    assert [(each.user_id, each.page) for each in kept] == [(home.amina.pk, "people:page")]


def test_law_5_the_person_is_first_or_it_says_why_and_how_their_view_came_in(home: House) -> None:
    told = {"person": home.jo, "kind": "meeting", "title": "Afternoons", "purpose": "How afternoons should be"}
    with pytest.raises(Invalid) as refused:
        conversations.hold_conversation(**told, who_spoke_first="circle", by=home.ruth)
    assert "not_first_because" in refused.value.faults
    conversations.hold_conversation(**told, who_spoke_first="circle", not_first_because="Jo told Amina the day before.", by=home.ruth)


def test_law_6_a_gap_says_what_is_missing_and_what_would_clear_it_and_blames_nobody(home: House) -> None:
    version = plan.begin(person=home.jo, kind="routine", title="Bins out", by=home.ruth)
    plan.publish(version=version, message="So that it is done.", by=home.ruth)
    sight = scope.sight(home.ruth, home.jo.pk)
    facts = load.load_item(sight, version.item_id)
    shown = {gap: gaps.gap(gap, facts, sight) for gap in trace.line_of(facts).gaps}
    assert len(shown) == 5
    for each in shown.values():
        assert each.title and each.text and each.action is not None
        assert not {"Ruth", "Amina", "Tom", "%"} & set(f"{each.title} {each.text}".replace(".", "").split())


def test_law_6_what_would_clear_a_gap_clears_it(home: House) -> None:
    version = plan.begin(person=home.jo, kind="routine", title="Tea", by=home.ruth)
    plan.publish(version=version, message="From today.", by=home.ruth)
    assert trace.Gap.NO_VOICE in gaps_of(home, version.item_id)
    voice = conversations.keep_voice(person=home.jo, how_told="said", words="My chair.", by=home.amina)
    plan.publish(version=plan.write(item=version.item, title="Tea", own_words=voice, by=home.ruth), message="In Jo's words.", by=home.ruth)
    assert trace.Gap.NO_VOICE not in gaps_of(home, version.item_id)


def test_law_6_a_past_day_is_worked_out_again_as_it_was_knowable_then(at) -> None:
    """What was written on Wednesday about Tuesday changes what is found today, and not what was to be found on Tuesday."""
    with at("2026-05-19 14:00"):
        home = house()
        version = plan.begin(person=home.jo, kind="routine", title="Tea", by=home.ruth)
        plan.publish(version=version, message="From today.", by=home.ruth)
        tuesday, found = clock.end_of(clock.today()), gaps_of(home, version.item_id)
    with at("2026-05-20 10:00"):
        written = Written(occurred_at=tuesday - timedelta(hours=8))
        practice.record_routine(person=home.jo, version=version, step=None, result="said_yes", by=home.amina, written=written)
        assert gaps_of(home, version.item_id) == tuple(each for each in found if each is not trace.Gap.NOTHING_SEEN)
        assert gaps_of(home, version.item_id, tuesday) == found


def gaps_of(home: House, item_id: UUID, as_at: datetime | None = None) -> tuple[trace.Gap, ...]:
    return trace.line_of(load.load_item(scope.sight(home.ruth, home.jo.pk), item_id, as_at)).gaps


def test_law_7_words_changed_after_keeping_them_are_never_taken_for_the_first(home: House, client) -> None:
    """Back, other words, and the button again: both are kept, or whoever wrote them is asked. Never "kept" for what was not."""
    client.force_login(home.amina)
    once = {"how_told": "said", "wish": "telling", "audience": "team", "how_helped": "alone", "id": str(new_id())}
    assert client.post(f"/p/{home.jo.pk}/voice/new/", once | {"words": "It is loud."}).status_code == 302
    back = client.post(f"/p/{home.jo.pk}/voice/new/", once | {"words": "It is loud, and I want to go out."})
    assert back.status_code == 200 and "You kept this already." in back.content.decode()
    assert [each.words for each in Voice.objects.all()] == ["It is loud."]


def test_law_8_short_tea_in_the_same_chair_needs_a_line(home: House) -> None:
    """An everyday decision of Jo's own: a question, an outcome, and Jo's words. Nothing else is asked for."""
    voice = conversations.keep_voice(person=home.jo, how_told="said", words="My chair.", by=home.amina)
    question = decisions.ask(person=home.jo, text="Where does Jo have tea?", area="daily_care", impact="low", by=home.amina)
    decision = decisions.decide(
        question=question,
        outcome="In the same chair.",
        basis="own",
        considered=[Consideration(voice=voice, effect="shaped")],
        by=home.amina,
    )
    assert decision.standing == "valid"


def test_a_gap_is_a_value_shown_where_the_knot_would_stand(home: House) -> None:
    """A service-led item: published, followed, and plainly started by staff."""
    version = plan.begin(person=home.jo, kind="routine", title="Bins out", by=home.ruth)
    plan.publish(version=version, message="So that it is done.", by=home.ruth)
    line = trace.line_of(load.load_item(scope.sight(home.ruth, home.jo.pk), version.item_id))
    assert line.is_service_led
    assert line.gaps == (trace.Gap.NO_VOICE, trace.Gap.NOT_TALKED, trace.Gap.NO_DECISION, trace.Gap.NOTHING_SEEN, trace.Gap.NO_LOOK_AGAIN)


ACKNOWLEDGES = """
import django; django.setup()
from tests.web.arrange import house
from throughline.practice import actions
home = house()
for n in range(10_000):
    note = actions.write_note(person=home.jo, text=f"Note {n}", by=home.amina)
    print(note.pk, flush=True)
"""


@pytest.mark.parametrize("dies_after", [5, 40])
def test_law_7_saved_means_saved_when_the_server_is_killed(tmp_path: Path, dies_after: int) -> None:
    """What was acknowledged is there after SIGKILL, in the middle of whatever came next."""
    url = f"sqlite:///{tmp_path / 'killed.sqlite3'}"
    place = os.environ | {
        "DATABASE_URL": url,
        "THROUGHLINE_FILES": str(tmp_path / "files"),
        "DJANGO_SETTINGS_MODULE": "throughline.config.settings_test",
    }
    subprocess.run([sys.executable, "-m", "throughline.cli", "migrate"], env=place, check=True, stdout=subprocess.DEVNULL)
    writer = subprocess.Popen([sys.executable, "-c", ACKNOWLEDGES], env=place, stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    acknowledged = [writer.stdout.readline().strip() for _ in range(dies_after)]
    time.sleep(0.01)
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    kept = subprocess.run([sys.executable, "-c", KEPT], env=place, check=True, capture_output=True, text=True).stdout.split()
    assert len(acknowledged) == dies_after and set(acknowledged) <= set(kept)


KEPT = """
import django; django.setup()
from throughline.practice.models import DailyNote
print(*DailyNote.objects.values_list("pk", flat=True))
"""


def test_law_7_a_record_sent_twice_is_one_record(home: House) -> None:
    """The phone made the id; a repeated send finds it there."""
    version = plan.begin(person=home.jo, kind="routine", title="Tea", by=home.ruth)
    sent = {"person": home.jo, "version": version, "step": None, "result": "said_yes", "by": home.amina, "written": Written(id=new_id())}
    first, second = practice.record_routine(**sent), practice.record_routine(**sent)
    assert first.pk == second.pk
    assert happened.totals(scope.sight(home.ruth, home.jo.pk)) == {version.item_id: {"said_yes": 1}}
