"""The past is let in as it was: what is unlawful or incomplete is marked historic and not valid, with the codes of the law."""

import pytest

from throughline.conversations.models import Conversation, Voice
from throughline.decisions.models import Decision
from throughline.plan.models import Publication
from throughline.reviews.models import Response, Review
from throughline.workforce.law import Standing
from throughline.workforce.models import CardReading, Shift, SignOff
from throughline.workforce.queries import TEAM, in_force, signing

from .folders import LATER, MORNING, ROWS, bring_in, jos_life, part, record, row, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def life():
    return jos_life()


@pytest.fixture
def come_in(tmp_path):
    def imported(life, **manifest):
        code, said = bring_in(write(tmp_path / "in", life, **manifest))
        assert code == 0, said

    return imported


def standing(row):
    return row.standing, row.faults, row.historic


def test_what_is_lawful_takes_effect(life, come_in):
    come_in(life)
    assert standing(Decision.objects.get()) == ("valid", [], False)
    assert standing(Publication.objects.get()) == ("valid", [], False)
    assert not Voice.objects.get().historic


def test_a_voice_recorded_after_its_decision_is_a_fact(life, come_in):
    """It is let in; that it came after, the law says of the decision, and of what rests on it."""
    row(life, "decisions_decision", "decided").update(occurred_at="2026-03-01T12:00:00Z")
    row(life, "conversations_voice", "quiet").update(late_because="Written on paper first.")
    life["conversations_voice"].append(record("afterwards", LATER, how_told="said", words="It was my idea.", wish="telling"))
    row(life, "decisions_consideration", "decided-quiet")["voice"] = "afterwards"
    come_in(life)
    assert standing(Decision.objects.get()) == ("not_valid", ["view-after"], True)
    assert standing(Publication.objects.get()) == ("not_valid", ["decision-not-valid"], True)


def test_what_a_relative_decided(life, come_in):
    row(life, "decisions_decision", "decided").update(basis="relative", decided_by_contact="priya")
    come_in(life)
    assert standing(Decision.objects.get()) == ("not_valid", ["basis-relative"], True)


def test_what_somebody_decided_whom_nobody_names(life, come_in):
    row(life, "decisions_decision", "decided").update(basis="relative")
    come_in(life)
    assert standing(Decision.objects.get()) == ("not_valid", ["basis-relative", "incomplete-decider"], True)


def test_what_limits_comes_in_and_rests_on_nothing_that_is_about_something_else(life, come_in):
    for each in life["plan_publication"]:
        each["limits"] = True
    come_in(life)
    assert standing(Publication.objects.get()) == ("not_valid", ["decision-about-something-else"], True)


def test_a_question_that_was_decided_twice_comes_in_as_it_was(life, come_in):
    life["decisions_decision"].append(
        record("also", LATER, number=8, question="when-up", outcome="At ten.", basis="own", no_voice_because="By phone.")
    )
    come_in(life)
    assert [each.number for each in Decision.objects.current().order_by("number")] == [7, 8]


@pytest.mark.parametrize("change", [{"worker": "amina"}, {"agreed_words": ""}, {"until_on": None}, {"method": "knowledge"}])
def test_a_sign_off_that_nobody_should_have_signed_comes_in_and_signs_nobody_off(life, come_in, change):
    """Amina wrote it; signed for herself, it is a fact, and counts for nothing."""
    row(life, "workforce_signoff", "tom-can").update(change)
    come_in(life)
    signed = SignOff.objects.select_related("item", "version").get()
    (card,) = in_force([signed.person_id], TEAM)
    assert signed.historic
    assert signing([signed.item_id], TEAM).standing(signed.worker_id, card, signed.seen_on) is Standing.NONE


def test_a_sign_off_with_all_that_it_needs_holds_and_so_does_the_shift(life, come_in):
    come_in(life)
    signed = SignOff.objects.get()
    (card,) = in_force([signed.person_id], TEAM)
    assert not signed.historic and CardReading.objects.get().topic == signed.topic == card.topic
    assert signing([signed.item_id], TEAM).standing(signed.worker_id, card, signed.seen_on) is Standing.LIVE
    assert Shift.objects.get().user.name == "Tom"


