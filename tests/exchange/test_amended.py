"""What was put right or taken back of a conversation, a contribution and an attempt goes out and comes in as it was."""

from throughline.access.scope import sight
from throughline.base.models import Amendment
from throughline.conversations import actions, queries
from throughline.conversations.models import Attempt, Contribution, Conversation
from throughline.conversations.parts import Presence

from .conftest import take_everybody_away
from .folders import MORNING, NOON, bring_in, content, jos_life, part, record, take_out, write

KINDS = (Conversation, Contribution, Attempt)


def lives(cast):
    """Every row of each of Jo's amended records, by the row that was first, with what it is made of."""
    jo = sight(cast.ruth, cast.jo.pk)
    found = {}
    for model in KINDS:
        for later in model.objects.filter(person=cast.jo.pk, amends__isnull=False):
            life = queries.history(jo, later)
            found[life[0].pk] = [(row.pk, row.amendment, row.reason, str(row), parts(row)) for row in life]
    return found


def parts(row):
    if not isinstance(row, Conversation):
        return ()
    return [each.text for each in row.agenda.all()], sorted(str(each) for each in row.presences.all())


def amend(cast):
    """One of each is put right, and what stands then or another is taken back."""
    actions.keep_attempt(person=cast.jo, method="photos", asked="Which chair?", result="no_answer", by=cast.ruth)
    of_jo = {model: list(model.objects.current().filter(person=cast.jo.pk).order_by("sequence")[:2]) for model in KINDS}
    (talk, other_talk), (said, other_said), (tried, *_) = of_jo.values()
    told = {"agenda": ["What Jo wants"], "present": [Presence(party="person", attendance="came")]}
    first = actions.correct_conversation(conversation=talk, title="A walk", reason="It was outside", by=cast.ruth)
    actions.correct_conversation(conversation=first, purpose="The shop", reason="Read it again", by=cast.ruth, **told)
    actions.take_back_conversation(conversation=other_talk, reason="It was cancelled", by=cast.ruth)
    actions.correct_contribution(contribution=said, words="He never liked noise.", reason="Misheard", by=cast.ruth)
    actions.take_back_contribution(contribution=other_said, kind=Amendment.WITHDRAWN, by=cast.ruth)
    second = actions.correct_attempt(attempt=tried, asked="Which cup?", reason="Not the chair", by=cast.ruth)
    actions.take_back_attempt(attempt=second, reason="It was Sam", by=cast.ruth)


def test_what_was_amended_moves_whole(told, settings, tmp_path):
    amend(told)
    before = lives(told)
    assert len(before) == 5
    assert take_out(tmp_path / "first")[0] == 0
    take_everybody_away()
    settings.FILES = tmp_path / "empty-store"
    code, said = bring_in(tmp_path / "first")
    assert code == 0, said
    assert lives(told) == before
    take_out(tmp_path / "second")
    assert content(tmp_path / "first") == content(tmp_path / "second")


def test_another_systems_correction_comes_in(db, tmp_path):
    life = jos_life()
    again = {"amends": "talk", "amendment": "corrected", "reason": "It was a meeting"}
    life["conversations_conversation"].append(
        record("meeting", NOON, kind="meeting", title="Mornings", purpose="What wakes Jo well", who_spoke_first="person", **again)
    )
    life["conversations_presence"].append(part("meeting-jo", conversation="meeting", party="person"))
    amended = {"amends": "mum", "amendment": "corrected", "reason": "Misheard"}
    life["conversations_contribution"].append(
        record("mum-again", MORNING, party="circle", contact="priya", words="She never liked noise.", conversation="talk", **amended)
    )
    code, said = bring_in(write(tmp_path / "in", life))
    assert code == 0, said
    assert [each.kind for each in Conversation.objects.current()] == ["meeting"]
    assert [each.words for each in Contribution.objects.current()] == ["She never liked noise."]
