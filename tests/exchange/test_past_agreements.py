"""Parts and agreements of the past come in as they were; what went beyond authority, permission or the person's word takes no effect."""

import pytest

from throughline.agreements.models import AgreementAnswer, AreaPart

from .folders import MORNING, NOON, bring_in, jos_life, part, record, row, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def life():
    """With Priya's power about where Jo lives, whose papers somebody has seen."""
    power = record("power", MORNING, kind="lpa_welfare", areas=["home"], made_on="2024-05-01", registered_on="2024-08-01")
    proof = record("stamp", MORNING, authority="power", what="Registered, pages 1 to 20", seen_on="2026-03-02")
    holder = part("power-priya", authority="power", contact="priya")
    hers = {"authority_authority": [power], "authority_holder": [holder], "authority_proof": [proof], "authority_authorityended": []}
    return jos_life() | hers


@pytest.fixture
def come_in(tmp_path):
    def imported(life, **manifest):
        code, said = bring_in(write(tmp_path / "in", life, **manifest))
        assert code == 0, said

    return imported


def standing(row):
    return row.standing, row.faults, row.historic


def decides(life, **more):
    each = row(life, "agreements_areapart", "mum-asked")
    each.update({"part": "decides", "area": "home"} | more)


def shares(life, rhythm="weekly", **permission):
    life["agreements_sharedthing"] = [part("health", version="together-1", contact="priya", about="health", rhythm=rhythm)]
    life.pop("agreements_withdrawal", None)  # of a permission that does not come in here
    if permission:
        told = {"contact": "priya", "about": "health", "level": "may_see", "given_by": "person", "voice": "quiet", "until": "2027-01-01"}
        told |= {"standing": "valid", "faults": []}
        life["agreements_sharingpermission"] = [record("may-know", MORNING, **told | permission)]


def test_what_is_lawful_takes_effect(life, come_in):
    come_in(life)
    assert standing(AreaPart.objects.get()) == ("valid", [], False)
    assert standing(AgreementAnswer.objects.get()) == ("valid", [], False)


def test_a_relative_who_was_said_to_decide(life, come_in):
    decides(life)
    come_in(life)
    assert standing(AreaPart.objects.get()) == ("not_valid", ["authority-none"], True)


def test_an_attorney_who_decided_in_scope(life, come_in):
    decides(life, authority="power")
    come_in(life)
    assert standing(AreaPart.objects.get()) == ("valid", [], False)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"areas": ["care"]}, "authority-scope"),
        ({"registered_on": None}, "authority-unregistered"),
        ({"kind": "lpa_property", "areas": ["money"]}, "authority-kind"),
    ],
)
def test_an_attorney_who_decided_beyond_the_power(life, come_in, change, fault):
    decides(life, authority="power")
    row(life, "authority_authority", "power").update(change)
    come_in(life)
    assert standing(AreaPart.objects.get()) == ("not_valid", [fault], True)


def test_an_attorney_whose_papers_nobody_had_seen(life, come_in):
    decides(life, authority="power")
    row(life, "authority_proof", "stamp").update(seen_on="2026-03-09")
    come_in(life)
    assert AreaPart.objects.get().faults == ["authority-unproven"]


def test_somebody_else_who_decided_on_an_attorneys_power(life, come_in):
    life["people_contact"].append({"id": "gwen", "person": "jo", "name": "Gwen", "kind": "circle", "relationship": "sister"})
    decides(life, authority="power", contact="gwen")
    come_in(life)
    assert AreaPart.objects.get().faults == ["authority-none"]


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        ({"answer": "not_asked"}, "agreement-person-not-asked"),
        ({"answer": "refused"}, "agreement-person-said-no"),
        ({"voice": None}, "agreement-no-view"),
    ],
)
def test_what_the_person_did_not_agree_to(life, come_in, answer, fault):
    row(life, "agreements_agreementanswer", "jo-agrees").update(answer)
    come_in(life)
    assert standing(AgreementAnswer.objects.get()) == ("not_valid", [fault], True)


def test_what_somebody_only_thought_that_the_person_meant(life, come_in):
    row(life, "conversations_voice", "quiet").update(how_told="showed", words="", seen="Nodded.")
    come_in(life)
    assert AgreementAnswer.objects.get().faults == ["agreement-not-own-view"]


def test_a_decision_that_was_not_valid_carries_no_agreement(life, come_in):
    row(life, "decisions_decision", "decided").update(basis="relative", decided_by_contact="priya")
    row(life, "agreements_agreementanswer", "jo-agrees").update(answer="not_asked", decision="decided")
    come_in(life)
    assert AgreementAnswer.objects.get().faults == ["agreement-decision-not-valid"]


def test_a_decision_about_something_else_carries_no_agreement(life, come_in):
    row(life, "agreements_agreementanswer", "jo-agrees").update(answer="not_asked", decision="decided")
    come_in(life)
    assert AgreementAnswer.objects.get().faults == ["agreement-decision-about-something-else"]


def test_an_agreement_that_lets_a_relative_decide(life, come_in):
    row(life, "agreements_agreementparty", "together-mum").update(in_decisions="decides", areas=["care"])
    come_in(life)
    assert AgreementAnswer.objects.get().faults == ["agreement-decides-beyond"]


def test_an_agreement_that_shares_what_was_never_permitted(life, come_in):
    shares(life)
    come_in(life)
    assert AgreementAnswer.objects.get().faults == ["agreement-shares-beyond"]


def test_an_agreement_that_shares_what_was_permitted(life, come_in):
    shares(life, conditions="")
    come_in(life)
    assert standing(AgreementAnswer.objects.get()) == ("valid", [], False)


@pytest.mark.parametrize("permission", [{"until": "2026-03-01"}, {"level": "no", "until": None}, {"level": "at_reviews"}])
def test_an_agreement_that_shares_more_than_was_permitted_then(life, come_in, permission):
    shares(life, **permission)
    come_in(life)
    assert AgreementAnswer.objects.get().faults == ["agreement-shares-beyond"]


def test_an_agreement_that_shares_what_had_been_taken_back(life, come_in):
    shares(life, conditions="")
    life["agreements_withdrawal"] = [record("stop", NOON, permission="may-know", words="Jo told Amina.")]
    come_in(life)
    assert AgreementAnswer.objects.get().faults == ["agreement-shares-beyond"]


def test_the_answer_of_somebody_else_is_no_basis(life, come_in):
    life["agreements_agreementanswer"] = [record("mum-agrees", NOON, version="together-1", answer="agreed", contact="priya")]
    come_in(life)
    assert AgreementAnswer.objects.get().standing == ""


def test_a_folder_that_calls_itself_ours_is_asked_all_the_same(life, come_in):
    """What somebody thinks Jo meant, and what nothing opened: anybody can write in a manifest where a folder comes from."""
    row(life, "conversations_voice", "quiet").update(how_told="showed", words="", seen="Smiled.")
    life["agreements_sharedthing"] = [part("money", version="together-1", contact="priya", about="money", rhythm="weekly")]
    come_in(life, source="throughline")
    assert AgreementAnswer.objects.get().faults == ["agreement-not-own-view", "agreement-shares-beyond"]
