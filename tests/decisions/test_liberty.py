"""Whether arrangements take Jo's liberty away: who concludes, what opens it again, what stands."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.web import arrange

from throughline.access import scope
from throughline.base import clock
from throughline.base.errors import Invalid, Refused
from throughline.decisions import actions, queries_liberty
from throughline.decisions.models import LibertyAuthorisation, LibertyReview
from throughline.decisions.parts import LibertyWish


def wants(voice: Any, feeling: str = "wants") -> LibertyWish:
    return LibertyWish(voice=voice, feeling=feeling)


def reviewed(home: arrange.House, *wishes: LibertyWish, by: Any = None, **more: Any) -> LibertyReview:
    """Ruth looked at how Jo lives, and concluded that her liberty is not taken away."""
    told = {
        "conclusion": "no_deprivation",
        "arrangements": "Jo has her own flat. Staff are there day and night.",
        "purpose": "So that somebody is there when Jo calls.",
        "normality": "Others who need the same support live like this.",
        "freedom_to_leave": "Jo goes out when she says so. Somebody goes along.",
        "reasons": "Jo comes and goes, and nothing is locked.",
        "grounds": ["free"],
        "look_again_by": clock.today() + timedelta(days=180),
        "no_wishes_because": "" if wishes else "Jo was away. Amina asks her this week.",
    }
    return actions.review_liberty(person=home.jo, wishes=wishes, by=by or home.ruth, **(told | more))


def state(home: arrange.House) -> str:
    return queries_liberty.liberty_stands(home.jo, clock.today()).state


def is_open(home: arrange.House, who: Any = None) -> Any:
    return queries_liberty.liberty_open(scope.sight(who or home.ruth, home.jo.pk))


def test_the_manager_concludes_by_name_and_role(home: arrange.House) -> None:
    review = reviewed(home, wants(arrange.said(home, "I like my flat.")))
    assert (review.concluded_by, review.concluded_as, review.standing) == (home.ruth, "registered_manager", "valid")
    assert review.test == "since_2026_06_02" if clock.today() >= date(2026, 6, 2) else "before_2026_06_02"
    assert state(home) == "no_deprivation"


@pytest.mark.parametrize("who", ["amina", "tom", "neighbour"])
def test_nobody_concludes_without_the_role(home: arrange.House, who: str) -> None:
    with pytest.raises(Refused):
        reviewed(home, by=getattr(home, who))


def test_a_team_leader_does_not_conclude(home: arrange.House) -> None:
    leader = arrange.worker("Gwen", home.ruth, role="team_leader", service=home.elm)
    with pytest.raises(Refused, match="Ask the registered manager"):
        reviewed(home, by=leader)


def test_nobody_concludes_in_a_role_that_they_do_not_have(home: arrange.House) -> None:
    with pytest.raises(Invalid, match="this role"):
        reviewed(home, concluded_as="owner")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"reasons": ""}, "reasons"),
        ({"grounds": []}, "grounds"),
        ({"grounds": ["calm"]}, "grounds"),
        ({"grounds": ["said_yes"]}, "grounds"),
        ({"grounds": ["own_wish"]}, "grounds"),
        ({"no_wishes_because": ""}, "wishes"),
    ],
)
def test_what_does_not_count_is_not_kept(home: arrange.House, change: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as invalid:
        reviewed(home, **change)
    assert field in invalid.value.faults
    assert not LibertyReview.objects.exists()


def test_a_told_right_and_a_recorded_yes_conclude_nothing(home: arrange.House) -> None:
    """What staff recorded and how Jo took a decision are facts about those; nobody's liberty is concluded from them."""
    decision = arrange.decided(home, arrange.question(home), arrange.said(home))
    actions.tell(decision=decision, how="A talk", reaction="right", by=home.amina)
    arrange.recorded(home, arrange.routine(home), "said_yes")
    assert state(home) == "none"


def test_somebody_elses_words_are_not_jos_wishes(home: arrange.House) -> None:
    from throughline.conversations import actions as conversations

    sams = conversations.keep_voice(person=home.sam, how_told="said", words="I like it here.", by=home.amina)
    with pytest.raises(Invalid, match="somebody else"):
        reviewed(home, wants(sams))


def test_anybody_on_shift_writes_down_an_objection_and_it_opens_the_review_again(home: arrange.House) -> None:
    reviewed(home)
    assert is_open(home) is None
    actions.keep_objection(person=home.jo, feeling="objects_behaviour", seen="Pulled at the gate and cried.", by=home.tom)
    found = is_open(home)
    assert (found.state, found.because) == ("open", "objects")
    reviewed(home, objection_answer="The gate is open since then.")
    assert is_open(home) is None


def test_an_objection_in_words_cites_them(home: arrange.House) -> None:
    reviewed(home)
    actions.keep_objection(person=home.jo, feeling="objects_words", voice=arrange.said(home, "I want to go out alone."), by=home.amina)
    assert is_open(home).because == "objects"


