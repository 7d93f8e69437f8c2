"""Who may see what moves with the record and opens nothing: keys stay with the provider who gave them; the law is asked of each row."""

import pytest

from throughline.access.models import Exclusion, Grant
from throughline.agreements.models import Disclosure, NotToBeTold, Override, SharingPermission, StatutoryAccess

from .folders import EVENING, LATER, NEXT_DAY, bring_in, jos_life, record, row, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def life():
    return jos_life()


@pytest.fixture
def come_in(tmp_path):
    def imported(life):
        code, said = bring_in(write(tmp_path / "in", life))
        assert code == 0, said

    return imported


def standing(row):
    return row.standing, row.faults, row.historic


def test_what_is_lawful_comes_in_as_it_was_and_opens_nothing(life, come_in):
    come_in(life)
    for table in (SharingPermission, StatutoryAccess, Override):
        assert standing(table.objects.get()) == ("valid", [], False)
    assert NotToBeTold.objects.get().topics == ["money"]
    assert Disclosure.objects.get().matches
    assert not Grant.objects.exists() and not Exclusion.objects.exists()


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({"given_by": "relative"}, ["permission-relative"]),
        ({"given_by": "staff"}, ["permission-staff"]),
        ({"voice": None}, ["permission-no-view"]),
        ({"given_by": "best_interests"}, ["permission-no-decision"]),
        ({"given_by": "best_interests", "decision": "decided", "recorded_at": EVENING}, ["permission-decision-about-something-else"]),
        ({"given_by": "attorney"}, ["authority-none"]),
        ({"until": "2027-06-01"}, ["permission-too-long"]),
        ({"about": "money", "recorded_at": LATER}, ["not-to-be-told"]),
    ],
    ids=lambda each: each[0] if isinstance(each, list) else "",
)
def test_a_permission_without_a_lawful_footing(life, come_in, change, codes):
    del life["agreements_withdrawal"]
    row(life, "agreements_sharingpermission", "mum-may").update(change | {"standing": "valid", "faults": []})
    come_in(life)
    assert standing(SharingPermission.objects.get()) == ("not_valid", codes, True)


def test_what_somebody_thinks_that_jo_meant(life, come_in):
    row(life, "conversations_voice", "quiet").update(how_told="showed", seen="Nodded.", words="")
    come_in(life)
    assert standing(SharingPermission.objects.get()) == ("not_valid", ["permission-not-own-view"], True)


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({"contact": "priya"}, ["statutory-family"]),
        ({"contact": "priya", "kind": "attorney"}, ["statutory-no-authority"]),
        ({"kind": "imca"}, ["statutory-no-advocate"]),
    ],
)
def test_sight_that_the_law_does_not_give(life, come_in, change, codes):
    row(life, "agreements_statutoryaccess", "the-gp").update(change)
    come_in(life)
    assert standing(StatutoryAccess.objects.get()) == ("not_valid", codes, True)


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({"until": "2026-05-01"}, ["override-too-long"]),
        ({"contact": "priya", "topics": ["money"], "recorded_at": LATER, "occurred_at": NEXT_DAY}, ["override-not-to-be-told"]),
        ({"contact": "priya", "topics": ["money"], "recorded_at": LATER, "kind": "court"}, []),
    ],
)
def test_an_override_that_was_none(life, come_in, change, codes):
    row(life, "agreements_override", "at-night").update(change)
    come_in(life)
    assert Override.objects.get().faults == codes


def test_what_was_told_and_names_no_cover(life, come_in):
    row(life, "agreements_disclosure", "by-phone")["basis"] = ""
    come_in(life)
    assert Disclosure.objects.get().faults == ["disclosure-not-covered"]


def test_a_topic_that_is_none_is_a_fault(life, tmp_path):
    life["agreements_nottobetold"].append(record("not-that", NEXT_DAY, contact="priya", topics=["gossip"], words="x"))
    code, said = bring_in(write(tmp_path / "in", life))
    assert code != 0 and "a list of topics" in said
