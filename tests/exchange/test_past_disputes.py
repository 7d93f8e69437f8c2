"""Liberty, disagreement and safeguarding come in as they were; what the law does not let count is marked, and carries nothing."""

from datetime import date

import pytest

from throughline.decisions.models import (
    DisagreementClosed,
    DisagreementStep,
    LibertyAuthorisation,
    LibertyReview,
    Position,
    SafeguardingConcern,
    SafeguardingStep,
)
from throughline.decisions.queries_liberty import liberty_stands
from throughline.people.models import Person

from .folders import EVENING, NEXT_DAY, bring_in, jos_life, part, record, row, write

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


def state(day):
    return liberty_stands(Person.objects.get(name="Jo"), day).state


def test_what_counts_counts(life, come_in):
    come_in(life)
    assert standing(LibertyReview.objects.get()) == ("valid", [], False)
    assert standing(LibertyAuthorisation.objects.get()) == ("valid", [], False)
    assert state(date(2026, 3, 5)) == "authorised"
    assert not Position.objects.filter(historic=True).exists() and not SafeguardingConcern.objects.get().historic


def test_without_the_authorisation_the_review_says_it_until_the_objection(life, come_in):
    for table in ("authorisation", "condition", "authorisationended"):
        del life[f"decisions_liberty{table}"]
    del life["decisions_conditionmet"]
    come_in(life)
    assert [state(date(2026, 3, day)) for day in (1, 5, 10)] == ["none", "no_deprivation", "open"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"grounds": ["calm"]}, "liberty-calm-is-no-ground"),
        ({"grounds": ["said_yes", "calm"]}, "liberty-calm-is-no-ground"),
        ({"grounds": []}, "liberty-no-ground"),
        ({"grounds": ["own_wish"], "consistent": "not_known"}, "liberty-wish-not-shown"),
        ({"reasons": ""}, "liberty-no-reasons"),
        ({"concluded_as": "support_worker"}, "liberty-no-role"),
        ({"look_again_by": "2029-01-01"}, "liberty-no-end"),
    ],
)
def test_a_review_that_does_not_count(life, come_in, change, code):
    row(life, "decisions_libertyreview", "free").update(change)
    come_in(life)
    assert standing(LibertyReview.objects.get()) == ("not_valid", [code], True)
    assert not [each for each in (date(2026, 3, 5), date(2026, 3, 20)) if state(each) == "no_deprivation"]


def test_a_review_without_anything_of_jos(life, come_in):
    del life["decisions_libertywish"]
    come_in(life)
    assert LibertyReview.objects.get().faults == ["liberty-no-wishes"]


def test_a_ground_that_there_is_not(life, tmp_path):
    row(life, "decisions_libertyreview", "free")["grounds"] = ["habit"]
    code, said = bring_in(write(tmp_path / "in", life))
    assert (code, "grounds: found a list; expected some of: free" in said) == (1, True)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"kind": "urgent"}, "liberty-urgent-too-long"),
        ({"until_on": "2027-06-01"}, "liberty-standard-too-long"),
        ({"until_on": None}, "liberty-endless"),
    ],
)
def test_an_authorisation_that_does_not_count(life, come_in, change, code):
    row(life, "decisions_libertyauthorisation", "dols").update(change)
    come_in(life)
    assert standing(LibertyAuthorisation.objects.get()) == ("not_valid", [code], True)
    assert state(date(2026, 3, 5)) == "no_deprivation"


def test_a_standard_one_in_supported_living_does_not_count(life, come_in):
    row(life, "accounts_service", "elm-house")["kind"] = "supported_living"
    come_in(life)
    assert standing(LibertyAuthorisation.objects.get()) == ("not_valid", ["liberty-not-a-home"], True)


def test_an_urgent_one_is_made_longer_once(life, come_in):
    urgent = {"kind": "urgent", "from_on": "2026-03-02", "until_on": "2026-03-08"}
    row(life, "decisions_libertyauthorisation", "dols").update(urgent)
    for name, at, until in (("once", EVENING, "2026-03-15"), ("twice", NEXT_DAY, "2026-03-15")):
        longer = record(name, at, kind="urgent", reference=name, from_on="2026-03-09", until_on=until, extends="dols")
        life["decisions_libertyauthorisation"].append(longer)
    come_in(life)
    found = dict(LibertyAuthorisation.objects.values_list("reference", "faults"))
    assert found == {"DoLS 12": [], "once": [], "twice": ["liberty-extended-twice"]}


def test_the_person_was_not_first_and_a_step_was_passed_over(life, come_in):
    life["decisions_position"] = [each for each in life["decisions_position"] if each["id"] == "radio-mum"]
    row(life, "decisions_disagreementstep", "heard")["rung"] = "mediation"
    come_in(life)
    assert Position.objects.get().historic and DisagreementStep.objects.get().historic


def test_a_party_closed_it(life, come_in):
    life["decisions_position"].append(
        record("radio-amina", NEXT_DAY, disagreement="radio", party="staff", staff="amina", words="Too quiet.")
    )
    come_in(life)
    assert DisagreementClosed.objects.get().historic


@pytest.mark.parametrize(("settled_by", "historic"), [(None, True), ("decided", False)])
def test_what_changed_rests_on_a_decision(life, come_in, settled_by, historic):
    row(life, "decisions_disagreementclosed", "settled").update(came_to="changed", settled_by=settled_by)
    come_in(life)
    assert DisagreementClosed.objects.get().historic is historic


def test_a_concern_of_which_things_were_not_written(life, come_in):
    row(life, "decisions_safeguardingconcern", "purse")["wants"] = ""
    row(life, "decisions_safeguardingstep", "told-council")["consent"] = ""
    come_in(life)
    assert SafeguardingConcern.objects.get().historic and SafeguardingStep.objects.get().historic


def test_a_concern_for_the_team_does_not_come_in(life, tmp_path):
    row(life, "decisions_safeguardingconcern", "purse")["audience"] = "team"
    code, said = bring_in(write(tmp_path / "in", life))
    assert (code, "concern is for the manager" in said) == (1, True)


def test_part_and_whole_come_together(life, come_in):
    life["decisions_lookedat"] = []
    life["decisions_libertywish"].append(
        part("seen", review="free", seen="Hummed.", seen_by="Amina", seen_on="2026-03-02", feeling="wants")
    )
    come_in(life)
    assert LibertyReview.objects.get().wishes.count() == 2