def test_a_folder_does_not_make_it_valid(life, come_in):
    row(life, "decisions_decision", "decided").update(basis="custom", standing="valid", faults=[])
    come_in(life)
    assert Decision.objects.get().standing == "not_valid"


def test_what_was_not_valid_stays_so(life, come_in):
    row(life, "decisions_decision", "decided").update(standing="not_valid", faults=["no-view"])
    come_in(life)
    assert standing(Decision.objects.get()) == ("not_valid", ["no-view"], True)


def test_a_code_that_the_law_does_not_have(life, tmp_path):
    row(life, "decisions_decision", "decided").update(standing="not_valid", faults=["bad-luck"])
    code, said = bring_in(write(tmp_path / "in", life))
    assert (code, "decisions_decision.jsonl line 1, faults: found a list; expected codes of the law." in said) == (1, True)


def test_a_shown_view_counts_only_with_a_second_observer_at_the_time(life, come_in):
    row(life, "conversations_voice", "quiet").update(how_told="showed", words="", seen="Turned the radio off.")
    second = record("second", LATER, voice="quiet", seen="Turned it off again.", agrees=True) | {"author": "tom"}
    life["conversations_secondobservation"] = [second]
    come_in(life)
    assert Decision.objects.get().faults == ["no-view"]


@pytest.mark.parametrize(("author", "agrees", "faults"), [("tom", True, []), ("amina", True, ["no-view"]), ("tom", False, ["no-view"])])
def test_a_second_observer_is_somebody_else_who_saw_it_alike(life, come_in, author, agrees, faults):
    row(life, "conversations_voice", "quiet").update(how_told="showed", words="", seen="Turned the radio off.")
    second = record("second", MORNING, voice="quiet", seen="Turned it off again.", agrees=agrees) | {"author": author}
    life["conversations_secondobservation"] = [second]
    come_in(life)
    assert Decision.objects.get().faults == faults


def test_a_decision_of_one_option_that_does_not_say_why(life, come_in):
    row(life, "decisions_question", "when-up")["impact"] = "high"
    come_in(life)
    assert standing(Decision.objects.get()) == ("not_valid", ["incomplete-options"], True)


def test_support_that_nobody_described(life, come_in):
    row(life, "decisions_decision", "decided")["basis"] = "own_with_support"
    come_in(life)
    assert Decision.objects.get().faults == ["incomplete-support"]


def test_a_restriction_without_a_decision(life, come_in):
    row(life, "plan_item", "mornings")["kind"] = "restriction"
    del row(life, "plan_publication", "followed")["decision"]
    come_in(life)
    assert standing(Publication.objects.get()) == ("not_valid", ["needs-decision-restriction"], True)


def test_ending_an_item_needs_no_decision(life, come_in):
    row(life, "plan_item", "mornings")["kind"] = "restriction"
    life["plan_publication"].append(record("ended", LATER, item="mornings", course="ended", message="No longer needed"))
    come_in(life)
    assert Publication.objects.get(course="ended").standing == "valid"


def test_what_is_incomplete_is_historic(life, come_in):
    row(life, "conversations_conversation", "talk")["who_spoke_first"] = "staff"
    row(life, "conversations_voice", "quiet")["occurred_at"] = "2026-02-20T09:00:00Z"
    row(life, "reviews_response", "answer")["what"] = "Noted."
    del life["reviews_perspective"]
    come_in(life)
    assert Conversation.objects.get().historic and Voice.objects.get().historic
    assert Response.objects.get().historic and Review.objects.get().historic


def test_the_same_unlawful_folder_twice_changes_nothing(life, tmp_path):
    row(life, "decisions_decision", "decided").update(basis="relative", standing="valid")
    folder = write(tmp_path / "in", life)
    bring_in(folder)
    assert bring_in(folder) == (0, f"Nothing to change: all {ROWS} rows are here already.\n")


def test_people_who_came_late_to_a_conversation(life, come_in):
    """Parts of a record come with it, in whatever order the folder has them."""
    life["conversations_presence"].append(part("talk-priya", conversation="talk", party="circle", contact="priya"))
    come_in(life)
    assert Conversation.objects.get().presences.count() == 2
