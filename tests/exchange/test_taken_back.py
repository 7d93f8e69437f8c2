"""What was taken back of who decides goes out and comes in as it was: what was valid stays so, and carries no more."""

from datetime import timedelta
from typing import Any

import pytest
from tests.decisions.test_for_somebody import LACKS, checklist
from tests.web import disputed

from throughline.access.scope import sight
from throughline.agreements import actions as agreements
from throughline.authority.models import Authority, Proof
from throughline.base import clock
from throughline.conversations import actions as hearing
from throughline.decisions import actions, queries
from throughline.decisions.models import Decision, LibertyReview, SafeguardingConcern
from throughline.decisions.parts import Consideration, Consultee, InformationGiven, SupportTried
from throughline.plan.models import Publication
from throughline.practice import actions as practice
from throughline.practice.models import Incident, Upset, UpsetLine

from .conftest import take_everybody_away
from .folders import MORNING, bring_in, content, jos_life, record, take_out, write


def decided_for(cast: Any) -> Decision:
    """What was decided in Jo's best interests, on an assessment of that question."""
    about = {"person": cast.jo, "by": cast.ruth}
    question = actions.ask(text="Shall Jo see the dentist?", area="treatment", impact="low", **about)
    told = LACKS | {"doubted_because": "Jo says yes to both", "conclusion": "lacks", "assessor_staff": cast.ruth}
    tried = [SupportTried(what="Photos", on=clock.today())]
    parts = {"information": [InformationGiven(text="What the dentist does")], "tried": tried}
    assessment = actions.assess(question=question, by=cast.ruth, **parts, **told)
    return actions.decide(
        question=question,
        outcome="Jo goes with Amina",
        basis="best_interests",
        decided_by_staff=cast.ruth,
        assessment=assessment,
        best_interests=checklist(),
        consultees=[Consultee(staff=cast.amina, kind="cares", words="Jo is afraid there.")],
        considered=[Consideration(voice=disputed.voice_of(cast), effect="partly")],
        by=cast.ruth,
    )


def standing(cast: Any) -> dict[str, Any]:
    """What takes effect, and what stands of each, as a reader is told."""
    jo = sight(cast.ruth, cast.jo.pk)
    return {
        "decisions": {(each.pk, each.standing, each.lost) for each in queries.decisions(jo)},
        "reviews": set(LibertyReview.objects.current().values_list("pk", flat=True)),
        "concerns": set(SafeguardingConcern.objects.current().values_list("pk", flat=True)),
        "incidents": set(Incident.objects.values_list("pk", "amends", "seen", "voice")),
        "followed": set(Publication.objects.in_effect().values_list("pk", flat=True)),
        "papers": set(Proof.objects.current().values_list("pk", flat=True)),
    }


def test_what_was_taken_back_moves_whole(told, settings, tmp_path):
    decision = decided_for(told)
    assert decision.standing == "valid"
    with clock.at(clock.now() + timedelta(minutes=1)):
        agreements.take_back_decided(row=decision.assessment, reason="It was Sam’s.", by=told.ruth)
        actions.take_back(row=disputed.reviewed(told), reason="It was Sam’s.", by=told.ruth)
        actions.take_back(row=disputed.raised(told), reason="It was Sam’s.", by=told.ruth)
        fall = practice.keep_incident(person=told.jo, kind="fall", seen="Jo fell.", done="Sat with Jo.", by=told.ruth)
        practice.mistake_incident(incident=fall, reason="It was Sam.", by=told.ruth)
        seen = Proof.objects.current().filter(authority__in=Authority.objects.current()).first()
        agreements.take_back_papers(row=seen, reason="It was a copy.", by=told.ruth)
        before = standing(told)
        assert (decision.pk, "valid", "assessment-mistaken") in before["decisions"]
        assert take_out(tmp_path / "first")[0] == 0
        take_everybody_away()
        settings.FILES = tmp_path / "empty-store"
        code, said = bring_in(tmp_path / "first")
        assert code == 0, said
        assert standing(told) == before
        take_out(tmp_path / "second")
        assert content(tmp_path / "first") == content(tmp_path / "second")


def test_what_jo_decided_with_words_that_were_never_jos_moves_and_carries_no_more(told, settings, tmp_path):
    voice = hearing.keep_voice(person=told.jo, how_told="said", words="Lock it.", by=told.ruth)
    question = actions.ask(person=told.jo, text="Is the fridge locked?", area="daily_care", impact="low", by=told.ruth)
    considered = [Consideration(voice=voice, effect="shaped")]
    decision = actions.decide(question=question, outcome="Locked", basis="own", considered=considered, by=told.ruth)
    agreements.take_back_voice(voice=voice, kind="mistake", reason="It was Sam.", by=told.ruth)
    before = standing(told)
    assert (decision.pk, "valid", "no-view") in before["decisions"]
    assert take_out(tmp_path / "first")[0] == 0
    take_everybody_away()
    settings.FILES = tmp_path / "empty-store"
    code, said = bring_in(tmp_path / "first")
    assert code == 0, said
    assert standing(told) == before


@pytest.mark.parametrize(
    ("told", "historic"),
    [({}, False), ({"kind": "injury"}, True), ({"restriction_used": True}, True)],
)
def test_another_systems_incident_comes_in_and_what_it_lacks_is_marked(db, tmp_path, told, historic):
    life = jos_life()
    given = {"kind": "fall", "area": "daily_care", "seen": "Jo fell.", "done": "Sat with Jo."} | told
    life["practice_incident"] = [record("the-fall", MORNING, **given)]
    code, said = bring_in(write(tmp_path / "in", life))
    assert code == 0, said
    [row] = Incident.objects.all()
    assert (row.historic, row.topic) == (historic, "incidents")


@pytest.mark.parametrize(("told", "historic"), [({}, False), ({"restriction_used": True}, True)])
def test_another_systems_upset_comes_in_about_behaviour_and_what_it_lacks_is_marked(db, tmp_path, told, historic):
    life = jos_life()
    life["practice_upset"] = [record("the-noise", MORNING, seen="Hummed.", slow=["tired"], intensity=2, **told)]
    code, said = bring_in(write(tmp_path / "in", life))
    assert code == 0, said
    row = Upset.objects.get()
    assert (row.historic, row.topic, row.slow, row.intensity) == (historic, "behaviour", ["tired"], 2)


def test_another_systems_upset_with_codes_of_its_own_says_which_are_ours(db, tmp_path):
    life = jos_life()
    life["practice_upset"] = [record("the-noise", MORNING, fast=["weather"])]
    code, said = bring_in(write(tmp_path / "in", life))
    assert code and "some of: noise" in said and not Upset.objects.exists()


def test_the_stories_upsets_move_whole(told, settings, tmp_path):
    rows, lines = Upset.objects.count(), UpsetLine.objects.count()
    assert rows > 60 and lines > 30
    assert take_out(tmp_path / "first")[0] == 0
    take_everybody_away()
    settings.FILES = tmp_path / "empty-store"
    code, said = bring_in(tmp_path / "first")
    assert code == 0, said
    assert (Upset.objects.count(), UpsetLine.objects.count()) == (rows, lines)
