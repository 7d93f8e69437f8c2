"""Advance refusals are shown and sent, never judged; advocates are followed from the asking to the end."""

from datetime import date
from typing import Any

import pytest
from tests.authority import papers
from tests.web import arrange

from throughline.access.scope import sight
from throughline.authority import actions, queries
from throughline.authority.choices import AdvocateKind, AuthorityKind
from throughline.authority.legal_texts import LEGAL_TEXTS, OF_ADVOCATE, OF_AUTHORITY, OF_REFUSALS
from throughline.authority.models import AdvanceRefusal
from throughline.base.errors import Invalid, Refused


def of_jo(home: arrange.House) -> Any:
    return sight(home.ruth, home.jo.pk)


# --- advance refusals ---


def test_nothing_says_whether_a_refusal_holds() -> None:
    names = {field.name for field in AdvanceRefusal._meta.concrete_fields}
    assert not names & {"standing", "faults", "valid", "applies"}


def test_it_is_sent_to_the_gp_and_the_answer_is_kept_as_theirs(home: arrange.House) -> None:
    row = papers.refusal(home)
    sent = actions.send_refusal(refusal=row, contact=papers.shah(home), how="by hand", by=home.ruth)
    assert sent.to == "Dr Shah, GP"
    actions.keep_answer(sent=sent, words="I have put it on the notes.", by=home.ruth)
    (sending,) = queries.sendings([row])[row.pk]
    assert (sending.sent, [each.words for each in sending.answers]) == (sent, ["I have put it on the notes."])


def test_sent_to_nobody_it_is_not_sent(home: arrange.House) -> None:
    with pytest.raises(Invalid) as invalid:
        actions.send_refusal(refusal=papers.refusal(home), by=home.ruth)
    assert list(invalid.value.faults) == ["to"]


def test_jo_takes_it_back(home: arrange.House) -> None:
    row = papers.refusal(home)
    actions.withdraw_refusal(refusal=row, words="I want the tube now.", by=home.ruth)
    assert queries.refusals(of_jo(home)) == []
    assert [each.reason for each in queries.withdrawn_refusals(of_jo(home))] == ["I want the tube now."]
    with pytest.raises(Invalid, match="changed this meanwhile"):
        actions.send_refusal(refusal=row, to="The ward", by=home.ruth)


def test_support_workers_keep_no_refusal(home: arrange.House) -> None:
    with pytest.raises(Refused):
        actions.keep_refusal(person=home.jo, treatments="Any", by=home.amina)


# --- advocates ---


def test_from_the_asking_to_the_end(home: arrange.House) -> None:
    asked, dan = papers.advocacy(home, referred_on=date(2026, 3, 2)), papers.dan(home)
    assert queries.advocate(of_jo(home), asked.pk).contact is None
    for kind, more in (
        ("accepted", {"contact": dan}),
        ("met_in_private", {}),
        ("reported", {"words": "Jo wants to stay."}),
        ("ended", {}),
    ):
        actions.keep_step(advocacy=asked, kind=kind, on=papers.TODAY, by=home.ruth, **more)
    (found,) = queries.advocates(of_jo(home))
    assert found.contact == dan and found.ended is not None
    assert [step.kind for step in found.steps] == ["accepted", "met_in_private", "reported", "ended"]
    with pytest.raises(Invalid, match="has ended"):
        actions.keep_step(advocacy=asked, kind="met", on=papers.TODAY, by=home.ruth)


def test_whoever_said_yes_has_a_name(home: arrange.House) -> None:
    with pytest.raises(Invalid) as invalid:
        actions.keep_step(advocacy=papers.advocacy(home), kind="accepted", on=papers.TODAY, by=home.ruth)
    assert list(invalid.value.faults) == ["contact"]


def test_an_advocate_is_known_or_somebody_was_asked(home: arrange.House) -> None:
    with pytest.raises(Invalid) as invalid:
        papers.advocacy(home, responsible_body="")
    assert list(invalid.value.faults) == ["responsible_body"]
    assert papers.advocacy(home, kind="independent", responsible_body="", contact=papers.dan(home)).pk


def test_nothing_happened_tomorrow(home: arrange.House) -> None:
    with pytest.raises(Invalid, match="not come yet"):
        papers.advocacy(home, referred_on=date(2026, 3, 4))
    with pytest.raises(Invalid, match="not come yet"):
        actions.keep_step(advocacy=papers.advocacy(home), kind="met", on=date(2026, 3, 4), by=home.ruth)


def test_a_step_by_mistake_is_none(home: arrange.House) -> None:
    asked = papers.advocacy(home)
    step = actions.keep_step(advocacy=asked, kind="ended", on=papers.TODAY, by=home.ruth)
    actions.take_back(row=step, reason="It goes on", by=home.ruth)
    assert queries.advocate(of_jo(home), asked.pk).ended is None


# --- what the law says ---


def test_every_kind_has_its_legal_text_dated_and_with_its_source() -> None:
    assert OF_AUTHORITY.keys() == set(AuthorityKind.values)
    assert OF_ADVOCATE.keys() == set(AdvocateKind.values) - {AdvocateKind.INDEPENDENT}
    cited = {code for codes in (*OF_AUTHORITY.values(), *OF_ADVOCATE.values(), OF_REFUSALS) for code in codes}
    assert cited | {"person-decides"} == LEGAL_TEXTS.keys()
    assert all(each.source and each.as_of <= date(2026, 11, 22) for each in LEGAL_TEXTS.values())
    assert {code for code, each in LEGAL_TEXTS.items() if each.verified} == {"imca", "care-act"}