@pytest.mark.parametrize("told", [{"feeling": "objects_words"}, {"feeling": "wants", "seen": "Smiled."}])
def test_an_objection_is_one_and_was_heard_or_seen(home: arrange.House, told: dict[str, str]) -> None:
    with pytest.raises(Invalid):
        actions.keep_objection(person=home.jo, by=home.amina, **told)


def test_what_was_concluded_by_the_earlier_test_is_superseded(march: arrange.House, at: Any) -> None:
    with at("2026-03-03 10:00"):
        review = reviewed(march, look_again_by=date(2027, 1, 1))
        assert (review.test, state(march)) == ("before_2026_06_02", "no_deprivation")
    with at("2026-06-01 10:00"):
        assert state(march) == "no_deprivation"
    with at("2026-06-02 10:00"):
        assert (state(march), is_open(march).state) == ("superseded", "superseded")
        assert reviewed(march).test == "since_2026_06_02"
        assert state(march) == "no_deprivation"


def test_the_day_is_read_as_it_was(march: arrange.House, at: Any) -> None:
    with at("2026-07-01 10:00"):
        reviewed(march)
        then = clock.now()
    with at("2026-07-03 10:00"):
        actions.keep_objection(person=march.jo, feeling="objects_behaviour", seen="Pulled at the gate.", by=march.amina)
        assert queries_liberty.liberty_stands(march.jo, date(2026, 7, 1), then).state == "no_deprivation"
        assert queries_liberty.liberty_stands(march.jo, date(2026, 7, 3)).state == "open"


# --- authorisations ---


def authorised(home: arrange.House, kind: str = "standard", days: int = 200, **more: Any) -> LibertyAuthorisation:
    arrange.as_a_care_home(home)
    told = {"reference": "DoLS 12", "from_on": clock.today(), "until_on": clock.today() + timedelta(days=days)}
    return actions.keep_authorisation(person=home.jo, kind=kind, by=home.ruth, **(told | more))


def test_an_authorisation_stands_until_its_last_day(home: arrange.House) -> None:
    row = authorised(home, conditions=["A walk every day", "", "Priya is asked each month"])
    found = queries_liberty.liberty_stands(home.jo, clock.today())
    assert (found.state, found.until) == ("authorised", row.until_on)
    assert [each.text for each in row.conditions.all()] == ["A walk every day", "Priya is asked each month"]
    assert queries_liberty.liberty_stands(home.jo, row.until_on + timedelta(days=1)).state == "none"


def test_an_urgent_one_lasts_a_week_and_is_made_longer_once(home: arrange.House) -> None:
    with pytest.raises(Invalid, match="7 days"):
        authorised(home, "urgent", 7)
    first = authorised(home, "urgent", 6)
    second = authorised(home, "urgent", 13, extends=first)
    with pytest.raises(Invalid, match="only once"):
        authorised(home, "urgent", 13, extends=first)
    with pytest.raises(Invalid, match="only once"):
        authorised(home, "urgent", 20, extends=second)


def test_in_supported_living_it_is_for_the_court(home: arrange.House) -> None:
    days = {"from_on": clock.today(), "until_on": clock.today() + timedelta(days=5)}
    for kind in ("standard", "urgent"):
        with pytest.raises(Invalid, match="only the Court of Protection"):
            actions.keep_authorisation(person=home.jo, kind=kind, reference="DoLS 12", by=home.ruth, **days)
    actions.keep_authorisation(person=home.jo, kind="court", reference="COP 1", by=home.ruth, **days)
    assert queries_liberty.liberty_stands(home.jo, clock.today()).state == "authorised"


def test_one_of_a_hospital_authorises_nothing_at_home(home: arrange.House) -> None:
    days = {"from_on": clock.today(), "until_on": clock.today() + timedelta(days=5)}
    actions.keep_authorisation(person=home.jo, kind="urgent", reference="Ward 4", in_hospital=True, by=home.ruth, **days)
    assert queries_liberty.liberty_stands(home.jo, clock.today()).state == "none"


def test_what_shows_that_a_condition_is_met(home: arrange.House) -> None:
    condition = authorised(home, conditions=["A walk every day"]).conditions.get()
    met = actions.meet_condition(condition=condition, evidence="30 walks in the notes of May.", by=home.ruth)
    assert queries_liberty.met(scope.sight(home.amina, home.jo.pk)) == {condition.pk: [met]}
    with pytest.raises(Refused):
        actions.meet_condition(condition=condition, evidence="Yes.", by=home.tom)


def test_an_authorisation_that_ended_early_carries_nothing(home: arrange.House) -> None:
    row = authorised(home)
    actions.end_authorisation(authorisation=row, on=clock.today(), why="The council ended it.", by=home.ruth)
    assert state(home) == "none"


@pytest.mark.parametrize("who", ["amina", "tom"])
def test_only_the_manager_writes_down_an_authorisation(home: arrange.House, who: str) -> None:
    with pytest.raises(Refused):
        actions.keep_authorisation(person=home.jo, kind="court", reference="COP 1", from_on=clock.today(), by=getattr(home, who))
